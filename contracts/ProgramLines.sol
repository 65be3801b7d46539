// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Guarantees } from "./parts/Guarantees.sol";
import { Settlement } from "./parts/Settlement.sol";

/// @title The part of a program that knows standing lines and the residual
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramLines is Settlement, Guarantees {}
