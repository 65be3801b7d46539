// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev At most 1,000 in a period and currency.
contract PostingLimitTest is PricingBase {
    function setUp() public override {
        super.setUp();
        Terms memory terms = _terms();
        terms.rules.postingLimit = _each(1_000e6);
        _use(terms);
        _fund(10_000e6);
    }

    function test_WhenTheLimitIsReached() external {
        _post(_plain("a", 999_999_999));
        _expectLimit(1_000e6 + 1);
        _post(_plain("b", 2));
        _post(_plain("b", 1));
        _expectLimit(1_000e6 + 1);
        _post(_plain("c", 1));
    }

    function test_RevertWhen_OneBatchIsOverTheLimit() external {
        Sale[] memory sales = new Sale[](3);
        sales[0] = _plain("a", 500e6);
        sales[1] = _plain("b", 500e6);
        sales[2] = _plain("c", 7);
        _expectLimit(1_000e6 + 7);
        _postAll(sales);
    }

    function test_WhenSalesWerePaidOnChain() external {
        _post(_plain("a", 400e6));
        _paySale("b", INITIAL, 600e6);
        _postPaid(_plain("b", 600e6));
        _paySale("c", INITIAL, 1);
        _expectLimit(1_000e6 + 1);
        _postPaid(_plain("c", 1));
    }

    function test_GivenASaleWasRefunded() external {
        _post(_plain("a", 1_000e6));
        _refund("r", "a", 1_000e6);
        _expectLimit(1_000e6 + 1);
        _post(_plain("b", 1));
    }

    function test_GivenAnotherPeriodBegan() external {
        _post(_plain("a", 1_000e6));
        vm.warp(START + PERIOD - 1);
        _expectLimit(1_000e6 + 1);
        _post(_plain("b", 1));
        vm.warp(START + PERIOD);
        _post(_plain("b", 1_000e6));
        _expectLimit(1_000e6 + 1);
        _post(_plain("c", 1));
    }

    function test_GivenAnotherCurrency() external {
        _post(_plain("a", 1_000e6));
        _fundEther(1_000 ether);
        _postIn(ETHER, _plain("b", 1_000 ether));
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, ETHER, 1_000 ether + 1, 1_000 ether)
        );
        _postIn(ETHER, _plain("c", 1));
    }

    function test_WhenRevenueIsPaidIn() external {
        _pay(INITIAL, 5_000e6);
        _post(_plain("a", 1_000e6));
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 6_000e6, "revenue");
    }

    function _plain(bytes32 id, uint256 amount) private pure returns (Sale memory) {
        return _sale(id, amount, new Credit[](0));
    }

    function _expectLimit(uint256 posted) private {
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, address(usdc), posted, 1_000e6)
        );
    }
}
