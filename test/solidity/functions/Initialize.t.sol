// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { Terms } from "../../../contracts/interfaces/Types.sol";

contract InitializeTest is Base {
    function test_RevertGiven_TheProgramIsInitialised() external {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        vm.prank(operator);
        program.initialize("again");
    }

    function test_WhenCalledOnTheProgramsCodeItself() external {
        _tryToSeize(factory.implementation());
    }

    function test_WhenCalledOnAPartOfTheCode() external {
        _tryToSeize(program.desk());
        _tryToSeize(program.sales());
    }

    /// @dev Whatever comes of it there, the programs that run this code are as before.
    function _tryToSeize(address code) private {
        vm.startPrank(stranger);
        (bool done, ) = code.call(abi.encodeCall(IDeployedProgram.initialize, ("mine")));
        vm.stopPrank();
        vm.assertTrue(!done, "initialised");
        vm.assertTrue(code.code.length > 0, "code is gone");
        vm.assertTrue(!program.hasRole(program.OPERATOR_ROLE(), stranger), "power over the program");
        Terms memory terms = _terms();
        terms.name = string(abi.encodePacked("next after ", code));
        IDeployedProgram next = _create(terms);
        vm.assertTrue(next.hasRole(next.OPERATOR_ROLE(), operator), "operator of the next program");
        vm.assertTrue(!next.hasRole(next.OPERATOR_ROLE(), stranger), "power over the next program");
    }
}
