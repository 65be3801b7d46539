// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { RandomTerms } from "../support/RandomTerms.sol";
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

/// @dev Whatever terms a program is created with, it tells them in full and keeps to them.
contract TermsRoundTripTest is RandomTerms {
    function test_RandomTermsComeBackInFull(uint256 seed) external {
        Terms memory terms = _random(seed, 1 + (seed % 16));
        try factory.predict(terms, "", 0, operator) {
            _check(terms);
        } catch (bytes memory answer) {
            vm.assertEq(
                bytes32(bytes4(answer)),
                bytes32(ITermsErrors.Terms_PaysOverCeiling.selector),
                "another refusal"
            );
        }
    }

    function test_TheLargestTermsComeBackInFull() external {
        Terms memory terms = _bareTerms();
        terms.name = _text(255);
        (terms.start, terms.period) = (START, type(uint32).max);
        (terms.holdPeriods, terms.noticePeriods, terms.lineNoticePeriods) = (255, 255, 255);
        terms.currencies = new address[](8);
        terms.currencies[ETH] = ETHER;
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
            terms.roles[i].volume = VolumeBonus(_full(8), type(uint24).max, 1_000_000);
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

    function test_TheLargestExtrasComeBackInFull() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.kinds = _names(16);
        terms.tiers = _names(16);
        terms.outcomes = new Outcome[](15);
        for (uint8 i = 0; i < 15; ++i) terms.outcomes[i] = Outcome(15 - i, i % 2 == 0, _full(2));
        terms.pools = new Pool[](16);
        for (uint160 i = 0; i < 16; ++i) terms.pools[i] = Pool(_text(i), address(type(uint160).max - i));
        terms.graduations = new Graduation[](15);
        for (uint8 i = 0; i < 15; ++i) {
            terms.graduations[i] = Graduation(15 - i, _full(2), type(uint32).max, type(uint16).max, type(uint32).max);
        }
        terms.milestones = new Milestone[](64);
        for (uint256 i = 0; i < 64; ++i) terms.milestones[i] = Milestone(_text(i), 0, _full(2), _full(2));
        (terms.milestones[5].sales, terms.milestones[5].earned) = (type(uint32).max, _none());
        terms.checkpoints = new uint40[](255);
        for (uint40 i = 0; i < 255; ++i) terms.checkpoints[i] = type(uint40).max - 254 + i;
        terms.rules = Rules(
            true,
            _full(2),
            _full(2),
            _full(2),
            _full(2),
            255,
            255,
            255,
            255,
            255,
            address(type(uint160).max)
        );
        terms.standing = new StandingLine[](255);
        for (uint256 i = 0; i < 255; ++i) {
            terms.standing[i] = _line("l", tech, 1);
            terms.standing[i].clauses = Clauses(0, 0, _none(), _none(), _none(), _none(), type(uint32).max);
            if (i % 8 == 7)
                terms.standing[i].clauses = Clauses(2, 1, _full(2), _full(2), _full(2), _full(2), type(uint32).max);
        }
        _check(terms);
    }

    function test_TheSmallestTermsComeBackInFull() external {
        Terms memory terms = _bareTerms();
        terms.name = "";
        terms.kinds = new string[](1);
        terms.tiers = new string[](0);
        _check(terms);
    }

    function _full(uint256 currencies) private pure returns (uint96[] memory amounts) {
        amounts = new uint96[](currencies);
        for (uint256 i = 0; i < currencies; ++i) amounts[i] = type(uint96).max - uint96(i);
    }

    function _check(Terms memory terms) private returns (IDeployedProgram created) {
        created = IDeployedProgram(payable(factory.create(terms, "", "round trip")));
        vm.assertEq(created.termsHash(), keccak256(abi.encode(terms)), "hash");
        vm.assertEq(abi.encode(created.terms()), abi.encode(terms), "terms");
    }
}
