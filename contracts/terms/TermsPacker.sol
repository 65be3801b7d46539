// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import {
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Role,
    Rules,
    StandingLine,
    Terms
} from "../interfaces/TermsTypes.sol";
import { Amounts } from "./Amounts.sol";
import { Bonuses } from "./Bonuses.sol";
import { ByteWriter, Buffer } from "./ByteWriter.sol";
import { REFERRED, TO_RESIDUAL } from "../libraries/Constants.sol";
import {
    AMOUNT_SIZE,
    AT_EXTRAS_OFFSET,
    AT_NAMES_OFFSET,
    AT_PAGES_OFFSET,
    AT_ROLES_OFFSET,
    AT_ROWS_OFFSET,
    BONUS_SHIFT,
    EXTRA_AMOUNTS,
    FLAG_ACCEPTANCE,
    FLAG_BONUSES,
    FLAG_COUNTS,
    FLAG_LEAST_SALE,
    FLAG_LIMIT,
    FLAG_MISSING,
    FLAG_NET,
    FLAG_PERSONAL,
    FLAG_REFERRED,
    FLAG_REFUND_LIMIT
} from "./TermsLayout.sol";
import { NET } from "../libraries/Waterfall.sol";

/// @title From readable terms to the bytes a program carries in its code
/// @notice The layout is described at `TermsLayout`; standing lines are packed by `StandingPacker`.
library TermsPacker {
    using Amounts for Buffer;
    using ByteWriter for Buffer;

    uint8 private constant MAX_DECIMALS = 36;

    /// @dev Within the code of a contract.
    uint256 private constant CAPACITY = 24_000;

    /// @notice Packs checked terms.
    /// @param cuts Rising times at which standing rates change, see `StandingPacker.cutsOf`.
    /// @param standing Sum of the standing rates: `standing[row][kind]`, see `StandingPacker.standingRates`.
    /// @param pages Where the pages of standing lines lie, see `StandingPacker`.
    /// @param asks Whether tokens are asked for their decimals, which are left open else.
    /// @param termsHash `keccak256(abi.encode(terms))`.
    function pack(
        Terms calldata terms,
        bytes32 termsHash,
        uint256[] memory cuts,
        uint256[][] memory standing,
        address[] memory pages,
        bool asks
    ) internal view returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(CAPACITY);
        Buffer memory amounts = ByteWriter.create(_amountsIn(terms));
        _header({ buffer: buffer, terms: terms, termsHash: termsHash, rows: cuts.length + 1, pages: pages.length });
        _currencies({ buffer: buffer, currencies: terms.currencies, asks: asks });
        _rows({ buffer: buffer, terms: terms, cuts: cuts, standing: standing });
        _roles({ buffer: buffer, amounts: amounts, roles: terms.roles });
        buffer.patch(AT_PAGES_OFFSET, buffer.size, 2);
        for (uint256 i = 0; i < pages.length; ++i) buffer.put(uint160(pages[i]), 20);
        uint256 extras = buffer.size;
        buffer.patch(AT_EXTRAS_OFFSET, extras, 2);
        _extras({ buffer: buffer, amounts: amounts, terms: terms });
        buffer.patch(extras + EXTRA_AMOUNTS, buffer.size, 2);
        buffer.append(amounts);
        buffer.patch(AT_NAMES_OFFSET, buffer.size, 2);
        _names(buffer, terms);
        return buffer.finish();
    }

    /// @dev The most bytes that amounts may take.
    function _amountsIn(Terms calldata terms) private pure returns (uint256 size) {
        // Each standing line has four, each milestone two.
        uint256 lists = 4 + terms.roles.length + terms.outcomes.length + terms.graduations.length;
        lists += 2 * terms.milestones.length + 4 * terms.standing.length;
        size = lists * terms.currencies.length * AMOUNT_SIZE;
        if (size > CAPACITY) size = CAPACITY;
    }

    function _header(
        Buffer memory buffer,
        Terms calldata terms,
        bytes32 termsHash,
        uint256 rows,
        uint256 pages
    ) private pure {
        buffer.put(terms.start, 5);
        buffer.put(terms.period, 4);
        buffer.put(terms.holdPeriods, 1);
        buffer.put(terms.noticePeriods, 1);
        buffer.put(terms.ceiling, 3);
        buffer.put(terms.commission, 3);
        buffer.put(terms.residualRole, 1);
        buffer.put(terms.currencies.length, 1);
        buffer.put(terms.kinds.length, 1);
        buffer.put(terms.tiers.length, 1);
        buffer.put(terms.roles.length, 1);
        buffer.put(terms.standing.length, 2);
        buffer.put(rows, 1);
        buffer.put(pages, 1);
        // Four offsets of two bytes, patched when they are known.
        buffer.put(0, 8);
        buffer.put(_allFlags(terms), 2);
        buffer.put(uint256(termsHash), 32);
        buffer.put(uint160(terms.operator), 20);
        buffer.put(uint160(terms.attributor), 20);
        buffer.put(uint160(terms.arbiter), 20);
        buffer.put(uint160(terms.treasury), 20);
        // The offset of the extras, patched too.
        buffer.put(0, 2);
        buffer.put(_outcomeKinds(terms.outcomes), 2);
    }

    function _outcomeKinds(Outcome[] calldata outcomes) private pure returns (uint256 kinds) {
        for (uint256 i = 0; i < outcomes.length; ++i) kinds |= 1 << outcomes[i].kind;
    }

    function _extras(Buffer memory buffer, Buffer memory amounts, Terms calldata terms) private pure {
        Rules calldata rules = terms.rules;
        // Where the amounts lie, patched when it is known.
        buffer.put(0, 2);
        buffer.put(amounts, rules.postingLimit);
        buffer.put(amounts, rules.refundLimit);
        buffer.put(amounts, rules.leastSale);
        buffer.put(amounts, rules.minimumPayout);
        buffer.put(rules.disputes, 1);
        buffer.put(rules.disputePeriods, 1);
        buffer.put(rules.moveDays, 1);
        buffer.put(rules.handoverDays, 1);
        buffer.put(rules.silencePeriods, 1);
        buffer.put(terms.lineNoticePeriods, 1);
        buffer.put(uint160(rules.taxAccount), 20);
        buffer.put(uint160(terms.guardian), 20);
        buffer.put(uint160(terms.standby), 20);
        buffer.put(terms.outcomes.length, 1);
        buffer.put(terms.pools.length, 1);
        buffer.put(terms.graduations.length, 1);
        buffer.put(terms.milestones.length, 1);
        buffer.put(terms.checkpoints.length, 1);
        uint256 clausesAt = buffer.size;
        buffer.put(0, 1);
        _partnerLists({ buffer: buffer, amounts: amounts, terms: terms });
        for (uint256 i = 0; i < terms.checkpoints.length; ++i) buffer.put(terms.checkpoints[i], 5);
        uint256 count = 0;
        for (uint256 i = 0; i < terms.standing.length; ++i) {
            if (!hasClauses(terms.standing[i].clauses)) continue;
            _clauses({ buffer: buffer, amounts: amounts, line: i, clauses: terms.standing[i].clauses });
            ++count;
        }
        buffer.patch(clausesAt, count, 1);
    }

    function _partnerLists(Buffer memory buffer, Buffer memory amounts, Terms calldata terms) private pure {
        for (uint256 i = 0; i < terms.outcomes.length; ++i) {
            Outcome calldata outcome = terms.outcomes[i];
            buffer.put(outcome.kind, 1);
            buffer.put(outcome.perPeriod ? 1 : 0, 1);
            buffer.put(amounts, outcome.amounts);
        }
        for (uint256 i = 0; i < terms.pools.length; ++i) buffer.put(uint160(terms.pools[i].holder), 20);
        for (uint256 i = 0; i < terms.graduations.length; ++i) {
            Graduation calldata graduation = terms.graduations[i];
            buffer.put(graduation.tier, 1);
            buffer.put(amounts, graduation.earned);
            buffer.put(graduation.sales, 4);
            buffer.put(graduation.months, 2);
            buffer.put(graduation.score, 4);
        }
        for (uint256 i = 0; i < terms.milestones.length; ++i) {
            Milestone calldata milestone = terms.milestones[i];
            buffer.put(milestone.sales, 4);
            buffer.put(amounts, milestone.earned);
            buffer.put(amounts, milestone.pays);
        }
    }

    function _clauses(
        Buffer memory buffer,
        Buffer memory amounts,
        uint256 line,
        Clauses calldata clauses
    ) private pure {
        buffer.put(line, 2);
        buffer.put(clauses.capPer, 1);
        buffer.put(clauses.thresholdPer, 1);
        buffer.put(amounts, clauses.cap);
        buffer.put(amounts, clauses.threshold);
        buffer.put(amounts, clauses.fee);
        buffer.put(amounts, clauses.minimum);
        buffer.put(clauses.buyout, 4);
    }

    /// @notice Whether anything is written in a line's clauses. Most lines have none: one look must do.
    function hasClauses(Clauses calldata clauses) internal pure returns (bool has) {
        // Memory-safe: reads the struct's words, and the lengths of its four lists, whose places are words 2 to 5. Where one lies
        // beyond the calldata, encoding the terms reverts.
        assembly ("memory-safe") {
            let words := or(calldataload(clauses), calldataload(add(clauses, 0x20)))
            words := or(words, calldataload(add(clauses, 0xc0)))
            for {
                let at := 0x40
            } lt(at, 0xc0) {
                at := add(at, 0x20)
            } {
                words := or(words, calldataload(add(clauses, calldataload(add(clauses, at)))))
            }
            has := iszero(iszero(words))
        }
    }

    function _currencies(Buffer memory buffer, address[] calldata currencies, bool asks) private view {
        for (uint256 i = 0; i < currencies.length; ++i) {
            uint8 decimals = 18;
            if (i > 0) decimals = asks ? IERC20Metadata(currencies[i]).decimals() : 0;
            require(decimals <= MAX_DECIMALS, ITermsErrors.Terms_TooManyDecimals(currencies[i], decimals));
            buffer.put(uint160(currencies[i]), 20);
            buffer.put(decimals, 1);
        }
    }

    /// @dev There are at most 160 cuts: a count of them fits a byte.
    function _rows(
        Buffer memory buffer,
        Terms calldata terms,
        uint256[] memory cuts,
        uint256[][] memory standing
    ) private pure {
        buffer.patch(AT_ROWS_OFFSET, buffer.size, 2);
        uint256 inner = 0;
        for (uint256 row = 0; row < standing.length; ++row) {
            uint256 time = row == 0 ? terms.start : cuts[row - 1];
            if ((time - terms.start) % terms.period != 0) ++inner;
            buffer.put(time, 5);
            buffer.put(inner, 1);
            for (uint256 kind = 0; kind < terms.kinds.length; ++kind) buffer.put(standing[row][kind], 3);
        }
    }

    function _roles(Buffer memory buffer, Buffer memory amounts, Role[] calldata roles) private pure {
        uint256 table = buffer.size;
        buffer.patch(AT_ROLES_OFFSET, table, 2);
        for (uint256 i = 0; i < roles.length; ++i) buffer.put(0, 2);
        for (uint256 i = 0; i < roles.length; ++i) {
            buffer.patch(table + i * 2, buffer.size, 2);
            Role calldata role = roles[i];
            buffer.put(_flags(role) | (Bonuses.maskOf(role) << BONUS_SHIFT), 1);
            buffer.put(role.missing, 1);
            buffer.put(role.pool, 1);
            buffer.put(role.ceiling, 3);
            _table(buffer, role.rates);
            _table(buffer, role.tiers);
            buffer.put(role.tenure.length, 1);
            _table(buffer, role.tenure);
            Bonuses.pack({ buffer: buffer, amounts: amounts, role: role });
        }
    }

    function _names(Buffer memory buffer, Terms calldata terms) private pure {
        buffer.putText(terms.name);
        for (uint256 i = 0; i < terms.kinds.length; ++i) buffer.putText(terms.kinds[i]);
        for (uint256 i = 0; i < terms.tiers.length; ++i) buffer.putText(terms.tiers[i]);
        for (uint256 i = 0; i < terms.roles.length; ++i) buffer.putText(terms.roles[i].name);
        StandingLine[] calldata lines = terms.standing;
        for (uint256 i = 0; i < lines.length; ++i) buffer.putText(lines[i].name);
        for (uint256 i = 0; i < terms.pools.length; ++i) buffer.putText(terms.pools[i].name);
        for (uint256 i = 0; i < terms.milestones.length; ++i) buffer.putText(terms.milestones[i].name);
    }

    function _table(Buffer memory buffer, uint24[] calldata values) private pure {
        for (uint256 i = 0; i < values.length; ++i) buffer.put(values[i], 3);
    }

    function _flags(Role calldata role) private pure returns (uint256 flags) {
        if (role.stage == NET) flags |= FLAG_NET;
        if (role.stage == REFERRED) flags |= FLAG_REFERRED;
        if (role.missing != TO_RESIDUAL) flags |= FLAG_MISSING;
    }

    function _allFlags(Terms calldata terms) private pure returns (uint256 flags) {
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            flags |= _flags(terms.roles[i]);
            if (Bonuses.maskOf(terms.roles[i]) > 0) flags |= FLAG_BONUSES;
            if (_isPersonal(terms.roles[i])) flags |= FLAG_PERSONAL;
        }
        if (terms.graduations.length + terms.milestones.length > 0) flags |= FLAG_COUNTS;
        flags |= _flags(terms.rules);
    }

    function _flags(Rules calldata rules) private pure returns (uint256 flags) {
        if (rules.acceptance) flags |= FLAG_ACCEPTANCE;
        if (rules.postingLimit.length > 0) flags |= FLAG_LIMIT;
        if (rules.refundLimit.length > 0) flags |= FLAG_REFUND_LIMIT;
        if (rules.leastSale.length > 0) flags |= FLAG_LEAST_SALE;
    }

    /// @dev Additions of 0 ask nobody.
    function _isPersonal(Role calldata role) private pure returns (bool) {
        return _hasAny(role.tiers) || _hasAny(role.tenure);
    }

    function _hasAny(uint24[] calldata values) private pure returns (bool) {
        for (uint256 i = 0; i < values.length; ++i) if (values[i] != 0) return true;
        return false;
    }
}
