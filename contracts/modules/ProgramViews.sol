// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Creation } from "../base/Creation.sol";
import { SaleViews } from "../base/SaleViews.sol";
import { IProgramHistory } from "../interfaces/IProgramHistory.sol";
import { IProgramViews } from "../interfaces/IProgramViews.sol";
import { Terms } from "../interfaces/TermsTypes.sol";
import { Bucket, Solvency, Statement } from "../interfaces/Types.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { ETHER } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_CURRENCIES, AT_HASH } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title The module that reads the terms and the books
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and answers nothing.
/// @dev Creation runs here too: a module for it alone would hold this one's code again, and be called once a program.
contract ProgramViews is IProgramViews, IProgramHistory, SaleViews, Creation {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @dev Plenty for a token behind a proxy, and little enough for eight that burn it all.
    uint256 private constant BALANCE_GAS = 300_000;

    constructor() {
        _disableInitializers();
    }

    /* TERMS */

    /// @inheritdoc IProgramViews
    function terms() external view returns (Terms memory deal) {
        return TermsReader.terms(_namedTerms());
    }

    /// @inheritdoc IProgramViews
    function termsHash() external view returns (bytes32 hash) {
        return bytes32(_terms().number(AT_HASH, 32));
    }

    /// @inheritdoc IProgramViews
    function currentPeriod() external view returns (uint256 period) {
        return _terms().schedule().periodAt(block.timestamp);
    }

    /// @inheritdoc IProgramViews
    function periodTimes(uint256 period) external view returns (uint256 starts, uint256 ends, uint256 locks) {
        Schedule memory schedule = _terms().schedule();
        starts = schedule.periodStart(period);
        ends = schedule.periodStart(period + 1);
        locks = schedule.hold == 0 ? starts : schedule.lockTime(period);
    }

    /* HISTORY */

    /// @inheritdoc IProgramHistory
    function history() external view returns (uint256 word) {
        return _history;
    }

    /// @inheritdoc IProgramHistory
    function checkpointOf(uint256 period) external view returns (uint256 word) {
        return _checkpoints[period];
    }

    /* BOOKS */

    /// @inheritdoc IProgramViews
    function statement(
        address party,
        address currency,
        uint256 period
    ) external view returns (Statement memory result) {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        uint256 index = _indexOf(packed, currency);
        (uint256 number, ) = _ownBook(party);
        if (number == 0) return result;
        (result.net, ) = _creditOf(number, index, period);
        bool locked = schedule.hold == 0 || period < schedule.lockedAt(block.timestamp);
        if (!locked) {
            result.held = result.net;
            return result;
        }
        result.locked = result.net;
        if (period < _accountOf(party, index).word.next()) result.claimed = result.net;
        result.claimable = result.locked - result.claimed;
    }

    /// @inheritdoc IProgramViews
    function account(address party, address currency) external view returns (Statement memory result) {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        uint256 index = _indexOf(packed, currency);
        PackedAccount own = _accountOf(party, index).word;
        result.claimed = own.claimed();
        result.claimable = own.owed() + _waiting[_accountKey(party, index)];
        // Without hold, what was credited is owed or claimed already.
        if (schedule.hold > 0 && block.timestamp >= schedule.start)
            _addCredits({ schedule: schedule, party: party, index: index, next: own.next(), result: result });
        result.locked = result.claimed + result.claimable;
        result.net = result.locked + result.held;
    }

    /// @inheritdoc IProgramViews
    function solvency() external view returns (Solvency[] memory result) {
        bytes memory packed = _terms();
        uint256 count = packed.number(AT_CURRENCIES, 1);
        result = new Solvency[](count);
        for (uint256 i = 0; i < count; ++i) {
            address currency = packed.currency(i);
            if (currency == address(0)) continue;
            (bool answers, uint256 balance) = _tryBalance(currency);
            uint256 owed = _owedInAll(i);
            result[i] = Solvency({
                currency: currency,
                answers: answers,
                balance: balance,
                owed: owed,
                funds: _pots[i].funds,
                uncounted: balance > owed ? balance - owed : 0
            });
        }
    }

    /// @dev What the program holds, of a currency that may answer nothing, anything or never: the others' books are told all the same.
    function _tryBalance(address currency) private view returns (bool answers, uint256 balance) {
        if (currency == ETHER) return (true, address(this).balance);
        bytes memory answer;
        (answers, answer) = currency.staticcall{ gas: BALANCE_GAS }(abi.encodeCall(IERC20.balanceOf, (address(this))));
        answers = answers && answer.length >= 32;
        if (answers) balance = uint256(bytes32(answer));
    }

    /// @inheritdoc IProgramViews
    function bucketAt(address currency, uint8 kind, uint256 time) external view returns (Bucket memory bucket) {
        bytes memory packed = _terms();
        _checkKind(packed, kind);
        Segment memory segment = packed.schedule().segmentAt(time);
        return _bucketOf({ segment: segment, currency: _indexOf(packed, currency), kind: kind }).unpack();
    }

    /// @inheritdoc IProgramViews
    function claimable(address party, address currency) external view returns (uint256 amount) {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        (uint256 locked, uint256 rules) = _locked(packed);
        (amount, ) = _claimable({
            account: _accountOf(party, index).word,
            party: party,
            index: index,
            locked: locked,
            rules: rules
        });
    }

    /// @param next The first period whose credits are not claimed.
    function _addCredits(
        Schedule memory schedule,
        address party,
        uint256 index,
        uint256 next,
        Statement memory result
    ) private view {
        (uint256 number, ) = _ownBook(party);
        if (number == 0) return;
        uint256 locked = schedule.lockedAt(block.timestamp);
        uint256 end = schedule.periodAt(block.timestamp) + 1;
        while (next < end) {
            next = _nextCredited({ number: number, currency: index, period: next, until: end });
            if (next == end) break;
            (uint256 net, ) = _creditOf(number, index, next);
            if (next < locked) result.claimable += net;
            else result.held += net;
            ++next;
        }
    }
}
