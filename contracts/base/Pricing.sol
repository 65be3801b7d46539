// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CreditRates, Posting } from "./CreditRates.sol";
import { Credits } from "./Credits.sol";
import {
    EXACT_ONE,
    FIRST_POOL,
    MAX_ROLES,
    NOT_PAID,
    ONE,
    REFERRED,
    RESIDUAL_RATE,
    TO_OTHERS,
    TO_POOL
} from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Rates } from "../libraries/Rates.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { GROSS, NET, RESIDUAL, Waterfall } from "../libraries/Waterfall.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { FLAG_MISSING, FLAG_PERSONAL, FLAG_REFERRED } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @dev A sale while it is priced.
/// @param credits Where its first credit lies in calldata.
/// @param count How many credits it has.
/// @param weighted Whether each has a weight.
/// @param standingRate The sum of the standing rates on its kind, ppm.
/// @param standing What of its amount is set aside for standing lines.
/// @param lines How many lines it has so far.
/// @param left What no line has taken so far, standing lines taken off.
/// @param stages Bit `s` is set where some line is of stage `s`.
/// @param filled Of the roles that are filled and those that leave their share to them, the sums of base rates: by stage 24 bits
/// each, the missing ones 48 bits above.
struct Priced {
    bytes32 id;
    uint256 kind;
    uint256 amount;
    uint256 credits;
    uint256 count;
    bool weighted;
    uint256 standingRate;
    uint256 standing;
    uint256 lines;
    uint256 left;
    uint256 stages;
    uint256 filled;
}

/// @title What a sale pays
/// @dev Its lines are those of the credits in their order, each followed by those of whoever referred its partner and then by the
/// same partner's residual; then those of pools, in the order of the roles that nobody filled. Gross ones are worked out as they are
/// read; those of what is then left wait, with their stage and their partner's place in the bits above a word. Until a line has its
/// amount, that has its exact rate in its place: numerator 72 | denominator 24, see `Rates`.
abstract contract Pricing is CreditRates, Credits {
    using Lists for uint256[];
    using SaleWords for uint256;
    using PackedTerms for bytes;
    using TermsReader for bytes;

    /// @dev Of a word that waits for its amount.
    uint256 private constant STAGE_AT = 240;
    uint256 private constant PLACE_AT = 224;
    uint256 private constant LINE = (1 << SaleWords.AMOUNT_AT) - 1;
    uint256 private constant DENOMINATOR_AT = 72;

    uint256 private constant INACTIVE_AT = 20;
    uint256 private constant INACTIVE = 1 << INACTIVE_AT;
    uint256 private constant MISSING_AT = 48;

    uint256 internal constant CREDIT = 3;
    uint256 internal constant WEIGHTED_CREDIT = 7;

    /* THE BATCH'S PARTNERS */

    /// @dev Reads the numbers of a batch's partners.
    /// @param offset Where the first lies in calldata.
    function _loadPartners(Posting memory posting, uint256 offset, uint256 count) internal view {
        uint256[] memory numbers = Lists.zeros(count);
        uint256[] memory records = Lists.zeros(_asksPartners(posting) ? count : 0);
        posting.numbers = numbers;
        posting.records = records;
        posting.sums = Lists.zeros(count);
        uint256 last = 0;
        uint256 group = type(uint256).max;
        uint256 bits = 0;
        // Safe: calldata is shorter than 2^64.
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                uint256 number = _wordAt(offset + 3 * i) >> 232;
                if (number <= last || number >= FIRST_POOL)
                    _checkNumber({ number: number, last: last, place: offset + 3 * i - posting.start });
                last = number;
                if (number >> 8 != group) {
                    group = number >> 8;
                    bits = _activeBits[group];
                }
                numbers.set(i, number | ((~(bits >> (number & 0xFF)) & 1) << INACTIVE_AT));
            }
            for (uint256 i = 0; i < records.length; ++i)
                records.set(i, PackedPartner.unwrap(_partners[numbers.get(i) & ~INACTIVE]));
        }
    }

    /// @dev Refuses a number that does not rise, is no number, or is a pool's whose credits are kept by another one.
    function _checkNumber(uint256 number, uint256 last, uint256 place) private view {
        require(number > last && number <= 0xFFFFF, Program_InvalidBatch(place));
        require(_bookOf(number) == number, Program_UnknownPartner(number));
    }

    /// @dev Whether more of partners is asked than whether they are active.
    function _asksPartners(Posting memory posting) private pure returns (bool) {
        return posting.flags & (FLAG_REFERRED | FLAG_PERSONAL) != 0 || posting.schedule.hold == 0;
    }

    /// @dev The place among the batch's partners of one that is not credited; the list's length where it is not among them.
    function _placeOf(Posting memory posting, uint256 number) private pure returns (uint256) {
        uint256[] memory numbers = posting.numbers;
        uint256 low = 0;
        uint256 high = numbers.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            uint256 found = numbers.get(middle) & ~INACTIVE;
            if (found == number) return middle;
            if (found < number) low = middle + 1;
            else high = middle;
        }
        return numbers.length;
    }

    /* ONE SALE */

    /// @dev Works out every line of a sale and adds it to its partner's sum.
    /// @param sale Its kind, amount and credits.
    /// @param words Room for its lines.
    function _price(Posting memory posting, Priced memory sale, uint256[] memory words) internal view {
        require(sale.amount > 0, Program_ZeroAmount());
        require(sale.kind < posting.kinds, Program_UnknownKind(sale.kind));
        if ((posting.outcomes >> sale.kind) & 1 == 1) {
            uint256 memoryBefore = Lists.freeMemory();
            _checkOutcome(posting, sale);
            Lists.releaseMemory(memoryBefore);
        }
        sale.standingRate = _standingRate(posting, sale.kind);
        sale.standing = Waterfall.setAside(sale.amount, sale.standingRate);
        // Safe: a standing rate is at most the whole.
        unchecked {
            sale.left = sale.amount - sale.standing;
        }
        if (sale.weighted) _weigh(posting, sale);
        if (posting.flags & FLAG_MISSING != 0) _survey(posting, sale);
        _addCredits(posting, sale, words);
        if (posting.flags & FLAG_MISSING != 0) _toPools(posting, sale, words);
        if (sale.stages != 0) _complete(posting, sale, words);
        if (_countsSale(posting.packed, posting.flags, posting.currency, sale.amount))
            _countLines(posting, sale, words);
    }

    /// @dev An outcome pays what the terms name: each sale exactly, or all of a period together at most.
    function _checkOutcome(Posting memory posting, Priced memory sale) private view {
        (bool perPeriod, uint256 allowed) = posting.packed.outcomeOf(sale.kind, posting.currency);
        bool matches = sale.amount == allowed;
        if (perPeriod) {
            uint256 posted =
                posting.revenue.get(sale.kind) +
                    _revenueOf({ posting: posting, period: posting.segment.period, kinds: 1 << sale.kind });
            allowed = posted < allowed ? allowed - posted : 0;
            matches = sale.amount <= allowed;
        }
        require(matches, Program_OutcomeMismatch(sale.id, sale.amount, allowed));
    }

    /* CREDITS */

    /// @dev One line per credit whose role earns on the kind, and one more per credit of the residual's role.
    function _addCredits(Posting memory posting, Priced memory sale, uint256[] memory words) private view {
        uint256 offset = sale.credits;
        uint256 size = sale.weighted ? WEIGHTED_CREDIT : CREDIT;
        uint256 end = offset + sale.count * size;
        uint256 played = 0;
        // Safe: calldata is shorter than 2^64.
        unchecked {
            for (; offset < end; offset += size) {
                // place 16 | role 8 | weight 32
                uint256 credit = _wordAt(offset) >> 200;
                if (sale.weighted && _addPlain({ posting: posting, sale: sale, words: words, credit: credit }))
                    continue;
                uint256 role = (credit >> 32) & 0xFF;
                require(sale.weighted || (played >> role) & 1 == 0, Program_UnknownRole(sale.id, role));
                played |= 1 << role;
                _addCredit({ posting: posting, sale: sale, words: words, credit: credit });
            }
        }
    }

    /// @dev The line of a plain credit with a weight: of an active partner, at a rate that is known already, of the sale itself.
    /// @return Whether it is plain.
    function _addPlain(
        Posting memory posting,
        Priced memory sale,
        uint256[] memory words,
        uint256 credit
    ) private pure returns (bool) {
        // Safe: a line is at most its sale. A difference below zero has its highest bit set.
        unchecked {
            uint256[] memory numbers = posting.numbers;
            uint256 place = credit >> 40;
            uint256 role = (credit >> 32) & 0xFF;
            uint256 lines = sale.lines;
            // Beyond the lists these are whatever lies there, and not used.
            uint256 rate = posting.rates.get((sale.kind << 4) | role);
            uint256 number = numbers.get(place);
            uint256 inside = ((place - numbers.length) & (role - MAX_ROLES) & (lines - SaleWords.MAX_LINES)) >> 255;
            if (inside & (rate >> PLAIN_AT) & ~(number >> INACTIVE_AT) == 0) return false;
            uint256 weight = credit & type(uint32).max;
            uint256 line = number | (rate & LINE_OF_RATE);
            uint256 part = Waterfall.part({
                base: sale.amount,
                rate: (rate >> EXACT_AT) & EXACT,
                weight: weight,
                weights: posting.weights.get(role)
            });
            words.set(lines, line | (weight << SaleWords.WEIGHT_AT) | (part << SaleWords.AMOUNT_AT));
            sale.lines = lines + 1;
            posting.sums.set(place, posting.sums.get(place) + part);
            _take(sale, part);
            return true;
        }
    }

    /// @dev The lines of a credit that is not plain.
    /// @param credit place 16 | role 8 | weight 32, which is none where the sale has no weights.
    function _addCredit(
        Posting memory posting,
        Priced memory sale,
        uint256[] memory words,
        uint256 credit
    ) private view {
        uint256 place = credit >> 40;
        uint256 role = (credit >> 32) & 0xFF;
        require(place < posting.numbers.length, Program_InvalidBatch(sale.credits - posting.start));
        require(role < posting.roleCount, Program_UnknownRole(sale.id, role));
        uint256 number = posting.numbers.get(place);
        if (number & INACTIVE != 0) _refuseInactive(number & ~INACTIVE);
        uint256 rate = _rateAt(posting, sale.kind, role);
        uint256 stage = _stageOf(rate);
        require(stage != REFERRED, Program_UnknownRole(sale.id, role));
        uint256 weight = sale.weighted ? credit & type(uint32).max : 1;
        uint256 weights = sale.weighted ? posting.weights.get(role) : 1;
        uint256 line = number | (role << SaleWords.ROLE_AT) | (weight << SaleWords.WEIGHT_AT);
        if (rate & UNPAID == 0) {
            rate = _rateOf({ posting: posting, word: rate, role: role, place: place });
            uint256 denominator = 1;
            if (sale.filled >> MISSING_AT != 0) (rate, denominator) = _renormalised(posting, sale, role, rate);
            _add({
                posting: posting,
                sale: sale,
                words: words,
                line: line | _atRate(rate, denominator),
                stage: stage,
                place: place,
                weights: weights
            });
            if (posting.flags & FLAG_REFERRED != 0) _refer(posting, sale, words, place);
        }
        if (role == posting.residualRole)
            _add({
                posting: posting,
                sale: sale,
                words: words,
                // Its rate is the whole of what is left, and shown as none.
                line: line | _atRate(EXACT_ONE, 1) | (uint256(RESIDUAL_RATE) << SaleWords.RATE_AT),
                stage: RESIDUAL,
                place: place,
                weights: weights
            });
    }

    /// @dev The bits of a line that has no amount yet: its exact rate, and what is shown of it.
    function _atRate(uint256 numerator, uint256 denominator) private pure returns (uint256) {
        uint256 shown = numerator / (denominator * ONE);
        return (shown << SaleWords.RATE_AT) | ((numerator | (denominator << DENOMINATOR_AT)) << SaleWords.AMOUNT_AT);
    }

    /// @dev The amount of a line that has its exact rate in its place.
    function _partOf(uint256 line, uint256 base, uint256 weights) private pure returns (uint256) {
        uint256 rate = line.lineAmount();
        // Below 2^61: see `Waterfall`.
        unchecked {
            return
                Waterfall.part({
                    base: base,
                    rate: rate & ((1 << DENOMINATOR_AT) - 1),
                    weight: line.weight(),
                    weights: weights * (rate >> DENOMINATOR_AT)
                });
        }
    }

    /// @dev Adds a line. That of a gross role is worked out at once.
    /// @param weights Of all credits of its role.
    function _add(
        Posting memory posting,
        Priced memory sale,
        uint256[] memory words,
        uint256 line,
        uint256 stage,
        uint256 place,
        uint256 weights
    ) private pure {
        uint256 count = sale.lines;
        require(count < SaleWords.MAX_LINES, Program_TooManyLines(sale.id, SaleWords.MAX_LINES));
        // Sums of amounts below 2^96 stay far below 2^128.
        unchecked {
            sale.lines = count + 1;
            if (stage != GROSS) {
                sale.stages |= 1 << stage;
                words.set(count, line | (stage << STAGE_AT) | (place << PLACE_AT));
                return;
            }
            uint256 amount = _partOf({ line: line, base: sale.amount, weights: weights });
            words.set(count, (line & LINE) | (amount << SaleWords.AMOUNT_AT));
            posting.sums.set(place, posting.sums.get(place) + amount);
            _take(sale, amount);
        }
    }

    /// @dev The terms' check keeps standing + gross + net + referred within 100 %, so no subtraction can underflow; if it could, the
    /// checked arithmetic would revert the post.
    function _take(Priced memory sale, uint256 amount) private pure {
        sale.left -= amount;
    }

    /// @dev Sums the weights of each role up.
    function _weigh(Posting memory posting, Priced memory sale) private pure {
        uint256[] memory weights = posting.weights;
        // Safe: 32 weights of 32 bits at most.
        unchecked {
            for (uint256 role = 0; role < 16; ++role) weights.set(role, 0);
            for (uint256 i = 0; i < sale.count; ++i) {
                uint256 offset = sale.credits + i * WEIGHTED_CREDIT;
                uint256 role = _wordAt(offset + 2) >> 248;
                uint256 weight = _wordAt(offset + 3) >> 224;
                require(role < posting.roleCount, Program_UnknownRole(sale.id, role));
                require(weight > 0, Program_InvalidWeight(sale.id, role));
                weights.set(role, weights.get(role) + weight);
            }
        }
    }

    /* REFERRERS */

    /// @dev Adds what the referrer of a credited partner earns on the last line: one line per referred role.
    function _refer(Posting memory posting, Priced memory sale, uint256[] memory words, uint256 credited) private view {
        uint256 number = PackedPartner.wrap(posting.records.get(credited)).link();
        if (number == 0 || posting.numbers.get(credited) >= FIRST_POOL) return;
        uint256 place = _placeOf(posting, number);
        bool isNamed = place < posting.numbers.length;
        if (isNamed && posting.numbers.get(place) & INACTIVE != 0) return;
        for (uint256 role = 0; role < posting.roleCount; ++role) {
            if (_stageOf(_roleAt(posting, role)) != REFERRED) continue;
            uint256 rate = _rateAt(posting, sale.kind, role);
            if (rate & UNPAID != 0) continue;
            if (!isNamed) {
                require(!_partners[number].isActive(), Program_NotInBatch(number));
                return;
            }
            rate = _rateOf({ posting: posting, word: rate, role: role, place: place });
            _addAlone({
                posting: posting,
                sale: sale,
                words: words,
                line: number | (role << SaleWords.ROLE_AT) | _atRate(rate, 1),
                stage: REFERRED,
                place: place
            });
        }
    }

    /// @dev A line of somebody who is not credited.
    function _addAlone(
        Posting memory posting,
        Priced memory sale,
        uint256[] memory words,
        uint256 line,
        uint256 stage,
        uint256 place
    ) private pure {
        _add({
            posting: posting,
            sale: sale,
            words: words,
            line: line | (1 << SaleWords.WEIGHT_AT),
            stage: stage,
            place: place,
            weights: 1
        });
    }

    /* ROLES THAT NOBODY FILLED */

    /// @dev Sums the base rates up of the roles that are filled, and of those that leave their share to them.
    function _survey(Posting memory posting, Priced memory sale) private view {
        uint256 played = _played(sale);
        uint256 filled = 0;
        for (uint256 i = 0; i < posting.roleCount; ++i) {
            uint256 role = _roleAt(posting, i);
            uint256 stage = _stageOf(role);
            uint256 base = _baseRate(posting, sale.kind, role);
            if (stage == REFERRED || base == NOT_PAID) continue;
            if ((played >> i) & 1 == 1) {
                filled += base << (24 * stage);
                continue;
            }
            (uint256 missing, ) = posting.packed.roleMissing(_recordOf(role));
            if (missing == TO_OTHERS) filled += base << (24 * stage + MISSING_AT);
        }
        sale.filled = filled;
    }

    function _played(Priced memory sale) private pure returns (uint256 played) {
        uint256 size = sale.weighted ? WEIGHTED_CREDIT : CREDIT;
        for (uint256 i = 0; i < sale.count; ++i) played |= 1 << (_wordAt(sale.credits + i * size + 2) >> 248);
    }

    /// @dev Raises the rate of a credit by what the missing roles of its stage leave to it.
    function _renormalised(
        Posting memory posting,
        Priced memory sale,
        uint256 index,
        uint256 rate
    ) private view returns (uint256 numerator, uint256 denominator) {
        uint256 role = _roleAt(posting, index);
        uint256 shift = 24 * _stageOf(role);
        uint256 filled = (sale.filled >> shift) & type(uint24).max;
        uint256 missing = (sale.filled >> (shift + MISSING_AT)) & type(uint24).max;
        if (filled == 0 || missing == 0) return (rate, 1);
        return Rates.renormalised({ rate: rate, filled: filled, missing: missing, most: _mostOf(posting, role) });
    }

    /// @dev Adds the lines of the roles that nobody filled and pools get.
    function _toPools(Posting memory posting, Priced memory sale, uint256[] memory words) private view {
        uint256 played = _played(sale);
        for (uint256 i = 0; i < posting.roleCount; ++i) {
            if ((played >> i) & 1 == 1) continue;
            uint256 role = _roleAt(posting, i);
            uint256 stage = _stageOf(role);
            uint256 base = _baseRate(posting, sale.kind, role);
            if (stage == REFERRED || base == NOT_PAID) continue;
            (uint256 missing, uint256 pool) = posting.packed.roleMissing(_recordOf(role));
            if (missing != TO_POOL) continue;
            pool += FIRST_POOL;
            uint256 book = _bookOf(pool);
            uint256 place = _placeOf(posting, book);
            require(place < posting.numbers.length, Program_NotInBatch(book));
            _addAlone({
                posting: posting,
                sale: sale,
                words: words,
                line: pool | (i << SaleWords.ROLE_AT) | _atRate(base * posting.commission, 1),
                stage: stage,
                place: place
            });
        }
    }

    /* WHAT IS LEFT */

    /// @dev Works out the lines that wait: net ones of what standing lines and gross roles leave, referred ones of the line before
    /// them, then the residual.
    function _complete(Posting memory posting, Priced memory sale, uint256[] memory words) private pure {
        _fill(posting, sale, words, NET);
        if (sale.stages & (1 << REFERRED) != 0) _fillReferred(posting, sale, words);
        _fill(posting, sale, words, RESIDUAL);
    }

    function _fill(Posting memory posting, Priced memory sale, uint256[] memory words, uint256 stage) private pure {
        if (sale.stages & (1 << stage) == 0) return;
        uint256 base = sale.left;
        for (uint256 i = 0; i < sale.lines; ++i) {
            uint256 line = words.get(i);
            if (line >> STAGE_AT != stage) continue;
            uint256 weights = sale.weighted ? posting.weights.get(line.role()) : 1;
            // Of a pool's line, whose role nobody plays.
            if (weights == 0) weights = 1;
            _set(posting, sale, words, i, _partOf({ line: line, base: base, weights: weights }));
        }
    }

    function _fillReferred(Posting memory posting, Priced memory sale, uint256[] memory words) private pure {
        uint256 before = 0;
        for (uint256 i = 0; i < sale.lines; ++i) {
            uint256 line = words.get(i);
            if (line >> STAGE_AT != REFERRED) {
                before = line.lineAmount();
                continue;
            }
            _set(posting, sale, words, i, _partOf({ line: line, base: before, weights: 1 }));
        }
    }

    /// @dev Sets the amount of a line that waited. Its stage stays with it until the last of its stage is done.
    function _set(
        Posting memory posting,
        Priced memory sale,
        uint256[] memory words,
        uint256 index,
        uint256 amount
    ) private pure {
        uint256 line = words.get(index);
        uint256 place = (line >> PLACE_AT) & type(uint16).max;
        words.set(index, (line & LINE) | (amount << SaleWords.AMOUNT_AT));
        posting.sums.set(place, posting.sums.get(place) + amount);
        _take(sale, amount);
    }

    /// @dev Marks the first line of each partner, but for referred ones and pools', and counts the sale for it.
    function _countLines(Posting memory posting, Priced memory sale, uint256[] memory words) private view {
        for (uint256 i = 0; i < sale.lines; ++i) {
            uint256 line = words.get(i);
            uint256 number = line.partner();
            if (number >= FIRST_POOL || _isReferred(posting, line)) continue;
            bool isFirst = true;
            for (uint256 j = 0; isFirst && j < i; ++j) {
                isFirst = words.get(j).counts() == 0 || words.get(j).partner() != number;
            }
            if (!isFirst) continue;
            words.set(i, line | (1 << SaleWords.COUNTS_AT));
            uint256 place = _placeOf(posting, number);
            posting.sums.set(place, posting.sums.get(place) + (1 << 128));
        }
    }

    function _isReferred(Posting memory posting, uint256 line) private view returns (bool) {
        return line.rate() != RESIDUAL_RATE && _stageOf(_roleAt(posting, line.role())) == REFERRED;
    }

    /* CALLDATA */

    /// @dev The 32 bytes at a place in calldata.
    function _wordAt(uint256 offset) internal pure returns (uint256 value) {
        // Memory-safe: touches no memory.
        assembly ("memory-safe") {
            value := calldataload(offset)
        }
    }
}
