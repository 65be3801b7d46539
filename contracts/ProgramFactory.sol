// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Create2 } from "@openzeppelin/contracts/utils/Create2.sol";
import { Program } from "./Program.sol";
import { IProgramFactory } from "./interfaces/IProgramFactory.sol";
import { Terms } from "./interfaces/Types.sol";
import { TermsCheck } from "./libraries/TermsCheck.sol";
import { TermsPacker } from "./libraries/TermsPacker.sol";

/// @title Creates programs
/// @dev Holds no money and no power over what it created.
contract ProgramFactory is IProgramFactory {
    /// @inheritdoc IProgramFactory
    address public immutable implementation;

    constructor(address implementation_) {
        implementation = implementation_;
    }

    /// @inheritdoc IProgramFactory
    function create(Terms calldata terms, string calldata uri, bytes32 salt) external returns (address program) {
        bytes32 termsHash = keccak256(abi.encode(terms));
        (bytes memory packed, bytes[] memory pages) = _pack(terms, termsHash);
        for (uint256 i = 0; i < pages.length; ++i) _deployPage(pages[i]);
        program = Clones.cloneDeterministicWithImmutableArgs(implementation, packed, _salt(uri, salt, msg.sender));
        Program(payable(program)).initialize(uri);
        emit ProgramCreated(program, terms.operator, termsHash, terms.name, uri);
    }

    /// @inheritdoc IProgramFactory
    function publish(Terms calldata terms, uint256 page) external {
        TermsCheck.shape(terms);
        _deployPage(TermsPacker.pageOf(terms, page));
    }

    /// @inheritdoc IProgramFactory
    function predict(
        Terms calldata terms,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address) {
        (bytes memory packed, ) = _pack(terms, keccak256(abi.encode(terms)));
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, packed, _salt(uri, salt, caller));
    }

    function _pack(
        Terms calldata terms,
        bytes32 termsHash
    ) private view returns (bytes memory packed, bytes[] memory pages) {
        TermsCheck.shape(terms);
        pages = new bytes[](TermsPacker.pageCount(terms));
        for (uint256 i = 0; i < pages.length; ++i) pages[i] = TermsPacker.pageOf(terms, i);
        uint256[] memory cuts = TermsPacker.cutsOf(terms);
        uint256[][] memory standing = TermsPacker.standingRates(terms, cuts);
        TermsCheck.payable_(terms, standing);
        address[] memory addresses = new address[](pages.length);
        for (uint256 i = 0; i < pages.length; ++i) {
            addresses[i] = Create2.computeAddress(0, keccak256(pages[i]));
        }
        packed = TermsPacker.pack(terms, termsHash, cuts, standing, addresses);
    }

    /// @dev A page's address follows from its content: one that is there already has the same.
    function _deployPage(bytes memory page) private {
        if (Create2.computeAddress(0, keccak256(page)).code.length == 0) Create2.deploy(0, 0, page);
    }

    /// @dev The packed terms are part of the address by themselves.
    function _salt(string calldata uri, bytes32 salt, address caller) private pure returns (bytes32) {
        return keccak256(abi.encode(caller, uri, salt));
    }
}
