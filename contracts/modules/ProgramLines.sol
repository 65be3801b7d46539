// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Guarantees } from "../base/Guarantees.sol";
import { LineSettlement } from "../base/LineSettlement.sol";

/// @title The module for standing lines and the residual: settled and guaranteed
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramLines is LineSettlement, Guarantees {}
