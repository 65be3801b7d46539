// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Exits } from "./parts/Exits.sol";

/// @title The part of a program that knows how standing lines end
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramExits is Exits {}
