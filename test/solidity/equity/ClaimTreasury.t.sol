// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { RevertingReceiver } from "../../../contracts/mocks/RevertingReceiver.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract ClaimTreasuryTest is PlanBase {
    function setUp() public override {
        super.setUp();
        PlanSettings memory settings = _settings();
        settings.restToTreasury = true;
        plan = _create(settings);
        NewGrant memory terms = _vested(ana, 50_000);
        terms.withholding = 10 * PERCENT;
        _grant(terms);
    }

    function test_RevertWhen_ThereIsNothing() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, 0, ETHER));
        plan.claimTreasury(ETHER);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, 0, ETHER));
        plan.claimTax(ETHER);
    }

    function test_RevertGiven_TheTreasuryCannotBePaid() external {
        vm.etch(treasury, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        _receiveEther(100_000_000);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_PaymentFailed.selector, treasury, 50_000_000));
        plan.claimTreasury(ETHER);
        vm.assertEq(plan.levelOf(ETHER).treasury, 50_000_000, "stays owed");
        RevertingReceiver(payable(treasury)).setAccepts(true);
        plan.claimTreasury(ETHER);
        vm.assertEq(treasury.balance, 50_000_000, "later");
    }

    function test_WhenTheTreasuryHasSomething() external {
        _receive(100e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.TreasuryPaid(treasury, address(usdc), 50e6);
        vm.prank(stranger);
        vm.assertEq(plan.claimTreasury(address(usdc)), 50e6, "answered");
        vm.assertEq(usdc.balanceOf(treasury), 50e6, "paid");
        vm.assertEq(_money().treasury, 0, "all of it");
        vm.assertEq(_money().counted, 50e6, "counted");
    }

    function test_WhenSomethingWasWithheld() external {
        _receive(100e6);
        plan.claim(ANA, address(usdc));
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.TaxPaid(taxAccount, address(usdc), 5e6);
        vm.prank(stranger);
        vm.assertEq(plan.claimTax(address(usdc)), 5e6, "answered");
        vm.assertEq(usdc.balanceOf(taxAccount), 5e6, "paid");
        vm.assertEq(_money().tax, 0, "all of it");
        vm.assertEq(_money().counted, 50e6, "the treasury's");
    }

    function test_WhenTheTokenMovesLess() external {
        RoundingToken token = _openRounding(0);
        uint256 treasurys = plan.levelOf(address(token)).treasury;
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.TreasuryPaid(treasury, address(token), treasurys - 2);
        vm.assertEq(plan.claimTreasury(address(token)), treasurys - 2, "what left");
        vm.assertEq(plan.levelOf(address(token)).treasury, 2, "the rest stays the treasury's");
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    function test_WhenTheTokenMovesLessOfTheTax() external {
        RoundingToken token = _openRounding(1e6);
        plan.claim(1, address(token));
        uint256 tax = plan.levelOf(address(token)).tax;
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.TaxPaid(taxAccount, address(token), tax - 2);
        vm.assertEq(plan.claimTax(address(token)), tax - 2, "what left");
        vm.assertEq(plan.levelOf(address(token)).tax, 2, "the rest stays the tax account's");
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    /// @dev Six units are Ana's, one is the treasury's. 2,500 came, of a share for each two and a half.
    function _openRounding(uint24 withholding) private returns (RoundingToken token) {
        token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        PlanSettings memory settings = _settings();
        settings.restToTreasury = true;
        settings.authorised = 7;
        settings.currencies[0] = address(token);
        plan = _create(settings);
        NewGrant memory terms = _vested(ana, 6);
        terms.withholding = withholding;
        _grant(terms);
        token.mintShares(address(plan), 1_000, 2_500);
        token.mintShares(stranger, 1_000, 2_500);
        plan.sync(address(token));
    }
}
