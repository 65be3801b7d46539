// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC5267 } from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import { IProgramErrors } from "./IProgramErrors.sol";

/// @title Acts of parties that others post, and pay the gas for
/// @notice Whatever a party does by a call of its own it can sign instead, for anybody to post: what then happens is what would
/// happen had the signer called. The signature is EIP-712, in the domain "Tributary", version "1", over one type for each
/// function. Each has the function's parameters, so that a wallet shows what is signed, then `uint256 nonce,uint256 deadline`:
///
/// - `ClaimTo(address party,address currency,address to,…)`
/// - `Accept(address party,bytes32 termsHash,…)`
/// - `LeaveProgram(address party,string reason,…)`, `ReturnToProgram(address party,string reason,…)`
/// - `SetWithholding(address party,uint24 rate,…)`
/// - `SetRecovery(address party,address recovery,…)`, `CancelRecovery(address party,…)`
/// - `ProposeMove(address party,address wallet,…)`, `CancelMove(address party,…)`, `FinishMove(address party,…)`
/// - `Dispute(address party,bytes32 saleId,uint256 role,string reason,bytes32 evidence,bytes32 sale,…)`, where `sale` is
///   `keccak256(abi.encode(head, words))` of the sale that is shown
/// - `ReachMilestone(uint256 number,uint256 milestone,address currency,…)`
/// - `Consent(uint256 line,bytes32 termsHash,…)`
/// - `AgreeExit(uint256 line,bool agreed,…)`, `AcceptBuyout(uint256 line,address currency,uint96 price,…)`
///
/// The domain has the program's address and the chain, so that a signature is good for one program. Each nonce counts once, whatever
/// was signed with it, and `useNonce` revokes what was not used. What roles do is never signed.
interface IProgramSigned is IProgramErrors, IERC5267 {
    /// @notice Does what the signer has signed.
    ///
    /// @dev Emits what the act emits.
    ///
    /// Notes:
    /// - The signature is by the signer's own key, whatever code its account has, as under EIP-7702; or by ERC-1271. A smart wallet that
    ///   is not deployed yet cannot sign: whoever likes deploys it first. ERC-6492 is not read, for the program would have to call
    ///   whatever the signature names.
    /// - Whoever has the signature chooses when it is used before its deadline.
    ///
    /// Requirements:
    /// - Anyone may call, until `deadline`, else {Program_SignatureExpired}.
    /// - The act is one of those above, else {Program_NotSignable}.
    /// - The signer signed exactly this with its next nonce, else {Program_InvalidSignature}.
    /// - All that the act requires where the signer calls it.
    ///
    /// @param signer Who acts: for a party, its current wallet.
    /// @param act The call: the function's selector and its parameters, as the ABI encodes them.
    /// @param deadline The last second at which the signature counts.
    /// @param signature By the signer.
    /// @return answer What the act answers, as the ABI encodes it.
    function actSigned(
        address signer,
        bytes calldata act,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes memory answer);
}
