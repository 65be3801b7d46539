// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { RevertingReceiver } from "../../../contracts/mocks/RevertingReceiver.sol";
import { Credit } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";

contract ClaimTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.claim(ana, stranger);
    }

    function test_RevertGiven_NothingIsLocked() external {
        _refuses(stranger);
        _earn("a");
        _refuses(ana);
    }

    function test_RevertWhen_ItIsTheSecondBeforeTheLock() external {
        _earn("a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _refuses(ana);
    }

    function test_WhenItIsTheSecondOfTheLock() external {
        _earn("a");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(program.claimable(ana, address(usdc)), 15e6, "claimable");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, address(usdc), 15e6);
        vm.prank(stranger);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "answer");
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
        vm.assertEq(program.account(ana, address(usdc)).claimed, 15e6, "claimed");
        _assertSolvent(program);
    }

    function test_RevertGiven_AllWasClaimed() external {
        _earn("a");
        _warpToLock();
        program.claim(ana, address(usdc));
        _refuses(ana);
        _warpToLock();
        _refuses(ana);
    }

    function test_GivenCreditsInSeveralPeriods() external {
        _earn("a");
        vm.warp(START + PERIOD);
        _earn("b");
        vm.warp(START + 3 * uint256(PERIOD));
        _earn("c");
        vm.assertEq(program.claim(ana, address(usdc)), 30e6, "first two");
        vm.warp(START + 5 * uint256(PERIOD));
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "third");
        _assertSolvent(program);
    }

    function test_RevertGiven_ThePartyRefusesETH() external {
        address party = _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "");
        uint256 number = _enrollOne(program, party, "refuses");
        _fundEther(1 ether);
        _postIn(ETHER, _sale("a", 1 ether, _credits(_credit(number, INTEGRATION, 1))));
        _warpToLock();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PaymentFailed.selector, party, 0.15 ether));
        program.claim(party, ETHER);
        vm.assertEq(program.claimable(party, ETHER), 0.15 ether, "kept");
        RevertingReceiver(payable(party)).setAccepts(true);
        program.claim(party, ETHER);
        vm.assertEq(party.balance, 0.15 ether, "paid");
    }

    function test_GivenThePartyIsNoPartner() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_sale("a", 100e6, new Credit[](0)));
        _refund("r", "a", 100e6);
        vm.assertEq(program.claim(customer, address(usdc)), 100e6, "paid");
        _refuses(customer);
        vm.warp(START + 9 * uint256(PERIOD));
        _refuses(customer);
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _enroll(program);
        _earn("a");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "first");
        _refuses(ana);
        _earn("b");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "second");
        vm.warp(START + 9 * uint256(PERIOD));
        _refuses(ana);
        _assertSolvent(program);
    }

    function test_WhenTheSilenceIsLongerThanOneCall() external {
        vm.warp(START + 200_000 * uint256(PERIOD));
        _earn("late");
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 0, "first call");
        vm.assertEq(program.claim(ana, address(usdc)), 0, "second call");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "third call");
        _refuses(ana);
        _assertSolvent(program);
    }

    function test_WhenMorePeriodsHaveCreditsThanOneCallLooksUp() external {
        for (uint256 i = 0; i < 601; ++i) {
            vm.warp(START + 2 * i * PERIOD);
            _earn(bytes32(i + 1));
        }
        vm.warp(START + 2_000 * uint256(PERIOD));
        // Every second period has none, and takes a look as well.
        vm.assertEq(program.claimable(ana, address(usdc)), 300 * 15e6, "claimable");
        vm.assertEq(program.claim(ana, address(usdc)), 300 * 15e6, "first call");
        vm.assertEq(program.claim(ana, address(usdc)), 300 * 15e6, "second call");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "third call");
        _refuses(ana);
        _assertSolvent(program);
    }

    function test_Given240QuietPeriods() external {
        _earn("a");
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.warp(START + 242 * uint256(PERIOD));
        _earn("b");
        vm.warp(START + 244 * uint256(PERIOD));
        uint256 before = gasleft();
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "claimed");
        assertGas(before - gasleft(), 40_000, "gas of quiet periods");
        _refuses(ana);
        _assertSolvent(program);
    }

    function test_GivenThePartyWasEnrolledLate() external {
        vm.warp(START + 300 * uint256(PERIOD));
        uint256 number = _enrollOne(program, stranger, "late");
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _refuses(stranger);
        _warpToLock();
        vm.assertEq(program.claim(stranger, address(usdc)), 15e6, "first period");
        _refuses(stranger);
    }

    function test_GivenAPeriodsCreditsWereAllRefunded() external {
        _earn("a");
        _refund("r", "a", 100e6);
        vm.warp(START + 5 * uint256(PERIOD));
        _earn("b");
        vm.warp(START + 7 * uint256(PERIOD));
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "the other's");
        _refuses(ana);
        _assertSolvent(program);
    }

    function test_GivenCreditsInTheLastOf128Periods() external {
        vm.warp(START + 127 * uint256(PERIOD));
        _earn("a");
        _warpToLock();
        vm.assertEq(program.claimable(ana, address(usdc)), 15e6, "claimable");
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "claimed");
        _assertSolvent(program);
    }

    function test_GivenAnAddressDiffersInItsHighestBitAlone() external {
        address other = address(uint160(ana) ^ (1 << 159));
        _earn("a");
        _warpToLock();
        program.claim(ana, address(usdc));
        _earn("b");
        _warpToLock();
        _refuses(other);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "ana's");
    }

    /// @dev Ben's and Cleo's numbers follow one another, so that their credits share words.
    function test_GivenTheNextNumberWasCreditedFirst() external {
        vm.warp(START + PERIOD);
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(CLEO, INTEGRATION, 1))));
        _post(_sale("b", 100e6, _credits(_credit(BEN, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.claim(ben, address(usdc)), 15e6, "ben");
        vm.assertEq(program.claim(cleo, address(usdc)), 15e6, "cleo");
        _assertSolvent(program);
    }

    function _earn(bytes32 id) private {
        _fund(47e6);
        _post(_sale(id, 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
    }

    function _refuses(address party) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, party, address(usdc)));
        program.claim(party, address(usdc));
    }
}
