// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Bonus, Outcome, Terms, VolumeBonus } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { ETHER, NOT_PAID } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev Completion pays 50 each; engagement 1,000 in a period.
contract OutcomesTest is PricingBase {
    uint8 private constant COMPLETION = 1;
    uint8 private constant ENGAGEMENT = 2;

    function setUp() public override {
        super.setUp();
        _use(_paying());
        _fund(10_000e6);
    }

    function test_WhenTheAmountIsTheTerms() external {
        NamedLine[] memory lines = _price(COMPLETION, 50e6, _credits(_credit(ANA, AFFILIATE, 1)));
        _assertLine(lines[0], "affiliate", ana, 50e6);
        _assertLine(lines[1], "residual", treasury, 0);
        vm.assertEq(program.solvency()[USDC].funds, 10_000e6, "what was funded is posted");
    }

    function test_RevertWhen_TheAmountIsNotTheTerms() external {
        _expectMismatch("a", 50e6 - 1, 50e6);
        _post(_outcome("a", COMPLETION, 50e6 - 1));
        _expectMismatch("a", 50e6 + 1, 50e6);
        _post(_outcome("a", COMPLETION, 50e6 + 1));
        bytes memory packed = _pack(program, _batch(_outcome("a", COMPLETION, 49e6)), new address[](0));
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_OutcomeMismatch.selector, bytes32("a"), 49e6, 50e6)
        );
        program.preview(address(usdc), packed);
    }

    function test_WhenTheCurrencyHasOtherDecimals() external {
        _fundEther(100 ether);
        _postIn(ETHER, _outcome("a", COMPLETION, 50 ether));
        vm.assertEq(program.statement(ana, ETHER, 0).held, 50 ether, "ether");
        _expectMismatch("b", 50e6, 50 ether);
        _postIn(ETHER, _outcome("b", COMPLETION, 50e6));
    }

    function test_WhenAPeriodsAmountIsSpentInParts() external {
        _post(_outcome("a", ENGAGEMENT, 300e6));
        _post(_outcome("b", ENGAGEMENT, 699_999_999));
        _expectMismatch("c", 2, 1);
        _post(_outcome("c", ENGAGEMENT, 2));
        _post(_outcome("c", ENGAGEMENT, 1));
        _expectMismatch("d", 1, 0);
        _post(_outcome("d", ENGAGEMENT, 1));
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 1_000e6, "the whole");
    }

    function test_RevertWhen_OneBatchSpendsMore() external {
        Sale[] memory sales = new Sale[](2);
        sales[0] = _outcome("a", ENGAGEMENT, 600e6);
        sales[1] = _outcome("b", ENGAGEMENT, 400e6 + 1);
        _expectMismatch("b", 400e6 + 1, 400e6);
        _postAll(sales);
    }

    function test_WhenAPartOfAPeriodsAmountIsRefunded() external {
        _post(_outcome("a", ENGAGEMENT, 1_000e6));
        _refund("r", "a", 100e6);
        _expectMismatch("b", 100e6 + 1, 100e6);
        _post(_outcome("b", ENGAGEMENT, 100e6 + 1));
        _post(_outcome("b", ENGAGEMENT, 100e6));
    }

    function test_WhenAStandingRateChangesWithinThePeriod() external {
        _post(_outcome("a", ENGAGEMENT, 600e6));
        vm.warp(START + 10 days);
        _expectMismatch("b", 400e6 + 1, 400e6);
        _post(_outcome("b", ENGAGEMENT, 400e6 + 1));
    }

    function test_WhenAnotherPeriodBegins() external {
        _post(_outcome("a", ENGAGEMENT, 1_000e6));
        vm.warp(START + PERIOD - 1);
        _expectMismatch("b", 1, 0);
        _post(_outcome("b", ENGAGEMENT, 1));
        vm.warp(START + PERIOD);
        _post(_outcome("b", ENGAGEMENT, 1_000e6));
    }

    function test_WhenAVolumeBonusCountsThePeriod() external {
        Terms memory terms = _paying();
        terms.roles[INTEGRATION].volume = VolumeBonus({ every: _each(100e6), add: PERCENT, max: 10 * PERCENT });
        _use(terms);
        _fund(10_000e6);
        _post(_outcome("a", ENGAGEMENT, 1_000e6));
        _pay(INITIAL, 300e6);
        vm.warp(START + PERIOD);
        vm.assertEq(_price(_credits(_credit(ANA, INTEGRATION, 1)))[0].rate, 18 * PERCENT, "revenue alone");
    }

    function test_RevertWhen_SomebodyPaysForAnOutcome() external {
        _give(customer, 100e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, COMPLETION));
        vm.prank(customer);
        program.pay(COMPLETION, address(usdc), 50e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, ENGAGEMENT));
        vm.prank(customer);
        program.paySale("a", ENGAGEMENT, address(usdc), 50e6);
        _pay(INITIAL, 50e6);
    }

    /// @dev The affiliate gets all of both outcomes; standing lines earn on sales alone.
    function _paying() private view returns (Terms memory terms) {
        terms = _terms();
        terms.roles[INTEGRATION].rates = _three(15 * PERCENT, NOT_PAID, NOT_PAID);
        terms.roles[AFFILIATE] = _role("affiliate", 100 * PERCENT);
        terms.roles[AFFILIATE].rates[INITIAL] = 10 * PERCENT;
        terms.roles[COACH].rates[ENGAGEMENT] = 0;
        terms.roles[LOYALTY].rates = _three(10 * PERCENT, 0, 0);
        for (uint256 i = 0; i < 2; ++i) terms.standing[i].kinds = 1;
        terms.outcomes = new Outcome[](2);
        terms.outcomes[0] = Outcome({ kind: ENGAGEMENT, perPeriod: true, amounts: _each(1_000e6) });
        terms.outcomes[1] = Outcome({ kind: COMPLETION, perPeriod: false, amounts: _each(50e6) });
    }

    function _outcome(bytes32 id, uint8 kind, uint256 amount) private pure returns (Sale memory) {
        Credit[] memory credits = _credits(_credit(ANA, AFFILIATE, 1));
        return Sale({ id: id, kind: kind, amount: amount, credits: credits });
    }

    function _expectMismatch(bytes32 id, uint256 amount, uint256 allowed) private {
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_OutcomeMismatch.selector, id, amount, allowed));
    }
}
