// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { ITermsValidator } from "../../../contracts/interfaces/ITermsValidator.sol";
import { Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Periods, Schedule, Segment } from "../../../contracts/libraries/Periods.sol";
import { PackedTerms } from "../../../contracts/terms/PackedTerms.sol";
import { AT_FLAGS, FLAG_PERSONAL } from "../../../contracts/terms/TermsLayout.sol";
import { PlainPeriods } from "../support/PlainPeriods.sol";
import { RandomTerms } from "../support/RandomTerms.sol";

/// @dev What the packer tells beside the terms themselves, so that operations need not work it out.
contract TermsRowsTest is RandomTerms {
    using PackedTerms for bytes;
    using Periods for Schedule;

    ITermsValidator private validator;

    function setUp() public override {
        super.setUp();
        validator = ITermsValidator(_deploy("contracts/terms/TermsValidator.sol:TermsValidator", ""));
    }

    function test_RowsOfRandomTermsTellTheirSegments(uint256 seed) external view {
        Terms memory terms = _random(seed, 1 + (seed % 16));
        try validator.plan(terms, 0) returns (bytes memory packed) {
            _compare(packed, terms.period);
        } catch (bytes memory answer) {
            vm.assertEq(
                bytes32(bytes4(answer)),
                bytes32(ITermsErrors.Terms_PaysOverCeiling.selector),
                "another refusal"
            );
        }
    }

    /// @dev Lines that begin and end each day: of 160 cuts the 30th, the 60th and so on lie on a period's start.
    function test_RowsOfTheMostCutsTellTheirSegments() external view {
        Terms memory terms = _bareTerms();
        terms.kinds = _names(16);
        terms.standing = new StandingLine[](80);
        for (uint256 i = 0; i < 80; ++i) {
            terms.standing[i] = _line("l", tech, 100);
            terms.standing[i].starts = uint40(START + (2 * i + 1) * 1 days);
            terms.standing[i].ends = uint40(START + (2 * i + 2) * 1 days);
        }
        bytes memory packed = validator.plan(terms, 0);
        vm.assertEq(packed.schedule().cuts, 160, "cuts");
        vm.assertEq(packed.schedule().segmentAt(START + 160 days).ordinal, 5 + 160 - 5, "five of them split nothing");
        _compare(packed, PERIOD);
    }

    function test_TermsTellWhetherSomeRateAsksWhoThePartnerIs() external view {
        Terms memory terms = _bareTerms();
        vm.assertTrue(!_isPersonal(terms), "no roles");
        terms.roles = new Role[](2);
        (terms.roles[0], terms.roles[1]) = (_role("a", PERCENT), _role("b", PERCENT));
        terms.roles[0].tenure = _three(0, 0, 0);
        vm.assertTrue(!_isPersonal(terms), "additions of nothing");
        terms.roles[1].tiers[1] = 1;
        vm.assertTrue(_isPersonal(terms), "a tier");
        terms.roles[1].tiers[1] = 0;
        terms.roles[1].tenure = _three(0, 0, 1);
        vm.assertTrue(_isPersonal(terms), "years");
    }

    function test_EntriesOfARoleAreReadOneByOne() external view {
        bytes memory packed = validator.plan(_terms(), 0);
        uint256 record = packed.roleOffset(AFFILIATE);
        vm.assertEq(packed.tenureCount(record), 3, "years");
        for (uint256 year = 0; year < 3; ++year) {
            vm.assertEq(packed.roleTenure(record, year), year * 2 * PERCENT, "tenure");
        }
        vm.assertEq(packed.roleTier(record, 0), 0, "first tier");
        vm.assertEq(packed.roleTier(record, 1), 5 * PERCENT, "second tier");
        vm.assertEq(packed.roleTier(record, 2), 0, "no tier");
        vm.assertEq(packed.tenureCount(packed.roleOffset(LOYALTY)), 0, "no years");
    }

    function _isPersonal(Terms memory terms) private view returns (bool) {
        return validator.plan(terms, 0).number(AT_FLAGS, 2) & FLAG_PERSONAL != 0;
    }

    function _compare(bytes memory packed, uint256 length) private pure {
        Schedule memory schedule = packed.schedule();
        uint256[] memory cuts = new uint256[](schedule.cuts);
        for (uint256 i = 0; i < cuts.length; ++i) cuts[i] = packed.rowTime(i + 1);
        _compareAt(schedule, cuts, START, length);
        for (uint256 i = 0; i < cuts.length; i += 1 + i / 8) {
            _compareAt(schedule, cuts, cuts[i] - 1, length);
            _compareAt(schedule, cuts, cuts[i], length);
            _compareAt(schedule, cuts, cuts[i] + length, length);
        }
    }

    function _compareAt(Schedule memory schedule, uint256[] memory cuts, uint256 time, uint256 length) private pure {
        Segment memory segment = schedule.segmentAt(time);
        Segment memory plain = PlainPeriods.segmentAt(cuts, START, length, time);
        vm.assertEq(abi.encode(segment), abi.encode(plain), "by time");
        vm.assertEq(abi.encode(schedule.segmentOf(plain.ordinal)), abi.encode(plain), "by number");
    }
}
