// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC5267 } from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import { IEquityErrors } from "./IEquityErrors.sol";

/// @title What holders do without gas
/// @notice What a holder does by a call, it can sign instead, for anyone to post. The plan then does exactly what it does where the
/// holder calls it: same checks, same events. The typed data is EIP-712: each type is named like its function and has the function's
/// parameters, and after them the nonce and the deadline:
///
/// `ClaimTo(uint256 id,address currency,address to,uint256 nonce,uint256 deadline)`,
/// `SetWithholding(uint256 id,uint24 rate,…)`, `Resign(uint256 id,uint40 date,…)`, `WithdrawLeave(uint256 id,…)`,
/// `AcceptOffer(uint256 id,address currency,uint96 price,…)`, `ProposeMove(uint256 id,address to,…)`, `CancelMove(uint256 id,…)`,
/// `FinishMove(uint256 id,…)`, `Delegate(address delegatee,…)`
///
/// The domain has the plan's address and the chain. Each nonce counts once, whatever was signed with it, and `useNonce` revokes what was
/// not used. What powers do is never signed.
interface IEquitySigned is IEquityErrors, IERC5267 {
    /// @notice Does what the signer has signed.
    ///
    /// @dev Emits what the act emits.
    ///
    /// Notes:
    /// - The signature is by the signer's own key, whatever code its account has, as under EIP-7702; or by ERC-1271.
    /// - Whoever has the signature chooses when it is used before its deadline.
    ///
    /// Requirements:
    /// - Anyone may call, until `deadline`, else {EquityPlan_SignatureExpired}.
    /// - The act is one of those above, else {EquityPlan_NotSignable}.
    /// - The signer signed exactly this with its next nonce, else {EquityPlan_InvalidSignature}.
    /// - All that the act requires where the signer calls it.
    ///
    /// @param signer Who acts.
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
