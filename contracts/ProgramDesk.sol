// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { Earnings } from "./parts/Earnings.sol";
import { Pools } from "./parts/Pools.sol";
import { PostedSale, PostedSales } from "./parts/PostedSales.sol";
import { IProgramDesk } from "./interfaces/IProgramDesk.sol";
import { Bucket, NamedLine, Solvency, Statement, Terms } from "./interfaces/Types.sol";
import { PackedAccount } from "./libraries/Accounts.sol";
import { Periods, Schedule, Segment } from "./libraries/Periods.sol";
import { SaleHead, SaleStore } from "./libraries/SaleStore.sol";
import { TermsBlob, AT_ARBITER, AT_ATTRIBUTOR, AT_CURRENCIES, AT_HASH, AT_OPERATOR } from "./libraries/TermsBlob.sol";
import { TermsReader } from "./libraries/TermsReader.sol";

/// @title The part of a program that moves no money
/// @notice The terms and everything that people and pages read of the books. `Program` runs this code on its own storage; called at
/// its own address it knows no terms and answers nothing.
contract ProgramDesk is Initializable, IProgramDesk, Earnings, Pools, PostedSales {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using TermsBlob for bytes;

    constructor() {
        _disableInitializers();
    }

    /// @notice Appoints the roles that the terms name, announces the terms and enrolls their pools. Once, by the factory at
    /// creation.
    function initialize(string calldata uri) external initializer {
        bytes memory blob = _namedTerms();
        _grantRole(OPERATOR_ROLE, blob.addressAt(AT_OPERATOR));
        _grantRole(ATTRIBUTOR_ROLE, blob.addressAt(AT_ATTRIBUTOR));
        _grantRole(ARBITER_ROLE, blob.addressAt(AT_ARBITER));
        _setRoleAdmin(ARBITER_ROLE, ARBITER_ROLE);
        emit TermsAgreed(bytes32(blob.number(AT_HASH, 32)), TermsReader.name(blob), uri);
        _enrollPools(blob, 0);
    }

    /* TERMS */

    /// @inheritdoc IProgramDesk
    function terms() external view returns (Terms memory) {
        return TermsReader.terms(_namedTerms());
    }

    /// @inheritdoc IProgramDesk
    function termsHash() external view returns (bytes32) {
        return bytes32(_terms().number(AT_HASH, 32));
    }

    /// @inheritdoc IProgramDesk
    function currentPeriod() external view returns (uint256) {
        return _terms().schedule().periodAt(block.timestamp);
    }

    /// @inheritdoc IProgramDesk
    function periodTimes(uint256 period) external view returns (uint256 starts, uint256 ends, uint256 locks) {
        Schedule memory schedule = _terms().schedule();
        starts = schedule.periodStart(period);
        ends = schedule.periodStart(period + 1);
        locks = schedule.hold == 0 ? starts : schedule.lockTime(period);
    }

    /* SALES */

    /// @inheritdoc IProgramDesk
    function saleLines(bytes32 saleId) external view returns (NamedLine[] memory) {
        bytes memory blob = _namedTerms();
        PostedSale memory sale = _loadSale(blob, blob.schedule(), saleId);
        return
            TermsReader.describe({
                blob: blob,
                shares: sale.shares,
                kind: sale.head.kind,
                amount: sale.head.amount,
                time: sale.segment.start
            });
    }

    /// @inheritdoc IProgramDesk
    function saleOf(
        bytes32 saleId
    )
        external
        view
        returns (uint256 amount, uint256 refunded, uint8 kind, address currency, uint256 period, uint256 locksAt)
    {
        SaleHead memory head = _sales[saleId].loadHead();
        if (head.amount == 0) return (0, 0, 0, address(0), 0, 0);
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        Segment memory segment = schedule.segmentOf(head.ordinal);
        amount = head.amount;
        refunded = _refunded[saleId];
        // Safe: a kind is below 16.
        kind = uint8(head.kind);
        currency = blob.currency(head.currency);
        period = segment.period;
        locksAt = schedule.hold == 0 ? segment.start : schedule.lockTime(segment.period);
    }

    /* BOOKS */

    /// @inheritdoc IProgramDesk
    function statement(
        address party,
        address currency,
        uint256 period
    ) external view returns (Statement memory result) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        (result.earned, result.reversed) = _heldOf(party, index, period);
        uint256 left = result.earned - result.reversed;
        bool locked = schedule.hold == 0 || period < schedule.lockedAt(block.timestamp);
        if (!locked) {
            result.held = left;
            return result;
        }
        result.locked = left;
        if (period < _accounts[_accountKey(party, index)].next()) result.claimed = left;
        result.claimable = result.locked - result.claimed;
    }

    /// @inheritdoc IProgramDesk
    function account(address party, address currency) external view returns (Statement memory result) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        PackedAccount own = _accounts[_accountKey(party, index)];
        result.claimed = own.claimed();
        result.claimable = own.owed();
        if (block.timestamp >= schedule.start) _addCredits(schedule, party, index, result);
        result.locked = result.claimed + result.claimable;
        result.earned = result.locked + result.held + result.reversed;
    }

    /// @inheritdoc IProgramDesk
    function solvency() external view returns (Solvency[] memory result) {
        bytes memory blob = _terms();
        uint256 count = blob.number(AT_CURRENCIES, 1);
        result = new Solvency[](count);
        for (uint256 i = 0; i < count; ++i) {
            address currency = blob.currency(i);
            if (currency == address(0)) continue;
            uint256 balance = _balance(i, currency);
            uint256 owed = _owedInAll(i);
            result[i] = Solvency({
                currency: currency,
                balance: balance,
                owed: owed,
                funds: _pots[i].funds,
                uncounted: balance > owed ? balance - owed : 0
            });
        }
    }

    /// @inheritdoc IProgramDesk
    function bucketAt(address currency, uint8 kind, uint256 time) external view returns (Bucket memory) {
        bytes memory blob = _terms();
        _checkKind(blob, kind);
        Segment memory segment = blob.schedule().segmentAt(time);
        return _bucketOf(segment, _indexOf(blob, currency), kind).unpack();
    }

    /// @inheritdoc IProgramDesk
    function claimable(address party, address currency) external view returns (uint256 amount) {
        bytes memory blob = _terms();
        uint256 index = _indexOf(blob, currency);
        (uint256 locked, uint256 rules) = _locked(blob);
        (amount, ) = _claimable(_accounts[_accountKey(party, index)], party, index, locked, rules);
    }

    function _addCredits(Schedule memory schedule, address party, uint256 index, Statement memory result) private view {
        if (_members[party].number == 0) return;
        uint256 locked = schedule.lockedAt(block.timestamp);
        uint256 last = schedule.periodAt(block.timestamp);
        uint256 next = _accounts[_accountKey(party, index)].next();
        for (uint256 period = _members[party].period; period <= last; ++period) {
            (uint256 earned, uint256 reversed) = _heldOf(party, index, period);
            result.reversed += reversed;
            // Without hold, what was credited is owed or claimed already.
            if (schedule.hold == 0) continue;
            uint256 left = earned - reversed;
            if (period >= locked) result.held += left;
            else if (period >= next) result.claimable += left;
        }
    }
}
