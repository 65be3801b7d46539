// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { Enrollment, Membership, Partner, Payout, Progress, Status } from "./Types.sol";

/// @title Partners: who takes part, in which tier, and where they are paid
/// @notice A partner goes by the wallet it was enrolled with, whatever wallet it is paid at later. Only the wallet that it is
/// paid at speaks for it: its current wallet. Pools have a partner's books and numbers, but are none.
interface IProgramPartners is IProgramEvents {
    /* ENROLLMENT */

    /// @notice Enrolls partners, numbered in order from 1.
    /// @dev Emits {PartnerEnrolled} for each. Requires the operator. Where the terms ask for acceptance, a partner is paid what
    /// it earned once it has accepted them, or has left. What is owed to it beside its credits waits for nothing, unless the
    /// program holds nothing: then the two are one.
    function enroll(Enrollment[] calldata partners) external;

    /// @notice Enrolls a partner who signed the terms; it has accepted them.
    /// @dev Emits {PartnerEnrolled} and {TermsAccepted}. Requires the operator. The signature is EIP-712 over
    /// `Join(address wallet,string name,uint8 tier,uint40 joined,uint24 referrer,bytes32 termsHash,uint256 nonce,uint256 deadline)`,
    /// by the wallet, or ERC-1271 by a smart wallet; `termsHash` is that of the terms in force. The wallet revokes it by
    /// `useNonce`.
    function enrollSigned(Enrollment calldata partner, uint256 deadline, bytes calldata signature) external;

    /// @notice Accepts the terms in force.
    /// @dev Emits {TermsAccepted}. Requires a partner's current wallet. Reverts where another amendment came into force in
    /// between.
    function accept(bytes32 termsHash) external;

    /// @notice Leaves the program. What was earned stays the partner's.
    /// @dev Emits {StatusChanged}. Requires a partner's current wallet. For good: nobody can make it active again.
    function leaveProgram(string calldata reason) external;

    /// @notice Makes a partner active, suspended or left: only an active partner can be credited.
    /// @dev Emits {StatusChanged}. Requires the operator, and a partner that has not left. What was earned stays earned and
    /// claimable.
    function setStatus(uint256 number, Status status, string calldata reason) external;

    /* TIERS */

    /// @notice Gives a partner another tier from the next period's start.
    /// @dev Emits {TierChanged}. Requires the operator. Posted sales keep their rates.
    function setTier(uint256 number, uint8 tier, string calldata reason) external;

    /// @notice Records a partner's contribution score.
    /// @dev Emits {ScoreAttested}. Requires the operator.
    /// @param evidence Hash of what supports it.
    function attest(uint256 number, uint32 score, bytes32 evidence) external;

    /// @notice Gives a partner a higher tier from the next period's start, where it meets the tier's criteria. Anyone may call.
    /// @dev Emits {TierChanged}. Requires an active partner whose tier, as it is or will be, is lower. Walks at most 600 periods;
    /// call `countProgress` first after longer silence.
    /// @param currency In which what was earned and sold counts.
    function graduate(uint256 number, uint8 tier, address currency) external;

    /// @notice Pays a milestone that a partner has reached, out of the reserve, to the partner's balance. Anyone may call in a
    /// program of one currency; where there are several, the partner alone, who chooses.
    /// @dev Emits {MilestoneReached}. Each milestone is paid once to each partner, whatever its status: what locked is earned.
    /// Walks at most 600 periods, as `graduate`.
    /// @param milestone Index in `Terms.milestones`.
    /// @param currency In which it was reached and is paid.
    function reachMilestone(uint256 number, uint256 milestone, address currency) external;

    /// @notice Counts locked periods towards graduation and milestones, at most 600.
    function countProgress(uint256 number, address currency) external returns (Progress memory);

    /* PAYMENTS */

    /// @notice Has a part of each later payment of the caller go to the tax account of the terms.
    /// @dev Emits {WithholdingSet}. Requires a partner's current wallet. What is withheld is rounded down, and the tax account's
    /// to claim: its own account is the statement of it.
    /// @param party The wallet the partner was enrolled with.
    /// @param rate Ppm.
    function setWithholding(address party, uint24 rate) external;

    /// @notice Names who may move the partner's wallet beside its owner: for lost and for stolen keys. Whoever it is can have
    /// all payments after the delay, for the wallet cannot cancel what it proposes: a thief could.
    /// @dev Emits {RecoverySet}. Requires the partner's current wallet where there is no recovery address, else the recovery
    /// address itself; and that no move waits.
    /// @param recovery Zero for none.
    function setRecovery(address party, address recovery) external;

    /// @notice Proposes to pay a partner at another wallet from `Rules.moveDays` on.
    /// @dev Emits {MoveProposed}. Requires the partner's current wallet or its recovery address; a wallet that is neither
    /// enrolled nor ever was another partner's. The recovery address replaces what waits, with {MoveCancelled}.
    function proposeMove(address party, address wallet) external;

    /// @notice Takes a proposed move back.
    /// @dev Emits {MoveCancelled}. Requires the recovery address, or the partner's current wallet where that proposed the move.
    function cancelMove(address party) external;

    /// @notice Makes a proposed move whose delay is over.
    /// @dev Emits {WalletMoved}. Requires the wallet that it goes to: so that none is taken that nobody has, or that does not
    /// want it. All that is owed and not yet paid is then paid there, and the wallet before has no say any more.
    function finishMove(address party) external;

    /* READING */

    /// @notice A partner by number.
    function partnerAt(uint256 number) external view returns (Partner memory);

    /// @notice A partner's number, referrer, acceptance and period of enrollment, by the wallet it was enrolled with or has been
    /// paid at.
    function membershipOf(address wallet) external view returns (Membership memory);

    /// @notice How many partners were ever enrolled, and how many are active.
    function partnerCount() external view returns (uint256 enrolled, uint256 active);

    /// @notice Where a partner's payments go.
    function payoutOf(address party) external view returns (Payout memory);

    /// @notice What was withheld of a party's payments so far.
    function withheldOf(address party, address currency) external view returns (uint256);

    /// @notice What a partner has reached, all locked periods counted.
    function progressOf(uint256 number, address currency) external view returns (Progress memory);

    /// @notice Which milestones a partner was paid: bit `i` for the milestone `i`.
    function milestonesOf(uint256 number) external view returns (uint256);
}
