// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Base } from "../Base.t.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";

contract PredictTest is Base {
    function test_RevertWhen_TheTermsAreMalformed() external {
        Terms memory terms = _terms();
        terms.treasury = address(0);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ZeroAddress.selector, "treasury", 0));
        factory.predict(terms, "", 0, operator);
    }

    function test_WhenAnythingDiffers() external view {
        Terms memory other = _terms();
        other.ceiling -= 1;
        address[5] memory all = [
            address(program),
            factory.predict(_terms(), "ipfs://terms", "salt", stranger),
            factory.predict(_terms(), "ipfs://other", "salt", operator),
            factory.predict(_terms(), "ipfs://terms", "pepper", operator),
            factory.predict(other, "ipfs://terms", "salt", operator)
        ];
        for (uint256 i = 0; i < 5; ++i) {
            for (uint256 j = 0; j < i; ++j) vm.assertTrue(all[i] != all[j], "two addresses are the same");
        }
    }

    function test_WhenTheProgramIsThereAlready() external view {
        vm.assertEq(factory.predict(_terms(), "ipfs://terms", "salt", operator), address(program), "address");
    }
}
