// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgram } from "../../../contracts/interfaces/IProgram.sol";

/// @dev All that a deployed program answers to: its own interface and what it inherits from OpenZeppelin. Tests name this
/// instead of `Program`, so that they do not compile it again.
interface IDeployedProgram is IProgram {
    function nonces(address owner) external view returns (uint256);
}
