// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Credit } from "../support/Sales.sol";
import { TO_POOL } from "../../../contracts/libraries/Constants.sol";

contract AcceptTest is PartnersBase {
    function _partnersTerms() internal view override returns (Terms memory terms) {
        terms = super._partnersTerms();
        terms.rules.acceptance = true;
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: address(0xC0FFEE) });
    }

    function test_RevertWhen_TheCallerIsNoPartner() external {
        _refuses(stranger, program.termsHash(), _notAllowed(stranger));
    }

    function test_RevertWhen_TheCallerIsAPool() external {
        _refuses(address(0xC0FFEE), program.termsHash(), _notAllowed(address(0xC0FFEE)));
    }

    function test_RevertWhen_OtherTermsAreInForce() external {
        _refuses(
            ana,
            "other",
            abi.encodeWithSelector(IProgramErrors.Program_OtherTerms.selector, bytes32("other"), program.termsHash())
        );
    }

    function test_GivenThePartnerMoved() external {
        _move();
        _refuses(ana, program.termsHash(), _notAllowed(ana));
        _accept(newWallet);
        vm.assertTrue(program.membershipOf(ana).accepted, "accepted");
    }

    function test_WhenTheTermsAreThoseInForce() external {
        _earnAndLock("a");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.TermsAccepted(ANA, program.termsHash());
        _accept(ana);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_GivenAPoolIsOwedWhereTheTermsAskForAcceptance() external {
        Terms memory terms = _partnersTerms();
        terms.roles[COACH] = _role("coach", PERCENT);
        terms.roles[COACH].tiers = new uint24[](3);
        terms.roles[COACH].missing = TO_POOL;
        _use(terms);
        _earnAndLock("a");
        program.claim(address(0xC0FFEE), address(usdc));
        vm.assertEq(usdc.balanceOf(address(0xC0FFEE)), 1e6, "paid");
    }

    function test_WhenAPartnerHasNotAcceptedWhereTheTermsAskForIt() external {
        _earnAndLock("a");
        vm.assertEq(_claimable(ana), 0, "claimable");
        vm.expectRevert(_notAccepted());
        program.claim(ana, address(usdc));
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "paid");
        vm.assertEq(program.account(ana, address(usdc)).claimable, 15e6, "still ana's");
        _accept(ana);
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid later");
        _assertSolvent(program);
    }

    function test_GivenItLeft() external {
        _earnAndLock("a");
        vm.prank(ana);
        program.leaveProgram(ana, "no");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_GivenItHoldsAStandingLineToo() external {
        // The operator cannot lock a holder's money by enrolling it.
        uint256 number = _enrollOne(program, moderators, "moderators");
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 2e6, "the line");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAccepted.selector, moderators));
        program.claim(moderators, address(usdc));
        _accept(moderators);
        program.claim(moderators, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 17e6, "the credit");
        _assertSolvent(program);
    }

    function test_GivenItIsPaidAtAWalletThatIsALinesHolder() external {
        _moveTo(ana, moderators);
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 2e6, "the line");
    }

    function test_GivenItIsTheTreasury() external {
        uint256 number = _enrollOne(program, treasury, "treasury");
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(treasury), 98e6, "the residual");
        vm.assertEq(program.account(treasury, address(usdc)).claimable, 15e6, "the credit waits");
        _assertSolvent(program);
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _partnersTerms();
        terms.holdPeriods = 0;
        _use(terms);
        _earn("a");
        _earn("b");
        vm.assertEq(_claimable(ana), 0, "claimable");
        vm.expectRevert(_notAccepted());
        program.claim(ana, address(usdc));
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(program.account(ana, address(usdc)).claimable, 30e6, "still ana's");
        _accept(ana);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 30e6, "paid");
        _assertSolvent(program);
    }

    /// @dev P1, P1b: without hold too, enrolling a holder or a payer that cannot accept locks nothing that is owed to it.
    function test_F4_GivenAHolderIsEnrolledWithoutHold() external {
        Terms memory terms = _partnersTerms();
        terms.holdPeriods = 0;
        _use(terms);
        _pay(INITIAL, 1_000e6);
        program.settleLine(MODERATORS, address(usdc));
        uint256 number = _enrollOne(program, moderators, "moderators");
        vm.assertEq(_claimable(moderators), 20e6, "still claimable");
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        program.settleLine(MODERATORS, address(usdc));
        program.claim(moderators, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 22e6, "the line");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAccepted.selector, moderators));
        program.claim(moderators, address(usdc));
        vm.assertEq(program.account(moderators, address(usdc)).claimable, 15e6, "the credit waits");
        _accept(moderators);
        program.claim(moderators, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 37e6, "the credit");
        _assertSolvent(program);
    }

    function test_F4_GivenAPayerIsEnrolledWithoutHold() external {
        Terms memory terms = _partnersTerms();
        terms.holdPeriods = 0;
        _use(terms);
        _paySale("s", INITIAL, 100e6);
        _fund(100e6);
        _post(_sale("s", 100e6, new Credit[](0)));
        program.releasePayment("s", customer, _noSale());
        _enrollOne(program, customer, "customer");
        program.claimMany(_only(customer), address(usdc));
        vm.assertEq(usdc.balanceOf(customer), 100e6, "its own");
    }

    function test_F4_GivenItLeavesWithoutHold() external {
        Terms memory terms = _partnersTerms();
        terms.holdPeriods = 0;
        _use(terms);
        _earn("a");
        vm.prank(ana);
        program.leaveProgram(ana, "no");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
        // What is posted after its return waits again.
        vm.prank(ana);
        program.returnToProgram(ana, "");
        _earn("b");
        vm.assertEq(_claimable(ana), 0, "waits");
        vm.assertEq(program.account(ana, address(usdc)).claimable, 15e6, "ana's all the same");
        _accept(ana);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 30e6, "paid once");
        _assertSolvent(program);
    }

    function _accept(address by) private {
        bytes32 hash = program.termsHash();
        vm.prank(by);
        program.accept(by == newWallet ? ana : by, hash);
    }

    function _refuses(address by, bytes32 hash, bytes memory expected) private {
        vm.expectRevert(expected);
        vm.prank(by);
        program.accept(by, hash);
    }

    function _notAccepted() private view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotAccepted.selector, ana);
    }
}
