// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev What each operation costs inside a call, in steady state. `test/integration/equityGas.test.ts` measures whole transactions.
contract PlanGasTest is PlanBase {
    function setUp() public override {
        super.setUp();
        PlanSettings memory settings = _settings();
        settings.callWindow = 0;
        settings.restToTreasury = true;
        settings.authorised = 1_000_000;
        plan = _create(settings);
    }

    function test_Sync() external {
        _grantMany(3);
        uint256 few = _measureSync("sync a token");
        uint256 fewEther = _measureSyncEther("sync ETH");
        _grantMany(997);
        vm.assertEq(_measureSync("sync a token, 1,000 grants"), few, "flat in grants");
        vm.assertEq(_measureSyncEther("sync ETH, 1,000 grants"), fewEther, "flat in grants, ETH");
    }

    function test_SyncWithEightClasses() external {
        PlanSettings memory settings = plan.settings();
        settings.hurdles = new uint96[][](8);
        for (uint256 class = 0; class < 8; ++class) {
            settings.hurdles[class] = new uint96[](2);
            settings.hurdles[class][0] = uint96(class * 1e6);
            settings.hurdles[class][1] = uint96(class * 1e6);
        }
        plan = _create(settings);
        for (uint8 class = 0; class < 8; ++class) {
            NewGrant memory terms = _vested(ana, 1_000);
            terms.class = class;
            _grant(terms);
        }
        _receive(1e6);
        usdc.mint(address(plan), 10_000_000e6);
        plan.sync(address(usdc));
        vm.snapshotGasLastCall("EquityPlan", "sync, all of 8 classes crossed");
        _measureSync("sync a token, 8 classes");
    }

    function test_Claims() external {
        _grantMany(52);
        _receive(1_000e6);
        _receiveEther(1 ether);
        _claimAll();
        _receive(1_000e6);
        _receiveEther(1 ether);
        plan.claim(51, ETHER);
        vm.snapshotGasLastCall("EquityPlan", "claim ETH");
        plan.claim(51, address(usdc));
        vm.snapshotGasLastCall("EquityPlan", "claim a token");
        uint256[] memory ids = new uint256[](50);
        for (uint256 i = 0; i < 50; ++i) ids[i] = i + 1;
        plan.claimMany(ids, address(usdc));
        vm.snapshotGasLastCall("EquityPlan", "claimMany of 50, a token");
        plan.claimMany(ids, ETHER);
        vm.snapshotGasLastCall("EquityPlan", "claimMany of 50, ETH");
    }

    function test_Grants() external {
        _grantMany(2);
        _receive(1_000e6);
        _receiveEther(1 ether);
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(stranger, 100);
        vm.prank(operator);
        plan.grant(list);
        vm.snapshotGasLastCall("EquityPlan", "grant that votes at once");
        list[0] = _fourYears(stranger, 100);
        vm.prank(operator);
        plan.grant(list);
        vm.snapshotGasLastCall("EquityPlan", "grant with a cliff");
        vm.warp(block.timestamp + 365 days);
        plan.seat(4);
        vm.snapshotGasLastCall("EquityPlan", "seat");
    }

    function _measureSync(string memory name) private returns (uint256 gas) {
        _receive(1_000e6);
        usdc.mint(address(plan), 1_000e6);
        plan.sync(address(usdc));
        gas = vm.snapshotGasLastCall("EquityPlan", name);
    }

    function _measureSyncEther(string memory name) private returns (uint256 gas) {
        _receiveEther(1 ether);
        vm.deal(address(plan), address(plan).balance + 1 ether);
        plan.sync(ETHER);
        gas = vm.snapshotGasLastCall("EquityPlan", name);
    }

    function _claimAll() private {
        for (uint256 id = 1; id <= 52; ++id) {
            plan.claim(id, ETHER);
            plan.claim(id, address(usdc));
        }
    }

    function _grantMany(uint256 count) private {
        for (uint256 i = 0; i < count; ++i) _grant(_vested(_holder(i), 100));
    }

    function _holder(uint256 i) private pure returns (address) {
        return address(uint160(0xAAAA0000 + i));
    }
}
