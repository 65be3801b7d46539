// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave } from "../../../contracts/interfaces/EquityTypes.sol";
import { Clock, Extra, Head } from "../../../contracts/libraries/GrantWords.sol";
import { Vm } from "../support/Vm.sol";

/// @dev Whatever a grant's words hold, each change is of its field alone.
contract GrantWordsTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function testFuzz_AHeadChangesOneFieldAtATime(uint256 word, address to, uint64 lost, uint8 flag) external pure {
        Head head = Head.wrap(word);
        Head moved = head.move(to);
        vm.assertEq(moved.holder(), to, "its holder");
        _assertKept(word, Head.unwrap(moved), type(uint160).max);
        lost = uint64(head.units() & lost);
        Head less = head.drop(lost);
        vm.assertEq(less.units(), head.units() - lost, "its units");
        _assertKept(word, Head.unwrap(less), uint256(type(uint64).max) << 160);
        uint256 one = 1 << (flag % 7);
        vm.assertTrue(head.with(one).has(one), "has it");
        vm.assertTrue(!head.without(one).has(one), "has it not");
        _assertKept(word, Head.unwrap(head.with(one)), one << 232);
        _assertKept(word, Head.unwrap(head.without(one)), one << 232);
    }

    function testFuzz_AClockChangesOneFieldAtATime(uint256 word, uint40 time, uint32 shift) external pure {
        Clock running = Clock.wrap(word).run(shift);
        vm.assertEq(running.shift(), shift, "how long it stood still");
        vm.assertEq(running.stopped(), 0, "it runs");
        _assertKept(word, Clock.unwrap(running), uint256(type(uint72).max) << 136);
        Clock stopped = running.stop(time);
        vm.assertEq(stopped.stopped(), time, "it stands still");
        _assertKept(Clock.unwrap(running), Clock.unwrap(stopped), uint256(type(uint40).max) << 136);
    }

    function testFuzz_TheRestChangesOneFieldAtATime(
        uint256 word,
        uint24 rate,
        uint8 kind,
        uint40 time,
        uint64 units
    ) external pure {
        Extra extra = Extra.wrap(word);
        vm.assertEq(extra.withhold(rate).withholding(), rate, "what is withheld");
        _assertKept(word, Extra.unwrap(extra.withhold(rate)), type(uint24).max);
        Leave way = Leave(kind % 4);
        Extra left = extra.leaveOn(way, time);
        vm.assertEq(uint256(left.kind()), uint256(way), "how it leaves");
        vm.assertEq(left.leaveAt(), time, "when it leaves");
        _assertKept(word, Extra.unwrap(left), uint256(type(uint48).max) << 24);
        vm.assertEq(extra.wait(units).contingent(), units, "what waits");
        _assertKept(word, Extra.unwrap(extra.wait(units)), uint256(type(uint64).max) << 72);
        Extra called = extra.call(time);
        vm.assertEq(uint40(called.calledUntil()), time, "until when it is called");
        _assertKept(word, Extra.unwrap(called), uint256(type(uint40).max) << 136);
    }

    /// @dev All but one field is as it was.
    function _assertKept(uint256 before, uint256 afterwards, uint256 field) private pure {
        vm.assertEq(afterwards & ~field, before & ~field, "nothing else");
    }
}
