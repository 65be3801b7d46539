// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Solvency } from "../../../contracts/interfaces/Types.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";
import { ReentrantReceiver } from "../../../contracts/mocks/ReentrantReceiver.sol";

/// @dev A program holds a standing line of another one, in a token that calls its senders and recipients. Anyone may trigger
/// the other program's payment to it, also from within a payment of its own.
contract CrossProgramHooksTest is Base {
    uint256 private constant FOREIGN = 2e18;

    HookToken private token;
    IDeployedProgram private other;
    ReentrantReceiver private attacker;

    function setUp() public override {
        super.setUp();
        token = HookToken(_deploy("contracts/mocks/HookToken.sol:HookToken", ""));
        attacker = ReentrantReceiver(payable(_deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "")));
        attacker.register(token);

        Terms memory terms = _terms();
        terms.currencies[USDC] = address(token);
        terms.holdPeriods = 0;
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("attacker", address(attacker), 2 * PERCENT);
        program = _create(terms);

        terms.standing[0] = _line("program", address(program), 2 * PERCENT);
        other = _create(terms);
        _payIn(other, 50 * FOREIGN);
    }

    function test_APaymentCountsNoMoreThanItsPayerPaid() external {
        token.mint(address(attacker), 1);
        attacker.execute(address(token), 0, abi.encodeCall(token.approve, (address(program), 1)));
        _arm();
        attacker.execute(
            address(program),
            0,
            abi.encodeCall(program.paySale, (bytes32("sale"), INITIAL, address(token), 1))
        );
        vm.assertTrue(attacker.succeeded(), "the other program paid in between");
        Solvency memory all = program.solvency()[USDC];
        vm.assertEq(all.owed, 1, "owed to the payer");
        vm.assertEq(all.uncounted, FOREIGN, "still to be counted as revenue");
    }

    function test_ARecipientIsNotOwedAgainWhatItMadeOthersPay() external {
        _payIn(program, 50 * FOREIGN);
        program.settleLine(0, address(token));
        address[] memory parties = new address[](1);
        parties[0] = address(attacker);
        _arm();
        program.claimMany(parties, address(token));
        uint256 got = token.balanceOf(address(attacker)) + program.claimable(address(attacker), address(token));
        vm.assertEq(got, FOREIGN, "paid and still owed");
        _assertSolvent(program);
    }

    /// @dev Makes the attacker trigger the other program's payment when it is next called.
    function _arm() private {
        attacker.arm(address(other), 0, abi.encodeCall(IProgramLines.claimLine, (0, address(token))));
    }

    function _payIn(IDeployedProgram to, uint256 amount) private {
        token.mint(customer, amount);
        vm.startPrank(customer);
        token.approve(address(to), amount);
        to.pay(INITIAL, address(token), amount);
        vm.stopPrank();
    }
}
