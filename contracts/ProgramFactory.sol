// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Program } from "./Program.sol";
import { IProgramFactory } from "./interfaces/IProgramFactory.sol";
import { ITermsValidator } from "./interfaces/ITermsValidator.sol";
import { Terms } from "./interfaces/TermsTypes.sol";
import { ValidatorCall } from "./terms/ValidatorCall.sol";
import { PackedTerms } from "./terms/PackedTerms.sol";
import { AT_HASH, AT_OPERATOR } from "./terms/TermsLayout.sol";
import { TermsReader } from "./terms/TermsReader.sol";

/// @title Creates programs
/// @dev Holds no money and no power over what it created.
contract ProgramFactory is IProgramFactory {
    using PackedTerms for bytes;

    /// @inheritdoc IProgramFactory
    address public immutable implementation;

    /// @inheritdoc IProgramFactory
    ITermsValidator public immutable validator;

    /// @inheritdoc IProgramFactory
    address public immutable reader;

    constructor(address implementation_, ITermsValidator validator_, address reader_) {
        implementation = implementation_;
        validator = validator_;
        reader = reader_;
    }

    /// @inheritdoc IProgramFactory
    function create(Terms calldata terms, string calldata uri, bytes32 salt) external returns (address program) {
        bytes memory packed = ValidatorCall.validate(validator, terms, 0);
        program = Clones.cloneDeterministicWithImmutableArgs({
            implementation: implementation,
            args: packed,
            salt: _salt(uri, salt, msg.sender)
        });
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
        Terms calldata terms,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address program) {
        bytes memory packed = ValidatorCall.plan(validator, terms, 0);
        return
            Clones.predictDeterministicAddressWithImmutableArgs({
                implementation: implementation,
                args: packed,
                salt: _salt(uri, salt, caller)
            });
    }

    /// @dev The packed terms are part of the address by themselves.
    function _salt(string calldata uri, bytes32 salt, address caller) private pure returns (bytes32) {
        return keccak256(abi.encode(caller, uri, salt));
    }
}
