// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { PlanSettings } from "../interfaces/EquityTypes.sol";

/// @dev Where a plan's settings lie among the immutable arguments in its code, in bytes.
uint256 constant PLAN_OPERATOR = 0; // 20 each, in the order of `PlanPower`
uint256 constant PLAN_AUTHORISED = 100; // 8
uint256 constant PLAN_RESIGN_LOSS = 108; // 3
uint256 constant PLAN_CAUSE_LOSS = 111; // 3
uint256 constant PLAN_WINDOW = 114; // 4
uint256 constant PLAN_NOTICE = 118; // 4
uint256 constant PLAN_PAUSE_LIMIT = 122; // 4
uint256 constant PLAN_CALL_WINDOW = 126; // 4
uint256 constant PLAN_MULTIPLE = 130; // 4
uint256 constant PLAN_PERIOD = 134; // 4
uint256 constant PLAN_HANDOVER = 138; // 4
uint256 constant PLAN_MOVE = 142; // 4
uint256 constant PLAN_SILENCE = 146; // 4
uint256 constant PLAN_START = 150; // 5
uint256 constant PLAN_FLAGS = 155; // 1: see below
uint256 constant PLAN_REST_CLASS = 156; // 1
uint256 constant PLAN_CLASSES = 157; // 1
uint256 constant PLAN_CURRENCIES = 158; // 1
uint256 constant PLAN_LISTS = 159; // currencies, 20 each; hurdles by currency and class, 12 each; the name

uint256 constant FLAG_REST_TO_TREASURY = 1;
uint256 constant FLAG_FLOW = 2;

/// @title A plan's settings as they lie in its code
library PackedPlan {
    using PackedTerms for bytes;

    uint256 private constant CURRENCY_SIZE = 20;
    uint256 private constant HURDLE_SIZE = 12;

    /// @notice The settings of the plan that runs this.
    function load() internal view returns (bytes memory plan) {
        return Clones.fetchCloneArgs(address(this));
    }

    function pack(PlanSettings calldata settings) internal pure returns (bytes memory plan) {
        uint256 flags = (settings.restToTreasury ? FLAG_REST_TO_TREASURY : 0) | (settings.flow ? FLAG_FLOW : 0);
        plan = bytes.concat(
            abi.encodePacked(
                settings.operator,
                settings.arbiter,
                settings.guardian,
                settings.treasury,
                settings.taxAccount,
                settings.authorised,
                settings.resignLoss,
                settings.causeLoss
            ),
            abi.encodePacked(
                settings.window,
                settings.notice,
                settings.pauseLimit,
                settings.callWindow,
                settings.multiple,
                settings.period,
                settings.handover,
                settings.move,
                settings.silence,
                settings.start
            ),
            // Safe: two bits, and lists of at most eight.
            abi.encodePacked(
                uint8(flags),
                settings.restClass,
                uint8(settings.hurdles.length),
                uint8(settings.currencies.length)
            )
        );
        for (uint256 i = 0; i < settings.currencies.length; ++i) plan = abi.encodePacked(plan, settings.currencies[i]);
        for (uint256 i = 0; i < settings.currencies.length; ++i) {
            for (uint256 class = 0; class < settings.hurdles.length; ++class)
                plan = abi.encodePacked(plan, settings.hurdles[class][i]);
        }
        return abi.encodePacked(plan, settings.name);
    }

    /// @notice The settings as they were given.
    function unpack(bytes memory plan) internal pure returns (PlanSettings memory settings) {
        _unpackPowers(plan, settings);
        _unpackTimes(plan, settings);
        uint256 count = currencyCount(plan);
        uint256 classes = plan.number(PLAN_CLASSES, 1);
        settings.currencies = new address[](count);
        settings.hurdles = new uint96[][](classes);
        for (uint256 class = 0; class < classes; ++class) settings.hurdles[class] = new uint96[](count);
        for (uint256 i = 0; i < count; ++i) {
            settings.currencies[i] = currencyAt(plan, i);
            // Safe: packed from 96 bits.
            for (uint256 class = 0; class < classes; ++class)
                settings.hurdles[class][i] = uint96(hurdle(plan, i, class));
        }
        uint256 place = PLAN_LISTS + count * (CURRENCY_SIZE + HURDLE_SIZE * classes);
        bytes memory name = new bytes(plan.length - place);
        for (uint256 i = 0; i < name.length; ++i) name[i] = plan[place + i];
        settings.name = string(name);
    }

    function _unpackPowers(bytes memory plan, PlanSettings memory settings) private pure {
        settings.operator = plan.addressAt(PLAN_OPERATOR);
        settings.arbiter = plan.addressAt(PLAN_OPERATOR + 20);
        settings.guardian = plan.addressAt(PLAN_OPERATOR + 40);
        settings.treasury = plan.addressAt(PLAN_OPERATOR + 60);
        settings.taxAccount = plan.addressAt(PLAN_OPERATOR + 80);
        // Safe, as all that follows: packed from as many bits.
        settings.authorised = uint64(plan.number(PLAN_AUTHORISED, 8));
        settings.resignLoss = uint24(plan.number(PLAN_RESIGN_LOSS, 3));
        settings.causeLoss = uint24(plan.number(PLAN_CAUSE_LOSS, 3));
        settings.restToTreasury = has(plan, FLAG_REST_TO_TREASURY);
        settings.flow = has(plan, FLAG_FLOW);
        settings.restClass = uint8(plan.number(PLAN_REST_CLASS, 1));
    }

    function _unpackTimes(bytes memory plan, PlanSettings memory settings) private pure {
        settings.window = uint32(plan.number(PLAN_WINDOW, 4));
        settings.notice = uint32(plan.number(PLAN_NOTICE, 4));
        settings.pauseLimit = uint32(plan.number(PLAN_PAUSE_LIMIT, 4));
        settings.callWindow = uint32(plan.number(PLAN_CALL_WINDOW, 4));
        settings.multiple = uint32(plan.number(PLAN_MULTIPLE, 4));
        settings.period = uint32(plan.number(PLAN_PERIOD, 4));
        settings.handover = uint32(plan.number(PLAN_HANDOVER, 4));
        settings.move = uint32(plan.number(PLAN_MOVE, 4));
        settings.silence = uint32(plan.number(PLAN_SILENCE, 4));
        settings.start = uint40(plan.number(PLAN_START, 5));
    }

    function has(bytes memory plan, uint256 flag) internal pure returns (bool) {
        return plan.number(PLAN_FLAGS, 1) & flag != 0;
    }

    function currencyCount(bytes memory plan) internal pure returns (uint256) {
        return plan.number(PLAN_CURRENCIES, 1);
    }

    function currencyAt(bytes memory plan, uint256 index) internal pure returns (address) {
        return plan.addressAt(PLAN_LISTS + CURRENCY_SIZE * index);
    }

    /// @notice In the currency's smallest unit, for each unit of the plan.
    function hurdle(bytes memory plan, uint256 index, uint256 class) internal pure returns (uint256) {
        uint256 lists = PLAN_LISTS + CURRENCY_SIZE * currencyCount(plan);
        uint256 place = index * plan.number(PLAN_CLASSES, 1) + class;
        return plan.number(lists + HURDLE_SIZE * place, HURDLE_SIZE);
    }

    /// @notice By class.
    function hurdles(bytes memory plan, uint256 index) internal pure returns (uint256[] memory list) {
        uint256 count = plan.number(PLAN_CLASSES, 1);
        list = new uint256[](count);
        // Safe: at most eight of each.
        unchecked {
            uint256 place = PLAN_LISTS + CURRENCY_SIZE * currencyCount(plan) + HURDLE_SIZE * index * count;
            for (uint256 class = 0; class < count; ++class)
                list[class] = plan.number(place + HURDLE_SIZE * class, HURDLE_SIZE);
        }
    }
}
