// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Refund } from "../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev K5: whatever a thief used up with the attributor's key comes back: limits, and the ids of sales.
contract StolenAttributorFuzzTest is Base {
    uint256 private constant LIMIT = 1_000e6;

    uint256 private _sales;

    function test_K5_ANewAttributorHasTheWholeOfBothLimits(uint256 seed) external {
        Terms memory terms = _terms();
        terms.rules.postingLimit = _each(LIMIT);
        terms.rules.refundLimit = _each(LIMIT);
        program = _create(terms);
        _enroll(program);
        _fund(10 * LIMIT);
        vm.warp(START + PERIOD + (seed % (PERIOD - 1 days)));
        uint256 posted = 1 + (seed % LIMIT);
        uint256 refunded = 1 + ((seed >> 128) % posted);
        vm.assertTrue(_tryPost(attributor, posted), "the thief posts");
        vm.assertTrue(_tryRefund(attributor, 1, refunded), "the thief refunds");
        vm.startPrank(guardian);
        program.appointStandby();
        program.resetLimits();
        vm.stopPrank();
        vm.warp(block.timestamp + ((seed >> 64) % 1 days));
        vm.assertTrue(!_tryPost(standby, LIMIT + 1), "posted beyond the limit");
        vm.assertTrue(_tryPost(standby, LIMIT), "the whole limit");
        vm.assertTrue(!_tryPost(standby, 1), "posted beyond the limit");
        vm.assertTrue(_tryRefund(standby, 3, LIMIT), "the whole limit of refunds");
        if (refunded < posted) vm.assertTrue(!_tryRefund(standby, 1, 1), "refunded beyond the limit");
        _assertSolvent(program);
    }

    function test_K5_AnIdOfAPaidSaleIsFreeOnceTheSaleIsGone(uint256 seed) external {
        uint96 amount = uint96(2 + (seed % 1e12));
        _give(stranger, amount);
        vm.prank(stranger);
        program.paySale("order", INITIAL, address(usdc), amount);
        _postPaid(_sale("order", amount, new Credit[](0)), stranger);
        _paySale("order", INITIAL, 100e6);
        vm.assertTrue(!_tryPostPaid(), "posted beside one that stands");
        uint96 part = uint96(1 + ((seed >> 128) % (amount - 1)));
        _refund("r", "order", part);
        vm.assertTrue(!_tryPostPaid(), "posted beside one of which something is left");
        _refund("q", "order", amount - part);
        vm.assertTrue(_tryPostPaid(), "the id is free");
        vm.assertTrue(!_tryPostPaid(), "posted twice");
        _assertSolvent(program);
    }

    function _tryPost(address by, uint256 amount) private returns (bool success) {
        Sale memory sale = _sale(bytes32(++_sales), amount, new Credit[](0));
        try this.postTo(by, sale, new address[](0)) {
            success = true;
        } catch {
            success = false;
        }
    }

    function _tryPostPaid() private returns (bool success) {
        Sale memory sale = _sale("order", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
        try this.postTo(attributor, sale, _payers(customer)) {
            success = true;
        } catch {
            success = false;
        }
    }

    function postTo(address by, Sale memory sale, address[] memory payers) external {
        _postTo(program, by, address(usdc), _batch(sale), payers);
    }

    function _tryRefund(address by, uint256 sale, uint256 amount) private returns (bool success) {
        Refund[] memory refunds = _refunds(bytes32(gasleft()), bytes32(sale), uint96(amount));
        vm.prank(by);
        (success, ) = address(program).call(abi.encodeCall(program.refund, (refunds, 0)));
    }
}
