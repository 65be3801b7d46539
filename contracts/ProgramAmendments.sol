// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsPress } from "./interfaces/ITermsPress.sol";
import { ProgramBase } from "./parts/ProgramBase.sol";

/// @title The part of a program that knows amendments
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramAmendments is ProgramBase {
    /// @notice What checks and packs the terms of an amendment.
    ITermsPress public immutable press;

    constructor(ITermsPress press_) {
        press = press_;
    }
}
