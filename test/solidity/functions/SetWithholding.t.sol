// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { ClaimToSigner } from "../support/ClaimToSigner.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramWallets } from "../../../contracts/interfaces/IProgramWallets.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract SetWithholdingTest is PartnersBase {
    using ClaimToSigner for *;

    function test_RevertWhen_TheCallerIsNotThePartner() external {
        address[3] memory others = [operator, ben, stranger];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            vm.prank(others[i]);
            program.setWithholding(ana, 1);
        }
    }

    function test_RevertWhen_ThePartyIsNotTheCallers() external {
        vm.expectRevert(_notAllowed(ana));
        vm.prank(ana);
        program.setWithholding(moderators, 1);
    }

    function test_RevertGiven_TheTermsKnowNoTaxAccount() external {
        Terms memory terms = _partnersTerms();
        terms.rules.taxAccount = address(0);
        _use(terms);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "withholding"));
        _withhold(1);
    }

    function test_RevertWhen_ThePartnerIsTheTaxAccount() external {
        _enrollOne(program, taxAccount, "tax");
        vm.expectRevert(_notAllowed(taxAccount));
        vm.prank(taxAccount);
        program.setWithholding(taxAccount, 1);
    }

    function test_RevertWhen_TheRateIsMoreThan100Percent() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_RateTooHigh.selector, 1e6 + 1));
        _withhold(1e6 + 1);
    }

    function test_WhenTheRateIsSet() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.WithholdingSet(ana, 20 * PERCENT);
        _withhold(20 * PERCENT);
        vm.assertEq(program.payoutOf(ana).withholding, 20 * PERCENT, "rate");
        vm.assertEq(program.payoutOf(ana).wallet, ana, "wallet");
        _fundEther(1 ether);
        _postIn(ETHER, _sale("e", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _earnAndLock("a");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, address(usdc), 15e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Withheld(ana, taxAccount, address(usdc), 3e6);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "amount");
        program.claim(ana, ETHER);
        vm.assertEq(usdc.balanceOf(ana), 12e6, "paid");
        vm.assertEq(ana.balance, 0.12 ether, "paid in ETH");
        vm.assertEq(program.withheldOf(ana, address(usdc)), 3e6, "withheld");
        vm.assertEq(program.withheldOf(ana, ETHER), 0.03 ether, "withheld in ETH");
        vm.assertEq(program.account(ana, address(usdc)).claimed, 15e6, "claimed");
        vm.assertEq(_claimable(taxAccount), 3e6, "of the tax account");
        _assertSolvent(program);
        program.claim(taxAccount, address(usdc));
        vm.assertEq(usdc.balanceOf(taxAccount), 3e6, "the tax account");
        _assertSolvent(program);
    }

    /// @dev An amendment makes the partner itself the tax account, which withholds nothing of its own.
    function test_GivenThePartnerBecameTheTaxAccount() external {
        _withhold(20 * PERCENT);
        Terms memory terms = _partnersTerms();
        terms.rules.taxAccount = ana;
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", 0);
        _earn("a");
        vm.warp(program.amendment().from);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "amount");
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid in whole");
        vm.assertEq(program.withheldOf(ana, address(usdc)), 0, "withheld");
        _assertSolvent(program);
    }

    function test_WhenTheWithheldPartIsAFraction() external {
        _withhold(333_333);
        _fund(100);
        _post(_sale("a", 67, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 10, "amount");
        vm.assertEq(usdc.balanceOf(ana), 7, "paid");
        vm.assertEq(_claimable(taxAccount), 3, "withheld");
        _assertSolvent(program);
    }

    function test_WhenAllIsWithheld() external {
        _withhold(100 * PERCENT);
        _earnAndLock("a");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "paid");
        vm.assertEq(_claimable(taxAccount), 15e6, "withheld");
        _earnAndLock("b");
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(_claimable(taxAccount), 30e6, "withheld among many");
        _assertSolvent(program);
    }

    function test_WhenThePartySignedForAnotherAddress() external {
        _withhold(20 * PERCENT);
        _earnAndLock("a");
        ClaimToSigner.Order memory order = ClaimToSigner.Order(ana, address(usdc), stranger, 0, type(uint256).max);
        bytes memory signature = program.sign(ANA_KEY, order);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimRedirected(ana, stranger, address(usdc), 15e6);
        program.actSigned(
            ana,
            abi.encodeCall(program.claimTo, (ana, address(usdc), stranger)),
            type(uint256).max,
            signature
        );
        vm.assertEq(usdc.balanceOf(stranger), 12e6, "paid");
        vm.assertEq(_claimable(taxAccount), 3e6, "withheld");
        _assertSolvent(program);
    }

    function test_WhenThePartyIsOneOfMany() external {
        _withhold(20 * PERCENT);
        _earnBoth();
        address[] memory parties = _both();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Withheld(ana, taxAccount, address(usdc), 3e6);
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 12e6, "ana");
        vm.assertEq(usdc.balanceOf(ben), 10e6, "ben");
        vm.assertEq(_claimable(taxAccount), 3e6, "withheld");
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 12e6, "once");
        _assertSolvent(program);
    }

    function test_WhenAPaymentAmongManyFails() external {
        vm.etch(ana, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        _withhold(20 * PERCENT);
        _fundEther(1 ether);
        _postIn(ETHER, _sale("e", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        uint256 owed = program.solvency()[ETH].owed;
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(ana, ETHER, 0.15 ether);
        program.claimMany(_only(ana), ETHER);
        vm.assertEq(program.claimable(ana, ETHER), 0.15 ether, "still ana's");
        vm.assertEq(program.claimable(taxAccount, ETHER), 0, "withheld");
        vm.assertEq(program.withheldOf(ana, ETHER), 0, "statement");
        vm.assertEq(program.solvency()[ETH].owed, owed, "owed");
        _assertSolvent(program);
    }

    function test_WhenTheTaxAccountIsOneOfTheMany() external {
        _withhold(20 * PERCENT);
        _earnBoth();
        address[] memory parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (taxAccount, ana, taxAccount);
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 12e6, "ana");
        vm.assertEq(usdc.balanceOf(taxAccount), 0, "not yet");
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(taxAccount), 3e6, "then");
        _assertSolvent(program);
    }

    function test_WhenThePartyIsPaidForAStandingLineOrARefund() external {
        _enrollOne(program, moderators, "moderators");
        _enrollOne(program, customer, "customer");
        vm.prank(moderators);
        program.setWithholding(moderators, 50 * PERCENT);
        vm.prank(customer);
        program.setWithholding(customer, 10 * PERCENT);
        _paySale("a", INITIAL, 100e6);
        _postPaid(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _refund("r", "a", 50e6);
        program.claim(customer, address(usdc));
        vm.assertEq(usdc.balanceOf(customer), 45e6, "the refund");
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 0.5e6, "the line");
        vm.assertEq(_claimable(taxAccount), 5.5e6, "withheld");
        _assertSolvent(program);
    }

    function test_GivenThePartnerMoved() external {
        _withhold(20 * PERCENT);
        _move();
        vm.expectRevert(_notAllowed(ana));
        _withhold(0);
        _earnAndLock("a");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 12e6, "kept");
        vm.prank(newWallet);
        program.setWithholding(ana, 0);
        _earnAndLock("b");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 27e6, "set");
    }

    function test_WhenItIsSetToNothing() external {
        _withhold(20 * PERCENT);
        _withhold(0);
        _earnAndLock("a");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
        vm.assertEq(_claimable(taxAccount), 0, "withheld");
    }

    function _earnBoth() private {
        _fund(100e6);
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1))));
        _warpToLock();
    }

    function _both() private view returns (address[] memory parties) {
        parties = new address[](2);
        (parties[0], parties[1]) = (ana, ben);
    }
}
