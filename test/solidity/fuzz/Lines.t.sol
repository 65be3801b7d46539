// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Remedy } from "../../../contracts/interfaces/Types.sol";
import { MAX_SUSPENSIONS } from "../../../contracts/libraries/Constants.sol";

/// @dev What holders of standing lines were promised, whatever the amounts, times and order of calls.
contract LinesFuzzTest is LinesBase, AmendmentBase {
    address private _fresh = _actor("fresh");

    /// @dev Whatever the operator takes back of a reserve, and when: what the line is guaranteed until its end is paid.
    function test_F2_AReserveStaysUntilItsLineIsSettled(uint96 reserve, uint96 taken, uint256 times) external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), 0);
        terms.standing[LINE].ends = START + 2 * PERIOD;
        program = _create(terms);
        reserve = uint96(1 + (reserve % 2_000e6));
        _give(operator, reserve);
        vm.startPrank(operator);
        program.addReserve(LINE, address(usdc), reserve);
        vm.warp(START + (times % (6 * uint256(PERIOD))));
        program.claimResidual(address(usdc), (times >> 64) % 4);
        try program.withdrawReserve(LINE, address(usdc), 1 + (taken % reserve)) {} catch {}
        vm.stopPrank();
        _warpToPeriod(6);
        _settleAll();
        vm.assertEq(_techHas(), reserve < 600e6 ? reserve : 600e6, "two fees, as far as the reserve goes");
    }

    /// @dev Of each period's residual the older line has its arrears and its fee before the other has anything.
    function test_F3_OlderGuaranteesComeFirst(uint96[2] memory fees, uint96[5] memory revenue) external {
        for (uint256 i = 0; i < 2; ++i) fees[i] = uint96(1 + (fees[i] % 500e6));
        Terms memory terms = _termsWith(0, _guaranteed(1, 0), PERCENT);
        terms.standing[LINE].clauses.fee[USDC] = fees[0];
        terms.standing[1].rates = _one(0);
        terms.standing[1].clauses = _guaranteed(1, 0);
        terms.standing[1].clauses.fee[USDC] = fees[1];
        program = _create(terms);
        uint256[2] memory owed;
        uint256[2] memory paid;
        for (uint256 period = 0; period < 5; ++period) {
            uint256 left = 1 + (revenue[period] % 1_000e6);
            _warpToPeriod(period);
            _pay(INITIAL, left);
            for (uint256 i = 0; i < 2; ++i) {
                owed[i] += fees[i];
                uint256 share = owed[i] < left ? owed[i] : left;
                (owed[i], paid[i], left) = (owed[i] - share, paid[i] + share, left - share);
            }
        }
        _warpToPeriod(6);
        program.claimResidual(address(usdc), 5);
        vm.assertEq(_techHas(), paid[0], "the older");
        vm.assertEq(program.claimable(moderators, address(usdc)), paid[1], "the later");
    }

    /// @dev A line's end moves to where it would still earn, and to nowhere that it is over already.
    function test_F6_AnEndMovesAsFarAsItHasNotCome(uint40 first, uint40 second) external {
        Terms memory terms = _terms();
        uint40 before = START + 1 days + (first % (4 * PERIOD));
        uint40 behind = second % 5 == 0 ? 0 : START + 1 days + (second % (4 * PERIOD));
        vm.assume(before != behind);
        terms.standing[MODERATORS].ends = before;
        program = _create(terms);
        terms.standing[MODERATORS].ends = behind;
        bool later = behind == 0 || behind > before;
        bool refused = (later ? before : behind) < FROM;
        if (refused) vm.expectPartialRevert(IProgramErrors.Program_NotAmendable.selector);
        vm.prank(operator);
        program.proposeAmendment(terms, "", TEXT);
        if (!refused) vm.assertEq(program.amendment().consents, later ? 0 : 1, "asked where it is shortened");
    }

    /// @dev However long a line was suspended and ran between, and whatever is tried again: four times are the most.
    function test_F8_NoTimesMakeMoreSuspensions(uint256 seed) external {
        program = _create(_termsWith(10 * PERCENT, _guaranteed(0, 0), 0));
        for (uint256 i = 0; i < MAX_SUSPENSIONS + 2; ++i) {
            vm.startPrank(arbiter);
            program.giveNotice(LINE, Remedy.Suspend, "", "");
            vm.warp(program.lineState(LINE).noticeUntil + (uint256(uint8(seed >> (i * 16))) * 1 hours));
            if (i >= MAX_SUSPENSIONS) vm.expectPartialRevert(IProgramErrors.Program_TooManySuspensions.selector);
            program.executeNotice(LINE);
            if (i >= MAX_SUSPENSIONS) {
                program.withdrawNotice(LINE);
            } else {
                vm.warp(block.timestamp + PERIOD + uint256(uint8(seed >> (i * 16 + 8))) * 1 hours);
                program.resumeLine(LINE);
                vm.warp(block.timestamp + PERIOD);
            }
            vm.stopPrank();
        }
    }

    /// @dev Whatever a wallet tries for a party that left it is refused; the party's own may.
    function test_K3_AWalletThatWasLeftHasNoSay(uint256 which) external {
        Terms memory terms = _terms();
        terms.rules.moveDays = 1;
        terms.rules.taxAccount = stranger;
        program = _create(terms);
        vm.prank(tech);
        program.proposeMove(tech, _fresh);
        vm.warp(START + 1 days);
        vm.prank(_fresh);
        program.finishMove(tech);
        terms.standing[TECH].ends = FROM;
        bytes32 hash = _propose(terms);
        _fund(10e6);
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 10e6);
        vm.warp(block.timestamp + HANDOVER);
        bytes[7] memory calls = [
            abi.encodeCall(program.consent, (TECH, hash)),
            abi.encodeCall(program.acceptBuyout, (TECH, address(usdc), 10e6)),
            abi.encodeCall(program.agreeExit, (TECH, true)),
            abi.encodeCall(program.claimTo, (tech, address(usdc), stranger)),
            abi.encodeCall(program.setWithholding, (tech, 1)),
            abi.encodeCall(program.setRecovery, (tech, stranger)),
            abi.encodeCall(program.proposeMove, (tech, stranger))
        ];
        bytes memory call = calls[which % calls.length];
        vm.prank(tech);
        (bool success, bytes memory answer) = address(program).call(call);
        vm.assertTrue(!success, "the wallet that was left");
        bytes memory refused = abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, tech);
        vm.assertEq(answer, refused, "why");
        vm.prank(_fresh);
        (success, answer) = address(program).call(call);
        bool nothing =
            keccak256(answer) ==
                keccak256(abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, tech, address(usdc)));
        vm.assertTrue(success || nothing, "the party's own");
    }
}
