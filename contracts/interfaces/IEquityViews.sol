// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GrantEarnings, GrantState, PlanLevel, PlanOverview, PlanSettings } from "./EquityTypes.sol";
import { IEquityErrors } from "./IEquityErrors.sol";

/// @title Reading a plan
interface IEquityViews is IEquityErrors {
    /// @notice What the plan was created with.
    /// @return given It.
    function settings() external view returns (PlanSettings memory given);

    /// @notice A grant as it is now.
    /// @dev Reverts with {EquityPlan_UnknownGrant}.
    /// @param id Its number.
    /// @return state It.
    function grantAt(uint256 id) external view returns (GrantState memory state);

    /// @notice The units of a grant that are vested at a time: as all stands now, so a later time is a promise and no more.
    /// @dev Reverts with {EquityPlan_UnknownGrant}.
    /// @param id The grant.
    /// @param time In UTC seconds.
    /// @return units Vested.
    function vestedOf(uint256 id, uint256 time) external view returns (uint256 units);

    /// @notice What a grant earned in a currency, as far as money is shared.
    /// @dev Reverts with {EquityPlan_UnknownGrant}.
    /// @param id The grant.
    /// @param currency ETH or a token.
    /// @return earnings `payable_` and `owed` together are what a claim pays, before withholding.
    function earningsOf(uint256 id, address currency) external view returns (GrantEarnings memory earnings);

    /// @notice The plan's money in a currency.
    /// @dev Reverts with {EquityPlan_UnknownCurrency}.
    /// @param currency ETH or a token.
    /// @return money It.
    function levelOf(address currency) external view returns (PlanLevel memory money);

    /// @notice The plan as it is now.
    /// @return state It.
    function overview() external view returns (PlanOverview memory state);
}
