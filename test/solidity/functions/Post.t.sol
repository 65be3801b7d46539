// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Credit, Line, NamedLine, Sale, Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract PostTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        bytes32 role = program.ATTRIBUTOR_ROLE();
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, operator, role)
        );
        vm.prank(operator);
        program.post(address(usdc), _batch(_one()), 0);
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _refuses(_one(), abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        vm.prank(attributor);
        program.post(stranger, _batch(_one()), 0);
    }

    function test_RevertWhen_TheCurrencyIsETHAndTheProgramTakesNone() external {
        Terms memory terms = _terms();
        terms.currencies[ETH] = address(0);
        program = _create(terms);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, ETHER));
        vm.prank(attributor);
        program.post(ETHER, _batch(_one()), 0);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, address(0)));
        vm.prank(attributor);
        program.post(address(0), _batch(_one()), 0);
    }

    function test_WhenTheBatchIsEmpty() external {
        _fund(1e6);
        vm.prank(attributor);
        program.post(address(usdc), new Sale[](0), 0);
        vm.assertEq(program.solvency()[USDC].funds, 1e6, "funds");
    }

    function test_RevertWhen_TheSaleIdIsZero() external {
        Sale memory sale = _one();
        sale.id = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_ZeroSaleId.selector));
    }

    function test_RevertGiven_TheSaleWasPostedBefore() external {
        _fund(100e6);
        _post(_one());
        _refuses(_one(), _alreadyPosted());
    }

    function test_RevertWhen_ASaleStandsTwiceInABatch() external {
        _fund(100e6);
        Sale[] memory sales = new Sale[](2);
        (sales[0], sales[1]) = (_one(), _one());
        vm.expectRevert(_alreadyPosted());
        vm.prank(attributor);
        program.post(address(usdc), sales, 0);
        (uint256 amount, , , , , ) = program.saleOf("a");
        vm.assertEq(amount, 0, "posted");
    }

    function test_RevertWhen_TheKindIsUnknown() external {
        Sale memory sale = _one();
        sale.kind = 3;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3));
    }

    function test_RevertWhen_TheAmountIsZero() external {
        Sale memory sale = _one();
        sale.amount = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
    }

    function test_RevertWhen_TheAmountIsMoreThanTheBooksCanHold() external {
        Sale memory sale = _one();
        sale.amount = 1 << 96;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, 1 << 96));
    }

    function test_RevertWhen_TheRoleIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(ANA, 4, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownRole.selector, bytes32("a"), 4));
    }

    function test_RevertWhen_AWeightIsZero() external {
        _refusesWeight(0);
    }

    function test_RevertWhen_AWeightIsMoreThan32Bits() external {
        _refusesWeight(1 << 32);
        _refusesWeight(type(uint256).max);
    }

    function test_RevertWhen_APartnerIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(4, INTEGRATION, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        sale.credits[0].partner = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 0));
    }

    function test_RevertGiven_APartnerIsSuspended() external {
        vm.prank(operator);
        program.setStatus(BEN, Status.Suspended, "");
        _refuses(
            _sale("a", 1, _credits(_credit(BEN, INTEGRATION, 1))),
            abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, BEN, Status.Suspended)
        );
    }

    function test_RevertWhen_ThereAreMoreLinesThanASaleCanHold() external {
        _fund(100e6);
        Credit[] memory credits = new Credit[](34);
        for (uint256 i = 0; i < 34; ++i) credits[i] = _credit(ANA, INTEGRATION, 1);
        _refuses(
            _sale("a", 100e6, credits),
            abi.encodeWithSelector(IProgramErrors.Program_TooManyLines.selector, 34, 33)
        );
    }

    function test_RevertGiven_TheFundsDoNotCoverLinesAndStandingLines() external {
        _fund(17e6 - 1);
        _refuses(_one(), _notFunded(17e6 - 1, 17e6));
    }

    function test_RevertGiven_TheFundsDoNotCoverTheBatch() external {
        _fund(34e6 - 1);
        Sale[] memory sales = new Sale[](2);
        (sales[0], sales[1]) = (_one(), _one());
        sales[1].id = "b";
        vm.expectRevert(_notFunded(34e6 - 1, 34e6));
        vm.prank(attributor);
        program.post(address(usdc), sales, 0);
        (uint256 amount, , , , , ) = program.saleOf("a");
        vm.assertEq(amount, 0, "posted");
    }

    function test_GivenTheFundsCoverIt() external {
        _fund(20e6);
        Line[] memory lines = new Line[](1);
        lines[0] = Line({ partner: ana, role: INTEGRATION, rate: 15 * PERCENT, amount: 15e6 });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramSales.SalePosted("a", INITIAL, address(usdc), 100e6, 2e6, lines);
        _post(_one());
        vm.assertEq(program.solvency()[USDC].funds, 3e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 20e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 2e6, "setAside");
        vm.assertEq(program.statement(ana, address(usdc), 0).earned, 15e6, "earned");
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 15e6, "held");
        _assertSolvent(program);
    }

    function test_WhenTheBatchIsLongAndMixed() external {
        _fund(10_000e6);
        Sale[] memory sales = new Sale[](12);
        NamedLine[][] memory expected = new NamedLine[][](12);
        for (uint256 i = 0; i < 12; ++i) {
            Credit[] memory credits = new Credit[](i);
            for (uint256 j = 0; j < i; ++j) credits[j] = _credit(1 + ((i + j) % 3), (i * j) % 4, 1 + j);
            sales[i] = _sale(bytes32(i + 1), 100e6 + i * 7, credits);
            sales[i].kind = i % 3;
            expected[i] = program.preview(address(usdc), sales[i]);
        }
        vm.prank(attributor);
        program.post(address(usdc), sales, 0);
        for (uint256 i = 0; i < 12; ++i) {
            vm.assertEq(abi.encode(program.saleLines(bytes32(i + 1))), abi.encode(expected[i]), "lines");
        }
        _assertSolvent(program);
    }

    function test_WhenEvidenceIsGiven() external {
        _fund(100e6);
        vm.recordLogs();
        vm.prank(attributor);
        program.post(address(usdc), _batch(_one()), "evidence");
        _assertGivenFirst("evidence");
    }

    function _one() private pure returns (Sale memory) {
        return _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
    }

    function _refusesWeight(uint256 weight) private {
        _refuses(
            _sale("a", 1, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, weight))),
            abi.encodeWithSelector(IProgramErrors.Program_InvalidWeight.selector, bytes32("a"), BEN, weight)
        );
    }

    function _refuses(Sale memory sale, bytes memory expected) private {
        vm.expectRevert(expected);
        _post(sale);
    }

    function _notFunded(uint256 funds, uint256 owed) private view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), funds, owed);
    }

    function _alreadyPosted() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_SaleAlreadyPosted.selector, bytes32("a"));
    }
}
