// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev Who played which role in a sale.
struct Credit {
    uint256 partner;
    uint256 role;
    uint256 weight;
}

/// @dev A sale to be posted.
struct Sale {
    bytes32 id;
    uint256 kind;
    uint256 amount;
    Credit[] credits;
}
