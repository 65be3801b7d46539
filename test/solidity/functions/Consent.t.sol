// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { IProgramAmendments } from "../../../contracts/interfaces/IProgramAmendments.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";

contract ConsentTest is AmendmentBase {
    function test_RevertGiven_NothingWaits() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _consent(tech, TECH, 0);
        bytes32 hash = _propose(_lowered());
        vm.warp(FROM);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _consent(tech, TECH, hash);
    }

    function test_RevertGiven_ItsStartIsOver() external {
        bytes32 hash = _propose(_replaced());
        vm.warp(FROM);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooLate.selector, FROM));
        _consent(tech, TECH, hash);
        vm.warp(FROM - 1);
        _consent(tech, TECH, hash);
    }

    function test_RevertWhen_OtherTermsAreMeant() external {
        bytes32 hash = _propose(_replaced());
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_OtherTerms.selector, bytes32("x"), hash));
        _consent(tech, TECH, "x");
    }

    function test_RevertWhen_TheLineIsUnknown() external {
        bytes32 hash = _propose(_replaced());
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        _consent(tech, 2, hash);
    }

    function test_RevertWhen_TheCallerIsNotTheHolder() external {
        bytes32 hash = _propose(_replaced());
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, operator));
        _consent(operator, TECH, hash);
    }

    function test_RevertWhen_TheLineDoesNotChange() external {
        bytes32 hash = _propose(_replaced());
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, MODERATORS));
        _consent(moderators, MODERATORS, hash);
    }

    function test_RevertGiven_TheHolderHasConsented() external {
        Terms memory terms = _replaced();
        terms.standing[MODERATORS].ends = FROM;
        bytes32 hash = _propose(terms);
        _consent(tech, TECH, hash);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, TECH));
        _consent(tech, TECH, hash);
        vm.assertEq(program.amendment().consents, 1, "the other's consent is missing");
    }

    function test_WhenTheHolderConsents() external {
        Terms memory terms = _replaced();
        bytes32 hash = _propose(terms);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramAmendments.ConsentGiven(TECH, tech, hash);
        _consent(tech, TECH, hash);
        vm.assertEq(program.amendment().consents, 0, "consents");
        vm.warp(FROM - 1);
        _assertInForce(_terms(), "a second before");
        vm.warp(FROM);
        _assertInForce(terms, "in force");
    }

    function test_GivenAConsentIsMissingAtTheStart() external {
        Terms memory terms = _replaced();
        terms.standing[MODERATORS].ends = FROM;
        bytes32 hash = _propose(terms);
        _consent(tech, TECH, hash);
        vm.warp(FROM + 10 * PERIOD);
        _assertInForce(_terms(), "lapsed");
    }

    /// @dev A consent is to one proposal, not to its terms for ever.
    function test_GivenTheSameTermsAreProposedAgain() external {
        bytes32 hash = _propose(_replaced());
        _consent(tech, TECH, hash);
        vm.prank(operator);
        program.withdrawAmendment();
        _propose(_replaced());
        vm.assertEq(program.amendment().consents, 1, "needed again");
        vm.warp(FROM);
        _assertInForce(_terms(), "lapsed");
    }
}
