// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { IncidentsBase } from "./IncidentsBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";

/// @dev The wallets of partners, of holders of standing lines, and the treasury: each named a recovery address in good time.
contract WalletKeysTest is IncidentsBase {
    uint256 private constant DELAY = 7 days;

    function setUp() public override {
        super.setUp();
        address[3] memory parties = [ben, moderators, treasury];
        for (uint256 i = 0; i < parties.length; ++i) {
            vm.prank(parties[i]);
            program.setRecovery(parties[i], recovery);
        }
        vm.warp(block.timestamp + DELAY);
    }

    function test_PartnerLost() external {
        _recover(ben);
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(next), 15e6, "paid at the new wallet");
    }

    /// @dev What is locked when the key is stolen can be gone; what is paid after the move is the partner's.
    function test_K3_PartnerStolen() external {
        _rescue(ben);
        vm.warp(START + 5 * uint256(PERIOD));
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(next), 30e6, "paid at the new wallet");
        vm.assertEq(usdc.balanceOf(ben) + usdc.balanceOf(thief), 0, "nothing of the thief's");
    }

    function test_PartnerGone() external {
        vm.warp(START + 100 * uint256(PERIOD));
        vm.prank(stranger);
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 30e6, "all that it earned, at its wallet");
    }

    function test_HolderLost() external {
        _recover(moderators);
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(next), 2e6, "paid at the new wallet");
    }

    /// @dev The line's rights are where its holder's wallet is: the thief sells nothing and ends nothing any more.
    function test_HolderStolen() external {
        _rescue(moderators);
        vm.prank(operator);
        program.offerBuyout(MODERATORS, address(usdc), 1e6);
        vm.warp(block.timestamp + HANDOVER);
        _expectNotAllowed(moderators);
        vm.prank(moderators);
        program.acceptBuyout(MODERATORS, address(usdc), 1e6);
        _expectNotAllowed(moderators);
        vm.prank(moderators);
        program.agreeExit(MODERATORS, true);
        vm.prank(next);
        program.agreeExit(MODERATORS, true);
        vm.assertEq(program.lineState(MODERATORS).agreed, 2, "the holder's word");
        vm.prank(next);
        program.agreeExit(MODERATORS, false);
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(next), 2e6, "paid at the new wallet");
        vm.assertEq(usdc.balanceOf(moderators) + usdc.balanceOf(thief), 0, "nothing of the thief's");
    }

    function test_HolderGone() external {
        vm.warp(START + 100 * uint256(PERIOD));
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 4e6, "all that the line earned, at its holder's wallet");
    }

    function test_TreasuryLost() external {
        _leaveResidual();
        _recover(treasury);
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(next), 98e6, "paid at the new wallet");
        // Where no recovery address was named.
        Terms memory terms = _leaveResidual();
        vm.prank(treasury);
        program.setRecovery(treasury, address(0));
        _replaceTreasury(terms);
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(next), 2 * 98e6, "at the new treasury");
    }

    function test_TreasuryStolen() external {
        _leaveResidual();
        _rescue(treasury);
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(next), 98e6, "paid at the new wallet");
        vm.assertEq(usdc.balanceOf(treasury) + usdc.balanceOf(thief), 0, "nothing of the thief's");
    }

    function test_TreasuryGone() external {
        Terms memory terms = _leaveResidual();
        _replaceTreasury(terms);
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(next), 98e6, "what was not settled, at the new treasury");
        vm.assertEq(usdc.balanceOf(treasury), 0, "nothing more at the one that is gone");
        _fund(5e6);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 5e6);
        vm.assertEq(usdc.balanceOf(next), 103e6, "and what is withdrawn");
    }

    /// @dev By an amendment of the operator's, after its notice.
    function _replaceTreasury(Terms memory terms) private {
        terms.treasury = next;
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        vm.assertTrue(program.amendment().addresses, "the guardian can take it back");
        vm.warp(program.amendment().from);
    }

    /// @dev A program whose treasury has 98 of a revenue of 100, locked.
    function _leaveResidual() private returns (Terms memory terms) {
        terms = _terms();
        terms.start = uint40(block.timestamp);
        terms.standing[TECH].starts = terms.start + PERIOD;
        terms.standing[TECH].ends = 0;
        terms.standing[MODERATORS].starts = terms.start;
        terms.rules.moveDays = 7;
        program = _create(terms);
        _pay(INITIAL, 100e6);
        vm.prank(treasury);
        program.setRecovery(treasury, recovery);
        vm.warp(block.timestamp + 2 * uint256(PERIOD));
    }

    /// @dev The recovery address moves the party, and the new wallet finishes it after the delay.
    function _recover(address party) private {
        vm.prank(recovery);
        program.proposeMove(party, next);
        vm.warp(block.timestamp + DELAY);
        vm.prank(next);
        program.finishMove(party);
    }

    /// @dev The same while a thief has the party's key: it cannot stop it, and its own move is cancelled.
    function _rescue(address party) private {
        vm.prank(party);
        program.proposeMove(party, thief);
        vm.prank(recovery);
        program.proposeMove(party, next);
        _expectNotAllowed(party);
        vm.prank(party);
        program.cancelMove(party);
        vm.warp(block.timestamp + DELAY);
        vm.prank(next);
        program.finishMove(party);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        vm.prank(thief);
        program.finishMove(party);
    }
}
