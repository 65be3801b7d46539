// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "../../support/Vm.sol";
import { PlanHandler } from "./PlanHandler.t.sol";

/// @dev Lets the runner call the handler, and nothing else.
abstract contract PlanInvariantBase {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    PlanHandler internal _handler;

    function setUp() external {
        _handler = new PlanHandler();
        _handler.setUp();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0].addr = address(_handler);
        targets[0].selectors = _actions();
    }

    /// @dev All that the handler does; time passes, money comes and people leave more often.
    function _actions() internal view returns (bytes4[] memory selectors) {
        bytes4[27] memory all = [
            _handler.pay.selector,
            _handler.sync.selector,
            _handler.claim.selector,
            _handler.claimMany.selector,
            _handler.claimPower.selector,
            _handler.advance.selector,
            _handler.turn.selector,
            _handler.grant.selector,
            _handler.pause.selector,
            _handler.seat.selector,
            _handler.setWithholding.selector,
            _handler.move.selector,
            _handler.announce.selector,
            _handler.finishLeave.selector,
            _handler.lapse.selector,
            _handler.exit.selector,
            _handler.offer.selector,
            _handler.accept.selector,
            _handler.call.selector,
            _handler.finishCall.selector,
            _handler.warp.selector,
            _handler.warp.selector,
            _handler.warp.selector,
            _handler.pay.selector,
            _handler.sync.selector,
            _handler.announce.selector,
            _handler.finishLeave.selector
        ];
        selectors = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) selectors[i] = all[i];
    }

    function _assertHolds() internal {
        _handler.checkMoney();
        _handler.checkUnits();
        for (uint256 rule = 1; rule <= 10; ++rule) vm.assertEq(_handler.violations(rule), 0, _handler.lastViolation());
    }
}

/// @dev Each run checks all the rules of a plan's money: A1 to A10 of README.md.
contract PlanRulesTest is PlanInvariantBase {
    function invariant_PlanRules() external {
        _assertHolds();
    }
}

/// @dev The rules prove nothing about what the handler never does: rounds that are the same each time do all of it.
contract PlanReachedTest is PlanInvariantBase {
    uint256 private constant ROUNDS = 4;
    uint256 private constant STEPS = 2_000;

    mapping(string action => uint256 times) private _times;

    function test_HandlerReachesAllItsStates() external {
        bytes4[] memory actions = _actions();
        string[38] memory names = [
            "pay",
            "sync",
            "claim",
            "claim refused",
            "claim many",
            "claim treasury",
            "claim treasury refused",
            "claim tax",
            "advance",
            "advance refused",
            "turn",
            "grant",
            "grant refused",
            "pause",
            "pause refused",
            "resume",
            "seat",
            "seat refused",
            "delegate",
            "withhold",
            "withhold refused",
            "propose move",
            "cancel move",
            "finish move",
            "finish move refused",
            "resign",
            "dismiss",
            "cause",
            "withdraw leave",
            "finish leave",
            "lapse",
            "declare exit",
            "veto exit",
            "offer",
            "withdraw offer",
            "accept",
            "call",
            "finish call"
        ];
        for (uint256 round = 0; round < ROUNDS; ++round) {
            _handler = new PlanHandler();
            _handler.setUp();
            for (uint256 i = 0; i < STEPS; ++i) _step(actions, uint256(keccak256(abi.encode(round, i))));
            _handler.drain();
            _assertHolds();
            for (uint256 i = 0; i < names.length; ++i) _times[names[i]] += _handler.done(names[i]);
        }
        for (uint256 i = 0; i < names.length; ++i) vm.assertTrue(_times[names[i]] > 0, names[i]);
    }

    function _step(bytes4[] memory actions, uint256 seed) private {
        bytes memory input = abi.encode(
            keccak256(abi.encode(seed, 1)),
            keccak256(abi.encode(seed, 2)),
            keccak256(abi.encode(seed, 3))
        );
        (bool success, bytes memory answer) = address(_handler).call(
            bytes.concat(actions[seed % actions.length], input)
        );
        if (success) return;
        // Memory-safe: reads the answer and ends the call.
        assembly ("memory-safe") {
            revert(add(answer, 0x20), mload(answer))
        }
    }
}
