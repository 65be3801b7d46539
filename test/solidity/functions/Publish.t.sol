// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsPress } from "../../../contracts/interfaces/ITermsPress.sol";
import { Base } from "../Base.t.sol";
import { Terms } from "../../../contracts/interfaces/Types.sol";
import { TermsCheck } from "../../../contracts/libraries/TermsCheck.sol";

contract PublishTest is Base {
    ITermsPress private press;

    function setUp() public override {
        super.setUp();
        press = factory.press();
    }

    function test_RevertWhen_TheTermsAreMalformed() external {
        Terms memory terms = _terms();
        terms.operator = address(0);
        vm.expectRevert(abi.encodeWithSelector(TermsCheck.Terms_ZeroAddress.selector, "operator", 0));
        press.publish(terms, 0);
    }

    function test_WhenThePageIsNotPublishedYet() external {
        uint256 state = vm.snapshotState();
        uint256 alone = _gasOfCreation();
        vm.revertToState(state);
        vm.prank(stranger);
        press.publish(_newTerms(), 0);
        vm.assertLt(_gasOfCreation(), alone, "gas");
        vm.assertEq(abi.encode(program.terms()), abi.encode(_newTerms()), "terms");
    }

    function test_WhenThePageIsPublishedAlready() external {
        press.publish(_newTerms(), 0);
        press.publish(_newTerms(), 0);
        program = _create(_newTerms());
        press.publish(_newTerms(), 0);
        vm.assertEq(abi.encode(program.terms()), abi.encode(_newTerms()), "terms");
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
