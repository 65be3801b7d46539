// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FOR_MILESTONES } from "../../../../contracts/libraries/Constants.sol";
import { PowersHandler } from "./PowersHandler.sol";
import { Solvency } from "../../../../contracts/interfaces/Types.sol";
import { RevertingReceiver } from "../../../../contracts/mocks/RevertingReceiver.sol";

/// @dev Does what users do, the bad things included, to all programs; and in the end pays everybody out.
contract Handler is PowersHandler {
    function setUp() public override {
        super.setUp();
        _firstArbiter = arbiter;
        address refuser = _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "");
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            programs[p] = _create(p == DEAL ? _dealTerms() : _plainTerms(p));
            _keepTerms(p, abi.encode(p == DEAL ? _dealTerms() : _plainTerms(p)));
            _check(5, programs[p].termsHash() == _hashes[p], "the terms are others than were agreed");
        }
        _enrollEverywhere(refuser, 0);
        _enrollEverywhere(ana, 1);
        _enrollEverywhere(ben, 2);
        _enrollEverywhere(cleo, 2);
        // A holder of lines, who is owed them whether or not it accepts; and who decides disputes.
        _enrollEverywhere(moderators, 0);
        _enrollEverywhere(arbiter, 1);
        for (uint256 number = 1; number <= 2; ++number) {
            _accept(DEAL, number, _hashes[DEAL]);
            _accept(0, number, _hashes[0]);
        }
        // An account with code that knows no signatures, and a key of its own.
        vm.etch(ana, hex"00");
    }

    /// @dev Rule 1: what a program has is at least what it owes; what it owes is what came in less what went out; and this
    /// is what all parties are owed, held or locked, what is frozen, funds, reserves, prices on offer, payments that wait, and
    /// what standing lines and the treasury share.
    function isSolvent() external view returns (bool) {
        uint256 p = lastProgram;
        Solvency[] memory all = programs[p].solvency();
        for (uint256 c = 0; c < CURRENCIES; ++c) {
            uint256 owed = ghostOwed[p][c];
            if (all[c].owed != owed || all[c].funds != ghostFunds[p][c]) return false;
            if (_balanceOf(c, address(programs[p])) != owed + ghostDonated[p][c]) return false;
            if (_owedToAll(p, c) != owed) return false;
        }
        return true;
    }

    function _owedToAll(uint256 p, uint256 c) private view returns (uint256 sum) {
        sum = ghostFunds[p][c] + ghostReserve[p][c] + ghostFrozen[p][c];
        sum += ghostOffered[p][c] + ghostWaiting[p][c] + ghostUnsettled[p][c];
        for (uint256 i = 0; i < _partyCount(); ++i) {
            address party = _party(i);
            // A partner that is a holder, too.
            if (i >= _wallets.length && _numberOf(party) > 0) continue;
            sum += ghostDue[p][c][party] - ghostPaid[p][c][party];
        }
    }

    /// @dev Rule 5: no call but time and consent changed the terms.
    function termsAreUnchanged() external view returns (bool) {
        uint256 p = lastProgram;
        return programs[p].termsHash() == _hashes[p];
    }

    /* THE END */

    /// @dev Ends all lines, settles what is disputed, lets everything lock, pays everybody and withdraws what is left.
    function drain() external {
        RevertingReceiver(payable(_wallets[0])).setAccepts(true);
        _acceptsEther = true;
        for (uint256 p = 0; p < PROGRAMS; ++p) _endAll(p);
        _warpTo(block.timestamp + 5 * uint256(PERIOD));
        _closeAll();
        for (uint256 i = 0; i < _ghostPayments.length; ++i) {
            if (!_ghostPayments[i].used) _release(_ghostPayments[i], false);
        }
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) if (ghostDonated[p][c] > 0) _sync(p, c);
        }
        _warpTo(block.timestamp + 5 * uint256(PERIOD));
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) _drainOne(p, c);
        }
        for (uint256 c = 0; c < CURRENCIES; ++c) _announce(c, _free(DEAL, c, FOR_MILESTONES));
        _warpTo(_announcedFor[0]);
        for (uint256 c = 0; c < CURRENCIES; ++c) {
            uint256 free = _free(DEAL, c, FOR_MILESTONES);
            if (free > 0) _withdrawReserve(DEAL, c, FOR_MILESTONES, free);
        }
    }

    function _endAll(uint256 p) private {
        if (_waiting[p].exists) _withdrawAmendment(p);
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (_inForce(p, line)) _agree(p, line, operator, true);
            if (_inForce(p, line)) _agree(p, line, _walletOf(p, _termsOf[p].standing[line].holder), true);
            if (_exits[p][line].price > 0) _withdrawBuyout(p, line);
        }
        for (uint256 number = 1; _asksAcceptance(p) && number <= _wallets.length; ++number)
            _accept(p, number, _hashes[p]);
    }

    function _drainOne(uint256 p, uint256 c) private {
        _claimResidual(p, c, 10_000);
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) _settleOne(p, c, line);
        if (p == DEAL) _payDues(c);
        // The tax account last: the payments of others add to what it can claim.
        for (uint256 i = 0; i < _partyCount(); ++i) if (_party(i) != taxAccount) _payOut(p, c, _party(i));
        _payOut(p, c, taxAccount);
        if (ghostFunds[p][c] > 0) _withdrawFunds(p, c, ghostFunds[p][c]);
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            uint256 left = _lineReserve[p][c][line];
            if (left > 0) _withdrawReserve(p, c, line, left);
        }
    }

    /// @dev Puts in what milestones miss, and has all of them paid.
    function _payDues(uint256 c) private {
        if (_potOwed[c] > _potFunded[c]) _addReserve(DEAL, c, FOR_MILESTONES, _potOwed[c] - _potFunded[c]);
        for (uint256 number = 1; number <= _wallets.length; ++number) {
            for (uint256 which = 0; which < MILESTONES; ++which) {
                if (_dues[number][which].amount > 0 && _dues[number][which].currency == c) _payMilestone(number, which);
            }
        }
    }

    function _payOut(uint256 p, uint256 c, address party) private {
        uint256 due = ghostDue[p][c][party] - ghostPaid[p][c][party];
        if (due == 0) return;
        uint256 before = _balanceOf(c, _walletOf(p, party));
        uint256 amount = programs[p].claim(party, _currency(c));
        _check(2, amount == due, "a party got another amount than its due");
        uint256 moved = _balanceOf(c, _walletOf(p, party)) - before;
        _check(2, moved == _netOf(p, party, due), "a party was paid elsewhere");
        _paid(p, c, party, amount);
    }

    /// @dev Rule 2, over all periods at once: every party got what its credits, refunds and settlements came to, every line
    /// that is not conditional its rate of each stretch's revenue, and nothing is left.
    function assertDrained() external view {
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) {
                vm.assertEq(_balanceOf(c, address(programs[p])), 0, "balance");
                vm.assertEq(programs[p].solvency()[c].owed, 0, "owed");
                vm.assertEq(ghostOwed[p][c], 0, "came in less went out");
                vm.assertEq(ghostUnsettled[p][c], 0, "revenue that nobody got");
                vm.assertEq(ghostFrozen[p][c], 0, "frozen");
                vm.assertEq(programs[p].frozenOf(_currency(c)), 0, "frozen by the program");
            }
        }
    }
}
