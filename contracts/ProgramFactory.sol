// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Program } from "./Program.sol";
import { IProgramFactory } from "./interfaces/IProgramFactory.sol";
import { ITermsPress } from "./interfaces/ITermsPress.sol";
import { Terms } from "./interfaces/Types.sol";
import { PressCall } from "./libraries/PressCall.sol";
import { TermsBlob, AT_HASH, AT_OPERATOR } from "./libraries/TermsBlob.sol";
import { TermsReader } from "./libraries/TermsReader.sol";

/// @title Creates programs
/// @dev Holds no money and no power over what it created.
contract ProgramFactory is IProgramFactory {
    using TermsBlob for bytes;

    /// @inheritdoc IProgramFactory
    address public immutable implementation;

    /// @inheritdoc IProgramFactory
    ITermsPress public immutable press;

    constructor(address implementation_, ITermsPress press_) {
        implementation = implementation_;
        press = press_;
    }

    /// @inheritdoc IProgramFactory
    function create(
        // solhint-disable-next-line no-unused-vars
        Terms calldata terms,
        string calldata uri,
        bytes32 salt
    ) external returns (address program) {
        bytes memory packed = PressCall.press(press, 0);
        program = Clones.cloneDeterministicWithImmutableArgs(implementation, packed, _salt(uri, salt, msg.sender));
        Program(payable(program)).initialize(uri);
        // Of the packed terms, which are the program's, however the caller has laid out its calldata.
        emit ProgramCreated({
            program: program,
            operator: address(uint160(packed.number(AT_OPERATOR, 20))),
            termsHash: bytes32(packed.number(AT_HASH, 32)),
            name: TermsReader.name(packed),
            uri: uri
        });
    }

    /// @inheritdoc IProgramFactory
    function predict(
        // solhint-disable-next-line no-unused-vars
        Terms calldata terms,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address) {
        bytes memory packed = PressCall.plan(press, 0);
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, packed, _salt(uri, salt, caller));
    }

    /// @dev The packed terms are part of the address by themselves.
    function _salt(string calldata uri, bytes32 salt, address caller) private pure returns (bytes32) {
        return keccak256(abi.encode(caller, uri, salt));
    }
}
