// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import {
    Bonus,
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    Role,
    Rules,
    StandingLine,
    Terms,
    VolumeBonus
} from "../../../contracts/interfaces/TermsTypes.sol";
import { NOT_PAID } from "../../../contracts/libraries/Constants.sol";

/// @dev Terms of any shape. Most can be created: rates are small enough to stay payable, as the ceiling is 100 %.
abstract contract RandomTerms is Base {
    function _random(uint256 seed, uint256 kinds) internal view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.period = uint32(1 days + (seed % 100 days));
        terms.lineNoticePeriods = uint8(1 + ((seed >> 19) % 255));
        terms.guardian = address(uint160(seed >> 21));
        terms.standby = address(uint160(seed >> 23));
        terms.commission = uint24(500_000 + (seed % 500_001));
        terms.kinds = _names(kinds);
        terms.tiers = _names((seed >> 8) % 5);
        terms.pools = new Pool[]((seed >> 32) % 4);
        for (uint256 i = 0; i < terms.pools.length; ++i) {
            terms.pools[i] = Pool(_text(i * 9), address(uint160(_part(seed, "pool", i)) | 1));
        }
        terms.roles = new Role[]((seed >> 16) % 8);
        for (uint256 i = 0; i < terms.roles.length; ++i) _fillRole(terms, i, _part(seed, "role", i));
        terms.standing = new StandingLine[]((seed >> 24) % 6);
        for (uint256 i = 0; i < terms.standing.length; ++i) _fillLine(terms, i, _part(seed, "line", i));
        _fillLists(terms, seed);
        terms.rules = Rules({
            acceptance: seed % 2 == 0,
            postingLimit: _amounts(seed >> 3),
            refundLimit: _amounts(seed >> 25),
            leastSale: _amounts(seed >> 27),
            minimumPayout: _amounts(seed >> 5),
            disputes: uint8(seed >> 7),
            disputePeriods: 1 + uint8((seed >> 9) % 255),
            moveDays: uint8(seed >> 11),
            handoverDays: 1 + uint8((seed >> 15) % 255),
            silencePeriods: uint8(seed >> 17) < 6 ? 0 : uint8(seed >> 17),
            taxAccount: address(uint160(seed >> 13))
        });
    }

    function _fillRole(Terms memory terms, uint256 index, uint256 part) private pure {
        Role memory role = terms.roles[index];
        role.name = _text(part % 30);
        // Half of them gross, some net, some referred.
        role.stage = uint8(part % 4 < 2 ? 0 : (part % 4) - 1);
        // Shares that go to other roles multiply tiny bases: few terms with them are payable.
        if (role.stage < 2 && terms.pools.length > 0) role.missing = uint8((part >> 8) % 2) * 2;
        if (role.stage < 2 && part % 13 == 0) role.missing = 1;
        if (role.missing == 2) role.pool = uint8((part >> 16) % terms.pools.length);
        role.ceiling = uint24(part % 90_000);
        role.rates = _list(terms.kinds.length, uint24((part >> 128) % 60_000));
        if (part % 3 == 0) role.rates[0] = NOT_PAID;
        role.tiers = _list(terms.tiers.length, uint24((part >> 32) % 30_000));
        role.tenure = _list((part >> 64) % 6, uint24((part >> 72) % 30_000));
        if (part % 5 == 0) role.network = Bonus(uint96(1 + (part % 9)), uint24(part % 9_000), uint24(part % 20_000));
        if (part % 7 == 0) role.volume = VolumeBonus(_amounts(part | 1), uint24(part % 9_000), uint24(part % 20_000));
    }

    function _fillLine(Terms memory terms, uint256 index, uint256 part) private pure {
        StandingLine memory line = _line(_text(part % 20), address(uint160(part) | 1), 0);
        line.kinds = uint16(1 + (part % ((1 << terms.kinds.length) - 1)));
        line.starts = uint40(START - 400 days + (part % 800 days));
        if (part % 2 == 0) line.ends = line.starts + uint40(1 + ((part >> 40) % 2_000 days));
        line.rates = _list(1 + (part % 5), uint24((part >> 80) % 80_000));
        Clauses memory clauses = line.clauses;
        if (part % 3 == 0) (clauses.capPer, clauses.cap) = (1 + uint8((part >> 3) % 2), _amounts(part | 1));
        if (part % 5 == 0) (clauses.thresholdPer, clauses.threshold) = (1 + uint8((part >> 4) % 2), _amounts(part | 1));
        if (part % 7 == 0) clauses.fee = _only(part % 2, uint64(part) | 1);
        if (part % 11 == 0) clauses.minimum = _amounts(part >> 5);
        if (part % 2 == 1) clauses.buyout = uint32(part >> 9);
        terms.standing[index] = line;
    }

    function _fillLists(Terms memory terms, uint256 seed) private pure {
        uint256 kinds = terms.kinds.length;
        terms.outcomes = new Outcome[](kinds > 1 ? (seed >> 40) % kinds : 0);
        for (uint256 i = 0; i < terms.outcomes.length; ++i) {
            uint256 part = _part(seed, "outcome", i);
            terms.outcomes[i] = Outcome(uint8(kinds - 1 - i), part % 2 == 0, _amounts(part | 1));
        }
        uint256 tiers = terms.tiers.length;
        terms.graduations = new Graduation[](tiers > 1 ? (seed >> 48) % tiers : 0);
        for (uint256 i = 0; i < terms.graduations.length; ++i) {
            uint256 part = _part(seed, "graduation", i);
            terms.graduations[i] = Graduation(
                uint8(tiers - 1 - i),
                _amounts(part),
                uint32(part >> 9),
                uint16(part >> 3),
                1 + uint16(part)
            );
        }
        terms.milestones = new Milestone[]((seed >> 56) % 5);
        for (uint256 i = 0; i < terms.milestones.length; ++i) {
            uint256 part = _part(seed, "milestone", i);
            bool bySales = part % 2 == 0;
            uint96[] memory pays = _amounts(part | 1);
            terms.milestones[i] = Milestone(_text(i), bySales ? uint32(part) | 1 : 0, bySales ? _none() : pays, pays);
        }
        terms.checkpoints = new uint40[]((seed >> 60) % 4);
        for (uint256 i = 0; i < terms.checkpoints.length; ++i) terms.checkpoints[i] = uint40(START + i * 90 days);
    }

    /// @dev None for even seeds, else one in each of the two currencies.
    function _amounts(uint256 seed) internal pure returns (uint96[] memory amounts) {
        if (seed % 2 == 0) return amounts;
        amounts = new uint96[](2);
        (amounts[ETH], amounts[USDC]) = (uint64(seed) | 1, uint64(seed >> 64) | 1);
    }

    function _part(uint256 seed, string memory of_, uint256 index) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, of_, index)));
    }

    function _names(uint256 count) internal pure returns (string[] memory names) {
        names = new string[](count);
        for (uint256 i = 0; i < count; ++i) names[i] = _text(i % 7);
    }

    function _list(uint256 count, uint24 highest) internal pure returns (uint24[] memory values) {
        values = new uint24[](count);
        for (uint256 i = 0; i < count; ++i) values[i] = uint24((highest * (i % 4)) / 3);
    }

    function _text(uint256 length) internal pure returns (string memory) {
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) text[i] = bytes1(uint8(97 + (i % 26)));
        return string(text);
    }
}
