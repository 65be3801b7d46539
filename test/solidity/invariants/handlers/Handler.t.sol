// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ClaimsHandler } from "./ClaimsHandler.sol";
import { Bonus, Role, StandingLine, Terms } from "../../../../contracts/interfaces/Types.sol";
import { RevertingReceiver } from "../../../../contracts/mocks/RevertingReceiver.sol";

/// @dev Does what users do, the bad things included, to three programs; and in the end pays everybody out.
contract Handler is ClaimsHandler {
    function setUp() public override {
        super.setUp();
        address refuser = _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "");
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            Terms memory terms = _termsFor(p);
            programs[p] = _create(terms);
            _hashes[p] = programs[p].termsHash();
            _keep(p, terms);
        }
        _enrollEverywhere(refuser);
        _enrollEverywhere(ana);
        _enrollEverywhere(ben);
        _enrollEverywhere(cleo);
    }

    /// @dev Rule 1: what a program has is at least what it owes, and what it owes is what came in less what went out.
    function isSolvent() external view returns (bool) {
        uint256 p = lastProgram;
        for (uint256 c = 0; c < CURRENCIES; ++c) {
            uint256 balance = _balanceOf(c, address(programs[p]));
            if (balance != ghostOwed[p][c] + ghostDonated[p][c]) return false;
            if (programs[p].solvency()[c].owed != ghostOwed[p][c]) return false;
            if (programs[p].solvency()[c].funds != ghostFunds[p][c]) return false;
        }
        return true;
    }

    /// @dev Rule 5: no call changed the terms.
    function termsAreUnchanged() external view returns (bool) {
        uint256 p = lastProgram;
        return programs[p].termsHash() == _hashes[p];
    }

    /* THE END */

    /// @dev Lets everything lock, pays everybody and withdraws the funds.
    function drain() external {
        RevertingReceiver(payable(_wallets[0])).setAccepts(true);
        vm.warp(block.timestamp + 5 * uint256(PERIOD));
        for (uint256 i = 0; i < _ghostPayments.length; ++i) _releaseAtLast(_ghostPayments[i]);
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) {
                if (ghostDonated[p][c] > 0) programs[p].sync(_currency(c));
                if (ghostDonated[p][c] > 0) _count(p, c, 0, ghostDonated[p][c]);
                ghostDonated[p][c] = 0;
            }
        }
        vm.warp(block.timestamp + 5 * uint256(PERIOD));
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) _drainOne(p, c);
        }
    }

    /// @dev Rule 2, over all periods at once: every party got what its credits and refunds came to, every standing line its
    /// rate of each stretch's revenue, and the treasury the rest.
    function assertDrained() external view {
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            for (uint256 c = 0; c < CURRENCIES; ++c) {
                vm.assertEq(_balanceOf(c, address(programs[p])), 0, "balance");
                vm.assertEq(programs[p].solvency()[c].owed, 0, "owed");
                vm.assertEq(ghostOwed[p][c], 0, "came in less went out");
                _assertPaid(p, c);
            }
        }
    }

    function _assertPaid(uint256 p, uint256 c) private view {
        for (uint256 i = 0; i < _wallets.length + 1; ++i) {
            address party = _party(i);
            vm.assertEq(ghostPaid[p][c][party], ghostDue[p][c][party], "a party got another amount than its credits");
        }
        uint256 residual = 0;
        uint256[3] memory lines;
        for (uint256 i = 0; i < _starts[p].length; ++i) {
            for (uint256 kind = 0; kind < 3; ++kind) {
                bytes32 key = _key(p, c, kind, _starts[p][i]);
                residual += _brought[key];
                for (uint256 line = 0; line < 3; ++line) {
                    uint256 part = (_revenue[key] * _lineRate(p, line, kind, _starts[p][i])) / 1e6;
                    lines[line] += part;
                    residual -= part;
                }
            }
        }
        vm.assertEq(ghostPaid[p][c][moderators], lines[0] + lines[2], "moderators");
        vm.assertEq(ghostPaid[p][c][tech], lines[1], "tech");
        vm.assertEq(ghostPaid[p][c][treasury], residual, "residual");
    }

    function _releaseAtLast(GhostPayment storage payment) private {
        if (!payment.used) _release(payment);
    }

    function _drainOne(uint256 p, uint256 c) private {
        for (uint256 line = 0; line < 3; ++line) programs[p].settleLine(line, _currency(c));
        uint256 before = _balanceOf(c, treasury);
        programs[p].claimResidual(_currency(c), type(uint256).max);
        _paid(p, c, treasury, _balanceOf(c, treasury) - before);
        for (uint256 i = 0; i < _wallets.length + 4; ++i) {
            address party = _party(i);
            if (programs[p].claimable(party, _currency(c)) == 0) continue;
            before = _balanceOf(c, party);
            programs[p].claim(party, _currency(c));
            _paid(p, c, party, _balanceOf(c, party) - before);
        }
        if (ghostFunds[p][c] == 0) return;
        vm.prank(operator);
        programs[p].withdrawFunds(_currency(c), ghostFunds[p][c]);
        ghostOwed[p][c] -= ghostFunds[p][c];
        ghostFunds[p][c] = 0;
    }

    /* TERMS */

    /// @dev Three deals: without hold; held one period, the residual a seller's; held two, at half the commission.
    function _termsFor(uint256 p) private view returns (Terms memory terms) {
        terms = _terms();
        terms.name = string(abi.encodePacked("program ", bytes1(uint8(48 + p))));
        terms.holdPeriods = uint8(p);
        terms.commission = p == 2 ? 500_000 : 1_000_000;
        Role memory affiliate = terms.roles[AFFILIATE];
        affiliate.network = Bonus({ every: 2, add: PERCENT, max: 3 * PERCENT });
        affiliate.volume = Bonus({ every: 1e6, add: PERCENT / 3, max: 2 * PERCENT });
        terms.standing = _withThird(terms.standing);
        if (p == 1) _withSeller(terms);
    }

    /// @dev A third line, of the first holder again, that began before the program and earns on one kind.
    function _withThird(StandingLine[] memory two) private view returns (StandingLine[] memory lines) {
        lines = new StandingLine[](3);
        (lines[0], lines[1]) = (two[0], two[1]);
        lines[2] = _line("early", moderators, 0);
        lines[2].kinds = 2;
        lines[2].starts = START - 100 days;
        lines[2].rates = _three(3 * PERCENT, 7, 2 * PERCENT);
    }

    /// @dev The compiler copies no nested arrays from memory to storage, so: one by one.
    function _keep(uint256 p, Terms memory terms) private {
        Terms storage kept = _termsOf[p];
        kept.start = terms.start;
        kept.period = terms.period;
        kept.holdPeriods = terms.holdPeriods;
        kept.ceiling = terms.ceiling;
        kept.commission = terms.commission;
        kept.residualRole = terms.residualRole;
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            Role storage role = kept.roles.push();
            role.stage = terms.roles[i].stage;
            role.ceiling = terms.roles[i].ceiling;
            role.rates = terms.roles[i].rates;
            role.tiers = terms.roles[i].tiers;
            role.tenure = terms.roles[i].tenure;
            role.network = terms.roles[i].network;
            role.volume = terms.roles[i].volume;
        }
        for (uint256 i = 0; i < terms.standing.length; ++i) {
            StandingLine storage line = kept.standing.push();
            line.holder = terms.standing[i].holder;
            line.kinds = terms.standing[i].kinds;
            line.starts = terms.standing[i].starts;
            line.ends = terms.standing[i].ends;
            line.rates = terms.standing[i].rates;
        }
    }
}
