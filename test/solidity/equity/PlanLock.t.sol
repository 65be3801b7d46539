// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { Way } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { ReentrantReceiver } from "../../../contracts/mocks/ReentrantReceiver.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev Nothing can be done to a plan while it pays, by whoever has all powers and is paid.
contract PlanLockTest is PlanBase {
    ReentrantReceiver private _all;

    function setUp() public override {
        super.setUp();
        _all = ReentrantReceiver(payable(_deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "")));
        operator = address(_all);
        PlanSettings memory settings = _settings();
        settings.arbiter = operator;
        settings.guardian = operator;
        settings.treasury = operator;
        settings.taxAccount = operator;
        plan = _create(settings);
        _grant(_vested(operator, 60_000));
        _grant(_vested(operator, 30_000));
    }

    function test_NothingOfMoneyIsDoneWhileItPays() external {
        uint256[] memory ids = new uint256[](1);
        ids[0] = BEN;
        _isLocked(abi.encodeCall(plan.sync, (ETHER)));
        _isLocked(abi.encodeCall(plan.advance, (BEN)));
        _isLocked(abi.encodeCall(plan.claim, (BEN, ETHER)));
        _isLocked(abi.encodeCall(plan.claimMany, (ids, ETHER)));
        _isLocked(abi.encodeCall(plan.claimTo, (BEN, ETHER, ana)));
        _isLocked(abi.encodeCall(plan.claimTreasury, (ETHER)));
        _isLocked(abi.encodeCall(plan.claimTax, (ETHER)));
        _isLocked(abi.encodeCall(plan.offer, (BEN, ETHER, 1)));
        _isLocked(abi.encodeCall(plan.withdrawOffer, (BEN)));
        _isLocked(abi.encodeCall(plan.acceptOffer, (BEN, ETHER, 1)));
        _isLocked(abi.encodeCall(plan.callUnits, (BEN)));
        _isLocked(abi.encodeCall(plan.finishCall, (BEN)));
    }

    function test_NothingOfGrantsIsDoneWhileItPays() external {
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(ana, 1);
        _isLocked(abi.encodeCall(plan.grant, (list)));
        _isLocked(abi.encodeCall(plan.seat, (BEN)));
        _isLocked(abi.encodeCall(plan.pause, (BEN)));
        _isLocked(abi.encodeCall(plan.resume, (BEN)));
        _isLocked(abi.encodeCall(plan.setWithholding, (BEN, 1)));
        _isLocked(abi.encodeCall(plan.addSource, (ana, 1)));
        _isLocked(abi.encodeCall(plan.resign, (BEN, type(uint40).max)));
        _isLocked(abi.encodeCall(plan.dismiss, (BEN, type(uint40).max, "")));
        _isLocked(abi.encodeCall(plan.dismissForCause, (BEN, "", 0)));
        _isLocked(abi.encodeCall(plan.withdrawLeave, (BEN)));
        _isLocked(abi.encodeCall(plan.finishLeave, (BEN)));
        _isLocked(abi.encodeCall(plan.lapse, (BEN)));
        _isLocked(abi.encodeCall(plan.declareExit, ("")));
        _isLocked(abi.encodeCall(plan.vetoExit, ()));
        _isLocked(abi.encodeCall(plan.proposeMove, (BEN, ana)));
        _isLocked(abi.encodeCall(plan.cancelMove, (BEN)));
        _isLocked(abi.encodeCall(plan.finishMove, (BEN)));
    }

    function test_NothingOfPowersIsDoneWhileItPays() external {
        _isLocked(abi.encodeCall(plan.proposePower, (PlanPower.Operator, Way.HandOver, ana)));
        _isLocked(abi.encodeCall(plan.cancelPower, (PlanPower.Operator, Way.HandOver)));
        _isLocked(abi.encodeCall(plan.acceptPower, (PlanPower.Operator, Way.HandOver)));
        _isLocked(abi.encodeCall(plan.alive, ()));
    }

    function _isLocked(bytes memory act) private {
        _receiveEther(90_000);
        _all.arm(address(plan), 0, act);
        plan.claim(ANA, ETHER);
        vm.assertTrue(_all.called() && !_all.succeeded(), "called back, and refused");
        vm.assertEq(_all.answer(), abi.encodeWithSignature("ReentrancyGuardReentrantCall()"), "by the lock");
    }
}
