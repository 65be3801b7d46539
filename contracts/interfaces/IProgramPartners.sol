// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Enrollment, Membership, Partner, Status } from "./Types.sol";

/// @title Partners: who takes part
/// @notice A partner goes by the wallet it was enrolled with, whatever wallet it is paid at later. Only the wallet that it is
/// paid at speaks for it: its current wallet, see `IProgramWallets`. Pools have a partner's books and numbers, but are none.
interface IProgramPartners is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a partner is enrolled, or a pool of the terms.
    /// @param number Names it in posted credits; a pool's is `FIRST_POOL` or above.
    /// @param wallet The wallet it was enrolled with: it goes by it for good.
    /// @param name As in the operator's files, or of the pool.
    /// @param tier Index in `Terms.tiers`.
    /// @param joined From when tenure counts.
    /// @param referrer The number of the partner who referred this one, or 0.
    event PartnerEnrolled(
        uint256 indexed number,
        address indexed wallet,
        string name,
        uint8 tier,
        uint40 joined,
        uint24 referrer
    );

    /// @notice Emitted when a partner accepts the terms in force.
    /// @param number The partner's number.
    /// @param termsHash Of the terms it accepted.
    event TermsAccepted(uint256 indexed number, bytes32 termsHash);

    /// @notice Emitted when a partner becomes active, suspended or left. Earned lines are not touched.
    /// @param number The partner's number.
    /// @param status What it is now.
    /// @param reason Why, in words.
    event StatusChanged(uint256 indexed number, Status status, string reason);

    /* ENROLLMENT */

    /// @notice Enrolls partners, numbered in order from 1, all or none.
    ///
    /// @dev Emits {PartnerEnrolled} for each.
    ///
    /// Notes:
    /// - Where the terms ask for acceptance, a partner is paid what it was credited once it has accepted them, or has left. What
    ///   is owed to it beside its credits waits for nothing: so nobody loses anything by being enrolled.
    /// - `joined` may lie in the past or ahead: tenure counts from it, and the operator is trusted with it.
    /// - A name need not be unique on chain.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - Of each: its wallet is neither zero nor the program, else {Program_ZeroAddress}; nobody is enrolled with it, else
    ///   {Program_AlreadyEnrolled}; its referrer is 0 or was enrolled before it, else
    ///   {Program_UnknownPartner}; its tier is one of the terms', else {Program_UnknownTier}.
    /// - There are at most `MAX_PARTNERS`, 1,048,559, else {Program_TooManyPartners}.
    ///
    /// @param partners To enroll.
    function enroll(Enrollment[] calldata partners) external;

    /// @notice Enrolls a partner who signed the terms; it has accepted them.
    ///
    /// @dev Emits {PartnerEnrolled} and {TermsAccepted}.
    ///
    /// Notes:
    /// - The signature is EIP-712, in the domain "Tributary", version "1", over
    ///   `Join(address wallet,string name,uint8 tier,uint40 joined,uint24 referrer,bytes32 termsHash,uint256 nonce,uint256 deadline)`,
    ///   by the wallet, as `actSigned` takes it; `termsHash` is that of the terms in force. The wallet revokes it by `useNonce`.
    ///
    /// Requirements:
    /// - As `enroll`.
    /// - It is called until `deadline`, else {Program_SignatureExpired}.
    /// - The wallet signed exactly this with its next nonce, else {Program_InvalidSignature}.
    ///
    /// @param partner To enroll.
    /// @param deadline The last second at which the signature counts.
    /// @param signature By the partner's wallet.
    function enrollSigned(Enrollment calldata partner, uint256 deadline, bytes calldata signature) external;

    /// @notice Accepts the terms in force. Once is enough, whatever amendments follow: staying is accepting.
    ///
    /// @dev Emits {TermsAccepted}.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet, else {Program_NotAllowed}.
    /// - No other terms came into force in between, else {Program_OtherTerms}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param hash Of the terms that the caller has read.
    function accept(address party, bytes32 hash) external;

    /* STATUS */

    /// @notice Leaves the program, from now on: nobody but the partner itself can undo it. What was earned stays the partner's.
    ///
    /// @dev Emits {StatusChanged}.
    ///
    /// Notes:
    /// - A partner that has left need not accept the terms to be paid.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet, else {Program_NotAllowed}.
    /// - It has not left, else {Program_PartnerNotActive}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param reason Why, in words.
    function leaveProgram(address party, string calldata reason) external;

    /// @notice Returns to the program after leaving it, active or suspended as before.
    ///
    /// @dev Emits {StatusChanged}.
    ///
    /// Notes:
    /// - So a thief of a wallet's key that leaves in its name does no more than stop credits until its owner is back.
    /// - The operator can suspend it at once.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet, else {Program_NotAllowed}.
    /// - It has left, else {Program_PartnerNotActive}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param reason Why, in words.
    function returnToProgram(address party, string calldata reason) external;

    /// @notice Makes a partner active or suspended: only an active partner can be credited.
    ///
    /// @dev Emits {StatusChanged}.
    ///
    /// Notes:
    /// - What was earned stays earned and claimable.
    /// - Only the partner itself can leave, and return: whoever has the operator's key ends no membership for good.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - The partner exists and is no pool, else {Program_UnknownPartner}.
    /// - It has not left, and `status` is the one of the two that it has not, else {Program_PartnerNotActive}.
    ///
    /// @param number The partner's number.
    /// @param status Active or suspended, at once.
    /// @param reason Why, in words.
    function setStatus(uint256 number, Status status, string calldata reason) external;

    /* READING */

    /// @notice A partner or pool by number.
    /// @param number From 1, or from `FIRST_POOL` for pools.
    /// @return partner With a `wallet` of zero where there is none.
    function partnerAt(uint256 number) external view returns (Partner memory partner);

    /// @notice A partner's number, referrer, acceptance and period of enrollment.
    /// @param wallet The one it was enrolled with.
    /// @return membership With a `number` of 0 where there is none.
    function membershipOf(address wallet) external view returns (Membership memory membership);

    /// @notice How many partners there are. Pools do not count.
    /// @return enrolled How many were ever enrolled.
    /// @return active How many are active: the measure of network bonuses.
    function partnerCount() external view returns (uint256 enrolled, uint256 active);
}
