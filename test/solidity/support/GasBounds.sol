// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "./Vm.sol";

/// @dev Whether contracts cost what they do when they are deployed, so that gas has bounds. In builds in which they count what they
/// run, this is false: see tools/mutation/withoutGasBounds.ts.
bool constant BOUNDS_GAS = true;

/// @dev Bounds gas, as `assertLt`.
function assertGas(uint256 gas, uint256 bound, string memory what) pure {
    Vm vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    if (BOUNDS_GAS) vm.assertLt(gas, bound, what);
}
