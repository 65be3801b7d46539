// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Functions that another contract's code answers
abstract contract Modular {
    /// @dev For functions without a body: `module` runs the call and answers it. Parameters and answers have the interface's names, for
    /// explorers show them. Structs and lists that it answers are declared as calldata, for the compiler would make empty ones in
    /// memory first.
    modifier use(address module) {
        _;
        _runAt(module);
    }

    /// @dev The same for functions that change nothing.
    modifier useView(address module) {
        _;
        _readAt(module);
    }

    /// @dev Runs the call as `module` and ends it with the module's answer.
    function _runAt(address module) private {
        // Memory-safe: writes behind what is allocated; the call ends here.
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), module, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            if iszero(success) {
                revert(free, returndatasize())
            }
            return(free, returndatasize())
        }
    }

    /// @dev The same for functions that the module declares as view: its code changes nothing there, and a static call stays
    /// static in a delegated one. The compiler knows no delegated call in a view function but that of a library.
    function _readAt(address module) private view {
        function(address) internal view read;
        function(address) internal write = _runAt;
        // Memory-safe: copies one function pointer.
        assembly ("memory-safe") {
            read := write
        }
        read(module);
        // Not reached; it tells the compiler that no function returns from here.
        // solhint-disable-next-line gas-custom-errors
        revert();
    }
}
