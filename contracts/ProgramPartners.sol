// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Partners } from "./parts/Partners.sol";

/// @title The part of a program that knows its partners
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramPartners is Partners {}
