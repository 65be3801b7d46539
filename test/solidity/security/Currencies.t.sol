// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Outcome, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Solvency } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev Each currency by itself: what the terms name in one means nothing in another, and one that fails stops no other.
contract CurrenciesTest is AmendmentBase {
    /* F5: ONE NUMBER FOR ALL CURRENCIES */

    function test_F5_APostingLimitOfDollarsIsNoneOfEther() external {
        Terms memory terms = _terms();
        terms.rules.postingLimit = _only(USDC, 1_000e6);
        terms.rules.postingLimit[ETH] = 0.4 ether;
        _use(terms);
        _fund(2_000e6);
        _fundEther(1_000 ether);
        _postIn(ETHER, _plain("a", 0.4 ether));
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, ETHER, 0.4 ether + 1, 0.4 ether)
        );
        _postIn(ETHER, _plain("b", 1));
        _post(_plain("c", 1_000e6));
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, address(usdc), 1_000e6 + 1, 1_000e6)
        );
        _post(_plain("d", 1));
    }

    function test_F5_ABonusOfDollarsIsNoneOfEther() external {
        Terms memory terms = _terms();
        terms.outcomes = new Outcome[](2);
        terms.outcomes[0] = Outcome({ kind: RENEWAL, perPeriod: false, amounts: _only(USDC, 50e6) });
        terms.outcomes[1] = Outcome({ kind: EXPANSION, perPeriod: true, amounts: _only(USDC, 500e6) });
        _use(terms);
        _fund(1_000e6);
        _fundEther(1_000 ether);
        uint256[4] memory amounts = [uint256(50 ether), 50e6, 1, 500e6];
        for (uint256 i = 0; i < 4; ++i) {
            for (uint8 kind = RENEWAL; kind <= EXPANSION; ++kind) {
                Sale memory sale = _plain("a", amounts[i]);
                sale.kind = kind;
                _expectRefusal(
                    abi.encodeWithSelector(IProgramErrors.Program_OutcomeMismatch.selector, sale.id, amounts[i], 0)
                );
                _postIn(ETHER, sale);
            }
        }
        Sale memory bonus = _plain("b", 50e6);
        bonus.kind = RENEWAL;
        _post(bonus);
    }

    function test_F5_AMinimumPayoutOfDollarsIsNoneOfEther() external {
        Terms memory terms = _terms();
        terms.rules.minimumPayout = _only(USDC, 50e6);
        _use(terms);
        _fund(100e6);
        _fundEther(100 ether);
        Credit[] memory credits = _credits(_credit(ANA, INTEGRATION, 1));
        _postIn(ETHER, _sale("a", 100 ether, credits));
        _post(_sale("b", 100e6, credits));
        _warpToLock();
        address[] memory parties = new address[](1);
        parties[0] = ana;
        program.claimMany(parties, ETHER);
        vm.assertEq(ana.balance, 15 ether, "15 ETH, far below 50");
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "15 dollars are passed over");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "alone they are paid");
    }

    /* F7: A CURRENCY THAT FAILS */

    function test_F7_ATokenThatFailsHidesNoOther() external {
        _fund(100e6);
        _fundEther(2 ether);
        bytes[5] memory codes = _failing();
        for (uint256 i = 0; i < codes.length; ++i) {
            vm.etch(address(usdc), codes[i]);
            Solvency[] memory told = program.solvency{ gas: 2_000_000 }();
            vm.assertTrue(told[ETH].answers, "ETH");
            vm.assertEq(told[ETH].balance, 2 ether, "balance");
            vm.assertEq(told[ETH].funds, 2 ether, "funds");
            vm.assertTrue(!told[USDC].answers, "the failing token");
            vm.assertEq(told[USDC].balance, 0, "it tells nothing");
            vm.assertEq(told[USDC].uncounted, 0, "nothing more came in");
            vm.assertEq(told[USDC].owed, 100e6, "the books are there");
        }
    }

    function test_F7_ATokenThatFailsStopsNoAmendment() external {
        bytes memory whole = address(usdc).code;
        vm.etch(address(usdc), _failing()[2]);
        _propose(_lowered());
        vm.warp(FROM);
        _assertInForce(_lowered(), "amended");
        _fundEther(100 ether);
        _postIn(ETHER, _sale("a", 100 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.warp(FROM + 2 * PERIOD);
        program.claim(ana, ETHER);
        vm.assertEq(ana.balance, 10 ether, "under the amended terms");
        // Where it answers again all goes on.
        vm.etch(address(usdc), whole);
        _fund(100e6);
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertTrue(program.solvency()[USDC].answers, "it answers");
    }

    /// @dev Reverts, answers nothing, burns all gas, is gone, answers too little.
    function _failing() private pure returns (bytes[5] memory codes) {
        codes = [bytes(hex"5f5ffd"), bytes(hex"5f5ff3"), bytes(hex"fe"), bytes(hex""), bytes(hex"601f5ff3")];
    }

    /* F12, E1: TOKENS THAT CANNOT BE COUNTED */

    function test_F12_RevertGiven_ATokenOfShares() external {
        Terms memory terms = _terms();
        address token = _deploy("contracts/mocks/ShareToken.sol:ShareToken", "");
        terms.currencies[USDC] = token;
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ShareToken.selector, USDC, token));
        factory.create(terms, "", 0);
    }

    function test_E1_RevertGiven_TwoEntryPointsOfOneToken() external {
        usdc.mint(stranger, 1);
        Terms memory terms = _terms();
        address second = _deploy("contracts/mocks/SecondEntry.sol:SecondEntry", abi.encode(usdc));
        terms.currencies = _three(address(usdc), second);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_SameToken.selector, 2, second, usdc));
        factory.create(terms, "", 0);
        // Another token of as many units, and one of the same name, are others.
        terms.currencies[2] = address(_token("OTHER", 6));
        _token("OTHER", 6).mint(stranger, 1);
        factory.create(terms, "", 0);
        terms.currencies[2] = address(_token("USDC", 6));
        factory.create(terms, "", "other");
    }

    function _three(address a, address b) private pure returns (address[] memory currencies) {
        currencies = new address[](3);
        (currencies[0], currencies[1], currencies[2]) = (ETHER, a, b);
    }

    function _plain(bytes32 id, uint256 amount) private pure returns (Sale memory) {
        return _sale(id, amount, new Credit[](0));
    }

    function _use(Terms memory terms) private {
        program = _create(terms);
        _enroll(program);
    }
}
