// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";

/// @dev Amendments to the terms of every test, proposed in period 0 with one period of notice.
abstract contract AmendmentBase is Base {
    uint40 internal constant FROM = START + 2 * PERIOD;

    bytes32 internal constant TEXT = keccak256("why");

    function _propose(Terms memory terms) internal returns (bytes32 hash) {
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", TEXT);
        hash = keccak256(abi.encode(terms));
    }

    function _consent(address holder, uint256 line, bytes32 hash) internal {
        vm.prank(holder);
        program.consent(line, hash);
    }

    /// @dev The integration role earns 10 % instead of 15 %.
    function _lowered() internal view returns (Terms memory terms) {
        terms = _terms();
        terms.roles[INTEGRATION] = _role("integration", 10 * PERCENT);
    }

    /// @dev The tech line ends at the amendment's start; another with a flat 12 % follows, for the same holder.
    function _replaced() internal view returns (Terms memory terms) {
        terms = _terms();
        terms.standing[TECH].ends = FROM;
        StandingLine memory line = _line("tech, flat", tech, 12 * PERCENT);
        line.starts = FROM;
        _addLine(terms, line);
    }

    function _addLine(Terms memory terms, StandingLine memory line) internal pure {
        StandingLine[] memory lines = new StandingLine[](terms.standing.length + 1);
        for (uint256 i = 0; i < terms.standing.length; ++i) lines[i] = terms.standing[i];
        lines[terms.standing.length] = line;
        terms.standing = lines;
    }

    function _assertInForce(Terms memory terms, string memory what) internal view {
        bytes memory expected = abi.encode(terms);
        vm.assertEq(abi.encode(program.terms()), expected, what);
        vm.assertEq(program.termsHash(), keccak256(expected), what);
    }
}
