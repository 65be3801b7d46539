// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { PowersBase } from "../support/PowersBase.sol";

/// @dev What docs/incidents.md says of each key, done as it says: one test a row, by its name. In the program are a sale that is held, "held", of
/// 100, and one that is locked, "locked"; 900 of the funds are not spent.
abstract contract IncidentsBase is PowersBase {
    address internal thief = _actor("thief");
    address internal accomplice = _actor("accomplice");
    address internal recovery = _actor("recovery");

    uint256 internal constant FUNDS = 1_000e6;
    uint256 internal begins;

    function setUp() public virtual override {
        super.setUp();
        _fund(100e6);
        _post(_mixed("locked", 100e6));
        vm.warp(START + 2 * uint256(PERIOD));
        begins = block.timestamp;
        _fund(FUNDS);
        _post(_mixed("held", 100e6));
    }

    function _disputeTerms() internal view virtual override returns (Terms memory terms) {
        terms = super._disputeTerms();
        terms.rules.moveDays = 7;
    }

    function _funds() internal view returns (uint256) {
        return program.solvency()[USDC].funds;
    }

    /// @dev What the locked sale gave Ben is his, and what the held one gives him waits, whatever happened.
    function _assertEarningsStand() internal {
        uint256 before = usdc.balanceOf(ben);
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben) - before, 15e6, "what was locked");
        vm.assertEq(_held(ben), 15e6, "what is held");
        _assertSolvent(program);
    }

    function _assertOperates(address who) internal {
        vm.startPrank(who);
        program.alive();
        program.withdrawFunds(address(usdc), 1e6);
        vm.stopPrank();
    }
}
