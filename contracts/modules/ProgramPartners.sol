// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Partners } from "../base/Partners.sol";
import { Tiers } from "../base/Tiers.sol";
import { Wallets } from "../base/Wallets.sol";

/// @title The module for partners: who takes part, in which tier, and where they are paid
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramPartners is Partners, Tiers, Wallets {
    /// @dev The same domain as the program's own.
    constructor() EIP712("Tributary", "1") {}
}
