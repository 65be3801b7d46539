// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { IProgramAmendments } from "../../../contracts/interfaces/IProgramAmendments.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Milestone, Outcome, Pool, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Amendment, Power, Status } from "../../../contracts/interfaces/Types.sol";
import { ALL_KINDS, FIRST_POOL } from "../../../contracts/libraries/Constants.sol";
import { assertGas } from "../support/GasBounds.sol";

contract ProposeAmendmentTest is AmendmentBase {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        Terms memory terms = _lowered();
        vm.expectRevert(_missing(stranger, Power.Operator));
        vm.prank(stranger);
        program.proposeAmendment(terms, "", 0);
    }

    function test_RevertGiven_TheTermsHaveNoNotice() external {
        Terms memory terms = _terms();
        terms.noticePeriods = 0;
        program = _create(terms);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "amendments"));
        _propose(terms);
    }

    function test_RevertGiven_AnAmendmentWaits() external {
        _propose(_lowered());
        vm.warp(FROM - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _propose(_terms());
        vm.warp(FROM);
        _propose(_terms());
    }

    function test_RevertWhen_TheTermsAreMalformed() external {
        Terms memory terms = _terms();
        terms.commission = 100 * PERCENT + 1;
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_Invalid.selector, "commission", 0, 100 * PERCENT + 1)
        );
        _propose(terms);
    }

    /// @dev The tech line's 30 % of the first year are over by then.
    function test_RevertWhen_TheTermsCouldPayOverTheirCeilingFromThenOn() external {
        vm.warp(START + 12 * PERIOD);
        Terms memory terms = _terms();
        terms.roles[INTEGRATION] = _role("integration", 26 * PERCENT);
        // 20 + 2 of standing lines, 26 + 20 + 16 of gross roles, and 10 % of the rest.
        terms.ceiling = 856_000;
        vm.warp(START + 11 * PERIOD);
        _propose(terms);
        program = _create(_lowered());
        terms.ceiling = 855_999;
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_PaysOverCeiling.selector, EXPANSION, 856_000, 855_999)
        );
        _propose(terms);
        // Those of the last change count for ever.
        vm.warp(START + 60 * PERIOD);
        terms.ceiling = 675_999;
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_PaysOverCeiling.selector, EXPANSION, 676_000, 675_999)
        );
        _propose(terms);
    }

    function test_RevertWhen_ItChangesWhatStays() external {
        Terms memory terms = _terms();
        terms.operator = stranger;
        _refuses(terms, "operator", 0);
        terms = _terms();
        terms.attributor = stranger;
        _refuses(terms, "attributor", 0);
        terms = _terms();
        terms.arbiter = stranger;
        _refuses(terms, "arbiter", 0);
        terms = _terms();
        terms.treasury = address(program);
        _refuses(terms, "treasury", 0);
        terms = _terms();
        terms.rules.taxAccount = stranger;
        _refuses(terms, "rules.taxAccount", 0);
        terms = _terms();
        ++terms.start;
        _refuses(terms, "start", 0);
        terms = _terms();
        ++terms.period;
        _refuses(terms, "period", 0);
        terms = _terms();
        terms.holdPeriods = 0;
        _refuses(terms, "holdPeriods", 0);
        terms = _terms();
        terms.currencies[ETH] = address(0);
        _refuses(terms, "currencies", 0);
        terms = _terms();
        terms.rules.minimumPayout = _each(1);
        _refuses(terms, "rules", 0);
    }

    function test_RevertWhen_ItRenamesOrDropsWhatGoesByItsIndex() external {
        program = _create(_rich());
        Terms memory terms = _rich();
        terms.kinds[RENEWAL] = "other";
        _refuses(terms, "kinds", RENEWAL);
        terms = _rich();
        terms.tiers[1] = "other";
        _refuses(terms, "tiers", 1);
        terms = _rich();
        terms.roles[COACH].name = "other";
        _refuses(terms, "roles", COACH);
        terms = _rich();
        terms.roles[LOYALTY].stage = 0;
        _refuses(terms, "roles", LOYALTY);
        terms = _rich();
        terms.pools[0].holder = ben;
        _refuses(terms, "pools", 0);
        terms = _rich();
        terms.pools[0].name = "other";
        _refuses(terms, "pools", 0);
        terms = _rich();
        terms.pools = new Pool[](0);
        _refuses(terms, "pools", 0);
        terms = _rich();
        terms.milestones[0].name = "other";
        _refuses(terms, "milestones", 0);
        terms = _rich();
        terms.milestones = new Milestone[](0);
        _refuses(terms, "milestones", 0);
        terms = _rich();
        terms.outcomes = new Outcome[](0);
        _refuses(terms, "outcomes", 0);
        terms = _rich();
        terms.outcomes[0].kind = RENEWAL;
        _refuses(terms, "outcomes", 0);
    }

    function test_RevertWhen_ItChangesAStandingLineOtherThanByAnEarlierEnd() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].rates = _one(3 * PERCENT);
        _refuses(terms, "standing", MODERATORS);
        terms = _terms();
        terms.standing[TECH].holder = stranger;
        _refuses(terms, "standing", TECH);
        terms = _terms();
        terms.standing[TECH].kinds = 1;
        _refuses(terms, "standing.kinds", TECH);
        terms = _terms();
        --terms.standing[TECH].starts;
        _refuses(terms, "standing", TECH);
        terms = _terms();
        terms.standing[TECH].clauses.buyout = 1;
        _refuses(terms, "standing", TECH);
        terms = _terms();
        terms.standing[TECH].name = "other";
        _refuses(terms, "standing", TECH);
        terms = _terms();
        terms.standing = new StandingLine[](0);
        _refuses(terms, "standing", 0);
        terms = _terms();
        terms.standing[TECH].ends = FROM - 1;
        _refuses(terms, "standing.ends", TECH);
        terms.standing[TECH].ends = FROM;
        _propose(terms);
    }

    /// @dev A line on every kind cannot be told to be on some.
    function test_RevertWhen_ALineOnAllKindsIsPutOnSome() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].kinds = ALL_KINDS;
        program = _create(terms);
        terms.standing[MODERATORS].kinds = 7;
        _refuses(terms, "standing.kinds", MODERATORS);
    }

    function test_RevertWhen_ItWouldBeginBeyondAllTimes() external {
        Terms memory terms = _bareTerms();
        terms.start = type(uint40).max - 2 * PERIOD + 1;
        program = _create(terms);
        terms.name = "another name";
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, 1 << 40));
        _propose(terms);
        terms = _bareTerms();
        terms.start = type(uint40).max - 2 * PERIOD;
        program = _create(terms);
        terms.name = "another name";
        _propose(terms);
        vm.assertEq(program.amendment().from, type(uint40).max, "the last of all");
    }

    /// @dev Terms are code, of which a contract has 24,576 bytes at most.
    function test_RevertWhen_TheTermsAreTooLargeToKeep() external {
        Terms memory terms = _terms();
        StandingLine memory line = _line(string(new bytes(255)), tech, 0);
        line.starts = FROM;
        for (uint256 i = 0; i < 100; ++i) _addLine(terms, line);
        vm.expectPartialRevert(ITermsErrors.ByteWriter_Full.selector);
        _propose(terms);
    }

    function test_RevertWhen_AnAddedLineBeginsBeforeTheAmendment() external {
        Terms memory terms = _replaced();
        terms.standing[2].starts = FROM - 1;
        _refuses(terms, "standing.starts", 2);
    }

    /// @dev It could claim from itself for ever.
    function test_RevertWhen_TheProgramItselfIsAHolder() external {
        Terms memory terms = _replaced();
        terms.standing[2].holder = address(program);
        _refuses(terms, "standing.holder", 2);
        terms = _terms();
        terms.pools = new Pool[](1);
        terms.pools[0].holder = address(program);
        _refuses(terms, "pools", 0);
    }

    function test_WhenTheTermsAreSound() external {
        Terms memory terms = _replaced();
        terms.ceiling = 100 * PERCENT;
        bytes32 hash = keccak256(abi.encode(terms));
        vm.warp(START + PERIOD - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramAmendments.AmendmentProposed(hash, FROM, 1, false, "ipfs://amendment", TEXT);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramAmendments.ConsentNeeded(TECH, tech, hash);
        _propose(terms);
        Amendment memory amendment = program.amendment();
        vm.assertEq(amendment.termsHash, hash, "hash");
        vm.assertEq(amendment.from, FROM, "from");
        vm.assertEq(amendment.consents, 1, "consents");
        vm.assertEq(abi.encode(program.amendedTerms()), abi.encode(terms), "amended terms");
        _assertInForce(_terms(), "terms in force");
    }

    function test_WhenNoLineChanges() external {
        Terms memory terms = _lowered();
        vm.warp(START + PERIOD);
        _propose(terms);
        vm.assertEq(program.amendment().consents, 0, "consents");
        vm.warp(FROM + PERIOD - 1);
        _assertInForce(_terms(), "a second before");
        vm.warp(FROM + PERIOD);
        _assertInForce(terms, "in force");
        vm.assertEq(program.amendment().from, FROM + PERIOD, "the last one");
    }

    function test_GivenTheProgramHasNotBegun() external {
        vm.warp(START - 100 days);
        _propose(_lowered());
        vm.assertEq(program.amendment().from, FROM, "from");
    }

    function test_GivenNothingWasEverProposed() external view {
        Amendment memory amendment = program.amendment();
        vm.assertEq(amendment.termsHash, bytes32(0), "hash");
        vm.assertEq(uint256(amendment.from), 0, "from");
        vm.assertEq(abi.encode(program.amendedTerms()), abi.encode(_terms()), "terms");
    }

    function test_WhenItAddsPools() external {
        Terms memory terms = _terms();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.PartnerEnrolled(FIRST_POOL, stranger, "community", 0, START, 0);
        _propose(terms);
        vm.assertTrue(program.partnerAt(FIRST_POOL).status == Status.Active, "status");
        // What was proposed once keeps its number, whatever became of it.
        vm.prank(operator);
        program.withdrawAmendment();
        terms.pools[0].holder = customer;
        _refuses(terms, "pools", 0);
        terms.pools[0].holder = stranger;
        _propose(terms);
    }

    /// @dev The terms begin at the second argument: the place of their name is the place of the URI too. What is packed is what was
    /// checked: the words that are replaced are the same for both, and here make the terms unreadable.
    function test_WhenTheArgumentsOverlap() external {
        Terms memory terms = _terms();
        terms.name = "another name";
        vm.prank(operator);
        (bool success, ) = address(program).call(
            abi.encodePacked(program.proposeAmendment.selector, abi.encode(terms), new bytes(4_000))
        );
        vm.assertEq(success, false, "refused");
        vm.assertEq(program.amendment().from, 0, "nothing is proposed");
    }

    function test_Given400StandingLines() external {
        Terms memory terms = _bareTerms();
        terms.standing = new StandingLine[](400);
        for (uint160 i = 0; i < 400; ++i) terms.standing[i] = _line("l", address(i + 1), uint24(1 + (i % 100)));
        program = _create(terms);
        terms.name = "another name";
        bytes memory call = abi.encodeCall(program.proposeAmendment, (terms, "", 0));
        uint256 gas = 21_000;
        for (uint256 i = 0; i < call.length; ++i) gas += call[i] == 0 ? 4 : 16;
        vm.prank(operator);
        uint256 before = gasleft();
        (bool success, ) = address(program).call(call);
        gas += before - gasleft();
        vm.assertTrue(success, "proposed");
        assertGas(gas, 16_777_216, "gas of the transaction");
        vm.warp(FROM);
        _assertInForce(terms, "in force");
    }

    /// @dev One of everything that goes by its index.
    function _rich() private view returns (Terms memory terms) {
        terms = _terms();
        terms.name = "rich";
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "ten", sales: 10, earned: _none(), pays: _each(1) });
        terms.outcomes = new Outcome[](1);
        terms.outcomes[0] = Outcome({ kind: EXPANSION, perPeriod: false, amounts: _each(1) });
    }

    function _refuses(Terms memory terms, string memory field, uint256 index) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAmendable.selector, field, index));
        _propose(terms);
    }
}
