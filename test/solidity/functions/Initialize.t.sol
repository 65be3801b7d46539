// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC1967Utils } from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { IProgramCreation } from "../../../contracts/interfaces/IProgramCreation.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Membership, Partner, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL } from "../../../contracts/libraries/Constants.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract InitializeTest is Base {
    function test_RevertGiven_TheProgramIsInitialised() external {
        vm.expectRevert(abi.encodeWithSelector(Initializable.InvalidInitialization.selector));
        vm.prank(operator);
        program.initialize("again");
    }

    function test_GivenTheTermsHavePools() external {
        Terms memory terms = _bareTerms();
        terms.rules.acceptance = true;
        terms.pools = new Pool[](3);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        terms.pools[1] = Pool({ name: "research", holder: tech });
        terms.pools[2] = Pool({ name: "again", holder: stranger });
        vm.warp(START + 5 * PERIOD + 1);
        address expected = factory.predict(terms, "ipfs://terms", "salt", operator);
        vm.expectEmit(true, true, true, true, expected);
        emit IProgramPartners.PartnerEnrolled(FIRST_POOL, stranger, "community", 0, START, 0);
        vm.expectEmit(true, true, true, true, expected);
        emit IProgramPartners.PartnerEnrolled(FIRST_POOL + 1, tech, "research", 0, START, 0);
        program = _create(terms);
        vm.assertEq(address(program), expected, "program");
        Partner memory pool = program.partnerAt(FIRST_POOL + 1);
        vm.assertEq(pool.wallet, tech, "holder");
        vm.assertEq(pool.joined, START, "joined");
        vm.assertTrue(pool.status == Status.Active, "active");
        Membership memory own = program.membershipOf(stranger);
        vm.assertEq(own.number, FIRST_POOL, "one holder, one membership");
        vm.assertEq(program.partnerAt(FIRST_POOL + 2).wallet, stranger, "of both its pools");
        vm.assertEq(own.period, 4, "period");
        vm.assertTrue(own.accepted, "has nothing to accept");
        (uint256 enrolled, uint256 active) = program.partnerCount();
        vm.assertEq(enrolled + active, 0, "a pool is no partner of the network");
    }

    function test_WhenAProgramIsCreated() external {
        bytes32 slot = ERC1967Utils.IMPLEMENTATION_SLOT;
        vm.assertEq(vm.load(address(program), slot), bytes32(uint256(uint160(factory.implementation()))), "slot");
        // Nobody goes by it: whatever stood there, the same code would run.
        vm.store(address(program), slot, bytes32(uint256(uint160(stranger))));
        vm.assertEq(program.viewsModule(), IDeployedProgram(payable(factory.implementation())).viewsModule(), "module");
    }

    function test_WhenCalledOnTheProgramsCodeItself() external {
        _tryToSeize(factory.implementation());
    }

    function test_WhenCalledOnAModule() external {
        _tryToSeize(program.viewsModule());
        _tryToSeize(program.salesModule());
    }

    /// @dev Whatever comes of it there, the programs that run this code are as before.
    function _tryToSeize(address code) private {
        vm.startPrank(stranger);
        (bool done, ) = code.call(abi.encodeCall(IProgramCreation.initialize, ("mine")));
        vm.stopPrank();
        vm.assertTrue(!done, "initialised");
        vm.assertTrue(code.code.length > 0, "code is gone");
        vm.assertEq(_operatorOf(program), operator, "power over the program");
        Terms memory terms = _terms();
        terms.name = string(abi.encodePacked("next after ", code));
        IDeployedProgram next = _create(terms);
        vm.assertEq(_operatorOf(next), operator, "power over the next program");
    }

    function _operatorOf(IDeployedProgram which) private view returns (address) {
        return which.powerState(Power.Operator).holder;
    }
}
