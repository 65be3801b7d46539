// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A token whose balances are shares times a rate, both rounded down, as Lido's stETH, but does not say so: a transfer moves up to two units less
contract RoundingToken {
    uint256 public pooled;
    uint256 public totalShares;
    mapping(address owner => uint256 held) private _shares;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    function mintShares(address to, uint256 shares, uint256 value) external {
        _shares[to] += shares;
        totalShares += shares;
        pooled += value;
    }

    /// @dev All balances grow.
    function rebase(uint256 more) external {
        pooled += more;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move({ from: msg.sender, to: to, amount: amount });
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        return _move({ from: from, to: to, amount: amount });
    }

    function decimals() external pure returns (uint8) {
        return 18;
    }

    function balanceOf(address owner) external view returns (uint256) {
        return totalShares == 0 ? 0 : (_shares[owner] * pooled) / totalShares;
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        uint256 shares = (amount * totalShares) / pooled;
        _shares[from] -= shares;
        _shares[to] += shares;
        return true;
    }
}
