// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Funding } from "../base/Funding.sol";

/// @title The module for money that comes in: the operator's funds, sales paid on chain, transfers that nobody announced
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramFunding is Funding {}
