// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { Bucket, Enrollment, Membership, Partner, Solvency, Statement, Status, Terms } from "./Types.sol";

/// @title Partners and reading: what moves no money
interface IProgramDesk is IProgramEvents {
    /* PARTNERS */

    /// @notice Enrolls partners, numbered in order from 1.
    /// @dev Emits {PartnerEnrolled} for each. Requires the operator.
    function enroll(Enrollment[] calldata partners) external;

    /// @notice Gives a partner another tier from the next period's start.
    /// @dev Emits {TierChanged}. Requires the operator. Posted sales keep their rates.
    function setTier(uint256 number, uint8 tier, string calldata reason) external;

    /// @notice Makes a partner active, suspended or left: only an active partner can be credited.
    /// @dev Emits {StatusChanged}. Requires the operator. What was earned stays earned and claimable.
    function setStatus(uint256 number, Status status, string calldata reason) external;

    /* TERMS AND BOOKS */

    /// @notice The whole agreement, as it was given at creation.
    function terms() external view returns (Terms memory);

    /// @notice `keccak256(abi.encode(terms()))`.
    function termsHash() external view returns (bytes32);

    /// @notice The current period.
    function currentPeriod() external view returns (uint256);

    /// @notice When a period begins, ends and locks.
    function periodTimes(uint256 period) external view returns (uint256 starts, uint256 ends, uint256 locks);

    /// @notice A party's credits in one period.
    /// @dev Without hold, what was claimed is not told apart by period: `claimed` is 0 and `claimable` all that locked. Where
    /// a payment among many failed, its periods show as claimed and its amount is claimable in `account`.
    function statement(address party, address currency, uint256 period) external view returns (Statement memory);

    /// @notice A party's books from the first period on: credits, and what was settled for it.
    /// @dev Grows with the periods; meant for reading off chain.
    function account(address party, address currency) external view returns (Statement memory);

    /// @notice What a `claim` would pay now.
    function claimable(address party, address currency) external view returns (uint256);

    /// @notice What a standing line has earned and not yet settled.
    /// @return held In periods that are not locked.
    /// @return locked What `claimLine` would add for its holder.
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked);

    /// @notice What a `claimResidual` over at most `segments` would add for the treasury.
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked);

    /// @notice What the program has and owes, per currency.
    function solvency() external view returns (Solvency[] memory);

    /// @notice Revenue and what it brought of one kind, in the segment of time that `time` falls in.
    function bucketAt(address currency, uint8 kind, uint256 time) external view returns (Bucket memory);

    /// @notice A partner by number.
    function partnerAt(uint256 number) external view returns (Partner memory);

    /// @notice A partner's number, referrer and period of enrollment by wallet.
    function membershipOf(address wallet) external view returns (Membership memory);

    /// @notice How many partners were ever enrolled, and how many are active.
    function partnerCount() external view returns (uint256 enrolled, uint256 active);
}
