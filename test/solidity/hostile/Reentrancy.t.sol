// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { HostileBase } from "./HostileBase.sol";
import { Enrollment, Power, Refund, Remedy, Solvency, Status, Way } from "../../../contracts/interfaces/Types.sol";
import { ETHER, FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";
import { ReentrantReceiver } from "../../../contracts/mocks/ReentrantReceiver.sol";

/// @dev A recipient that holds every role calls back into every function, from ETH that reaches it and from both hooks of a
/// token: none runs, and what it can read is final.
contract ReentrancyTest is HostileBase {
    ReentrantReceiver private receiver;
    HookToken private token;

    function setUp() public override {
        super.setUp();
        token = HookToken(_useToken("HookToken", ""));
        receiver = ReentrantReceiver(payable(_deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "")));
        receiver.register(token);
        _handOver(Power.Attributor, operator, address(receiver));
        _handOver(Power.Arbiter, arbiter, address(receiver));
        _handOver(Power.Guardian, guardian, address(receiver));
        _handOver(Power.Operator, operator, address(receiver));
        (operator, attributor, arbiter) = (address(receiver), address(receiver), address(receiver));
        uint256 number = _enrollOne(program, address(receiver), "receiver");
        _fundEther(1_000e6);
        _fundToken(address(token), 1_000e6);
        for (uint256 i = 0; i < 2; ++i) {
            _postIn(
                i == 0 ? ETHER : address(token),
                _sale(bytes32(i + 1), 100e6, _credits(_credit(number, INTEGRATION, 1)))
            );
        }
        _warpToLock();
    }

    function test_EveryFunctionIsClosedWhileETHGoesOut() external {
        bytes[] memory calls = _calls();
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            receiver.arm(address(program), 0, calls[i]);
            program.claim(address(receiver), ETHER);
            _assertRefused();
            vm.assertEq(address(receiver).balance, 15e6, "paid once");
            vm.revertToState(state);
        }
    }

    function test_EveryFunctionIsClosedWhileETHGoesOutToMany() external {
        bytes[] memory calls = _calls();
        address[] memory parties = new address[](1);
        parties[0] = address(receiver);
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            // The callback's answer is not kept: storing it would take more than the 100,000 gas.
            receiver.arm(address(program), 0, calls[i]);
            program.claimMany(parties, ETHER);
            if (receiver.called()) vm.assertEq(receiver.succeeded(), false, "succeeded");
            vm.assertLe(address(receiver).balance, 15e6, "paid once at most");
            _assertSolvent(program);
            vm.revertToState(state);
        }
    }

    function test_EveryFunctionIsClosedWhileTokensGoOut() external {
        bytes[] memory calls = _calls();
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            receiver.arm(address(program), 0, calls[i]);
            program.claim(address(receiver), address(token));
            _assertRefused();
            vm.assertEq(token.balanceOf(address(receiver)), 15e6, "paid once");
            vm.revertToState(state);
        }
    }

    function test_EveryFunctionIsClosedWhileTokensComeIn() external {
        bytes[] memory calls = _calls();
        token.mint(address(receiver), 100e6);
        receiver.execute(address(token), 0, abi.encodeCall(token.approve, (address(program), 100e6)));
        bytes memory pay = abi.encodeCall(program.pay, (INITIAL, address(token), 10e6));
        for (uint256 i = 0; i < calls.length; ++i) {
            uint256 state = vm.snapshotState();
            receiver.arm(address(program), 0, calls[i]);
            receiver.execute(address(program), 0, pay);
            _assertRefused();
            vm.assertEq(program.bucketAt(address(token), INITIAL, block.timestamp).revenue, 10e6, "counted once");
            vm.revertToState(state);
        }
    }

    function test_ACallbackSeesOnlyFinalState() external {
        receiver.arm(address(program), 0, abi.encodeCall(program.claimable, (address(receiver), address(token))));
        program.claim(address(receiver), address(token));
        vm.assertEq(abi.decode(receiver.answer(), (uint256)), 0, "claimable");
        receiver.arm(address(program), 0, abi.encodeCall(program.solvency, ()));
        program.claim(address(receiver), ETHER);
        Solvency[] memory all = abi.decode(receiver.answer(), (Solvency[]));
        vm.assertEq(all[ETH].owed, 985e6, "owed");
        vm.assertEq(all[ETH].balance, 985e6, "balance");
    }

    function test_ETHSentBackInACallbackIsRevenue() external {
        receiver.arm(address(program), 5e6, "");
        program.claim(address(receiver), ETHER);
        vm.assertTrue(receiver.succeeded(), "sent back");
        vm.assertEq(program.bucketAt(ETHER, INITIAL, block.timestamp).revenue, 5e6, "revenue");
        _assertSolvent(program);
    }

    function _assertRefused() private view {
        vm.assertTrue(receiver.called(), "no callback was made");
        vm.assertEq(receiver.succeeded(), false, "succeeded");
        vm.assertEq(
            receiver.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
            "answer"
        );
        _assertSolvent(program);
    }

    /// @dev Every function that changes state but `receive`, `useNonce`, which touches the caller's own nonce.
    function _calls() private view returns (bytes[] memory calls) {
        address to = address(receiver);
        calls = new bytes[](57);
        calls[0] = abi.encodeCall(program.claim, (to, ETHER));
        calls[1] = abi.encodeCall(program.claimMany, (_all(), ETHER));
        calls[2] = abi.encodeCall(program.claimTo, (to, ETHER, stranger));
        calls[3] = abi.encodeCall(program.claimLine, (MODERATORS, ETHER));
        calls[4] = abi.encodeCall(program.settleLine, (MODERATORS, ETHER));
        calls[5] = abi.encodeCall(program.claimResidual, (ETHER, 10));
        calls[6] = abi.encodeCall(program.pay, (INITIAL, address(token), 1));
        calls[7] = abi.encodeCall(program.paySale, ("b", INITIAL, address(token), 1));
        calls[8] = abi.encodeCall(program.releasePayment, ("b", to, _noSale()));
        calls[9] = abi.encodeCall(program.sync, (address(token)));
        calls[10] = abi.encodeCall(program.fund, (address(token), 1));
        calls[11] = abi.encodeCall(program.withdrawFunds, (ETHER, 1));
        calls[12] = abi.encodeCall(program.post, (ETHER, 0, 0, 0, 0, 0, ""));
        calls[13] = abi.encodeCall(program.openLane, (2, 1));
        calls[14] = abi.encodeCall(program.refund, (new Refund[](0), 0));
        calls[15] = abi.encodeCall(program.enroll, (new Enrollment[](0)));
        calls[16] = abi.encodeCall(program.setTier, (ANA, 1, ""));
        calls[17] = abi.encodeCall(program.setStatus, (ANA, Status.Suspended, ""));
        calls[18] = abi.encodeCall(program.enrollSigned, (_enrollment(stranger, ""), type(uint256).max, ""));
        calls[19] = abi.encodeCall(program.accept, (ana, program.termsHash()));
        calls[20] = abi.encodeCall(program.leaveProgram, (ana, ""));
        calls[21] = abi.encodeCall(program.attest, (ANA, 1, ""));
        calls[22] = abi.encodeCall(program.graduate, (ANA, 1, ETHER));
        calls[23] = abi.encodeCall(program.reachMilestone, (ANA, 0, ETHER));
        calls[24] = abi.encodeCall(program.countProgress, (ANA, ETHER));
        calls[25] = abi.encodeCall(program.setWithholding, (to, 1));
        calls[26] = abi.encodeCall(program.setRecovery, (to, stranger));
        calls[27] = abi.encodeCall(program.proposeMove, (to, stranger));
        calls[28] = abi.encodeCall(program.cancelMove, (to));
        calls[29] = abi.encodeCall(program.finishMove, (to));
        calls[30] = abi.encodeCall(program.dispute, (ana, _noSale(), 0, "", ""));
        calls[31] = abi.encodeCall(program.upholdSale, (_noSale(), ""));
        calls[32] = abi.encodeCall(program.voidSale, (_noSale(), ""));
        calls[33] = abi.encodeCall(program.reattributeSale, (_noSale(), new uint256[](0), ""));
        calls[34] = abi.encodeCall(program.closeDispute, (_noSale()));
        calls[35] = abi.encodeCall(program.agreeExit, (MODERATORS, true));
        calls[36] = abi.encodeCall(program.offerBuyout, (MODERATORS, ETHER, 1));
        calls[37] = abi.encodeCall(program.withdrawBuyout, (MODERATORS));
        calls[38] = abi.encodeCall(program.acceptBuyout, (MODERATORS, ETHER, 1));
        calls[39] = abi.encodeCall(program.giveNotice, (MODERATORS, Remedy.Suspend, "", ""));
        calls[40] = abi.encodeCall(program.withdrawNotice, (MODERATORS));
        calls[41] = abi.encodeCall(program.executeNotice, (MODERATORS));
        calls[42] = abi.encodeCall(program.resumeLine, (MODERATORS));
        calls[43] = abi.encodeCall(program.addReserve, (FOR_MILESTONES, address(token), 1));
        calls[44] = abi.encodeCall(program.withdrawReserve, (FOR_MILESTONES, ETHER, 1));
        calls[45] = abi.encodeCall(program.proposeAmendment, (_terms(), "", ""));
        calls[46] = abi.encodeCall(program.withdrawAmendment, ());
        calls[47] = abi.encodeCall(program.consent, (MODERATORS, ""));
        calls[48] = abi.encodeCall(program.voidDuplicate, (_noSale(), _noSale()));
        calls[49] = abi.encodeCall(program.proposePower, (Power.Arbiter, Way.HandOver, stranger));
        calls[50] = abi.encodeCall(program.cancelPower, (Power.Arbiter, Way.HandOver));
        calls[51] = abi.encodeCall(program.acceptPower, (Power.Arbiter, Way.HandOver));
        calls[52] = abi.encodeCall(program.appointStandby, ());
        calls[53] = abi.encodeCall(program.removeAttributor, ());
        calls[54] = abi.encodeCall(program.resetLimits, ());
        calls[55] = abi.encodeCall(program.suspendArbiter, ());
        calls[56] = abi.encodeCall(program.alive, ());
    }
}
