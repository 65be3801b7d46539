// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    Role,
    Rules,
    StandingLine,
    Terms
} from "../interfaces/TermsTypes.sol";
import { NamedLine } from "../interfaces/Types.sol";
import { FIRST_POOL, ONE } from "../libraries/Constants.sol";
import { Bonuses } from "./Bonuses.sol";
import { Pages, StoredLine } from "./Pages.sol";
import { PackedTerms } from "./PackedTerms.sol";
import {
    AT_ARBITER,
    AT_ATTRIBUTOR,
    AT_CEILING,
    AT_COMMISSION,
    AT_CURRENCIES,
    AT_FLAGS,
    AT_HOLD,
    AT_KINDS,
    AT_LINES,
    AT_NAMES_OFFSET,
    AT_NOTICE,
    AT_OPERATOR,
    AT_PERIOD,
    AT_RESIDUAL_ROLE,
    AT_ROLES,
    AT_START,
    AT_TIERS,
    AT_TREASURY,
    CHECKPOINTS,
    CLAUSES,
    EXTRA_DISPUTES,
    EXTRA_DISPUTE_PERIODS,
    EXTRA_GUARDIAN,
    EXTRA_HANDOVER_DAYS,
    EXTRA_LIMIT,
    EXTRA_LEAST_SALE,
    EXTRA_LINE_NOTICE,
    EXTRA_MINIMUM,
    EXTRA_MOVE_DAYS,
    EXTRA_REFUND_LIMIT,
    EXTRA_SILENCE_PERIODS,
    EXTRA_STANDBY,
    EXTRA_TAX_ACCOUNT,
    FLAG_ACCEPTANCE,
    GRADUATIONS,
    MILESTONES,
    OUTCOMES,
    POOLS
} from "./TermsLayout.sol";
import { SaleWords } from "../libraries/SaleWords.sol";

/// @dev What a tier asks for, counted in one currency.
/// @param byEarned Whether something must be earned in some currency: where `earned` is 0 then, not in this one.
struct Goal {
    uint256 tier;
    bool byEarned;
    uint256 earned;
    uint256 sales;
    uint256 months;
    uint256 score;
}

/// @title Packed terms in words, for people and pages
library TermsReader {
    using Pages for bytes;
    using Pages for StoredLine;
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /// @notice The terms as they were given. Narrowing is safe throughout: sizes read are those that were packed.
    function terms(bytes memory packed) internal view returns (Terms memory result) {
        result.operator = packed.addressAt(AT_OPERATOR);
        result.attributor = packed.addressAt(AT_ATTRIBUTOR);
        result.arbiter = packed.addressAt(AT_ARBITER);
        result.treasury = packed.addressAt(AT_TREASURY);
        result.guardian = address(uint160(packed.extra(EXTRA_GUARDIAN, 20)));
        result.standby = address(uint160(packed.extra(EXTRA_STANDBY, 20)));
        result.start = uint40(packed.number(AT_START, 5));
        result.period = uint32(packed.number(AT_PERIOD, 4));
        result.holdPeriods = uint8(packed.number(AT_HOLD, 1));
        result.noticePeriods = uint8(packed.number(AT_NOTICE, 1));
        result.lineNoticePeriods = uint8(packed.extra(EXTRA_LINE_NOTICE, 1));
        result.ceiling = uint24(packed.number(AT_CEILING, 3));
        result.commission = uint24(packed.number(AT_COMMISSION, 3));
        result.residualRole = uint8(packed.number(AT_RESIDUAL_ROLE, 1));
        result.currencies = new address[](packed.number(AT_CURRENCIES, 1));
        for (uint256 i = 0; i < result.currencies.length; ++i) result.currencies[i] = packed.currency(i);
        result.kinds = new string[](packed.number(AT_KINDS, 1));
        result.tiers = new string[](packed.number(AT_TIERS, 1));
        result.roles = new Role[](packed.number(AT_ROLES, 1));
        for (uint256 i = 0; i < result.roles.length; ++i) result.roles[i] = _role(packed, i);
        result.standing = new StandingLine[](packed.number(AT_LINES, 2));
        for (uint256 i = 0; i < result.standing.length; ++i) result.standing[i] = _line(packed, i);
        _fillClauses(packed, result.standing);
        _fillExtras(packed, result);
        result.rules = _rules(packed);
        _fillNames(packed, result);
    }

    /// @notice The program's name.
    function name(bytes memory packed) internal pure returns (string memory) {
        return _name(packed, 0);
    }

    /// @notice The lines of a sale by name: roles and pools, then standing lines, then the residual.
    /// @param words Of its lines, see `SaleWords`.
    /// @param wallets Each line's party.
    function describe(
        bytes memory packed,
        uint256[] memory words,
        address[] memory wallets,
        uint256 kind,
        uint256 amount,
        uint256 time
    ) internal view returns (NamedLine[] memory lines) {
        uint256 count = packed.number(AT_LINES, 2);
        lines = new NamedLine[](wallets.length + count + 1);
        uint256 size = 0;
        uint256 left = amount;
        for (uint256 i = 0; i < wallets.length; ++i) {
            uint256 word = words[i];
            lines[size++] = NamedLine({
                source: _sourceOf(packed, word),
                party: wallets[i],
                // Safe: a rate of a line has 20 bits.
                rate: uint24(word.rate()),
                amount: word.lineAmount()
            });
            left -= word.lineAmount();
        }
        uint256 nameAt = _nameOffset(packed, _rolesAt(packed) + packed.number(AT_ROLES, 1));
        for (uint256 i = 0; i < count; ++i) {
            StoredLine memory line = packed.line(i);
            string memory source;
            (source, nameAt) = _text(packed, nameAt);
            uint256 rate = (packed.kindsOf(line.kinds) >> kind) & 1 == 0 ? 0 : line.rateAt(time);
            if (rate == 0) continue;
            uint256 part = (amount * rate) / ONE;
            lines[size++] = NamedLine({ source: source, party: line.holder, rate: uint24(rate), amount: part });
            left -= part;
        }
        // What rounding leaves is residual too, so the lines add up to the sale.
        lines[size++] = NamedLine({ source: "residual", party: packed.addressAt(AT_TREASURY), rate: 0, amount: left });
        // Memory-safe: `size` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(lines, size)
        }
    }

    /// @dev The name of a sale line's pool, or of its role.
    function _sourceOf(bytes memory packed, uint256 word) private pure returns (string memory) {
        uint256 place = _rolesAt(packed);
        if (word.partner() < FIRST_POOL) return _name(packed, place + word.role());
        place += packed.number(AT_ROLES, 1) + packed.number(AT_LINES, 2);
        return _name(packed, place + word.partner() - FIRST_POOL);
    }

    /// @dev Which name the first role's is.
    function _rolesAt(bytes memory packed) private pure returns (uint256) {
        return 1 + packed.number(AT_KINDS, 1) + packed.number(AT_TIERS, 1);
    }

    function _role(bytes memory packed, uint256 index) private pure returns (Role memory role) {
        uint256 record = packed.roleOffset(index);
        (uint256 missing, uint256 pool) = packed.roleMissing(record);
        role.stage = uint8(packed.roleStage(record));
        (role.missing, role.pool) = (uint8(missing), uint8(pool));
        role.ceiling = uint24(packed.roleCeiling(record));
        role.rates = new uint24[](packed.number(AT_KINDS, 1));
        for (uint256 i = 0; i < role.rates.length; ++i) role.rates[i] = uint24(packed.roleRate(record, i));
        role.tiers = new uint24[](packed.number(AT_TIERS, 1));
        for (uint256 i = 0; i < role.tiers.length; ++i) role.tiers[i] = uint24(packed.roleTier(record, i));
        role.tenure = new uint24[](packed.number(packed.tenureOffset(record), 1));
        for (uint256 i = 0; i < role.tenure.length; ++i) role.tenure[i] = uint24(packed.roleTenure(record, i));
        Bonuses.read(packed, record, role);
    }

    function _line(bytes memory packed, uint256 index) private view returns (StandingLine memory line) {
        StoredLine memory stored = packed.line(index);
        line.holder = stored.holder;
        line.kinds = uint16(stored.kinds);
        line.starts = uint40(stored.starts);
        line.ends = uint40(stored.ends);
        line.rates = new uint24[](stored.rates.length / 3);
        for (uint256 i = 0; i < line.rates.length; ++i) line.rates[i] = uint24(stored.rates.number(i * 3, 3));
    }

    function _fillClauses(bytes memory packed, StandingLine[] memory lines) private pure {
        (uint256 offset, uint256 size) = packed.listAt(CLAUSES);
        uint256 count = packed.listLength(CLAUSES);
        for (uint256 i = 0; i < count; ++i) {
            lines[packed.number(offset, 2)].clauses = _clausesAt(packed, offset);
            offset += size;
        }
    }

    /// @dev The clauses whose record lies at `offset`.
    function _clausesAt(bytes memory packed, uint256 offset) private pure returns (Clauses memory) {
        return
            Clauses({
                capPer: uint8(packed.number(offset + 2, 1)),
                thresholdPer: uint8(packed.number(offset + 3, 1)),
                cap: packed.amountsAt(packed.number(offset + 4, 2)),
                threshold: packed.amountsAt(packed.number(offset + 6, 2)),
                fee: packed.amountsAt(packed.number(offset + 8, 2)),
                minimum: packed.amountsAt(packed.number(offset + 10, 2)),
                buyout: uint32(packed.number(offset + 12, 4))
            });
    }

    function _fillExtras(bytes memory packed, Terms memory result) private pure {
        result.outcomes = new Outcome[](packed.listLength(OUTCOMES));
        for (uint256 i = 0; i < result.outcomes.length; ++i) result.outcomes[i] = _outcome(packed, i);
        result.pools = new Pool[](packed.listLength(POOLS));
        for (uint256 i = 0; i < result.pools.length; ++i) result.pools[i].holder = poolHolder(packed, i);
        result.graduations = new Graduation[](packed.listLength(GRADUATIONS));
        for (uint256 i = 0; i < result.graduations.length; ++i) result.graduations[i] = _graduation(packed, i);
        result.milestones = new Milestone[](packed.listLength(MILESTONES));
        for (uint256 i = 0; i < result.milestones.length; ++i) result.milestones[i] = _milestone(packed, i);
        result.checkpoints = new uint40[](packed.listLength(CHECKPOINTS));
        (uint256 offset, uint256 size) = packed.listAt(CHECKPOINTS);
        for (uint256 i = 0; i < result.checkpoints.length; ++i) {
            result.checkpoints[i] = uint40(packed.number(offset + i * size, 5));
        }
    }

    /// @notice What the outcomes of a kind pay in a currency.
    function outcomeOf(
        bytes memory packed,
        uint256 kind,
        uint256 currency
    ) internal pure returns (bool perPeriod, uint256 amount) {
        uint256 count = packed.listLength(OUTCOMES);
        for (uint256 i = 0; i < count; ++i) {
            uint256 offset = _recordOf(packed, OUTCOMES, i);
            if (packed.number(offset, 1) != kind) continue;
            return (packed.number(offset + 1, 1) == 1, packed.amountAt(packed.number(offset + 2, 2), currency));
        }
    }

    function _outcome(bytes memory packed, uint256 index) private pure returns (Outcome memory) {
        uint256 offset = _recordOf(packed, OUTCOMES, index);
        return
            Outcome({
                kind: uint8(packed.number(offset, 1)),
                perPeriod: packed.number(offset + 1, 1) == 1,
                amounts: packed.amountsAt(packed.number(offset + 2, 2))
            });
    }

    function poolHolder(bytes memory packed, uint256 index) internal pure returns (address) {
        return packed.addressAt(_recordOf(packed, POOLS, index));
    }

    /// @notice A pool's name. It lies behind those of all standing lines.
    function poolName(bytes memory packed, uint256 index) internal pure returns (string memory) {
        uint256 roles = 1 + packed.number(AT_KINDS, 1) + packed.number(AT_TIERS, 1);
        return _name(packed, roles + packed.number(AT_ROLES, 1) + packed.number(AT_LINES, 2) + index);
    }

    /// @notice What the tier of a graduation asks for in a currency.
    function goalAt(bytes memory packed, uint256 index, uint256 currency) internal pure returns (Goal memory) {
        uint256 offset = _recordOf(packed, GRADUATIONS, index);
        uint256 list = packed.number(offset + 1, 2);
        return
            Goal({
                tier: packed.number(offset, 1),
                byEarned: list != 0,
                earned: packed.amountAt(list, currency),
                sales: packed.number(offset + 3, 4),
                months: packed.number(offset + 7, 2),
                score: packed.number(offset + 9, 4)
            });
    }

    /// @notice How a milestone is reached and what it pays in a currency.
    /// @return sales 0 where it is reached by what was earned.
    function milestoneAt(
        bytes memory packed,
        uint256 index,
        uint256 currency
    ) internal pure returns (uint256 sales, uint256 earned, uint256 pays) {
        uint256 offset = _recordOf(packed, MILESTONES, index);
        sales = packed.number(offset, 4);
        earned = packed.amountAt(packed.number(offset + 4, 2), currency);
        pays = packed.amountAt(packed.number(offset + 6, 2), currency);
    }

    function _graduation(bytes memory packed, uint256 index) private pure returns (Graduation memory) {
        uint256 offset = _recordOf(packed, GRADUATIONS, index);
        return
            Graduation({
                tier: uint8(packed.number(offset, 1)),
                earned: packed.amountsAt(packed.number(offset + 1, 2)),
                sales: uint32(packed.number(offset + 3, 4)),
                months: uint16(packed.number(offset + 7, 2)),
                score: uint32(packed.number(offset + 9, 4))
            });
    }

    /// @dev A milestone, without its name.
    function _milestone(bytes memory packed, uint256 index) private pure returns (Milestone memory result) {
        uint256 offset = _recordOf(packed, MILESTONES, index);
        result.sales = uint32(packed.number(offset, 4));
        result.earned = packed.amountsAt(packed.number(offset + 4, 2));
        result.pays = packed.amountsAt(packed.number(offset + 6, 2));
    }

    function _recordOf(bytes memory packed, uint256 list, uint256 index) private pure returns (uint256) {
        (uint256 offset, uint256 size) = packed.listAt(list);
        return offset + index * size;
    }

    function _rules(bytes memory packed) private pure returns (Rules memory) {
        return
            Rules({
                acceptance: packed.number(AT_FLAGS, 2) & FLAG_ACCEPTANCE != 0,
                postingLimit: packed.amountsAt(packed.extra(EXTRA_LIMIT, 2)),
                refundLimit: packed.amountsAt(packed.extra(EXTRA_REFUND_LIMIT, 2)),
                leastSale: packed.amountsAt(packed.extra(EXTRA_LEAST_SALE, 2)),
                minimumPayout: packed.amountsAt(packed.extra(EXTRA_MINIMUM, 2)),
                disputes: uint8(packed.extra(EXTRA_DISPUTES, 1)),
                disputePeriods: uint8(packed.extra(EXTRA_DISPUTE_PERIODS, 1)),
                moveDays: uint8(packed.extra(EXTRA_MOVE_DAYS, 1)),
                handoverDays: uint8(packed.extra(EXTRA_HANDOVER_DAYS, 1)),
                silencePeriods: uint8(packed.extra(EXTRA_SILENCE_PERIODS, 1)),
                taxAccount: address(uint160(packed.extra(EXTRA_TAX_ACCOUNT, 20)))
            });
    }

    function _fillNames(bytes memory packed, Terms memory result) private pure {
        uint256 offset = packed.number(AT_NAMES_OFFSET, 2);
        (result.name, offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.kinds.length; ++i) (result.kinds[i], offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.tiers.length; ++i) (result.tiers[i], offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.roles.length; ++i) (result.roles[i].name, offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.standing.length; ++i) (result.standing[i].name, offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.pools.length; ++i) (result.pools[i].name, offset) = _text(packed, offset);
        for (uint256 i = 0; i < result.milestones.length; ++i)
            (result.milestones[i].name, offset) = _text(packed, offset);
    }

    function _name(bytes memory packed, uint256 index) private pure returns (string memory text) {
        (text, ) = _text(packed, _nameOffset(packed, index));
    }

    function _nameOffset(bytes memory packed, uint256 index) private pure returns (uint256 offset) {
        offset = packed.number(AT_NAMES_OFFSET, 2);
        for (uint256 i = 0; i < index; ++i) offset += 1 + packed.number(offset, 1);
    }

    function _text(bytes memory packed, uint256 offset) private pure returns (string memory, uint256) {
        bytes memory raw = new bytes(packed.number(offset, 1));
        for (uint256 i = 0; i < raw.length; ++i) raw[i] = packed[offset + 1 + i];
        return (string(raw), offset + 1 + raw.length);
    }
}
