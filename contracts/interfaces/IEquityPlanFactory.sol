// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanSettings } from "./EquityTypes.sol";
import { IEquityErrors } from "./IEquityErrors.sol";

/// @title Creates equity plans at predictable addresses
/// @notice Holds no money and no power over what it created. Anyone may create plans. A program's terms can name a plan as the holder of
/// a standing line before it exists: its address follows from what it is.
interface IEquityPlanFactory is IEquityErrors {
    /// @notice Emitted for every plan.
    /// @param plan Its address.
    /// @param operator Who runs it first.
    /// @param given All that it was created with.
    /// @param uri Where its file and what belongs to it can be read.
    event PlanCreated(address indexed plan, address indexed operator, PlanSettings given, string uri);

    /// @notice Creates a plan.
    ///
    /// @dev Emits {PlanCreated}.
    ///
    /// Notes:
    /// - The address follows from the settings, the caller, the URI and the salt, so that nobody else can take it.
    /// - Creation does not make the caller anything.
    ///
    /// Requirements, else {EquityPlan_InvalidSettings}:
    /// - Operator, arbiter and treasury are not zero; some units are authorised; the name has at most 64 bytes.
    /// - There are one to eight currencies: ETH, or tokens that have code and tell a balance; none twice.
    /// - There are one to eight classes, with a hurdle for each currency; class 0 has none; `restClass` is one.
    /// - Losses are at most 100 %; notice and hand-over are a day at least.
    /// - Where units can be called: a multiple above 0, and periods of a day at least.
    /// - The caller has not created the same plan before, else OpenZeppelin's `FailedDeployment`.
    ///
    /// @param given What the plan is; it never changes.
    /// @param uri Where its file and what belongs to it can be read.
    /// @param salt Tells apart plans of the same caller with the same settings.
    /// @return plan Its address.
    function create(PlanSettings calldata given, string calldata uri, bytes32 salt) external returns (address plan);

    /// @notice Where `create` by `caller` would put a plan.
    /// @dev Reverts as `create` where the settings are refused.
    /// @param given As in `create`.
    /// @param uri As in `create`.
    /// @param salt As in `create`.
    /// @param caller Who would call it.
    /// @return plan Its address, whether or not it is there yet.
    function predict(
        PlanSettings calldata given,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address plan);

    /// @notice The code that every plan of this factory runs.
    function implementation() external view returns (address module);
}
