// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Terms } from "./TermsTypes.sol";

/// @title What an amendment may change, and whom it asks
/// @notice Posted sales name kinds and roles by their index, partners tiers and pools, books lines and segments of time: what
/// they rest on stays. Lists grow at their end, and nothing is worth more or less before the amendment's start.
interface IAmendmentCheck {
    /// @notice Refuses what cannot change of the caller's terms.
    ///
    /// @dev Notes:
    /// - A standing line is asked that ends earlier.
    /// - A line that is guaranteed something and runs on is asked where the amendment lets others take more of the residual that
    ///   its guarantee is paid from: a standing line is added that has a rate, or an old one ends later or earns on more kinds; a
    ///   role is added; the commission, a role's ceiling, a base rate, an addition for tier, tenure, network or volume goes up, where
    ///   an added kind counts as if the role's highest base rate had stood there; the share of a missing role, or the residual
    ///   itself, goes somewhere else than to the operator's residual.
    ///
    /// Requirements:
    /// - Nothing changes that cannot, else `Program_NotAmendable`.
    ///
    /// @param next The new terms.
    /// @param from When they would come into force.
    /// @param source The data contract with the caller's terms in force; zero where these are its own code's.
    /// @return asked The standing lines whose holders must consent, rising.
    /// @return addresses Whether the treasury or the tax account is another, so that the guardian can stop it.
    function check(
        Terms calldata next,
        uint256 from,
        address source
    ) external view returns (uint256[] memory asked, bool addresses);
}
