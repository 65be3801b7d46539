// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { Bonus, Credit, NamedLine, Role, Sale, StandingLine, Terms } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID } from "../../../contracts/libraries/Constants.sol";

/// @dev Whatever terms a program is created with, it tells them in full and keeps to them.
contract TermsRoundTripTest is Base {
    function test_RandomTermsComeBackInFull(uint256 seed) external {
        Terms memory terms = _random(seed);
        _check(terms);
    }

    function test_TheLargestTermsComeBackInFull() external {
        Terms memory terms = _bareTerms();
        terms.name = _text(255);
        (terms.start, terms.period, terms.holdPeriods, terms.noticePeriods) = (START, type(uint32).max, 255, 255);
        terms.currencies = new address[](8);
        for (uint256 i = 1; i < 8; ++i) terms.currencies[i] = address(_token("T", uint8(i)));
        terms.kinds = new string[](16);
        terms.tiers = new string[](16);
        for (uint256 i = 0; i < 16; ++i) (terms.kinds[i], terms.tiers[i]) = (_text(i), _text(16 - i));
        terms.roles = new Role[](16);
        for (uint256 i = 0; i < 16; ++i) {
            terms.roles[i].name = _text(40);
            terms.roles[i].stage = uint8(i % 2);
            terms.roles[i].ceiling = 10_000;
            terms.roles[i].rates = _list(16, 1_000_000);
            terms.roles[i].tiers = _list(16, 1_000_000);
            terms.roles[i].tenure = _list(99, 1_000_000);
            terms.roles[i].network = Bonus(type(uint96).max, type(uint24).max, 1_000_000);
            terms.roles[i].volume = Bonus(type(uint96).max, type(uint24).max, 1_000_000);
        }
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line(_text(255), address(type(uint160).max), 1);
        terms.standing[0].kinds = type(uint16).max;
        terms.standing[0].rates = _list(100, 5);
        terms.standing[1] = _line("", address(1), 0);
        terms.standing[1].starts = type(uint40).max - 1;
        terms.standing[1].ends = type(uint40).max;
        _check(terms);
    }

    function test_TheSmallestTermsComeBackInFull() external {
        Terms memory terms = _bareTerms();
        terms.name = "";
        terms.kinds = new string[](1);
        terms.tiers = new string[](0);
        _check(terms);
    }

    /// @dev No sale of any credits can break what the terms' check promised.
    function test_NoSalePaysOverTheCeiling(uint256 seed, uint96 amount) external {
        vm.assume(amount > 0);
        Terms memory terms = _random(seed);
        IDeployedProgram created = _check(terms);
        _enroll(created);
        vm.warp(START + (seed % (6 * 365 days)));
        Credit[] memory credits = new Credit[](terms.roles.length * 2);
        for (uint256 i = 0; i < credits.length; ++i) {
            credits[i] = _credit(1 + (i % 3), i / 2, 1 + ((seed >> i) % type(uint32).max));
        }
        Sale memory sale = _sale("a", amount, credits);
        sale.kind = seed % terms.kinds.length;
        NamedLine[] memory lines = created.preview(address(usdc), sale);
        uint256 paid = 0;
        for (uint256 i = 0; i + 1 < lines.length; ++i) paid += lines[i].amount;
        vm.assertLe(paid, (uint256(amount) * terms.ceiling) / 1e6 + 1, "paid over the ceiling");
        vm.assertEq(paid + lines[lines.length - 1].amount, amount, "the whole");
    }

    function _check(Terms memory terms) private returns (IDeployedProgram created) {
        created = IDeployedProgram(payable(factory.create(terms, "", "round trip")));
        vm.assertEq(created.termsHash(), keccak256(abi.encode(terms)), "hash");
        vm.assertEq(abi.encode(created.terms()), abi.encode(terms), "terms");
    }

    /// @dev Any shape; rates small enough to stay payable, as the ceiling is 100 %.
    function _random(uint256 seed) private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.period = uint32(1 hours + (seed % 100 days));
        terms.commission = uint24(500_000 + (seed % 500_001));
        terms.kinds = _names(1 + (seed % 16));
        terms.tiers = _names((seed >> 8) % 5);
        terms.roles = new Role[]((seed >> 16) % 8);
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            Role memory role = terms.roles[i];
            role.name = _text(part % 30);
            role.stage = part % 3 == 0 ? 1 : 0;
            role.ceiling = uint24(part % 60_000);
            role.rates = _list(terms.kinds.length, uint24(part % 60_000));
            if (part % 4 == 0) role.rates[0] = NOT_PAID;
            role.tiers = _list(terms.tiers.length, uint24((part >> 32) % 30_000));
            role.tenure = _list((part >> 64) % 6, uint24((part >> 72) % 30_000));
            if (part % 5 == 0)
                role.network = Bonus(uint96(1 + (part % 9)), uint24(part % 9_000), uint24(part % 20_000));
            if (part % 7 == 0)
                role.volume = Bonus(uint96(1 + (part % 1e9)), uint24(part % 9_000), uint24(part % 20_000));
        }
        terms.standing = new StandingLine[]((seed >> 24) % 6);
        for (uint256 i = 0; i < terms.standing.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, "line", i)));
            terms.standing[i] = _line(_text(part % 20), address(uint160(part) | 1), 0);
            terms.standing[i].kinds = uint16(1 + (part % ((1 << terms.kinds.length) - 1)));
            terms.standing[i].starts = uint40(START - 400 days + (part % 800 days));
            if (part % 2 == 0)
                terms.standing[i].ends = terms.standing[i].starts + uint40(1 + ((part >> 40) % 2_000 days));
            terms.standing[i].rates = _list(1 + (part % 5), uint24((part >> 80) % 80_000));
        }
    }

    function _names(uint256 count) private pure returns (string[] memory names) {
        names = new string[](count);
        for (uint256 i = 0; i < count; ++i) names[i] = _text(i % 7);
    }

    function _list(uint256 count, uint24 highest) private pure returns (uint24[] memory values) {
        values = new uint24[](count);
        for (uint256 i = 0; i < count; ++i) values[i] = uint24((highest * (i % 4)) / 3);
    }

    function _text(uint256 length) private pure returns (string memory) {
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) text[i] = bytes1(uint8(97 + (i % 26)));
        return string(text);
    }
}
