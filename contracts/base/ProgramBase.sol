// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Powers } from "./Powers.sol";
import { Account, Member, Pot, Version } from "./ProgramStorage.sol";
import { Status } from "../interfaces/Types.sol";
import { Buckets, PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX, FIRST_POOL, MAX_KINDS } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import {
    AT_CURRENCIES,
    AT_KINDS,
    AT_NOTICE,
    AT_OUTCOMES,
    EXTRA_HANDOVER_DAYS,
    EXTRA_LEAST_SALE,
    FLAG_COUNTS,
    FLAG_LEAST_SALE
} from "../terms/TermsLayout.sol";

/// @title The books as all modules read and write them
abstract contract ProgramBase is Powers {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /* TERMS */

    /// @dev The packed terms in force, but for the names.
    function _terms() internal view returns (bytes memory packed) {
        packed = PackedTerms.load();
        address source = _amendment(packed);
        if (source != address(0)) packed = PackedTerms.loadFrom(source);
    }

    /// @dev The packed terms in force with their names, for reading.
    function _namedTerms() internal view returns (bytes memory) {
        address source = _amendment(PackedTerms.loadHeader());
        return source == address(0) ? Clones.fetchCloneArgs(address(this)) : PackedTerms.loadNamedFrom(source);
    }

    /// @dev Where the terms in force lie; zero where they are the program's own code's.
    function _sourceInForce() internal view returns (address) {
        return _amendment(PackedTerms.loadHeader());
    }

    /// @dev Where the amendment in force lies; zero where the program's own terms are. Those without notice are never amended
    /// and cost no look.
    function _amendment(bytes memory own) private view returns (address) {
        if (own.number(AT_NOTICE, 1) == 0) return address(0);
        Version storage last = _proposed;
        if (last.from == 0) return address(0);
        return _isInForce(last) ? last.source : _amended.source;
    }

    function _isInForce(Version storage version) internal view returns (bool) {
        return version.consents == 0 && version.from != 0 && version.from <= block.timestamp;
    }

    /// @dev When what is proposed now begins by the notice of an amendment: the first period's start that is as many periods after the
    /// next period's, and no sooner than powers are handed over. Else a stolen operator's key had another treasury in short periods
    /// before it is replaced.
    function _startAfterNotice(bytes memory packed, uint256 notice) internal view returns (uint256 from) {
        Schedule memory schedule = packed.schedule();
        uint256 current = block.timestamp < schedule.start ? 0 : schedule.periodAt(block.timestamp);
        from = schedule.periodStart(current + 1 + notice);
        uint256 time = block.timestamp + _handoverDelay(packed);
        if (time > from) from = schedule.periodStart(schedule.periodAt(time - 1) + 1);
    }

    /// @dev Between the proposal and the hand-over of a power.
    function _handoverDelay(bytes memory packed) internal pure returns (uint256) {
        return packed.extra(EXTRA_HANDOVER_DAYS, 1) * 1 days;
    }

    function _indexOf(bytes memory packed, address currency) internal pure returns (uint256) {
        uint256 count = packed.number(AT_CURRENCIES, 1);
        // Safe: at most 8 currencies.
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                if (packed.currency(i) == currency && currency != address(0)) return i;
            }
        }
        revert Program_UnknownCurrency(currency);
    }

    function _checkCurrencyIndex(bytes memory packed, uint256 index) internal pure {
        bool known = index < packed.number(AT_CURRENCIES, 1) && packed.currency(index) != address(0);
        require(known, Program_UnknownCurrencyIndex(index));
    }

    function _checkKind(bytes memory packed, uint256 kind) internal pure {
        require(kind < packed.number(AT_KINDS, 1), Program_UnknownKind(kind));
    }

    /// @dev The same for a kind that money can be paid in for: an outcome is what the operator pays.
    function _checkPaidKind(bytes memory packed, uint256 kind) internal pure {
        _checkKind(packed, kind);
        require((packed.number(AT_OUTCOMES, 2) >> kind) & 1 == 0, Program_UnknownKind(kind));
    }

    /// @dev Says why a partner that is not active can be given no sale line.
    function _refuseInactive(uint256 number) internal view {
        Status status = _partners[number].status();
        require(status != Status.None, Program_UnknownPartner(number));
        revert Program_PartnerNotActive(number, status);
    }

    /// @dev Whether a sale counts for tiers and milestones by count.
    /// @param flags The terms'.
    function _countsSale(
        bytes memory packed,
        uint256 flags,
        uint256 currency,
        uint256 amount
    ) internal pure returns (bool) {
        if (flags & FLAG_COUNTS == 0) return false;
        return flags & FLAG_LEAST_SALE == 0 || amount >= packed.ruleAmount(EXTRA_LEAST_SALE, currency);
    }

    /* BUCKETS */

    /// @dev Adds revenue to the running segment, closing an older one first.
    /// @param setAside What of it is for standing lines and the residual.
    function _addRevenue(
        Schedule memory schedule,
        Segment memory segment,
        uint256 currency,
        uint256 kind,
        uint256 revenue,
        uint256 setAside
    ) internal {
        PackedBucket bucket = _open[currency][kind];
        if (bucket.until() != segment.end) {
            _close({ schedule: schedule, bucket: bucket, currency: currency, kind: kind });
            bucket = Buckets.empty(segment.end);
        }
        _open[currency][kind] = bucket.add(revenue, setAside);
    }

    /// @dev Keeps the bucket of a past segment. What it has set aside counts among all else from now on.
    function _close(Schedule memory schedule, PackedBucket bucket, uint256 currency, uint256 kind) private {
        if (bucket.revenue() == 0 && bucket.setAside() == 0) return;
        uint256 ordinal = schedule.segmentAt(bucket.until() - 1).ordinal;
        _closed[_bucketKey(currency, kind, ordinal)] = bucket;
        _addCounted(currency, bucket.setAside());
    }

    /// @dev The bucket of any segment.
    function _bucketOf(
        Segment memory segment,
        uint256 currency,
        uint256 kind
    ) internal view returns (PackedBucket bucket) {
        bucket = _open[currency][kind];
        if (bucket.until() != segment.end) {
            bucket = _closed[_bucketKey(currency, kind, segment.ordinal)];
        }
    }

    /// @dev Takes refunded revenue out of a segment.
    /// @param setAside What of it leaves what standing lines and the residual share.
    /// @param kept What of the lines' reversals joins it instead.
    function _subRevenue(
        Segment memory segment,
        uint256 currency,
        uint256 kind,
        uint256 revenue,
        uint256 setAside,
        uint256 kept
    ) internal {
        PackedBucket bucket = _open[currency][kind];
        if (bucket.until() == segment.end) {
            _open[currency][kind] = bucket.sub({ revenue_: revenue, setAside_: setAside, kept: kept });
            // What a closed bucket has set aside is counted already.
            _addCounted(currency, setAside);
            _subCounted(currency, kept);
        } else {
            uint256 key = _bucketKey(currency, kind, segment.ordinal);
            _closed[key] = _closed[key].sub({ revenue_: revenue, setAside_: setAside, kept: kept });
        }
    }

    function _bucketKey(uint256 currency, uint256 kind, uint256 ordinal) private pure returns (uint256) {
        return (ordinal << 16) | (currency << 8) | kind;
    }

    /* ACCOUNTS */

    /// @dev Adds to what a party can claim at once. The money must have been counted.
    function _owe(address party, uint256 currency, uint256 amount) internal {
        Account storage account = _accountOf(party, currency);
        account.word = account.word.owe(amount);
    }

    function _addCounted(uint256 currency, uint256 amount) internal {
        _changeCounted(currency, _toUint96(amount));
    }

    function _subCounted(uint256 currency, uint256 amount) internal {
        // Below zero wraps, as a signed number of 256 bits has it.
        unchecked {
            _changeCounted(currency, 0 - amount);
        }
    }

    /// @dev Adds a signed number to what is counted. It would take 2^31 amounts of 2^96 to leave its 128 bits.
    function _changeCounted(uint256 currency, uint256 change) private {
        Pot storage pot = _pots[currency];
        // Memory-safe: touches no memory. `counted` is the lower half of the slot, and what its sum carries is cut off. The
        // compiler reads a slot twice to change a part of it.
        assembly ("memory-safe") {
            let word := sload(pot.slot)
            sstore(pot.slot, or(shl(128, shr(128, word)), shr(128, shl(128, add(word, change)))))
        }
    }

    /// @dev All that the program owes in a currency.
    function _owedInAll(uint256 currency) internal view returns (uint256) {
        int256 sum = _pots[currency].counted;
        for (uint256 kind = 0; kind < MAX_KINDS; ++kind) {
            sum += int256(_open[currency][kind].setAside());
        }
        // Safe: what was paid out was counted in `counted` or in an open bucket, so their sum is never below zero.
        return uint256(sum);
    }

    function _balance(uint256 currency, address token) internal view returns (uint256) {
        if (currency == ETHER_INDEX) return address(this).balance;
        return _tokenBalance(token);
    }

    /// @dev `token.balanceOf(address(this))`: every payment of a token asks twice, and the compiler's own call costs more than
    /// twice as much.
    function _tokenBalance(address token) internal view returns (uint256 held) {
        bytes4 selector = IERC20.balanceOf.selector;
        // Memory-safe: uses scratch space; where the token fails, the call ends with what it said.
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, address())
            let success := staticcall(gas(), token, 0, 0x24, 0, 0x20)
            if iszero(and(success, gt(returndatasize(), 0x1f))) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
            held := mload(0)
        }
    }

    function _accountOf(address party, uint256 currency) internal view returns (Account storage) {
        return _accounts[_accountKey(party, currency)];
    }

    function _accountKey(address party, uint256 currency) internal pure returns (uint256) {
        return (uint256(uint160(party)) << 96) | currency;
    }

    /* PARTIES */

    /// @dev Where a party is paid, and who speaks for it.
    function _walletOf(address party) internal view returns (address wallet) {
        wallet = _payouts[party].wallet;
        if (wallet == address(0)) wallet = party;
    }

    /// @dev Whether who acts speaks for a party: it is the party's current wallet. A wallet that a party was moved from has no say
    /// any more.
    function _isPartyNow(address party) internal view returns (bool) {
        return _walletOf(party) == _sender();
    }

    function _requireParty(address party) internal view {
        require(_isPartyNow(party), Program_NotAllowed(_sender()));
    }

    /// @dev The number of a partner that who acts speaks for.
    /// @param party The wallet it was enrolled with.
    function _requirePartner(address party) internal view returns (uint256 number) {
        number = _members[party].number;
        require(number > 0 && number < FIRST_POOL, Program_NotAllowed(_sender()));
        _requireParty(party);
    }

    /* PARTNERS */

    /// @dev Keeps the bit of a number in step with its record's status.
    function _markActive(uint256 number, bool active) internal {
        uint256 bit = 1 << (number & 0xFF);
        if (active) _activeBits[number >> 8] |= bit;
        else _activeBits[number >> 8] &= ~bit;
    }

    /// @dev Whether a partner must accept the terms, or leave, before it is paid its credits. A pool has nothing to accept.
    function _waits(address party) internal view returns (bool) {
        Member memory member = _members[party];
        if (member.number == 0 || member.number >= FIRST_POOL || member.accepted) return false;
        return _partners[member.number].status() != Status.Left;
    }

    function _toUint96(uint256 amount) internal pure returns (uint96) {
        require(amount <= type(uint96).max, Program_AmountTooLarge(amount));
        // Safe by the check above.
        return uint96(amount);
    }
}
