// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramFunding } from "../../../contracts/interfaces/IProgramFunding.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract SyncTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.sync(stranger);
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        usdc.mint(address(program), 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
        program.sync(address(usdc));
    }

    function test_RevertGiven_NothingIsUncounted() external {
        _pay(INITIAL, 100e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingToSync.selector, address(usdc)));
        program.sync(address(usdc));
    }

    function test_GivenTokensArrivedByPlainTransfer() external {
        _fund(5e6);
        _paySale("a", RENEWAL, 7e6);
        _pay(RENEWAL, 11e6);
        usdc.mint(address(program), 13e6);
        vm.assertEq(program.solvency()[USDC].uncounted, 13e6, "uncounted");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramFunding.Synced(address(usdc), 13e6);
        vm.assertEq(program.sync(address(usdc)), 13e6, "synced");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 13e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), RENEWAL, START).revenue, 11e6, "other kind");
        vm.assertEq(program.solvency()[USDC].owed, 36e6, "owed");
        vm.assertEq(program.solvency()[USDC].funds, 5e6, "funds");
    }

    function test_GivenETHWasForcedIn() external {
        vm.deal(address(program), 1 ether);
        vm.assertEq(program.sync(ETHER), 1 ether, "synced");
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).revenue, 1 ether, "revenue");
        vm.assertEq(program.solvency()[ETH].owed, 1 ether, "owed");
    }
}
