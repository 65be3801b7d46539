// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgram } from "../interfaces/IProgram.sol";
import { Transfers } from "./Transfers.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_TREASURY } from "../terms/TermsLayout.sol";

/// @title Money coming in, and the operator's funds
abstract contract Revenue is IProgram, Transfers {
    using Periods for Schedule;
    using PackedTerms for bytes;

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
        bytes memory packed = _terms();
        _checkPaidKind(packed, kind);
        uint256 index = _indexOf(packed, currency);
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _count({ packed: packed, currency: index, kind: kind, amount: received });
        emit RevenuePaid({ payer: msg.sender, kind: kind, currency: currency, amount: received });
    }

    /// @inheritdoc IProgram
    function sync(address currency) external nonReentrant returns (uint256 amount) {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        uint256 balance = _balance(index, currency);
        uint256 owed = _owedInAll(index);
        require(balance > owed, Program_NothingToSync(currency));
        amount = balance - owed;
        _count({ packed: packed, currency: index, kind: 0, amount: amount });
        emit Synced(currency, amount);
    }

    /// @inheritdoc IProgram
    function fund(address currency, uint256 amount) external payable nonReentrant {
        uint256 index = _indexOf(_terms(), currency);
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _addCounted(index, received);
        // Safe: `_addCounted` has checked 96 bits.
        _pots[index].funds += uint128(received);
        emit Funded({ from: msg.sender, currency: currency, amount: received });
    }

    /// @inheritdoc IProgram
    function withdrawFunds(address currency, uint256 amount) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        uint256 funds = _pots[index].funds;
        require(amount > 0, Program_ZeroAmount());
        require(amount <= funds, Program_NotFunded(currency, funds, amount));
        // Safe: at most `funds`.
        _pots[index].funds -= uint128(amount);
        _subCounted(index, amount);
        _push({ index: index, currency: currency, to: packed.addressAt(AT_TREASURY), amount: amount });
        emit FundsWithdrawn(currency, amount);
    }
}
