// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IVotes } from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import { EquityBase } from "../base/EquityBase.sol";
import { IEquityBuyouts } from "../../interfaces/IEquityBuyouts.sol";
import { IEquityGrants } from "../../interfaces/IEquityGrants.sol";
import { IEquityHolders } from "../../interfaces/IEquityHolders.sol";
import { IEquityLeaving } from "../../interfaces/IEquityLeaving.sol";
import { IEquityPlan } from "../../interfaces/IEquityPlan.sol";
import { IEquitySigned } from "../../interfaces/IEquitySigned.sol";
import { Signatures } from "../../libraries/Signatures.sol";

/// @title The module for acts that are signed and posted by others
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no grants and does nothing.
/// @dev The plan calls itself with the act, as the signer: see `_sender`. So an act that is signed runs the code of the act that is called,
/// and nothing but what the table below names can be signed. The lock is the act's own.
contract EquitySigned is IEquitySigned, EquityBase {
    uint256 private constant WORD = 32;

    /// @inheritdoc IEquitySigned
    function actSigned(
        address signer,
        bytes calldata act,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes memory answer) {
        require(block.timestamp <= deadline, EquityPlan_SignatureExpired(deadline));
        bytes memory signed = bytes.concat(_encode(act), abi.encode(_useNonce(signer), deadline));
        bytes32 digest = _hashTypedDataV4(keccak256(signed));
        require(Signatures.isBy(signer, digest, signature), EquityPlan_InvalidSignature(signer));
        return _actAs(signer, act);
    }

    /// @dev The type and the fields of what is signed, but for the nonce and the deadline, as EIP-712 encodes them: all are words, which
    /// it encodes as the ABI does.
    function _encode(bytes calldata act) private pure returns (bytes memory) {
        require(act.length >= 4, EquityPlan_NotSignable(0));
        bytes4 selector = bytes4(act);
        (bytes32 typeHash, uint256 count) = _moneyType(selector);
        if (count == 0) (typeHash, count) = _holderType(selector);
        // What follows the last field would be signed, and not be read.
        require(count > 0 && act.length == 4 + count * WORD, EquityPlan_NotSignable(selector));
        return bytes.concat(typeHash, act[4:]);
    }

    /// @return typeHash Of the type.
    /// @return count How many fields it has beside the nonce and the deadline.
    function _moneyType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        if (selector == IEquityPlan.claimTo.selector)
            return (keccak256("ClaimTo(uint256 id,address currency,address to,uint256 nonce,uint256 deadline)"), 3);
        if (selector == IEquityBuyouts.acceptOffer.selector) {
            return (
                keccak256("AcceptOffer(uint256 id,address currency,uint96 price,uint256 nonce,uint256 deadline)"),
                3
            );
        }
        if (selector == IEquityGrants.setWithholding.selector)
            return (keccak256("SetWithholding(uint256 id,uint24 rate,uint256 nonce,uint256 deadline)"), 2);
    }

    function _holderType(bytes4 selector) private pure returns (bytes32 typeHash, uint256 count) {
        if (selector == IEquityLeaving.resign.selector)
            return (keccak256("Resign(uint256 id,uint40 date,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IEquityLeaving.withdrawLeave.selector)
            return (keccak256("WithdrawLeave(uint256 id,uint256 nonce,uint256 deadline)"), 1);
        if (selector == IEquityHolders.proposeMove.selector)
            return (keccak256("ProposeMove(uint256 id,address to,uint256 nonce,uint256 deadline)"), 2);
        if (selector == IEquityHolders.cancelMove.selector)
            return (keccak256("CancelMove(uint256 id,uint256 nonce,uint256 deadline)"), 1);
        if (selector == IEquityHolders.finishMove.selector)
            return (keccak256("FinishMove(uint256 id,uint256 nonce,uint256 deadline)"), 1);
        if (selector == IVotes.delegate.selector)
            return (keccak256("Delegate(address delegatee,uint256 nonce,uint256 deadline)"), 1);
    }
}
