// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvariantBase } from "./InvariantBase.sol";
import { Handler } from "./handlers/Handler.t.sol";

/// @dev The rules prove nothing about what the handlers never do: rounds that are the same each time do all of it.
contract ReachedTest is InvariantBase {
    uint256 private constant ROUNDS = 48;
    uint256 private constant STEPS = 500;

    mapping(string action => uint256 times) private _times;

    function test_HandlersReachAllTheirStates() external {
        bytes4[] memory actions = _actions();
        string[] memory names = _names();
        for (uint256 round = 0; round < ROUNDS; ++round) {
            _handler = new Handler();
            _handler.setUp();
            for (uint256 i = 0; i < STEPS; ++i) _step(actions, uint256(keccak256(abi.encode(round, i))));
            _handler.drain();
            // The end counts too: what backs a line is left over where it has ended and all is settled up to then.
            for (uint256 i = 0; i < names.length; ++i) _times[names[i]] += _handler.done(names[i]);
            _handler.assertDrained();
            for (uint256 rule = 1; rule <= 10; ++rule) _assertHolds(rule);
        }
        for (uint256 i = 0; i < names.length; ++i) vm.assertTrue(_times[names[i]] > 0, names[i]);
    }

    function _step(bytes4[] memory actions, uint256 seed) private {
        bytes memory input = abi.encode(
            keccak256(abi.encode(seed, 1)),
            keccak256(abi.encode(seed, 2)),
            keccak256(abi.encode(seed, 3))
        );
        (bool success, ) = address(_handler).call(bytes.concat(actions[seed % actions.length], input));
        vm.assertTrue(success, "a handler reverted");
        vm.assertTrue(_handler.isSolvent(), "a balance differs from what came in less what went out");
    }

    /// @dev All that the handlers note with `_did`.
    function _names() private pure returns (string[] memory names) {
        bytes memory all = bytes(
            "pay,send ether,sync,fund,withdraw funds,add reserve,reserve refused,withdraw reserve,announce withdrawal,withdraw milestones' reserve,pay sale,second payer,post,bad sale refused,"
            "unfunded sale refused,post paid,repost refused,release payment,payment back,batch,open lane,lane refused,window,"
            "window refused,post again,second sale refused,duplicate void,duplicate frozen,no duplicate refused,fold,referral,pool,share of a missing role,outcome,"
            "refund,refund frozen,refund skipped,old words skipped,dispute,dispute refused,uphold,void,void after the lock,reattribute,close dispute,"
            "settle after the lock,accept,leave,return,suspend,reinstate,set tier,graduate,graduation refused,milestone,milestone waits,milestone paid later,"
            "milestone refused,milestone again refused,set withholding,withhold,set recovery,cancel recovery,recovery in force,propose move,move lapsed,"
            "propose move by recovery,cancel move,finish move,agree exit,exit by both,offer buyout,default price,"
            "withdraw buyout,accept buyout,give notice,withdraw notice,suspend line,end for breach,resume line,cap,threshold,"
            "guarantee from the residual,guarantee from the reserve,arrears,arrears paid,propose amendment,"
            "guarantee asked,bad amendment refused,second amendment refused,consent,consent refused,second consent refused,"
            "withdraw amendment,amend,stranger refused,claim,claim many,pass over,claim to,claim line,settle line,"
            "settle conditional line,claim residual,treasury refuses,refund limit,claim with little gas,little gas refused,"
            "pass power,cancel power,power lapsed,appoint standby,reset limits,suspend arbiter"
        );
        uint256 count = 1;
        for (uint256 i = 0; i < all.length; ++i) if (all[i] == ",") ++count;
        names = new string[](count);
        uint256 name = 0;
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i] == ",") ++name;
            else names[name] = string.concat(names[name], string(abi.encodePacked(all[i])));
        }
    }
}
