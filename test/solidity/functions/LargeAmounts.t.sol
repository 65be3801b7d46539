// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Graduation, Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Progress } from "../../../contracts/interfaces/Types.sol";
import { NO_ROLE } from "../../../contracts/libraries/Constants.sol";
import { Sale } from "../support/Sales.sol";

/// @dev Sales of the most that an amount can be, all of each a partner's or a standing line's.
contract LargeAmountsTest is DisputeBase {
    uint96 private constant MOST = type(uint96).max;

    function setUp() public override {
        super.setUp();
        Terms memory terms = _plain();
        terms.roles = new Role[](1);
        terms.roles[0] = _role("any", 100 * PERCENT);
        terms.graduations = new Graduation[](1);
        terms.graduations[0] = Graduation({ tier: 1, earned: _none(), sales: 2, months: 0, score: 0 });
        _use(terms);
    }

    function test_RevertWhen_APartnersPeriodWouldHaveMoreThanItHolds() external {
        _postMost("a", INITIAL);
        _fund(1);
        Sale memory sale = _sale("b", 1, _credits(_credit(CLEO, 0, 1)));
        sale.kind = RENEWAL;
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, uint256(MOST) + 1));
        _post(sale);
        // Of another it is no more than it can hold.
        sale.credits = _credits(_credit(ANA, 0, 1));
        _post(sale);
    }

    function test_GivenMoreIsLockedThanAPaymentHolds() external {
        _postMost("a", INITIAL);
        vm.warp(START + PERIOD);
        _postMost("b", INITIAL);
        _warpToLock();
        vm.assertEq(program.claimable(cleo, address(usdc)), MOST, "claimable");
        vm.assertEq(program.claim(cleo, address(usdc)), MOST, "the first");
        vm.assertEq(usdc.balanceOf(cleo), MOST, "paid");
        _assertSolvent(program);
    }

    function test_GivenALineEarnedMoreThanASettlementHolds() external {
        Terms memory terms = _plain();
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("all", tech, 100 * PERCENT);
        _use(terms);
        _pay(INITIAL, MOST);
        vm.warp(START + PERIOD);
        _pay(INITIAL, 5);
        _warpToLock();
        (, uint256 locked) = program.lineEarnings(0, address(usdc));
        vm.assertEq(locked, MOST, "what one settlement holds");
        vm.assertEq(program.claimLine(0, address(usdc)), MOST, "the first period");
        vm.assertEq(program.claimLine(0, address(usdc)), 5, "the second");
        _assertSolvent(program);
    }

    function test_GivenMoreWasEarnedThanProgressHolds() external {
        _postMost("a", INITIAL);
        vm.warp(START + PERIOD);
        _postMost("b", INITIAL);
        _warpToLock();
        _assertProgress(program.progressOf(CLEO, address(usdc)));
        _assertProgress(program.countProgress(CLEO, address(usdc)));
        program.graduate(CLEO, 1, address(usdc));
    }

    function test_GivenADisputesEndAddsMoreThanProgressHolds() external {
        _postMost("a", INITIAL);
        vm.warp(START + PERIOD);
        _postMost("b", INITIAL);
        vm.warp(START + 3 * uint256(PERIOD) - 1);
        _dispute(cleo, "b");
        vm.warp(START + 3 * uint256(PERIOD));
        Progress memory progress = program.countProgress(CLEO, address(usdc));
        vm.assertTrue(progress.earned == MOST && progress.sales == 1, "of the first");
        _uphold("b", "");
        _assertProgress(program.progressOf(CLEO, address(usdc)));
    }

    /* HELPERS */

    function _plain() private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.residualRole = NO_ROLE;
        terms.ceiling = 100 * PERCENT;
        terms.rules.disputes = 2;
        terms.rules.disputePeriods = 1;
    }

    /// @dev Cleo has the whole of it.
    function _postMost(bytes32 id, uint8 kind) private {
        _fund(MOST);
        Sale memory sale = _sale(id, MOST, _credits(_credit(CLEO, 0, 1)));
        sale.kind = kind;
        _post(sale);
    }

    function _assertProgress(Progress memory progress) private pure {
        vm.assertEq(progress.earned, MOST, "earned, as far as it is counted");
        vm.assertEq(progress.sales, 2, "sales");
    }
}
