// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { assertGas } from "../support/GasBounds.sol";

/// @dev R6, R7: as many rate changes as are allowed fit a transaction, whatever the order of the lines, and make receiving little dearer.
contract RateChangesTest is AmendmentBase {
    uint256 private constant CAP = 1 << 24;
    uint256 private constant MOST = 160;
    uint256 private constant MOST_TO_RECEIVE = 100_000;
    uint256 private constant MOST_APART = 1_500;

    function test_R7_TheMostRateChangesFitATransaction() external {
        Terms memory terms = _dense();
        assertGas(_gasOf(address(factory), abi.encodeCall(factory.create, (terms, "", 0)), stranger), CAP, "creation");
        program = _create(terms);
        bytes memory propose = abi.encodeCall(program.proposeAmendment, (terms, "", TEXT));
        assertGas(_gasOf(address(program), propose, operator), CAP, "amendment");
    }

    /// @dev Those that would not fit are refused.
    function test_R7_HoweverManyRateChangesFitATransactionOrAreRefused(uint256 seed) external {
        uint256 lines = 1 + (seed % 120);
        Terms memory terms = _withLines(lines);
        if (2 * lines > MOST) vm.expectRevert();
        vm.prank(stranger);
        uint256 before = gasleft();
        factory.create(terms, "", 0);
        uint256 gas = before - gasleft() + 21_000 + abi.encode(terms).length * 16;
        if (2 * lines <= MOST) assertGas(gas, CAP, "creation");
    }

    function test_R6_ReceivingCostsLittleMoreAtAnyTime(uint256 seed) external {
        program = _create(_dense());
        vm.warp(START + (seed % (3 * 365 days)));
        assertGas(_gasToReceive(), MOST_TO_RECEIVE, "receive");
    }

    /// @dev Where in the table of rates a time lies is found by halves.
    function test_R6_NoTimeIsDearerThanAnother(uint256 seed) external {
        program = _create(_dense());
        uint256 state = vm.snapshotState();
        uint256 first = _gasToReceive();
        vm.revertToState(state);
        vm.warp(START + (seed % (3 * 365 days)));
        assertGas(_gasToReceive(), first + MOST_APART, "as dear as at first");
    }

    function _gasToReceive() private returns (uint256 gas) {
        vm.deal(customer, 1 ether);
        vm.prank(customer);
        uint256 before = gasleft();
        (bool success, ) = address(program).call{ value: 1 }("");
        gas = before - gasleft();
        vm.assertTrue(success, "success");
    }

    function test_R7_ALineBeginsItsYearsOnTheirSecond() external {
        Terms memory terms = _dense();
        program = _create(terms);
        // The first of the lines begins last, on this very second.
        vm.warp(START + MOST * 6 hours);
        uint256 before = program.bucketAt(address(usdc), INITIAL, block.timestamp).setAside;
        _pay(INITIAL, 1e6);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, block.timestamp).setAside - before, 1e6, "all of it");
        (uint256 held, ) = program.lineEarnings(0, address(usdc));
        vm.assertEq(held, 100, "its first year's rate");
    }

    /// @dev What a transaction costs, calldata at its dearest.
    function _gasOf(address to, bytes memory data, address from) private returns (uint256 gas) {
        gas = 21_000 + data.length * 16;
        vm.prank(from);
        uint256 before = gasleft();
        (bool success, ) = to.call(data);
        gas += before - gasleft();
        vm.assertTrue(success, "success");
    }

    /// @dev On 16 kinds; each line starts at a time of its own, latest first, and changes its rate after a year.
    function _dense() private view returns (Terms memory terms) {
        return _withLines(MOST / 2);
    }

    function _withLines(uint256 lines) private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.kinds = new string[](16);
        terms.standing = new StandingLine[](lines);
        for (uint256 i = 0; i < lines; ++i) {
            StandingLine memory line = _line("l", address(uint160(i + 1)), 0);
            line.kinds = type(uint16).max;
            line.starts = uint40(START + (lines - i) * 12 hours);
            line.rates = new uint24[](2);
            (line.rates[0], line.rates[1]) = (100, 50);
            terms.standing[i] = line;
        }
    }
}
