// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER, FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";

/// @dev What is paid, whatever the amounts, the gas and who is paid.
contract PaymentsFuzzTest is PartnersBase {
    /// @dev Uses up some 60,000, and 450,000, gas and takes the money: counts what is left from its first instruction on.
    bytes private constant _HUNGRY = hex"5a5b5a810361ea601160015700";
    bytes private constant _HUNGRIER = hex"5a5b5a81036206ddd01160015700";

    /// @dev What a milestone is owed goes back to nobody, though its reserve does not pay it yet.
    function test_F1_TheOperatorTakesNothingThatAMilestoneIsOwed(uint96 reserve, uint96 taken) external {
        reserve = uint96(1 + (reserve % (50e6 - 1)));
        _reserve(reserve);
        _fund(300e6);
        for (uint256 i = 0; i < 3; ++i) _post(_sale(bytes32(i + 1), 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.prank(operator);
        program.announceWithdrawal(address(usdc), reserve);
        (, uint40 from) = program.announcedWithdrawal(address(usdc));
        vm.warp(from);
        vm.prank(ana);
        program.reachMilestone(ANA, THREE_SALES, address(usdc));
        vm.expectPartialRevert(IProgramErrors.Program_ReserveTooSmall.selector);
        vm.prank(operator);
        program.withdrawReserve(FOR_MILESTONES, address(usdc), 1 + (taken % reserve));
        _reserve(50e6 - reserve);
        program.payMilestone(ANA, THREE_SALES);
        vm.assertEq(_claimable(ana), 45e6 + 50e6, "paid");
        _assertSolvent(program);
    }

    /// @dev Whatever the treasury's code does, funds leave the books for it, and nobody but it gets them.
    function test_R1_ATreasuryThatRefusesStopsNoWithdrawal(uint96 amount, uint96 taken, uint256 which) external {
        string[3] memory mocks = [
            "contracts/mocks/RevertingReceiver.sol:RevertingReceiver",
            "contracts/mocks/GasBurner.sol:GasBurner",
            "contracts/mocks/ReturnBomb.sol:ReturnBomb"
        ];
        Terms memory terms = _terms();
        terms.treasury = _deploy(mocks[which % 3], abi.encode(true));
        program = _create(terms);
        amount = uint96(1 + (amount % 1e24));
        taken = uint96(1 + (taken % amount));
        _fundEther(amount);
        vm.prank(operator);
        program.withdrawFunds(ETHER, taken);
        vm.assertEq(program.solvency()[ETH].funds, amount - taken, "the rest");
        uint256 kept = program.claimable(terms.treasury, ETHER);
        vm.assertEq(kept + terms.treasury.balance, taken, "the treasury's, paid or not");
        _assertSolvent(program);
    }

    /// @dev With too little gas a payment to many is refused as a whole: nobody's payment fails for who sent the transaction.
    function test_R3_NoPaymentFailsForWantOfGas(uint256 gas) external {
        vm.etch(ana, _HUNGRY);
        _fundEther(1 ether);
        _postIn(ETHER, _sale("e", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        bytes memory call = abi.encodeCall(program.claimMany, (_only(ana), ETHER));
        gas = 50_000 + (gas % 250_000);
        (bool success, ) = address(program).call{ gas: gas }(call);
        vm.assertEq(ana.balance, success ? 0.15 ether : 0, "paid, or nothing happened");
        vm.assertTrue(success || gas < 200_000, "enough");
    }

    /// @dev Of a token's payment so much gas is left over that it could be told as failed, if it were not asked.
    function test_R3_NoTokensPaymentFailsForWantOfGas(uint256 gas) external {
        HookToken token = HookToken(_deploy("contracts/mocks/HookToken.sol:HookToken", ""));
        Terms memory terms = _partnersTerms();
        terms.currencies[USDC] = address(token);
        _use(terms);
        vm.prank(ana);
        token.register();
        vm.etch(ana, _HUNGRIER);
        token.mint(operator, 1e18);
        vm.startPrank(operator);
        token.approve(address(program), 1e18);
        program.fund(address(token), 1e18);
        vm.stopPrank();
        _postIn(address(token), _sale("t", 1e18, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        gas = 400_000 + (gas % 250_000);
        (bool success, ) = address(program).call{ gas: gas }(
            abi.encodeCall(program.claimMany, (_only(ana), address(token)))
        );
        vm.assertEq(token.balanceOf(ana), success ? 0.15e18 : 0, "paid, or nothing happened");
        vm.assertTrue(success || gas < 630_000, "enough");
    }
}
