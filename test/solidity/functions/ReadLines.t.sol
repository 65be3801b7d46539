// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Outcome, Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ALL_KINDS, REFERRED, TO_OTHERS, TO_RESIDUAL } from "../../../contracts/libraries/Constants.sol";
import { ReaderBase } from "../support/ReaderBase.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev How each line of a sale is worked out, and what standing lines and the operator have of it. Sales are of 100 USDC.
contract ReadLinesTest is ReaderBase {
    uint8 private constant TALENT = 6;

    /* ROLES */

    function test_WhenARoleIsShared() external {
        _postWith(_credits(_credit(BEN, INTEGRATION, 2), _credit(CLEO, INTEGRATION, 3)));
        _expect(_ben(), unicode": integration, 15 % × 100.00 USDC × 2/5 = 6.00 USDC");
        _expect(_ana(), unicode": scout, 10 % × 6.00 USDC of the line before = 0.60 USDC");
        _expect(_cleo(), unicode": integration, 15 % × 100.00 USDC × 3/5 = 9.00 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("62.40");
    }

    function test_WhenAWeightIsTheWholeOfItsRole() external {
        _postWith(_credits(_credit(CLEO, INTEGRATION, 7)));
        _expect(_cleo(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("63.00");
    }

    /// @dev Of 100 less 2 for the moderators, 15 for integration and 20 for the pool, 63 are left.
    function test_WhenARoleIsOfWhatIsLeft() external {
        _postWith(_credits(_credit(BEN, INTEGRATION, 1), _credit(BEN, LOYALTY, 1), _credit(CLEO, LOYALTY, 2)));
        _expect(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_ana(), unicode": scout, 10 % × 15.00 USDC of the line before = 1.50 USDC");
        _expect(_ben(), unicode": loyalty, 10 % × 63.00 USDC that is left × 1/3 = 2.10 USDC");
        _expect(_ana(), unicode": scout, 10 % × 2.10 USDC of the line before = 0.21 USDC");
        _expect(_cleo(), unicode": loyalty, 10 % × 63.00 USDC that is left × 2/3 = 4.20 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("54.99");
    }

    /// @dev What is left before the residual: 100 less 2 and 20.
    function test_WhenARoleIsOfWhatIsLeftAndAnotherHasTheResidual() external {
        _postWith(_credits(_credit(ANA, SELLER, 1), _credit(CLEO, LOYALTY, 1)));
        _expect(_ana(), ": seller, what no other line takes = 70.20 USDC");
        _expect(_cleo(), unicode": loyalty, 10 % × 78.00 USDC that is left = 7.80 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("0.00");
    }

    function test_WhenAReferrerHasTwoRoles() external {
        Terms memory terms = _disputeTerms();
        Role[] memory roles = new Role[](7);
        for (uint256 i = 0; i < 6; ++i) roles[i] = terms.roles[i];
        roles[TALENT] = _role("talent", 5 * PERCENT);
        roles[TALENT].stage = REFERRED;
        terms.roles = roles;
        _use(terms);
        _postWith(_credits(_credit(CLEO, AFFILIATE, 1), _credit(BEN, INTEGRATION, 1)));
        _expect(_cleo(), unicode": affiliate, 10 % × 100.00 USDC = 10.00 USDC");
        _expect(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_ana(), unicode": scout, 10 % × 15.00 USDC of the line before = 1.50 USDC");
        _expect(_ana(), unicode": talent, 5 % × 15.00 USDC of the line before = 0.75 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("50.75");
    }

    /// @dev 98 are left of which the pool has 20.
    function test_WhenTheResidualIsShared() external {
        _postWith(_credits(_credit(ANA, SELLER, 1), _credit(CLEO, SELLER, 3)));
        _expect(_ana(), ": seller, what no other line takes = 19.50 USDC");
        _expect(_cleo(), ": seller, what no other line takes = 58.50 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("0.00");
    }

    function test_WhenTheResidualsRoleHasARateToo() external {
        Terms memory terms = _disputeTerms();
        terms.roles[SELLER].rates = _three(5 * PERCENT, 0, 0);
        _use(terms);
        _postWith(_credits(_credit(CLEO, SELLER, 4)));
        _expect(_cleo(), unicode": seller, 5 % × 100.00 USDC = 5.00 USDC");
        _expect(_cleo(), ": seller, what no other line takes = 73.00 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _assertRest("0.00");
    }

    /// @dev 15 % of a third is 4.999995 %, of which a log shows whole parts per million.
    function test_WhenARateIsNoWholeNumberOfPpm() external {
        Terms memory terms = _disputeTerms();
        terms.commission = 333_333;
        _use(terms);
        _postWith(_credits(_credit(ANA, INTEGRATION, 1), _credit(CLEO, INTEGRATION, 2), _credit(CLEO, AFFILIATE, 1)));
        _expect(_ana(), unicode": integration, 4.9999 % × 100.00 USDC × 1/3, at the exact rate, = 1.666665 USDC");
        _expect(_cleo(), unicode": integration, 4.9999 % × 100.00 USDC × 2/3, at the exact rate, = 3.33333 USDC");
        _expect(_cleo(), unicode": affiliate, 3.3333 % × 100.00 USDC, at the exact rate, = 3.33333 USDC");
        _expect(_community(), unicode": coach, 6.6666 % × 100.00 USDC, at the exact rate, = 6.66666 USDC");
        _assertRest("83.000015");
    }

    /// @dev Integration and loyalty's 15 and 7 share 32: 15 × 32 ÷ 22 is 21.818181…
    function test_WhenOthersShareAMissingRole() external {
        Terms memory terms = _disputeTerms();
        terms.roles[COACH] = _role("coach", 10 * PERCENT);
        terms.roles[COACH].missing = TO_OTHERS;
        terms.roles[LOYALTY] = _role("loyalty", 7 * PERCENT);
        terms.standing[TECH].rates = _one(0);
        _use(terms);
        _postWith(_credits(_credit(ANA, INTEGRATION, 1), _credit(CLEO, LOYALTY, 1)));
        _expect(_ana(), unicode": integration, 21.8181 % × 100.00 USDC, at the exact rate, = 21.818181 USDC");
        _expect(_cleo(), unicode": loyalty, 10.1818 % × 100.00 USDC, at the exact rate, = 10.181818 USDC");
        _assertRest("66.000001");
    }

    function test_WhenAllIsRounded() external {
        _fund(33);
        _post(_sale("a", 33, _credits(_credit(CLEO, INTEGRATION, 1))));
        _expect("a: 0.000033 USDC, initial, of 2026-01-01 00:00 UTC");
        _expectHead();
        _expect(_cleo(), unicode": integration, 15 % × 0.000033 USDC = 0.000004 USDC");
        _expect(_community(), unicode": coach, 20 % × 0.000033 USDC = 0.000006 USDC");
        _expect(unicode"Standing lines, of all revenue of their kinds: 2 % × 0.000033 USDC = 0.000001 USDC, of which");
        _expect("moderators (", vm.toString(moderators), unicode"): 2 % × 0.000033 USDC = 0.00 USDC");
        _expect("What is left is the operator's: 0.000022 USDC");
        _expectNothingSince();
        _assertRead(_sale("a"));
    }

    function test_WhenNobodyIsCredited() external {
        Terms memory terms = _disputeTerms();
        terms.roles[COACH].missing = TO_RESIDUAL;
        _use(terms);
        _postWith(new Credit[](0));
        _assertRest("98.00");
    }

    function test_GivenNamesAreEmptyOrLong() external {
        uint256 nameless = _enrollOne(program, stranger, "");
        uint256 long = _enrollOne(program, tech, "Flowbridge International");
        _postWith(_credits(_credit(nameless, INTEGRATION, 1), _credit(long, AFFILIATE, 1)));
        string[] memory words = _sale("a");
        string memory who = string.concat("partner 4, ", vm.toString(stranger));
        vm.assertEq(words[4], string.concat(who, unicode": integration, 15 % × 100.00 USDC = 15.00 USDC"), "nameless");
        who = string.concat(unicode"Flowbridge Intern… (partner 5, ", vm.toString(tech), ")");
        vm.assertEq(words[5], string.concat(who, unicode": affiliate, 10 % × 100.00 USDC = 10.00 USDC"), "long");
    }

    /* STANDING LINES */

    /// @dev Tech earns from day 10 on, less each year, for three years.
    function test_WhenStandingLinesBeginChangeAndEnd() external {
        uint256 starts = START + 10 days;
        _assertShares(starts - 1, 0, "63.00");
        _assertShares(starts, 30, "33.00");
        _assertShares(starts + 365 days - 1, 30, "33.00");
        _assertShares(starts + 365 days, 20, "43.00");
        _assertShares(starts + 730 days, 10, "53.00");
        _assertShares(starts + 1095 days - 1, 10, "53.00");
        _assertShares(starts + 1095 days, 0, "63.00");
    }

    /// @dev The last rate of a line that never ends is that of all years to come.
    function test_WhenALinesTableIsOver() external {
        Terms memory terms = _disputeTerms();
        terms.standing[TECH].ends = 0;
        _use(terms);
        _assertShares(START + 10 days + 730 days, 10, "53.00");
        _assertShares(START + 10 days + 1095 days, 10, "53.00");
        _assertShares(START + 10 days + 5 * 365 days, 10, "53.00");
    }

    /// @dev A sale is priced when it is posted, so that a line has its share of older ones.
    function test_WhenTheSaleIsOlderThanALine() external {
        _postOld();
        _expect("a: 100.00 USDC, initial, of 2026-01-10 00:00 UTC");
        _expectHead();
        _expect(_cleo(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _expect(_sum(32), ", of which");
        _expect(_share("moderators", moderators, 2));
        _expect(_share("tech", tech, 30));
        _expect("What is left is the operator's: 33.00 USDC");
        _expectNothingSince();
        _assertRead(_sale("a"));
    }

    /// @dev When it was posted is not known under other terms: what each line had of it does not follow from its own time.
    function test_GivenTheTermsWereAmendedAndTheSaleIsOlderThanALine() external {
        _postOld();
        Terms memory terms = _disputeTerms();
        terms.name = "another name";
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", keccak256("why"));
        vm.warp(program.amendment().from);
        string[] memory words = _sale("a");
        vm.assertEq(words[5], _sum(32), "the sum alone");
        vm.assertEq(words[6], "What is left is the operator's: 33.00 USDC", "left");
        vm.assertEq(words.length, 9, "sentences");
    }

    function test_GivenLinesAreOnSomeKinds() external {
        Terms memory terms = _disputeTerms();
        terms.standing[MODERATORS].kinds = ALL_KINDS;
        terms.standing[TECH].kinds = uint16(1 << RENEWAL);
        terms.standing[TECH].starts = START;
        terms.outcomes = new Outcome[](1);
        terms.outcomes[0] = Outcome({ kind: EXPANSION, perPeriod: false, amounts: _only(USDC, 100e6) });
        _use(terms);
        string[] memory words = _ofKind(INITIAL);
        vm.assertEq(words[6], string.concat(_sum(2), ", of which"), "of the first kind");
        vm.assertEq(words[7], _share("moderators", moderators, 2), "moderators alone");
        vm.assertEq(words[8], "What is left is the operator's: 63.00 USDC", "left");
        words = _ofKind(RENEWAL);
        vm.assertEq(words[6], string.concat(_sum(32), ", of which"), "of a renewal");
        vm.assertEq(words[7], _share("moderators", moderators, 2), "moderators");
        vm.assertEq(words[8], _share("tech", tech, 30), "tech");
        words = _ofKind(EXPANSION);
        vm.assertEq(words[6], "What is left is the operator's: 65.00 USDC", "of an outcome");
        // A line that names an outcome earns on it.
        terms.standing[TECH].kinds = uint16(1 << EXPANSION);
        _use(terms);
        words = _ofKind(EXPANSION);
        vm.assertEq(words[6], string.concat(_sum(30), ", of which"), "of an outcome that is named");
        vm.assertEq(words[7], _share("tech", tech, 30), "tech alone");
        vm.assertEq(words[8], "What is left is the operator's: 35.00 USDC", "left");
    }

    function test_GivenThereAreNoStandingLines() external {
        Terms memory terms = _disputeTerms();
        delete terms.standing;
        _use(terms);
        _postWith(_credits(_credit(CLEO, INTEGRATION, 1)));
        string[] memory words = _sale("a");
        vm.assertEq(words[6], "What is left is the operator's: 65.00 USDC", "left");
        vm.assertEq(words.length, 9, "sentences");
    }

    /* HELPERS */

    /// @dev Posts a sale of 100 of the first day, and expects what comes before its lines.
    function _postWith(Credit[] memory credits) private {
        _fund(100e6);
        _post(_sale("a", 100e6, credits));
        _expect("a: 100.00 USDC, initial, of 2026-01-01 00:00 UTC");
        _expectHead();
    }

    /// @dev A sale of day 9 that is posted on day 11, a day after Tech's line began.
    function _postOld() private {
        vm.warp(START + 11 days);
        _fund(100e6);
        Sale memory sale = _sale("a", 100e6, _credits(_credit(CLEO, INTEGRATION, 1)));
        bytes memory packed = _packAt(program, _batch(sale), new address[](0), START + 9 days);
        _send(program, attributor, _late(program, address(usdc), packed));
    }

    /// @dev The second sentence of a sale that is alone in its batch, and the two after it.
    function _expectHead() private {
        _expect("Batch 1, place 0. The program proves it.");
        _expect("Paid elsewhere; the operator funded what it owes others.");
        _expect("Posted in period 0; held until 2026-03-02 00:00 UTC, then final.");
    }

    function _expectNothingSince() private {
        _expect("Nothing was refunded.");
        _expect("Nobody disputed it.");
    }

    function _assertRest(string memory left) private {
        _expect(unicode"Standing lines, of all revenue of their kinds: 2 % × 100.00 USDC = 2.00 USDC, of which");
        _expect("moderators (", vm.toString(moderators), unicode"): 2 % × 100.00 USDC = 2.00 USDC");
        _expect("What is left is the operator's: ", left, " USDC");
        _expectNothingSince();
        _assertRead(_sale("a"));
    }

    /// @dev Of a sale posted then: Cleo has 15, the pool 20, the moderators 2.
    function _assertShares(uint256 time, uint256 ofTech, string memory left) private {
        vm.warp(time);
        string[] memory words = _ofKind(INITIAL);
        vm.assertEq(words[6], string.concat(_sum(2 + ofTech), ", of which"), "sum");
        vm.assertEq(words[7], _share("moderators", moderators, 2), "moderators");
        if (ofTech > 0) vm.assertEq(words[8], _share("tech", tech, ofTech), "tech");
        vm.assertEq(
            words[ofTech > 0 ? 9 : 8],
            string.concat("What is left is the operator's: ", left, " USDC"),
            "left"
        );
        vm.assertEq(words.length, ofTech > 0 ? 12 : 11, "sentences");
    }

    /// @dev What is said of a sale of a kind of which Cleo has 15 and the pool 20.
    function _ofKind(uint8 kind) private returns (string[] memory) {
        _fund(100e6);
        Sale memory sale = _sale("a", 100e6, _credits(_credit(CLEO, INTEGRATION, 1)));
        sale.kind = kind;
        _post(sale);
        return _sale("a");
    }

    function _sum(uint256 rate) private pure returns (string memory) {
        return string.concat("Standing lines, of all revenue of their kinds: ", _shareOf(rate));
    }

    function _share(string memory name, address holder, uint256 rate) private pure returns (string memory) {
        return string.concat(name, " (", vm.toString(holder), "): ", _shareOf(rate));
    }

    function _shareOf(uint256 rate) private pure returns (string memory) {
        string memory number = vm.toString(rate);
        return string.concat(number, unicode" % × 100.00 USDC = ", number, ".00 USDC");
    }
}
