// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Partners } from "./parts/Partners.sol";
import { Tiers } from "./parts/Tiers.sol";
import { Wallets } from "./parts/Wallets.sol";

/// @title The part of a program that knows its partners
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramPartners is Partners, Tiers, Wallets {
    /// @dev The same domain as the program's own.
    constructor() EIP712("Tributary", "1") {}
}
