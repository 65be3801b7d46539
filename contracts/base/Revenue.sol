// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgram } from "../interfaces/IProgram.sol";
import { Transfers } from "./Transfers.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";

/// @title Money coming in
abstract contract Revenue is IProgram, Transfers {
    /// @inheritdoc IProgram
    receive() external payable {
        PackedBucket bucket = _open[ETHER_INDEX][0];
        if (block.timestamp < bucket.until()) {
            _open[ETHER_INDEX][0] = bucket.add(msg.value, msg.value);
        } else {
            bytes memory packed = _terms();
            _checkCurrencyIndex(packed, ETHER_INDEX);
            _count({ packed: packed, currency: ETHER_INDEX, kind: 0, amount: msg.value });
        }
        emit Received(msg.value);
    }

    /// @inheritdoc IProgram
    function pay(uint8 kind, address currency, uint256 amount) external payable nonReentrant {
        _payRevenue({ kind: kind, currency: currency, amount: amount });
    }
}
