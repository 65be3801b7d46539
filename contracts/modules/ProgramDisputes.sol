// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Duplicates } from "../base/Duplicates.sol";
import { Refunds } from "../base/Refunds.sol";

/// @title The module for what may become of a posted sale: refunds, disputes, duplicates
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramDisputes is Refunds, Duplicates {}
