// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { Terms } from "./TermsTypes.sol";
import { Amendment } from "./Types.sol";

/// @title Amendments: other terms, after the notice, never retroactive
interface IProgramAmendments is IProgramEvents {
    /// @notice Proposes other terms, in force at the start of the first period after the notice.
    /// @dev Emits {AmendmentProposed}, and {ConsentNeeded} for each standing line that changes. Requires the operator, terms with
    /// a notice, and that no amendment waits. Parties, currencies, start, period, hold and rules stay; kinds, tiers, pools, roles,
    /// milestones and standing lines may be added at the end. A role keeps its name and what it is of, a kind whether it is
    /// an outcome, a pool its holder even if its amendment never came into force. A standing line may end earlier,
    /// at the amendment's start or later, by its holder's consent, and nothing else of it can change: another rate is an end
    /// and a line added for the same holder, which begins at the amendment's start or later. No sale from that start on may pay
    /// out more than the ceiling.
    /// @param uri Where the amendment is written for people, and `textHash` the hash of it.
    function proposeAmendment(Terms calldata terms, string calldata uri, bytes32 textHash) external;

    /// @notice Consents to the end of the caller's standing line in the proposed amendment.
    /// @dev Emits {ConsentGiven}. Requires the holder, before the amendment's start. Counts for this proposal alone: the same
    /// terms proposed again need it again.
    function consent(uint256 line, bytes32 termsHash) external;

    /// @notice Takes back an amendment that is not in force.
    /// @dev Emits {AmendmentWithdrawn}. Requires the operator. One that lacks consents at its start never comes into force.
    function withdrawAmendment() external;

    /// @notice The amendment that waits, or the last one.
    function amendment() external view returns (Amendment memory);

    /// @notice The terms that it proposes; as now where there is none.
    function amendedTerms() external view returns (Terms memory);
}
