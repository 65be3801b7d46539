// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Clauses, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { LineProgress } from "../../../contracts/interfaces/Types.sol";
import { PER_LIFE, PER_YEAR } from "../../../contracts/libraries/Constants.sol";

/// @dev What tests of standing lines with clauses start from: one line of Tech's on all kinds, and its clauses in USDC.
abstract contract LinesBase is Base {
    uint256 internal constant LINE = 0;
    uint96 internal constant MICROS = 1e6;

    /// @dev A program with no roles and these clauses on a line of this rate.
    function _createWith(uint24 rate, Clauses memory clauses) internal {
        _createWith(rate, clauses, 0);
    }

    function _createWith(uint24 rate, Clauses memory clauses, uint24 others) internal {
        program = _create(_termsWith(rate, clauses, others));
    }

    /// @param others The rate of a second line, the moderators', without clauses; 0 for none.
    function _termsWith(uint24 rate, Clauses memory clauses, uint24 others) internal view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.standing = new StandingLine[](others == 0 ? 1 : 2);
        terms.standing[LINE] = _line("tech", tech, rate);
        terms.standing[LINE].clauses = clauses;
        if (others > 0) terms.standing[1] = _line("moderators", moderators, others);
    }

    function _capped(uint8 per, uint96 amount) internal pure returns (Clauses memory clauses) {
        clauses.capPer = per;
        clauses.cap = _each(amount * MICROS);
    }

    function _beyond(uint8 per, uint96 amount) internal pure returns (Clauses memory clauses) {
        clauses.thresholdPer = per;
        clauses.threshold = _each(amount * MICROS);
    }

    function _guaranteed(uint96 fee, uint96 minimum) internal pure returns (Clauses memory clauses) {
        if (fee > 0) clauses.fee = _only(USDC, fee * MICROS);
        if (minimum > 0) clauses.minimum = _only(USDC, minimum * MICROS);
    }

    /// @dev Pays in revenue of the first kind, in whole USDC.
    function _earn(uint256 amount) internal {
        _pay(INITIAL, amount * 1e6);
    }

    function _addReserve(uint256 amount) internal {
        _addReserveFor(LINE, amount);
    }

    function _addReserveFor(uint256 line, uint256 amount) internal {
        _give(operator, amount * 1e6);
        vm.prank(operator);
        program.addReserve(line, address(usdc), amount * 1e6);
    }

    function _reserveOf(uint256 line) internal view returns (uint256 reserve) {
        (reserve, ) = program.reserveOf(line, address(usdc));
    }

    /// @dev Settles everything that is locked.
    function _settleAll() internal returns (uint256 residual) {
        return program.claimResidual(address(usdc), 10_000);
    }

    /// @dev What the line's holder has in all, paid out or to be claimed.
    function _techHas() internal view returns (uint256) {
        return usdc.balanceOf(tech) + program.claimable(tech, address(usdc));
    }

    function _progress() internal view returns (LineProgress memory) {
        return program.lineProgress(LINE, address(usdc));
    }

    /// @dev To the start of a period.
    function _warpToPeriod(uint256 period) internal {
        vm.warp(START + period * uint256(PERIOD));
    }

    function _assertUsdc(uint256 found, uint256 expected, string memory what) internal pure {
        vm.assertEq(found, expected * 1e6, what);
    }
}
