// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityPlan } from "../../../../contracts/interfaces/IEquityPlan.sol";

/// @dev All that a deployed plan answers to. Tests name this instead of `EquityPlan`, so that they do not compile it again.
interface IDeployedPlan is IEquityPlan {
    function nonces(address owner) external view returns (uint256);
}
