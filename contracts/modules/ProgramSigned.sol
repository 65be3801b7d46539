// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ProgramBase } from "../base/ProgramBase.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { IProgramAmendments } from "../interfaces/IProgramAmendments.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { IProgramExits } from "../interfaces/IProgramExits.sol";
import { IProgramPartners } from "../interfaces/IProgramPartners.sol";
import { IProgramSigned } from "../interfaces/IProgramSigned.sol";
import { IProgramTiers } from "../interfaces/IProgramTiers.sol";
import { IProgramWallets } from "../interfaces/IProgramWallets.sol";
import { ShownSale } from "../interfaces/Types.sol";
import { Signatures } from "../libraries/Signatures.sol";

/// @title The module for acts that are signed and posted by others
/// @notice `Program` runs this code on its own storage; called at its own address it knows no parties and does nothing.
/// @dev The program calls itself with the act, as the signer: see `_sender`. So an act that is signed runs the code of the act that is
/// called, and nothing but what the table below names can be signed. The lock is the act's own.
contract ProgramSigned is IProgramSigned, ProgramBase, EIP712 {
    uint256 private constant WORD = 32;

    /// @dev The same domain as the program's own.
    constructor() EIP712("Tributary", "1") {}

    /// @inheritdoc IProgramSigned
    function actSigned(
        address signer,
        bytes calldata act,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes memory answer) {
        require(block.timestamp <= deadline, Program_SignatureExpired(deadline));
        bytes memory signed = bytes.concat(_encode(act), abi.encode(_useNonce(signer), deadline));
        bytes32 digest = _hashTypedDataV4(keccak256(signed));
        require(Signatures.isBy(signer, digest, signature), Program_InvalidSignature(signer));
        return _actAs(signer, act);
    }

    /// @dev The type and the fields of what is signed, but for the nonce and the deadline, as EIP-712 encodes them.
    function _encode(bytes calldata act) private pure returns (bytes memory) {
        require(act.length >= 4, Program_NotSignable(0));
        bytes4 selector = bytes4(act);
        bytes calldata fields = act[4:];
        if (selector == IProgramDisputes.dispute.selector) return _encodeDispute(fields);
        if (selector == IProgramPartners.leaveProgram.selector) {
            return _encodeReasoned("LeaveProgram(address party,string reason,uint256 nonce,uint256 deadline)", fields);
        }
        if (selector == IProgramPartners.returnToProgram.selector) {
            return
                _encodeReasoned("ReturnToProgram(address party,string reason,uint256 nonce,uint256 deadline)", fields);
        }
        (bytes32 typeHash, uint256 count) = _plainType(selector);
        // What follows the last field would be signed, and not be read.
        require(fields.length == count * WORD, Program_NotSignable(selector));
        return bytes.concat(typeHash, fields);
    }

    /// @dev The types whose fields are words, which EIP-712 encodes as the ABI does.
    /// @return typeHash Of the type.
    /// @return count How many fields it has beside the nonce and the deadline.
    function _plainType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        (typeHash, count) = _partyType(selector);
        if (count == 0) (typeHash, count) = _walletType(selector);
        if (count == 0) (typeHash, count) = _lineType(selector);
        require(count > 0, Program_NotSignable(selector));
    }

    function _partyType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        if (selector == IProgram.claimTo.selector) {
            return (keccak256("ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)"), 3);
        }
        if (selector == IProgramPartners.accept.selector)
            return (keccak256("Accept(address party,bytes32 termsHash,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramWallets.setWithholding.selector)
            return (keccak256("SetWithholding(address party,uint24 rate,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramTiers.reachMilestone.selector) {
            return (
                keccak256(
                    "ReachMilestone(uint256 number,uint256 milestone,address currency,uint256 nonce,uint256 deadline)"
                ),
                3
            );
        }
    }

    function _walletType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        if (selector == IProgramWallets.setRecovery.selector)
            return (keccak256("SetRecovery(address party,address recovery,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramWallets.cancelRecovery.selector)
            return (keccak256("CancelRecovery(address party,uint256 nonce,uint256 deadline)"), 1);
        if (selector == IProgramWallets.proposeMove.selector)
            return (keccak256("ProposeMove(address party,address wallet,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramWallets.cancelMove.selector)
            return (keccak256("CancelMove(address party,uint256 nonce,uint256 deadline)"), 1);
        if (selector == IProgramWallets.finishMove.selector)
            return (keccak256("FinishMove(address party,uint256 nonce,uint256 deadline)"), 1);
    }

    function _lineType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        if (selector == IProgramAmendments.consent.selector)
            return (keccak256("Consent(uint256 line,bytes32 termsHash,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramExits.agreeExit.selector)
            return (keccak256("AgreeExit(uint256 line,bool agreed,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IProgramExits.acceptBuyout.selector) {
            return (
                keccak256("AcceptBuyout(uint256 line,address currency,uint96 price,uint256 nonce,uint256 deadline)"),
                3
            );
        }
    }

    function _encodeReasoned(string memory typeName, bytes calldata fields) private pure returns (bytes memory) {
        (address party, string memory reason) = abi.decode(fields, (address, string));
        return abi.encode(keccak256(bytes(typeName)), party, keccak256(bytes(reason)));
    }

    function _encodeDispute(bytes calldata fields) private pure returns (bytes memory) {
        (address party, ShownSale memory sale, uint256 role, string memory reason, bytes32 evidence) = abi.decode(
            fields,
            (address, ShownSale, uint256, string, bytes32)
        );
        return
            abi.encode(
                keccak256(
                    "Dispute(address party,bytes32 saleId,uint256 role,string reason,bytes32 evidence,bytes32 sale,uint256 nonce,uint256 deadline)"
                ),
                party,
                sale.id,
                role,
                keccak256(bytes(reason)),
                evidence,
                keccak256(abi.encode(sale.head, sale.words))
            );
    }
}
