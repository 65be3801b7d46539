// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { Payments } from "./Payments.sol";
import { Payouts } from "./Payouts.sol";
import { IProgramFunding } from "../interfaces/IProgramFunding.sol";
import { Permit } from "../interfaces/Types.sol";
import { Logs } from "../libraries/Logs.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";

/// @title The operator's funds, and money that comes in by other ways than `pay`
abstract contract Funding is IProgramFunding, Payments, Payouts, History {
    using PackedTerms for bytes;

    /* FUNDS */

    /// @inheritdoc IProgramFunding
    function fund(address currency, uint256 amount) external payable nonReentrant {
        _fund(currency, amount);
    }

    /// @inheritdoc IProgramFunding
    function fundWithPermit(address currency, uint256 amount, Permit calldata permit) external nonReentrant {
        _permit({ currency: currency, amount: amount, permit: permit });
        _fund(currency, amount);
    }

    function _fund(address currency, uint256 amount) private {
        uint256 index = _indexOf(_terms(), currency);
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _addCounted(index, received);
        // Safe: `_addCounted` has checked 96 bits.
        _pots[index].funds += uint128(received);
        emit Funded({ from: msg.sender, currency: currency, amount: received });
    }

    /// @inheritdoc IProgramFunding
    function withdrawFunds(address currency, uint256 amount) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        uint256 funds = _pots[index].funds;
        require(amount > 0, Program_ZeroAmount());
        require(amount <= funds, Program_NotFunded(currency, funds, amount));
        // Safe: at most `funds`.
        _pots[index].funds -= uint128(amount);
        _foldOne(
            Logs.emit1({ selector: FundsWithdrawn.selector, topic: Logs.topicOf(currency), data: abi.encode(amount) })
        );
        _payTreasury({ packed: packed, index: index, amount: amount });
    }

    /* REVENUE */

    /// @inheritdoc IProgramFunding
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

    /// @inheritdoc IProgramFunding
    function payWithPermit(uint8 kind, address currency, uint256 amount, Permit calldata permit) external nonReentrant {
        _permit({ currency: currency, amount: amount, permit: permit });
        _payRevenue({ kind: kind, currency: currency, amount: amount });
    }

    /// @inheritdoc IProgramFunding
    function paySaleWithPermit(
        bytes32 saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        Permit calldata permit
    ) external nonReentrant {
        _permit({ currency: currency, amount: amount, permit: permit });
        _paySale({ saleId: saleId, kind: kind, currency: currency, amount: amount });
    }
}
