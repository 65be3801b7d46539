// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { ReaderBase } from "../support/ReaderBase.sol";

/// @dev Who a party is, and its books. Ben was referred by Ana.
contract ReadPartyTest is ReaderBase {
    address private newWallet = _actor("newWallet");

    function test_RevertWhen_TheAddressIsNoProgram() external {
        address[2] memory none = [address(reader), stranger];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(_notAProgram(none[i]));
            reader.party(none[i], ana);
            vm.expectRevert(_notAProgram(none[i]));
            reader.partyNamed(none[i], "ana", 1);
            vm.expectRevert(_notAProgram(none[i]));
            reader.partners(none[i], 1);
        }
    }

    /* WHO IT IS */

    function test_GivenItIsNobody() external {
        _expect(vm.toString(stranger), " is no partner and no pool.");
        _expectBooks("ETH", "0.00", "0.00", "0.00");
        _expectBooks("USDC", "0.00", "0.00", "0.00");
        _assertRead(reader.party(address(program), stranger));
    }

    function test_GivenItIsAPartner() external {
        _expect(_ana(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expectBooks("ETH", "0.00", "0.00", "0.00");
        _expectBooks("USDC", "0.00", "0.00", "0.00");
        _assertRead(reader.party(address(program), ana));
    }

    function test_GivenItWasReferred() external view {
        string memory expected = string.concat(
            ": active, associate, joined 2026-01-01 00:00 UTC, referred by ",
            _ana()
        );
        vm.assertEq(_who(ben), string.concat(_ben(), expected), "ben");
    }

    function test_GivenItsTierIsAnotherOne() external {
        vm.warp(START + 31 days);
        vm.prank(operator);
        program.setTier(ANA, 1, "well done");
        string memory expected = ": active, associate and from period 2 on partner, joined 2026-01-01 00:00 UTC";
        vm.assertEq(_who(ana), string.concat(_ana(), expected), "waiting");
        vm.warp(START + 61 days);
        vm.prank(operator);
        program.setTier(ANA, 0, "less well done");
        expected = ": active, partner and from period 3 on associate, joined 2026-01-01 00:00 UTC";
        vm.assertEq(_who(ana), string.concat(_ana(), expected), "and back");
    }

    function test_GivenThereAreNoTiers() external {
        Terms memory terms = _disputeTerms();
        delete terms.tiers;
        for (uint256 i = 0; i < terms.roles.length; ++i) delete terms.roles[i].tiers;
        _use(terms);
        vm.assertEq(_who(ana), string.concat(_ana(), ": active, joined 2026-01-01 00:00 UTC"), "ana");
    }

    function test_GivenItIsSuspendedOrHasLeft() external {
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "why");
        string memory expected = ": suspended: what it earned stays its own, associate, joined 2026-01-01 00:00 UTC";
        vm.assertEq(_who(ana), string.concat(_ana(), expected), "suspended");
        vm.prank(ana);
        program.leaveProgram(ana, "enough");
        expected = ": has left, associate, joined 2026-01-01 00:00 UTC";
        vm.assertEq(_who(ana), string.concat(_ana(), expected), "left");
    }

    function test_GivenPartnersHaveToAccept() external {
        Terms memory terms = _disputeTerms();
        terms.rules.acceptance = true;
        _use(terms);
        string memory expected = ": active, associate, joined 2026-01-01 00:00 UTC";
        vm.assertEq(_who(cleo), string.concat(_cleo(), expected, ", has yet to accept the terms"), "cleo has not");
        bytes32 hash = program.termsHash();
        vm.prank(cleo);
        program.accept(cleo, hash);
        vm.assertEq(_who(cleo), string.concat(_cleo(), expected), "cleo has");
        vm.assertEq(
            _who(ben),
            string.concat(_ben(), expected, ", referred by ", _ana(), ", has yet to accept the terms"),
            "ben has not"
        );
    }

    function test_GivenItIsAPool() external {
        _postElsewhere("a");
        _expect(_community(), ": active");
        _expectBooks("ETH", "0.00", "0.00", "0.00");
        _expectBooks("USDC", "20.00", "20.00", "0.00");
        _assertRead(reader.party(address(program), community));
    }

    /* WHERE IT IS PAID */

    function test_GivenItMoves() external {
        Terms memory terms = _disputeTerms();
        terms.rules.moveDays = 7;
        _use(terms);
        vm.prank(cleo);
        program.proposeMove(cleo, newWallet);
        _expect(_cleo(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expect("To be moved to ", vm.toString(newWallet), ", from 2026-01-08 00:00 UTC on");
        _expectNothing();
        _assertRead(reader.party(address(program), cleo));
        vm.warp(START + 7 days);
        vm.prank(newWallet);
        program.finishMove(cleo);
        _expect(_cleo(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expect("Paid at ", vm.toString(newWallet), ", where it moved.");
        _expectNothing();
        _assertRead(reader.party(address(program), cleo));
        vm.prank(newWallet);
        program.proposeMove(cleo, tech);
        _expect(_cleo(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expect("Paid at ", vm.toString(newWallet), ", where it moved.");
        _expect("To be moved to ", vm.toString(tech), ", from 2026-01-15 00:00 UTC on");
        _expectNothing();
        _assertRead(reader.party(address(program), cleo));
    }

    /* ITS BOOKS */

    /// @dev Ana has 1.50 of a sale of period 0 and 15 of one of period 1, which lock after days 60 and 90; and 0.30 ETH.
    function test_GivenItEarnsInTwoCurrencies() external {
        _postElsewhere("a");
        vm.warp(START + 30 days);
        _fund(100e6);
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _fundEther(2 ether);
        _postIn(ETHER, _sale("c", 2 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _assertBooks("Earned 0.30 ETH: held 0.30 ETH, final 0.00 ETH, claimed 0.00 ETH, claimable now 0.00 ETH", 1);
        _assertBooks(
            "Earned 16.50 USDC: held 16.50 USDC, final 0.00 USDC, claimed 0.00 USDC, claimable now 0.00 USDC",
            2
        );
        vm.warp(START + 60 days);
        _assertBooks(
            "Earned 16.50 USDC: held 15.00 USDC, final 1.50 USDC, claimed 0.00 USDC, claimable now 1.50 USDC",
            2
        );
        program.claim(ana, address(usdc));
        vm.warp(START + 90 days);
        _assertBooks("Earned 0.30 ETH: held 0.00 ETH, final 0.30 ETH, claimed 0.00 ETH, claimable now 0.30 ETH", 1);
        _assertBooks(
            "Earned 16.50 USDC: held 0.00 USDC, final 16.50 USDC, claimed 1.50 USDC, claimable now 15.00 USDC",
            2
        );
    }

    function test_GivenTheProgramTakesNoEther() external {
        _useWithoutEther();
        _pay(INITIAL, 100e6);
        _expect(vm.toString(moderators), " is no partner and no pool.");
        _expectBooks("USDC", "0.00", "0.00", "0.00");
        _expectLine("0, moderators");
        _expectOpen("2.00 USDC", "0.00 USDC");
        _assertRead(reader.party(address(program), moderators));
    }

    function test_GivenItWaitsToAccept() external {
        Terms memory terms = _disputeTerms();
        terms.rules.acceptance = true;
        _use(terms);
        _postElsewhere("a");
        _warpToLock();
        _assertBooks(
            "Earned 1.50 USDC: held 0.00 USDC, final 1.50 USDC, claimed 0.00 USDC, claimable now 0.00 USDC",
            2
        );
    }

    /* ITS STANDING LINES */

    /// @dev The moderators have 2 % of 100 and of 50 USDC, and of 1 ETH.
    function test_GivenItHoldsALine() external {
        _pay(INITIAL, 100e6);
        vm.deal(customer, 1 ether);
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
        vm.warp(START + 30 days);
        _pay(RENEWAL, 50e6);
        _expectModerators();
        _expectBooks("USDC", "0.00", "0.00", "0.00");
        _expectLine("0, moderators");
        _expectOpen("0.02 ETH", "0.00 ETH");
        _expectOpen("3.00 USDC", "0.00 USDC");
        _assertRead(reader.party(address(program), moderators));
        vm.warp(START + 60 days);
        _expectModerators();
        _expectBooks("USDC", "0.00", "0.00", "0.00");
        _expectLine("0, moderators");
        _expectOpen("0.00 ETH", "0.02 ETH");
        _expectOpen("1.00 USDC", "2.00 USDC");
        _assertRead(reader.party(address(program), moderators));
        program.settleLine(MODERATORS, address(usdc));
        _expectModerators();
        _expectBooks("USDC", "2.00", "0.00", "2.00");
        _expectLine("0, moderators");
        _expectOpen("0.00 ETH", "0.02 ETH");
        _expectOpen("1.00 USDC", "0.00 USDC");
        _assertRead(reader.party(address(program), moderators));
        vm.warp(START + 90 days);
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(
            reader.party(address(program), moderators)[2],
            "Earned 3.00 USDC: held 0.00 USDC, final 3.00 USDC, claimed 3.00 USDC, claimable now 0.00 USDC",
            "claimed"
        );
        vm.assertEq(reader.party(address(program), moderators).length, 5, "nothing but ether is left");
    }

    function test_GivenAPartnerHoldsTwoLines() external {
        Terms memory terms = _disputeTerms();
        terms.standing = new StandingLine[](3);
        terms.standing[0] = _line("one", cleo, 3 * PERCENT);
        terms.standing[1] = _line("none of hers", tech, PERCENT);
        terms.standing[2] = _line("another", cleo, 5 * PERCENT);
        _use(terms);
        _pay(INITIAL, 100e6);
        _expect(_cleo(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expectNothing();
        _expectLine("0, one");
        _expectOpen("3.00 USDC", "0.00 USDC");
        _expectLine("2, another");
        _expectOpen("5.00 USDC", "0.00 USDC");
        _assertRead(reader.party(address(program), cleo));
    }

    /* BY NAME */

    function test_WhenItIsAskedByName() external {
        string[] memory words = reader.partyNamed(address(program), "cleo", 1);
        string[] memory expected = reader.party(address(program), cleo);
        vm.assertEq(abi.encode(words), abi.encode(expected), "as by address");
        vm.assertEq(abi.encode(reader.partyNamed(address(program), "cleo", 3)), abi.encode(expected), "from 3");
        vm.assertEq(abi.encode(reader.partyNamed(address(program), "cleo", 0)), abi.encode(expected), "from 0");
        _expect("Nobody among these partners is called ana.");
        _assertRead(reader.partyNamed(address(program), "ana", 2));
        _expect("Nobody among these partners is called Ana.");
        _assertRead(reader.partyNamed(address(program), "Ana", 1));
        _expect("Nobody among these partners is called cleo.");
        _assertRead(reader.partyNamed(address(program), "cleo", 4));
    }

    function test_WhenTwoHaveTheName() external {
        _enrollOne(program, stranger, "ana");
        _expect(_ana(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expectNothing();
        _expect("ana (partner 4, ", vm.toString(stranger), "): active, associate, joined 2026-01-01 00:00 UTC");
        _expectNothing();
        _assertRead(reader.partyNamed(address(program), "ana", 1));
    }

    function test_WhenThereAreMoreThan500() external {
        _enrollMany(501);
        _expect("Nobody among these partners is called last.");
        _expect("There are more: go on from 501.");
        _assertRead(reader.partyNamed(address(program), "last", 1));
        _expect("last (partner 501, ", vm.toString(_wallet(501)), "): active, associate, joined 2026-01-01 00:00 UTC");
        _expectNothing();
        _assertRead(reader.partyNamed(address(program), "last", 2));
    }

    /* ALL OF THEM */

    function test_WhenTheyAreListed() external {
        vm.prank(operator);
        program.setStatus(CLEO, Status.Suspended, "why");
        _expect("3 partners, 2 of them active.");
        _expect(_ana(), ": active, associate, joined 2026-01-01 00:00 UTC");
        _expect(_ben(), ": active, associate, joined 2026-01-01 00:00 UTC, referred by ", _ana());
        _expectCleo();
        _assertRead(reader.partners(address(program), 1));
        vm.assertEq(reader.partners(address(program), 0).length, 4, "from 0");
        _expect("3 partners, 2 of them active.");
        _expectCleo();
        _assertRead(reader.partners(address(program), 3));
        _expect("3 partners, 2 of them active.");
        _assertRead(reader.partners(address(program), 4));
        _expect("3 partners, 2 of them active.");
        _assertRead(reader.partners(address(program), type(uint256).max));
    }

    function test_WhenThereAreMoreThan100() external {
        _enrollMany(100);
        vm.assertEq(reader.partners(address(program), 1).length, 101, "all of a hundred");
        _enrollMany(101);
        string[] memory words = reader.partners(address(program), 1);
        vm.assertEq(words[0], "101 partners, 101 of them active.", "count");
        vm.assertEq(words.length, 102, "the first hundred");
        vm.assertEq(words[101], "There are more: go on from 101.", "more");
        words = reader.partners(address(program), 101);
        vm.assertEq(words.length, 2, "the last");
        words = reader.partners(address(program), 2);
        vm.assertEq(words.length, 101, "from the second");
    }

    function test_GivenThereAreNoPartners() external {
        Terms memory terms = _disputeTerms();
        terms.name = "empty";
        program = _create(terms);
        _expect("0 partners, 0 of them active.");
        _assertRead(reader.partners(address(program), 1));
        _expect("Nobody among these partners is called ana.");
        _assertRead(reader.partyNamed(address(program), "ana", 1));
    }

    /* HELPERS */

    /// @dev The first sentence on a party.
    function _who(address wallet) private view returns (string memory) {
        return reader.party(address(program), wallet)[0];
    }

    /// @dev Of a party that claimed nothing yet.
    function _expectBooks(
        string memory symbol,
        string memory earned,
        string memory held,
        string memory claimable
    ) private {
        string memory first = string.concat("Earned ", earned, " ", symbol, ": held ", held, " ", symbol);
        string memory second = string.concat(", final ", claimable, " ", symbol, ", claimed 0.00 ", symbol);
        _expect(first, second, string.concat(", claimable now ", claimable, " ", symbol));
    }

    function _expectNothing() private {
        _expectBooks("ETH", "0.00", "0.00", "0.00");
        _expectBooks("USDC", "0.00", "0.00", "0.00");
    }

    function _expectModerators() private {
        _expect(vm.toString(moderators), " is no partner and no pool.");
        _expectBooks("ETH", "0.00", "0.00", "0.00");
    }

    function _expectCleo() private {
        _expect(_cleo(), ": suspended: what it earned stays its own, associate, joined 2026-01-01 00:00 UTC");
    }

    function _expectLine(string memory which) private {
        _expect("Standing line ", which, ": earns a share of all revenue of its kinds");
    }

    function _expectOpen(string memory held, string memory locked) private {
        string memory first = string.concat("Of it, not settled yet: held ", held);
        _expect(first, ", final ", locked, ", which anyone pays it by claimLine");
    }

    /// @dev The sentence on one of Ana's currencies.
    function _assertBooks(string memory expected, uint256 index) private view {
        vm.assertEq(reader.party(address(program), ana)[index], expected, "books");
    }

    function _useWithoutEther() private {
        Terms memory terms = _disputeTerms();
        terms.currencies[ETH] = address(0);
        _use(terms);
    }

    /// @dev Up to so many partners in all, the last of whom is called so.
    function _enrollMany(uint256 count) private {
        (uint256 enrolled, ) = program.partnerCount();
        Enrollment[] memory more = new Enrollment[](count - enrolled);
        for (uint256 i = 0; i < more.length; ++i) more[i] = _enrollment(_wallet(enrolled + 1 + i), "one");
        more[more.length - 1].name = "last";
        vm.prank(operator);
        program.enroll(more);
    }

    function _wallet(uint256 number) private pure returns (address) {
        return address(uint160(0x1000000 + number));
    }
}
