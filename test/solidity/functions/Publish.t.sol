// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Create2 } from "@openzeppelin/contracts/utils/Create2.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { ITermsValidator } from "../../../contracts/interfaces/ITermsValidator.sol";
import { Base } from "../Base.t.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DATA_CREATION } from "../../../contracts/libraries/Constants.sol";
import { assertGas } from "../support/GasBounds.sol";

contract PublishTest is Base {
    ITermsValidator private validator;

    function setUp() public override {
        super.setUp();
        validator = factory.validator();
    }

    function test_RevertWhen_TheTermsAreMalformed() external {
        Terms memory terms = _terms();
        terms.operator = address(0);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ZeroAddress.selector, "operator", 0));
        validator.publish(terms, 0);
    }

    function test_WhenThePageIsNotPublishedYet() external {
        uint256 state = vm.snapshotState();
        uint256 alone = _gasOfCreation();
        vm.revertToState(state);
        vm.prank(stranger);
        validator.publish(_newTerms(), 0);
        assertGas(_gasOfCreation(), alone, "gas");
        vm.assertEq(abi.encode(program.terms()), abi.encode(_newTerms()), "terms");
    }

    function test_WhenThePageIsPublishedAlready() external {
        validator.publish(_newTerms(), 0);
        validator.publish(_newTerms(), 0);
        program = _create(_newTerms());
        validator.publish(_newTerms(), 0);
        vm.assertEq(abi.encode(program.terms()), abi.encode(_newTerms()), "terms");
    }

    function test_WhenLinesHaveTheSameRates() external {
        Terms memory terms = _terms();
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line("a", ana, 12_345);
        terms.standing[1] = _line("b", ben, 12_345);
        validator.publish(terms, 0);
        // Each record ends with the place of its table, behind both, and the table's length. A STOP comes before all.
        bytes memory records = abi.encodePacked(
            abi.encodePacked(ana, uint16(7), START, uint40(0), uint16(70), uint8(1)),
            abi.encodePacked(ben, uint16(7), START, uint40(0), uint16(70), uint8(1))
        );
        bytes memory page = abi.encodePacked(DATA_CREATION, records, uint24(12_345));
        address source = Create2.computeAddress(0, keccak256(page), address(validator));
        vm.assertEq(source.code.length, 1 + 2 * 35 + 3, "length");
    }

    function _gasOfCreation() private returns (uint256) {
        Terms memory terms = _newTerms();
        uint256 before = gasleft();
        program = _create(terms);
        return before - gasleft();
    }

    function _newTerms() private view returns (Terms memory terms) {
        terms = _terms();
        terms.standing[MODERATORS].rates[0] = 12_345;
    }
}
