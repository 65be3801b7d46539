// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, NOT_PAID } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

/// @dev Who can freeze a sale, for how long, and to whom it can then go.
contract DisputesTest is DisputeBase {
    /// @dev Whom a wrong sale pays must not shield it by disputing it first, nor by a deadline that ends before others know.
    function test_F16_OthersJoinADisputeAndItsDeadlineIsTheirs() external {
        _postElsewhere("a");
        _dispute(ben, "a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeJoined(
            "a",
            ANA,
            1,
            0,
            START + 3 * PERIOD,
            COACH,
            "not mine",
            keccak256("evidence")
        );
        _dispute(ana, "a");
        vm.assertEq(_frozen(), 98e6, "frozen once");
        vm.assertEq(_stateOf("a").disputant, BEN, "the first");
        vm.assertEq(_stateOf("a").deadline, START + 3 * uint256(PERIOD), "deadline");
        uint256[] memory partners = program.disputantsOf(1, 0);
        vm.assertEq(partners.length, 2, "partners");
        vm.assertEq(partners[1], ANA, "the second");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.expectPartialRevert(IProgramErrors.Program_SaleLocked.selector);
        _dispute(cleo, "a");
    }

    function test_F16_ASaleThatStandsIsDisputedAgainByOthers() external {
        _postElsewhere("a");
        _dispute(ben, "a");
        _uphold("a", "");
        _dispute(ana, "a");
        vm.assertEq(_frozen(), 98e6, "frozen again");
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Open, "open");
        _void("a", "");
        vm.expectPartialRevert(IProgramErrors.Program_AlreadyDisputed.selector);
        _dispute(cleo, "a");
        _drain();
    }

    function test_F16_ThirteenPartnersDisputeASaleAtMost() external {
        _postNothing();
        for (uint256 i = 0; i < 14; ++i) {
            address wallet = address(uint160(0xE000 + i));
            _enrollOne(program, wallet, "");
        }
        _postElsewhere("a");
        for (uint256 i = 0; i < 13; ++i) _dispute(address(uint160(0xE000 + i)), "a");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooManyDisputes.selector, 17, 13));
        _dispute(address(uint160(0xE000 + 13)), "a");
        vm.assertEq(program.disputantsOf(2, 0).length, 13, "disputants");
    }

    /// @dev Whoever enrolls itself to freeze what others sold is too late.
    function test_F16_NobodyDisputesWhatWasPostedBeforeItsEnrollment() external {
        _postElsewhere("a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        uint256 number = _enrollOne(program, operator, "me");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PostedBefore.selector, number, bytes32("a")));
        _dispute(operator, "a");
    }

    function test_F16_APartnerHasALineOrClaimsARoleThatIsPaid() external {
        uint256 number = _enrollOne(program, stranger, "dora");
        _postElsewhere("a");
        uint256[4] memory roles = [uint256(6), 255, AFFILIATE, type(uint256).max];
        // Affiliates are paid on no first sale.
        Terms memory terms = program.terms();
        if (terms.roles[AFFILIATE].rates[INITIAL] != NOT_PAID) roles[2] = 7;
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IProgramErrors.Program_UnknownRole.selector, bytes32("a"), roles[i])
            );
            vm.prank(stranger);
            program.dispute(stranger, _shown("a"), roles[i], "", 0);
        }
        vm.prank(stranger);
        program.dispute(stranger, _shown("a"), SELLER, "I sold it", 0);
        vm.assertEq(_stateOf("a").disputant, number, "claims the residual's role");
        vm.prank(ben);
        program.dispute(ben, _shown("a"), 255, "has a line", 0);
    }

    /// @dev A sale that is refunded and posted anew does not use up its victim's disputes.
    function test_F16_RefundingAndPostingAnewUsesUpNoDisputes() external {
        _postElsewhere("a");
        _postElsewhere("b");
        _dispute(ana, "a");
        _dispute(ana, "b");
        _refund("r", "a", 60e6);
        vm.expectPartialRevert(IProgramErrors.Program_TooManyDisputes.selector);
        this.disputeLast(2);
        _refund("q", "a", 40e6);
        _post(_mixed("c", 100e6));
        _dispute(ana, "c");
        vm.assertEq(_frozen(), 2 * 98e6, "frozen");
        _void("c", "");
        _postElsewhere("d");
        _dispute(ana, "d");
        vm.expectPartialRevert(IProgramErrors.Program_TooManyDisputes.selector);
        this.disputeLast(2);
    }

    /// @dev Ana disputes a sale that was not disputed.
    function disputeLast(uint256) external {
        _fund(100e6);
        _post(_mixed("more", 100e6));
        _dispute(ana, "more");
    }

    function _postNothing() private {
        _fund(10);
        _post(_sale("none", 1, new Credit[](0)));
    }

    function test_F16_ADisputedSaleGoesToNobodyElse() external {
        uint256 dora = _enrollOne(program, stranger, "dora");
        _postElsewhere("a");
        _dispute(ana, "a");
        uint256[3] memory others = [0, dora, FIRST_POOL + 1];
        for (uint256 i = 0; i < 3; ++i) {
            _expectRefusal(
                abi.encodeWithSelector(IProgramErrors.Program_NotInDispute.selector, bytes32("a"), others[i])
            );
            _reattribute("a", _partners(ANA, others[i], ANA, ANA), "");
        }
        _dispute(stranger, "a");
        _reattribute("a", _partners(ANA, dora, ANA, ANA), "");
        vm.assertEq(_held(stranger), 1_500_000, "who disputes it");
        vm.warp(START + 2 * uint256(PERIOD));
        program.claim(stranger, address(usdc));
        _drain();
    }

    /// @dev The operator can suspend whom a dispute would give a sale to, and takes nothing from it by that.
    function test_F16_SuspensionTakesNothingFromADisputant() external {
        uint256 dora = _enrollOne(program, stranger, "dora");
        _postElsewhere("a");
        _dispute(stranger, "a");
        vm.prank(operator);
        program.setStatus(dora, Status.Suspended, "");
        vm.prank(cleo);
        program.leaveProgram(cleo, "");
        _reattribute("a", _partners(dora, ANA, CLEO, FIRST_POOL), "");
        vm.assertEq(_held(stranger), 15e6, "suspended");
        vm.assertEq(_held(cleo), 61_500_000, "left");
        vm.warp(START + 2 * uint256(PERIOD));
        program.claim(stranger, address(usdc));
        _drain();
    }

    /// @dev By its own wallet or by one that it has moved to.
    function test_K1_TheArbiterGivesNothingToItself() external {
        uint256 own = _enrollOne(program, arbiter, "arbiter");
        uint256 moved = _enrollOne(program, customer, "moved");
        _postElsewhere("a");
        _dispute(arbiter, "a");
        _dispute(customer, "a");
        uint256[] memory partners = _partners(own, ANA, CLEO, FIRST_POOL);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, arbiter));
        _reattribute("a", partners, "");
        partners[0] = moved;
        _move(customer, customer, arbiter);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, arbiter));
        _reattribute("a", partners, "");
        _move(customer, arbiter, customer);
        _reattribute("a", partners, "");
        vm.assertEq(_held(customer), 15e6, "another's");
    }

    /// @dev Lines that it had itself it keeps.
    function test_K1_TheArbiterKeepsTheLineThatItHad() external {
        uint256 own = _enrollOne(program, arbiter, "arbiter");
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(own, INTEGRATION, 1), _credit(CLEO, SELLER, 1))));
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](3);
        (partners[0], partners[1], partners[2]) = (own, own, FIRST_POOL);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, arbiter));
        _reattribute("a", partners, "");
        partners[1] = ANA;
        _reattribute("a", partners, "");
        vm.assertEq(_held(arbiter), 15e6, "its own");
    }

    /// @dev Moves take no time here.
    function _move(address party, address from, address to) private {
        vm.prank(from);
        program.proposeMove(party, to);
        vm.prank(to);
        program.finishMove(party);
    }

    function _partners(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (uint256[] memory partners) {
        partners = new uint256[](4);
        (partners[0], partners[1], partners[2], partners[3]) = (a, b, c, d);
    }
}
