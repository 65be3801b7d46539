// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";

contract PreviewTest is Base {
    function test_RevertWhen_TheSaleCannotBePosted() external {
        _refuses(_sale("a", 0, new Credit[](0)), abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        _refuses(
            _sale("a", 1, _credits(_credit(9, INTEGRATION, 1))),
            abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 9)
        );
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _refuses(
            _sale("a", 1, new Credit[](0)),
            abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1)
        );
    }

    function test_WhenAStandingLineStartsOrEnds() external {
        uint256 starts = START + 10 days;
        vm.warp(starts - 1);
        vm.assertEq(_lines().length, 2, "before its start");
        vm.warp(starts);
        vm.assertEq(_lines().length, 3, "from its start");
        vm.assertEq(_lines()[1].source, "tech", "source");
        vm.assertEq(_lines()[1].party, tech, "party");
        vm.assertEq(_lines()[1].amount, 30e6, "first year");
        vm.warp(starts + 365 days - 1);
        vm.assertEq(_lines()[1].amount, 30e6, "last second of the first year");
        vm.warp(starts + 365 days);
        vm.assertEq(_lines()[1].amount, 20e6, "second year");
        vm.warp(starts + 3 * 365 days - 1);
        vm.assertEq(_lines()[1].amount, 10e6, "last second");
        vm.warp(starts + 3 * 365 days);
        vm.assertEq(_lines().length, 2, "from its end");
    }

    function test_WhenTheSaleWasPostedAlready() external {
        _fund(100e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        vm.warp(START + 10 days);
        vm.assertEq(_lines().length, 3, "now");
        vm.assertEq(_saleLines("a").length, 2, "then");
    }

    function test_Given1000StandingLines() external {
        Terms memory terms = _terms();
        terms.standing = new StandingLine[](1_000);
        for (uint160 i = 0; i < 1_000; ++i) terms.standing[i] = _line("h", address(i + 1_000), 100);
        program = _create(terms);
        bytes memory packed = _pack(program, _batch(_sale("a", 100e6, new Credit[](0))), new address[](0));
        uint256 before = gasleft();
        NamedLine[] memory lines = program.preview(address(usdc), packed);
        assertGas(before - gasleft(), 16_777_216, "gas of a call");
        vm.assertEq(lines.length, 1_001, "lines");
        vm.assertEq(lines[999].party, address(1_999), "last holder");
        vm.assertEq(lines[1_000].amount, 90e6, "residual");
    }

    function _lines() private view returns (NamedLine[] memory) {
        return _preview(_sale("a", 100e6, new Credit[](0)));
    }

    function _refuses(Sale memory sale, bytes memory expected) private {
        bytes memory packed = _pack(program, _batch(sale), new address[](0));
        vm.expectRevert(expected);
        program.preview(address(usdc), packed);
    }
}
