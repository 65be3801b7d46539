// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev A token that answers any bytes for its symbol, or fails with them; without any it burns the gas that it is given.
contract SymbolToken {
    bytes private _answer;
    bool private _fails;

    constructor(bytes memory answer, bool fails) {
        (_answer, _fails) = (answer, fails);
    }

    function decimals() external pure returns (uint8) {
        return 6;
    }

    function symbol() external view {
        bytes memory answer = _answer;
        bool fails = _fails;
        assembly ("memory-safe") {
            if iszero(mload(answer)) {
                invalid()
            }
            if fails {
                revert(add(answer, 0x20), mload(answer))
            }
            return(add(answer, 0x20), mload(answer))
        }
    }
}
