// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { LinesBase } from "../support/LinesBase.sol";
import { Credit, Sale } from "../support/Sales.sol";
import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramReader } from "../../../contracts/interfaces/IProgramReader.sol";
import { Milestone, Outcome, Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Remedy, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { ALL_KINDS, FOR_MILESTONES, PER_LIFE } from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";

/// @dev What was promised to holders of lines and to partners, against an operator or an arbiter that would rather not.
contract PromisesTest is LinesBase, AmendmentBase {
    using Strings for address;

    /// @dev A line guaranteed 300 USDC a period, at no rate, and a role of a tenth.
    function _promised() private view returns (Terms memory terms) {
        terms = _termsWith(0, _guaranteed(300, 0), 0);
        terms.roles = new Role[](1);
        terms.roles[0] = _role("any", 10 * PERCENT);
    }

    function _milestone(uint96 pays) private view returns (Milestone[] memory milestones) {
        milestones = new Milestone[](1);
        milestones[0] = Milestone({ name: "one", sales: 0, earned: _only(USDC, 1), pays: _only(USDC, pays) });
    }

    function _asked() private view returns (uint256) {
        return program.amendment().consents;
    }

    /* RESERVES */

    /// @dev P16: an amendment adds a milestone that would empty what somebody put in for a guarantee.
    function test_F1_AMilestoneTakesNothingOfAGuaranteesReserve() external {
        program = _create(_promised());
        _enrollOne(program, stranger, "the operator's own");
        _give(customer, 3_000e6);
        vm.prank(customer);
        program.addReserve(LINE, address(usdc), 3_000e6);
        Terms memory terms = _promised();
        terms.milestones = _milestone(3_000e6);
        _propose(terms);
        vm.assertEq(_asked(), 0, "it takes nothing that is anybody's");
        _fund(10e6);
        _post(_sale("s", 100e6, _credits(_credit(1, 0, 1))));
        vm.warp(FROM);
        (, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(locked, 300, "locked");
        program.countProgress(1, address(usdc));
        vm.prank(stranger);
        program.reachMilestone(1, 0, address(usdc));
        _assertUsdc(_reserveOf(LINE), 3_000, "the guarantee's stays");
        (, locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(locked, 300, "locked as before");
        (, uint256 missing) = program.reserveOf(FOR_MILESTONES, address(usdc));
        _assertUsdc(missing, 3_000, "the milestone is owed, by who promised it");
    }

    /// @dev P2: rule 7 holds for what a period owes that nobody has settled.
    function test_F2_AMilestoneClaimedFirstLeavesWhatALineHasLocked() external {
        Terms memory terms = _promised();
        terms.milestones = _milestone(300e6);
        program = _create(terms);
        _enroll(program);
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, 0, 1))));
        _addReserve(300);
        _warpToPeriod(2);
        vm.prank(ana);
        program.reachMilestone(ANA, 0, address(usdc));
        _settleAll();
        _assertUsdc(_techHas(), 300, "the guarantee");
        _assertUsdc(_progress().arrears, 0, "no arrears");
    }

    /// @dev M7: what a milestone asks and pays never changes.
    function test_F1_AMilestonesNumbersNeverChange() external {
        Terms memory terms = _promised();
        terms.milestones = _milestone(300e6);
        program = _create(terms);
        terms.milestones[0].pays[USDC] = 299e6;
        _refuses(terms, "milestones");
        terms.milestones = _milestone(300e6);
        terms.milestones[0].earned[USDC] = 2;
        _refuses(terms, "milestones");
        terms.milestones = new Milestone[](0);
        _refuses(terms, "milestones");
        terms.milestones = new Milestone[](2);
        terms.milestones[0] = _milestone(300e6)[0];
        terms.milestones[1] = _milestone(1)[0];
        _propose(terms);
    }

    function _refuses(Terms memory terms, string memory field) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAmendable.selector, field, 0));
        _propose(terms);
    }

    /* GUARANTEES */

    /// @dev P3: whoever's guarantee may be worth less is asked.
    function test_F3_ALineThatTakesTheResidualNeedsTheGuaranteedHoldersConsent() external {
        program = _create(_promised());
        Terms memory terms = _promised();
        StandingLine memory line = _line("mine", operator, 50 * PERCENT);
        line.starts = FROM;
        _addLine(terms, line);
        bytes32 hash = _propose(terms);
        vm.assertEq(_asked(), 1, "asked");
        vm.warp(FROM);
        vm.assertTrue(program.termsHash() != hash, "without it nothing comes into force");
        vm.prank(operator);
        program.withdrawAmendment();
        vm.warp(START);
        hash = _propose(terms);
        _consent(tech, LINE, hash);
        vm.warp(FROM);
        vm.assertEq(program.termsHash(), hash, "with it, it does");
    }

    /// @dev Every way in which others can take more.
    function test_F3_WhateverLetsOthersTakeMoreAsksTheGuaranteedHolder() external {
        for (uint256 what = 0; what < 15; ++what) {
            Terms memory terms = _rich(what);
            program = _create(terms);
            _worsen(terms, what);
            _propose(terms);
            vm.assertEq(_asked(), 1, "asked");
        }
    }

    function _rich(uint256 salt) private view returns (Terms memory terms) {
        terms = _promised();
        terms.name = string(abi.encodePacked("rich ", bytes1(uint8(65 + salt))));
        terms.commission = 50 * PERCENT;
        terms.tiers = new string[](2);
        (terms.tiers[0], terms.tiers[1]) = ("low", "high");
        Role memory role = terms.roles[0];
        role.ceiling = 40 * PERCENT;
        role.tiers = new uint24[](2);
        role.tiers[1] = PERCENT;
        role.tenure = _three(0, PERCENT, PERCENT);
        role.network.every = 10;
        role.network.add = PERCENT;
        role.network.max = 5 * PERCENT;
        role.volume.every = _only(USDC, 1_000e6);
        role.volume.add = PERCENT;
        role.volume.max = 5 * PERCENT;
        if (salt == 13) role.tenure = new uint24[](0);
        if (salt == 14) delete role.volume;
    }

    function _worsen(Terms memory terms, uint256 what) private view {
        Role memory role = terms.roles[0];
        if (what == 0) role.rates[RENEWAL] += 1;
        if (what == 1) role.tiers[1] += 1;
        if (what == 2) role.tenure[2] += 1;
        if (what == 3) role.ceiling += 1;
        if (what == 4) terms.commission += 1;
        if (what == 5) role.network.every -= 1;
        if (what == 6) role.network.max += 1;
        if (what == 7) role.volume.every[USDC] -= 1;
        if (what == 8) role.volume.every[ETH] = 1;
        if (what == 9) role.missing = 1;
        if (what == 10) terms.residualRole = 0;
        if (what == 12) {
            terms.tiers = new string[](3);
            (terms.tiers[0], terms.tiers[1], terms.tiers[2]) = ("low", "high", "higher");
            role.tiers = _three(0, PERCENT, 1);
        }
        if (what == 13) role.tenure = _one(1);
        if (what == 14) (role.volume.every, role.volume.add, role.volume.max) = (_only(USDC, 1_000e6), 1, 1);
        if (what == 11) {
            Role[] memory roles = new Role[](2);
            roles[0] = role;
            roles[1] = _role("more", PERCENT);
            roles[1].tiers = new uint24[](2);
            terms.roles = roles;
        }
    }

    /// @dev And nothing that does not: lower rates, a later guarantee, a further kind at no more than before.
    function test_F3_WhatLetsNobodyTakeMoreAsksNobody() external {
        Terms memory terms = _rich(20);
        program = _create(terms);
        Role memory role = terms.roles[0];
        role.rates[INITIAL] -= 1;
        role.network.every += 1;
        role.tenure = _one(0);
        terms.commission -= 1;
        StandingLine memory line = _line("later", ben, 0);
        line.starts = FROM;
        line.clauses = _guaranteed(1_000, 0);
        _addLine(terms, line);
        _withKind(terms, "new", role.rates[RENEWAL]);
        _propose(terms);
        vm.assertEq(_asked(), 0, "asked");
    }

    /// @dev What is guaranteed later comes later, whatever it is owed.
    function test_F3_ALaterGuaranteeComesAfterOlderOnes() external {
        Terms memory terms = _promised();
        program = _create(terms);
        StandingLine memory line = _line("later", ben, 0);
        line.starts = FROM;
        line.clauses = _guaranteed(1_000, 0);
        _addLine(terms, line);
        _propose(terms);
        _warpToPeriod(3);
        _earn(700);
        _warpToPeriod(8);
        _settleAll();
        // Five periods' fees were due before, one in the period itself; 700 pay the oldest of them.
        _assertUsdc(_techHas(), 700, "the older line has all");
        vm.assertEq(program.claimable(ben, address(usdc)), 0, "the later nothing");
    }

    /* KINDS */

    function _withKind(Terms memory terms, string memory name, uint24 rate) private pure {
        string[] memory kinds = new string[](terms.kinds.length + 1);
        for (uint256 i = 0; i < terms.kinds.length; ++i) kinds[i] = terms.kinds[i];
        kinds[terms.kinds.length] = name;
        terms.kinds = kinds;
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            uint24[] memory rates = new uint24[](kinds.length);
            for (uint256 kind = 0; kind + 1 < kinds.length; ++kind) rates[kind] = terms.roles[i].rates[kind];
            rates[kinds.length - 1] = rate;
            terms.roles[i].rates = rates;
        }
    }

    /// @dev Control 02a: all kinds means those to come, too, and no outcome.
    function test_F6_ALineOnAllKindsEarnsOnKindsThatAreAdded() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].kinds = ALL_KINDS;
        program = _create(terms);
        vm.assertEq(program.terms().standing[MODERATORS].kinds, ALL_KINDS, "read back as it was given");
        _withKind(terms, "services", 0);
        _withKind(terms, "bonus", 0);
        terms.outcomes = new Outcome[](1);
        terms.outcomes[0] = Outcome({ kind: 4, perPeriod: true, amounts: _only(USDC, 1_000e6) });
        _propose(terms);
        vm.assertEq(_asked(), 0, "nobody is asked");
        vm.warp(FROM);
        _pay(3, 1_000e6);
        _fund(1_000e6);
        _postKind("bonus", 4, 100e6);
        _warpToPeriod(4);
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), 20e6, "of the new kind, and not of the outcome");
    }

    function _postKind(bytes32 id, uint8 kind, uint96 amount) private {
        _enroll(program);
        _post(Sale({ id: id, kind: kind, amount: amount, credits: new Credit[](0) }));
    }

    /// @dev Control 02b: a line is extended in its holder's favour, from the amendment on.
    function test_F6_ALineIsExtendedInItsHoldersFavour() external {
        Terms memory terms = _terms();
        terms.name = "another";
        program = _create(terms);
        _withKind(terms, "services", 0);
        terms.standing[TECH].kinds |= 8;
        terms.standing[TECH].ends = 0;
        _propose(terms);
        vm.assertEq(_asked(), 0, "nobody has a guarantee");
        vm.warp(FROM);
        _pay(3, 1_000e6);
        vm.warp(START + 4 * 365 days);
        _pay(INITIAL, 1_000e6);
        vm.warp(START + 5 * 365 days);
        _assertUsdc(program.settleLine(TECH, address(usdc)), 300 + 100, "the new kind, and past its old end");
    }

    /// @dev Never back: what was revenue before is shared as it was.
    function test_F6_NoExtensionReachesBack() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].kinds = 1;
        terms.standing[TECH].ends = uint40(START + 40 days);
        program = _create(terms);
        terms.standing[MODERATORS].kinds = 3;
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotAmendable.selector, "standing.kinds", MODERATORS)
        );
        _propose(terms);
        terms.standing[MODERATORS].kinds = ALL_KINDS;
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotAmendable.selector, "standing.kinds", MODERATORS)
        );
        _propose(terms);
        terms.standing[MODERATORS].kinds = 1;
        terms.standing[TECH].ends = 0;
        // It would have ended before the amendment.
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAmendable.selector, "standing.ends", TECH));
        _propose(terms);
    }

    /// @dev A guaranteed holder is asked before another line is extended.
    function test_F6_AnExtensionAsksGuaranteedHolders() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), PERCENT);
        terms.standing[1].ends = FROM + 1;
        program = _create(terms);
        terms.standing[1].ends = 0;
        _propose(terms);
        vm.assertEq(_asked(), 1, "asked");
    }

    /* NOTICE */

    /// @dev P3b, M8, control 11: the notice of lines is at least one period, and no amendment lowers it.
    function test_K4_TheNoticeOfLinesIsNeverLowered() external {
        Terms memory terms = _terms();
        terms.lineNoticePeriods = 6;
        program = _create(terms);
        terms.lineNoticePeriods = 5;
        _refuses(terms, "lineNoticePeriods");
        terms.lineNoticePeriods = 7;
        terms.noticePeriods = 0;
        _propose(terms);
        vm.warp(FROM);
        vm.startPrank(arbiter);
        program.giveNotice(MODERATORS, Remedy.End, "", 0);
        uint256 until = FROM + 7 * uint256(PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, until));
        program.executeNotice(MODERATORS);
        vm.warp(until);
        program.executeNotice(MODERATORS);
        vm.stopPrank();
    }

    /* ENDED LINES */

    /// @dev P8: who sold its line is asked for nothing, and terms may say so.
    function test_F10_WhoSoldALineIsAskedForNothing() external {
        Terms memory terms = _termsWith(50 * PERCENT, _guaranteed(1, 0), 0);
        program = _create(terms);
        _fund(500e6);
        vm.prank(operator);
        program.offerBuyout(LINE, address(usdc), 500e6);
        vm.warp(block.timestamp + HANDOVER);
        vm.prank(tech);
        program.acceptBuyout(LINE, address(usdc), 500e6);
        terms.standing[LINE].ends = FROM;
        StandingLine memory line = _line("new", ben, 100 * PERCENT);
        line.starts = FROM;
        _addLine(terms, line);
        bytes32 hash = _propose(terms);
        vm.assertEq(_asked(), 0, "asked");
        vm.warp(FROM);
        vm.assertEq(program.termsHash(), hash, "in force, with all that it took free");
    }

    /// @dev P8. What a sale sets aside for a line stays as the terms have it until an amendment: an end changes nobody else's part.
    function test_F10_ALineThatEndedIsShownToEarnNothing() external {
        Terms memory terms = _termsWith(10 * PERCENT, _capped(PER_LIFE, 500), 5 * PERCENT);
        terms.roles = new Role[](1);
        terms.roles[0] = _role("any", 10 * PERCENT);
        program = _create(terms);
        _enrollOne(program, stranger, "stranger");
        _fund(100e6);
        string memory mine = string.concat(
            "tech (",
            tech.toChecksumHexString(),
            unicode"): 10 % × 100.00 USDC = 10.00 USDC"
        );
        string memory theirs = string.concat(
            "moderators (",
            moderators.toChecksumHexString(),
            unicode"): 5 % × 100.00 USDC = 5.00 USDC"
        );
        _post(_sale("before", 100e6, _credits(_credit(1, 0, 1))));
        _endTogether(LINE);
        _post(_sale("same", 100e6, _credits(_credit(1, 0, 1))));
        _checkShown("before", string.concat(mine, ", within the line's limits over all sales"));
        _checkShown("same", string.concat(mine, ", within the line's limits over all sales"));
        _warpToPeriod(1);
        _post(_sale("after", 100e6, _credits(_credit(1, 0, 1))));
        vm.assertEq(SaleWords.standingRate(_shown("after").head), 15 * PERCENT, "set aside as before");
        _checkShown("after", string.concat(mine, ", but the operator's: the line had ended or was suspended"));
        _checkShown("after", theirs);
        _checkShown("before", string.concat(mine, ", within the line's limits over all sales"));
        (uint256 held, uint256 locked) = program.lineEarnings(LINE, address(usdc));
        _assertUsdc(held + locked, 20, "of two sales");
        // After an amendment nobody but the program knows in which segment a sale counts.
        terms.name = "another";
        _propose(terms);
        vm.warp(program.amendment().from);
        _checkShown(
            "before",
            string.concat(mine, ", or the operator's if the line had ended or was suspended as the sale was posted")
        );
        _checkShown("after", string.concat(mine, ", but the operator's: the line had ended or was suspended"));
        _checkShown("after", theirs);
    }

    function test_F10_TheDealSaysWhichLinesEndedOrAreSuspended() external {
        program = _create(_termsWith(10 * PERCENT, _capped(PER_LIFE, 500), 5 * PERCENT));
        string memory first = string.concat(
            "Standing line tech, ",
            tech.toChecksumHexString(),
            ": 10 % of all revenue of initial renewal expansion; from 2026-01-01 00:00 UTC; at most 500.00 ETH, 500.00 USDC in all"
        );
        _assertAmong(_reader().deal(address(program)), first);
        _endTogether(LINE);
        string memory ends = string.concat(first, "; ends 2026-01-31 00:00 UTC: what it would earn is the operator's");
        _assertAmong(_reader().deal(address(program)), ends);
        _warpToPeriod(1);
        string memory ended = string.concat(
            first,
            "; ended 2026-01-31 00:00 UTC: what it would earn is the operator's"
        );
        _assertAmong(_reader().deal(address(program)), ended);
        vm.prank(arbiter);
        program.giveNotice(1, Remedy.Suspend, "idle", 0);
        vm.warp(program.lineState(1).noticeUntil);
        vm.prank(arbiter);
        program.executeNotice(1);
        string memory holder = "Standing line 1, moderators: ";
        _assertAmong(
            _reader().party(address(program), moderators),
            string.concat(holder, "earns a share of all revenue of its kinds")
        );
        _warpToPeriod(4);
        _assertAmong(_reader().party(address(program), moderators), string.concat(holder, "does not earn now"));
        string memory suspended = string.concat(
            "Standing line moderators, ",
            moderators.toChecksumHexString(),
            ": 5 % of all revenue of initial renewal expansion; from 2026-01-01 00:00 UTC; ",
            "suspended: what it would earn is the operator's"
        );
        _assertAmong(_reader().deal(address(program)), suspended);
    }

    function _endTogether(uint256 line) private {
        address holder = program.terms().standing[line].holder;
        vm.prank(operator);
        program.agreeExit(line, true);
        vm.prank(holder);
        program.agreeExit(line, true);
    }

    function _checkShown(bytes32 id, string memory sentence) private view {
        ShownSale memory shown = _shown(id);
        bytes memory data = abi.encode(shown.head, shown.words);
        string memory name = string(abi.encodePacked(id));
        _assertAmong(_reader().sale(address(program), name, data), sentence);
    }

    function _assertAmong(string[] memory words, string memory sentence) private pure {
        bytes memory all;
        for (uint256 i = 0; i < words.length; ++i) {
            if (keccak256(bytes(words[i])) == keccak256(bytes(sentence))) return;
            all = abi.encodePacked(all, "\n", words[i]);
        }
        vm.assertEq(string(all), sentence, "not among the sentences");
    }

    function _reader() private view returns (IProgramReader) {
        return IProgramReader(factory.reader());
    }

    function test_F10_WhoSellsAfterItWasAskedIsAskedNoMore() external {
        Terms memory terms = _terms();
        terms.name = "another";
        program = _create(terms);
        terms.standing[TECH].ends = FROM;
        bytes32 hash = _propose(terms);
        vm.assertEq(_asked(), 1, "asked");
        vm.prank(operator);
        program.agreeExit(TECH, true);
        vm.prank(tech);
        program.agreeExit(TECH, true);
        vm.assertEq(_asked(), 0, "asked no more");
        vm.warp(FROM);
        vm.assertEq(program.termsHash(), hash, "in force");
    }

    /// @dev An amendment that lapsed for want of a consent stays so.
    function test_F10_AnEndRevivesNoAmendmentThatLapsed() external {
        Terms memory terms = _terms();
        terms.name = "another";
        program = _create(terms);
        bytes32 before = program.termsHash();
        terms.standing[TECH].ends = FROM;
        _propose(terms);
        vm.warp(FROM);
        vm.prank(operator);
        program.agreeExit(TECH, true);
        vm.prank(tech);
        program.agreeExit(TECH, true);
        vm.assertEq(_asked(), 1, "it lacks it for ever");
        vm.assertEq(program.termsHash(), before, "the same terms");
    }

    /* AFTER A MOVE */

    function _notAllowed(address caller) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, caller);
    }

    /// @dev M1, control 05: a holder's rights are where its wallet is.
    function test_K3_AHoldersRightsMoveWithItsWallet() external {
        Terms memory terms = _terms();
        terms.rules.moveDays = 1;
        program = _create(terms);
        address fresh = _actor("fresh");
        vm.prank(tech);
        program.proposeMove(tech, fresh);
        vm.warp(START + 1 days);
        vm.prank(fresh);
        program.finishMove(tech);
        terms.standing[TECH].ends = FROM;
        bytes32 hash = _propose(terms);
        vm.expectRevert(_notAllowed(tech));
        vm.prank(tech);
        program.consent(TECH, hash);
        _consent(fresh, TECH, hash);
        _fund(10e6);
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 10e6);
        vm.warp(block.timestamp + HANDOVER);
        vm.expectRevert(_notAllowed(tech));
        vm.prank(tech);
        program.acceptBuyout(TECH, address(usdc), 10e6);
        vm.expectRevert(_notAllowed(tech));
        vm.prank(tech);
        program.agreeExit(TECH, true);
        vm.prank(fresh);
        program.agreeExit(TECH, true);
        vm.assertEq(program.lineState(TECH).agreed, 2, "the holder agreed");
        vm.prank(fresh);
        program.acceptBuyout(TECH, address(usdc), 10e6);
        program.claim(tech, address(usdc));
        _assertUsdc(usdc.balanceOf(fresh), 10, "paid where the wallet is");
    }

    /* ADDRESSES */

    /// @dev The treasury's next one gets what is settled from then on; the guardian can stop it.
    function test_K3_TheTreasuryChangesByAnAmendmentThatTheGuardianCanStop() external {
        Terms memory terms = _bareTerms();
        terms.guardian = guardian;
        program = _create(terms);
        terms.treasury = stranger;
        _propose(terms);
        vm.assertTrue(program.amendment().addresses, "told");
        vm.expectRevert(_missing(ben, Power.Operator));
        vm.prank(ben);
        program.withdrawAmendment();
        vm.prank(guardian);
        program.withdrawAmendment();
        _earn(100);
        _propose(terms);
        vm.warp(FROM);
        _earn(50);
        program.claimResidual(address(usdc), 1);
        _assertUsdc(usdc.balanceOf(stranger), 100, "settled from then on");
        // One that changes no address is the operator's alone.
        terms.commission -= 1;
        _propose(terms);
        vm.expectRevert(_missing(guardian, Power.Operator));
        vm.prank(guardian);
        program.withdrawAmendment();
    }
}
