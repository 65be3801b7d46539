// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Errors } from "@openzeppelin/contracts/utils/Errors.sol";
import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { Vm } from "../support/Vm.sol";
import { IProgramCreation } from "../../../contracts/interfaces/IProgramCreation.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { IProgramFactory } from "../../../contracts/interfaces/IProgramFactory.sol";
import { Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { assertGas } from "../support/GasBounds.sol";

contract CreateTest is Base {
    function test_RevertWhen_TheTermsAreMalformed() external {
        Terms memory terms = _terms();
        terms.period = 1 days - 1;
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_Invalid.selector, "period", 0, 1 days - 1));
        factory.create(terms, "", 0);
    }

    function test_RevertWhen_TheTermsCouldPayOverTheirCeiling() external {
        Terms memory terms = _terms();
        terms.ceiling = 847_000 - 1;
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_PaysOverCeiling.selector, EXPANSION, 847_000, 847_000 - 1)
        );
        factory.create(terms, "", 0);
        terms.ceiling = 847_000;
        factory.create(terms, "", 0);
    }

    function test_RevertWhen_TheTermsDoNotFitIntoAProgramsCode() external {
        Terms memory terms = _terms();
        terms.standing = new StandingLine[](93);
        for (uint256 i = 0; i < 93; ++i) terms.standing[i] = _line(_text(255), moderators, 1);
        (bool success, bytes memory answer) = address(factory).call(abi.encodeCall(factory.create, (terms, "", 0)));
        vm.assertEq(success, false, "success");
        vm.assertTrue(answer.length >= 4, "a named error");
    }

    /// @dev The terms begin at the second argument: the place of their name is the place of the URI too.
    function test_WhenTheArgumentsOverlap() external {
        vm.recordLogs();
        (bool success, bytes memory answer) = address(factory).call(
            abi.encodePacked(factory.create.selector, abi.encode(_terms()), new bytes(4_000))
        );
        vm.assertTrue(success, "created");
        Terms memory terms = IDeployedProgram(payable(abi.decode(answer, (address)))).terms();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        Vm.Log memory created = logs[logs.length - 1];
        (string memory name, ) = abi.decode(created.data, (string, string));
        vm.assertEq(name, terms.name, "the name that is told");
        vm.assertEq(created.topics[3], keccak256(abi.encode(terms)), "the hash that is told");
    }

    function test_RevertWhen_TheSameCallerRepeatsTermsURIAndSalt() external {
        vm.expectRevert(abi.encodeWithSelector(Errors.FailedDeployment.selector));
        _create(_terms());
    }

    function test_WhenTheTermsAreSound() external {
        Terms memory terms = _terms();
        bytes32 hash = keccak256(abi.encode(terms));
        address expected = factory.predict(terms, "ipfs://x", "1", operator);
        vm.expectEmit(true, true, true, true, expected);
        emit IProgramCreation.TermsAgreed(hash, terms.name, "ipfs://x");
        vm.expectEmit(true, true, true, true, address(factory));
        emit IProgramFactory.ProgramCreated(expected, operator, hash, terms.name, "ipfs://x");
        vm.prank(operator);
        program = IDeployedProgram(payable(factory.create(terms, "ipfs://x", "1")));
        vm.assertEq(address(program), expected, "address");
        vm.assertEq(program.termsHash(), hash, "hash");
        vm.assertEq(abi.encode(program.terms()), abi.encode(terms), "terms");
        (address first, address second, address third, address fourth, address fifth) = program.holders();
        vm.assertEq(first, operator, "operator");
        vm.assertEq(second, attributor, "attributor");
        vm.assertEq(third, standby, "standby");
        vm.assertEq(fourth, arbiter, "arbiter");
        vm.assertEq(fifth, guardian, "guardian");
    }

    function test_WhenAnotherCallerUsesTheSameTermsURIAndSalt() external {
        vm.prank(stranger);
        address other = factory.create(_terms(), "ipfs://terms", "salt");
        vm.assertTrue(other != address(program), "address");
        vm.assertEq(other, factory.predict(_terms(), "ipfs://terms", "salt", stranger), "prediction");
    }

    function test_GivenThePagesOfStandingLinesAreThereAlready() external {
        Terms memory terms = _terms();
        terms.name = "same lines, other name";
        uint256 before = gasleft();
        program = _create(terms);
        uint256 first = before - gasleft();
        terms.standing[MODERATORS].rates[0] = 1;
        before = gasleft();
        _create(terms);
        assertGas(first, before - gasleft(), "reusing a page costs less");
        vm.assertEq(program.terms().standing[TECH].holder, tech, "line");
    }

    function test_Given400StandingLines() external {
        assertGas(_createWithLines(400), 16_777_216, "gas of the transaction");
    }

    function test_Given1000StandingLines() external {
        _createWithLines(1_000);
    }

    function test_GivenASaasProgram() external {
        Terms memory terms = _terms();
        terms.roles = new Role[](3);
        terms.roles[0] = _role("integration", 15 * PERCENT);
        terms.roles[1] = _role("coach", 20 * PERCENT);
        terms.roles[2] = _role("affiliate", 20 * PERCENT);
        bytes memory call = abi.encodeCall(factory.create, (terms, "ipfs://terms", 0));
        uint256 before = gasleft();
        (bool success, ) = address(factory).call(call);
        vm.assertTrue(success, "created");
        assertGas(before - gasleft(), 700_000, "gas");
    }

    /// @return gas What a transaction would cost, calldata and all.
    function _createWithLines(uint160 lines) private returns (uint256 gas) {
        Terms memory terms = _terms();
        terms.standing = new StandingLine[](lines);
        for (uint160 i = 0; i < lines; ++i) {
            terms.standing[i] = _line("l", address(i + 1), uint24(1 + (i % 100)));
            if (i % 2 == 0) terms.standing[i].rates = _three(uint24(i % 100), 50, 0);
        }
        bytes memory call = abi.encodeCall(factory.create, (terms, "", 0));
        gas = 21_000;
        for (uint256 i = 0; i < call.length; ++i) gas += call[i] == 0 ? 4 : 16;
        uint256 before = gasleft();
        (bool success, bytes memory answer) = address(factory).call(call);
        gas += before - gasleft();
        vm.assertTrue(success, "created");
        program = IDeployedProgram(payable(abi.decode(answer, (address))));
        vm.assertEq(keccak256(abi.encode(program.terms())), program.termsHash(), "terms");
        vm.assertEq(program.termsHash(), keccak256(abi.encode(terms)), "hash");
    }

    function _text(uint256 length) private pure returns (string memory) {
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) text[i] = "x";
        return string(text);
    }
}
