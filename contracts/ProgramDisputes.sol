// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Pricing } from "./parts/Pricing.sol";

/// @title The part of a program that knows disputes
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramDisputes is Pricing {}
