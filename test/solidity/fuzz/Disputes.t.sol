// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ShownSale } from "../../../contracts/interfaces/Types.sol";

/// @dev How often partners dispute, whatever is refunded between.
contract DisputesFuzzTest is DisputeBase {
    /// @dev A sale that is refunded in whole, in whatever parts, was not disputed in vain; one that is not still counts.
    function test_F16_AWholeRefundGivesTheDisputeBack(uint256 seed) external {
        _postElsewhere("a");
        _postElsewhere("b");
        _postElsewhere("c");
        _dispute(ana, "a");
        _dispute(ana, "b");
        uint256 left = 100e6;
        for (uint256 part = 1; left > 0; ++part) {
            ShownSale memory third = _shown("c");
            vm.expectPartialRevert(IProgramErrors.Program_TooManyDisputes.selector);
            vm.prank(ana);
            program.dispute(ana, third, COACH, "not mine", keccak256("evidence"));
            uint256 amount = part == 4 ? left : 1 + (uint256(keccak256(abi.encode(seed, part))) % left);
            _refund(bytes32(part), "a", uint96(amount));
            left -= amount;
        }
        _dispute(ana, "c");
    }
}
