// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Errors } from "@openzeppelin/contracts/utils/Errors.sol";
import { ALL_KINDS, DATA_CREATION, REFERRED } from "../libraries/Constants.sol";
import { Schedule } from "../libraries/Periods.sol";
import {
    AMOUNT_SIZE,
    AT_CURRENCIES,
    AT_EXTRAS_OFFSET,
    AT_HOLD,
    AT_KINDS,
    AT_OUTCOMES,
    AT_PERIOD,
    AT_ROLES_OFFSET,
    AT_ROWS,
    AT_ROWS_OFFSET,
    AT_START,
    AT_TIERS,
    CURRENCY_SIZE,
    EXTRA_AMOUNTS,
    EXTRA_COUNTS,
    EXTRA_LISTS,
    FLAG_NET,
    FLAG_REFERRED,
    HEADER_SIZE,
    LIST_SIZES,
    ROW_HEAD
} from "./TermsLayout.sol";
// Read by assembly alone, which the linter does not see.
// solhint-disable-next-line no-unused-import
import { AT_NAMES_OFFSET } from "./TermsLayout.sol";
import { GROSS, NET } from "../libraries/Waterfall.sol";

/// @title Reading packed terms
/// @notice A program's terms are the immutable arguments in its own code; this reads fields of them from memory.
library PackedTerms {
    /// @dev The size of the proxy's own code, see OpenZeppelin's `Clones`.
    uint256 private constant CLONE_SIZE = 45;
    uint256 private constant IMPLEMENTATION_AT = 10;

    /// @dev The byte before a version's data: STOP, so that a call to it does nothing.
    uint256 private constant PREFIX = 1;

    /// @notice The terms of the calling program, but for the names: immutable arguments in the clone's own code.
    /// @dev `Clones.fetchCloneArgs` reads them whole, names too, which would make payments dearer with every named line.
    function load() internal view returns (bytes memory) {
        return _load(address(this), CLONE_SIZE);
    }

    /// @notice The same of a version that lies in a data contract.
    function loadFrom(address source) internal view returns (bytes memory) {
        return _load(source, PREFIX);
    }

    /// @notice A version with its names.
    function loadNamedFrom(address source) internal view returns (bytes memory packed) {
        packed = new bytes(source.code.length - PREFIX);
        // Memory-safe: writes into the array just allocated with that length.
        assembly ("memory-safe") {
            extcodecopy(source, add(packed, 0x20), PREFIX, mload(packed))
        }
    }

    /// @notice Puts a version on chain, as the code of a contract that holds nothing else.
    /// @dev At a new address each time, so that no consent to one proposal counts for the same terms proposed again.
    function store(bytes memory packed) internal returns (address source) {
        bytes memory creation = bytes.concat(DATA_CREATION, packed);
        // Memory-safe: it only reads.
        assembly ("memory-safe") {
            source := create(0, add(creation, 0x20), mload(creation))
        }
        require(source != address(0), Errors.FailedDeployment());
    }

    function _load(address source, uint256 skip) private view returns (bytes memory packed) {
        // Memory-safe: reads the offset of the names, 2 bytes, into scratch space, then that many bytes into fresh memory.
        assembly ("memory-safe") {
            extcodecopy(source, 0, add(skip, AT_NAMES_OFFSET), 0x20)
            let size := shr(240, mload(0))
            packed := mload(0x40)
            mstore(packed, size)
            extcodecopy(source, add(packed, 0x20), skip, size)
            mstore(0x40, and(add(add(packed, size), 0x3f), not(0x1f)))
        }
    }

    /// @notice The code that the calling program runs, as the clone's own code names it.
    function loadImplementation() internal view returns (address implementation) {
        // Memory-safe: reads 20 bytes into scratch space.
        assembly ("memory-safe") {
            extcodecopy(address(), 0, IMPLEMENTATION_AT, 0x20)
            implementation := shr(96, mload(0))
        }
    }

    /// @notice The same, but only what comes before the rows: all that a claim needs.
    function loadHeader() internal view returns (bytes memory packed) {
        // Memory-safe: reads the header and room for all currencies, 320 bytes, into fresh memory.
        assembly ("memory-safe") {
            packed := mload(0x40)
            mstore(packed, 0x140)
            extcodecopy(address(), add(packed, 0x20), CLONE_SIZE, 0x140)
            mstore(0x40, add(packed, 0x160))
        }
    }

    /// @notice The number of `size` bytes at `offset`.
    function number(bytes memory packed, uint256 offset, uint256 size) internal pure returns (uint256 value) {
        // Memory-safe: it only reads. Offsets come from the packer; a read past the end yields bytes that no caller uses.
        assembly ("memory-safe") {
            value := shr(sub(256, shl(3, size)), mload(add(add(packed, 0x20), offset)))
        }
    }

    /// @notice The address at `offset`.
    function addressAt(bytes memory packed, uint256 offset) internal pure returns (address) {
        return address(uint160(number(packed, offset, 20)));
    }

    /// @notice The token of a currency; zero where position 0 takes no ETH.
    function currency(bytes memory packed, uint256 index) internal pure returns (address) {
        // Safe: an index is below 8.
        unchecked {
            return addressAt(packed, HEADER_SIZE + index * CURRENCY_SIZE);
        }
    }

    function decimals(bytes memory packed, uint256 index) internal pure returns (uint256) {
        return number(packed, HEADER_SIZE + index * CURRENCY_SIZE + 20, 1);
    }

    /// @notice When periods and standing rates change.
    function schedule(bytes memory packed) internal pure returns (Schedule memory result) {
        result.start = number(packed, AT_START, 5);
        result.length = number(packed, AT_PERIOD, 4);
        result.hold = number(packed, AT_HOLD, 1);
        // Safe: there is always a first row, and at most 16 kinds.
        unchecked {
            result.cuts = number(packed, AT_ROWS, 1) - 1;
            result.rowSize = ROW_HEAD + number(packed, AT_KINDS, 1) * 3;
        }
        uint256 rows = number(packed, AT_ROWS_OFFSET, 2);
        // Memory-safe: it only adds.
        assembly ("memory-safe") {
            rows := add(add(packed, 0x20), rows)
        }
        result.rows = rows;
    }

    /// @notice When a row of standing rates begins.
    function rowTime(bytes memory packed, uint256 row) internal pure returns (uint256) {
        return number(packed, _rowOffset(packed, row), 5);
    }

    /// @notice The sum of the standing rates on `kind` after `row` cuts, ppm.
    function standingRate(bytes memory packed, uint256 row, uint256 kind) internal pure returns (uint256) {
        return number(packed, _rowOffset(packed, row) + ROW_HEAD + kind * 3, 3);
    }

    /// @notice Takes over the currencies of another version, with their decimals.
    /// @param other Of the same program, and so of as many currencies.
    function keepCurrencies(bytes memory packed, bytes memory other) internal pure {
        uint256 size = number(packed, AT_CURRENCIES, 1) * CURRENCY_SIZE;
        // Memory-safe: both have so many bytes there.
        assembly ("memory-safe") {
            mcopy(add(add(packed, 0x20), HEADER_SIZE), add(add(other, 0x20), HEADER_SIZE), size)
        }
    }

    /// @notice The kinds that a standing line earns on: where it is on all, every kind that is no outcome.
    function kindsOf(bytes memory packed, uint256 kinds) internal pure returns (uint256) {
        if (kinds != ALL_KINDS) return kinds;
        return ((1 << number(packed, AT_KINDS, 1)) - 1) & ~number(packed, AT_OUTCOMES, 2);
    }

    /* EXTRAS */

    /// @notice A number of the extras, `offset` bytes from where they begin.
    function extra(bytes memory packed, uint256 offset, uint256 size) internal pure returns (uint256) {
        return number(packed, number(packed, AT_EXTRAS_OFFSET, 2) + offset, size);
    }

    /// @notice What a rule of the extras comes to in a currency; 0 where it does not apply there.
    /// @param offset `EXTRA_LIMIT` and its like.
    function ruleAmount(bytes memory packed, uint256 offset, uint256 index) internal pure returns (uint256) {
        return amountAt(packed, extra(packed, offset, 2), index);
    }

    /// @notice An amount of a list in a currency, in its smallest unit.
    /// @param list Where the list lies, as it is packed; 0 where there is none.
    function amountAt(bytes memory packed, uint256 list, uint256 index) internal pure returns (uint256) {
        if (list == 0) return 0;
        uint256 amounts = extra(packed, EXTRA_AMOUNTS, 2);
        return number(packed, amounts + (list - 1 + index) * AMOUNT_SIZE, AMOUNT_SIZE);
    }

    /// @notice A whole list of amounts.
    function amountsAt(bytes memory packed, uint256 list) internal pure returns (uint96[] memory amounts) {
        if (list == 0) return amounts;
        amounts = new uint96[](number(packed, AT_CURRENCIES, 1));
        // Safe: so wide are they.
        for (uint256 i = 0; i < amounts.length; ++i) amounts[i] = uint96(amountAt(packed, list, i));
    }

    /// @notice As `ruleAmount`, read from the clone's own code: for claims, which load the header alone.
    function loadRuleAmount(uint256 offset, uint256 index) internal view returns (uint256) {
        uint256 list = loadExtra(offset, 2);
        if (list == 0) return 0;
        uint256 amounts = loadExtra(EXTRA_AMOUNTS, 2);
        return _loadNumber(amounts + (list - 1 + index) * AMOUNT_SIZE, AMOUNT_SIZE);
    }

    /// @notice A number of the extras, read from the clone's own code: for claims, which load the header alone.
    function loadExtra(uint256 offset, uint256 size) internal view returns (uint256) {
        return _loadNumber(_loadNumber(AT_EXTRAS_OFFSET, 2) + offset, size);
    }

    function _loadNumber(uint256 offset, uint256 size) private view returns (uint256 value) {
        // Memory-safe: reads the number into scratch space.
        assembly ("memory-safe") {
            extcodecopy(address(), 0, add(CLONE_SIZE, offset), 0x20)
            value := shr(sub(256, shl(3, size)), mload(0))
        }
    }

    /// @notice How many records a list of the extras has.
    function listLength(bytes memory packed, uint256 list) internal pure returns (uint256) {
        return extra(packed, EXTRA_COUNTS + list, 1);
    }

    /// @notice Where a list of the extras begins, and how long each record is.
    function listAt(bytes memory packed, uint256 list) internal pure returns (uint256 offset, uint256 size) {
        offset = number(packed, AT_EXTRAS_OFFSET, 2) + EXTRA_LISTS;
        for (uint256 i = 0; i < list; ++i) offset += listLength(packed, i) * _recordSize(i);
        size = _recordSize(list);
    }

    function _recordSize(uint256 list) private pure returns (uint256) {
        return (LIST_SIZES >> ((5 - list) << 3)) & 0xFF;
    }

    /* ROLES */

    /// @notice Where the record of a role lies.
    function roleOffset(bytes memory packed, uint256 role) internal pure returns (uint256) {
        return number(packed, number(packed, AT_ROLES_OFFSET, 2) + role * 2, 2);
    }

    /// @notice What a role's rate is of: `GROSS`, `NET` or `REFERRED`.
    function roleStage(bytes memory packed, uint256 record) internal pure returns (uint256) {
        uint256 flags = number(packed, record, 1);
        if (flags & FLAG_REFERRED != 0) return REFERRED;
        return flags & FLAG_NET == 0 ? GROSS : NET;
    }

    /// @notice Where the share of a role goes that nobody filled, and the index of the pool that may be.
    function roleMissing(bytes memory packed, uint256 record) internal pure returns (uint256 missing, uint256 pool) {
        return (number(packed, record + 1, 1), number(packed, record + 2, 1));
    }

    function roleCeiling(bytes memory packed, uint256 record) internal pure returns (uint256) {
        return number(packed, record + 3, 3);
    }

    /// @notice The base rate on a kind, ppm, or `NOT_PAID`.
    function roleRate(bytes memory packed, uint256 record, uint256 kind) internal pure returns (uint256) {
        return number(packed, record + 6 + kind * 3, 3);
    }

    /// @notice Whether partners have tiers.
    function hasTiers(bytes memory packed) internal pure returns (bool) {
        return number(packed, AT_TIERS, 1) > 0;
    }

    /// @notice The addition of a tier, ppm; nothing in a program without tiers.
    function roleTier(bytes memory packed, uint256 record, uint256 tier) internal pure returns (uint256) {
        if (tier >= number(packed, AT_TIERS, 1)) return 0;
        return number(packed, _tiersOffset(packed, record) + tier * 3, 3);
    }

    /// @notice How many entries the table of additions by full years has; none where a role's rate does not grow with them.
    function tenureCount(bytes memory packed, uint256 record) internal pure returns (uint256) {
        return number(packed, tenureOffset(packed, record), 1);
    }

    /// @notice An entry of the table of additions by full years, ppm. `year` must be below `tenureCount`: this does not
    /// look, and behind the table lies something else.
    function roleTenure(bytes memory packed, uint256 record, uint256 year) internal pure returns (uint256) {
        return number(packed, tenureOffset(packed, record) + 1 + year * 3, 3);
    }

    /// @notice Where a role's tenure table lies: its count, then its entries.
    function tenureOffset(bytes memory packed, uint256 record) internal pure returns (uint256) {
        return _tiersOffset(packed, record) + number(packed, AT_TIERS, 1) * 3;
    }

    function _tiersOffset(bytes memory packed, uint256 record) private pure returns (uint256) {
        return record + 6 + number(packed, AT_KINDS, 1) * 3;
    }

    function _rowOffset(bytes memory packed, uint256 row) private pure returns (uint256) {
        return number(packed, AT_ROWS_OFFSET, 2) + row * (ROW_HEAD + number(packed, AT_KINDS, 1) * 3);
    }
}
