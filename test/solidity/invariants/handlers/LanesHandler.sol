// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MoneyHandler } from "./MoneyHandler.sol";
import { Post } from "../../support/Posts.sol";
import { Sale } from "../../support/Sales.sol";

/// @dev Lanes, windows and heads: in which order batches come.
abstract contract LanesHandler is MoneyHandler {
    uint256 internal constant MOST_POST = 5_000_000;

    struct GhostLane {
        uint256 until;
        uint256 head;
    }

    mapping(uint256 program => mapping(uint256 lane => uint256 time)) private _begins;
    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 lane => GhostLane state))) private _lanes;

    mapping(uint256 program => Post post) private _lastPost;
    mapping(uint256 program => uint256 count) private _batches;

    function openLane(uint256 seed) external {
        (uint256 p, , ) = _pick(seed);
        uint256 lane = (seed >> 24) % 18;
        uint40 begins = uint40((seed >> 32) % 8 == 0 ? 0 : block.timestamp - ((seed >> 40) % 5 days));
        bool good = lane > 1 && lane < 16 && _begins[p][lane] == 0 && begins > 0;
        bool success = _act(operator, p, 200_000, abi.encodeCall(programs[p].openLane, (lane, begins)));
        _check(6, success == good, "a lane was opened wrongly, or not");
        if (!success) return _did("lane refused");
        _begins[p][lane] = begins;
        _did("open lane");
    }

    /// @dev The last batch again, byte for byte: after a crash, or by a second poster.
    function repost(uint256 seed) external {
        (uint256 p, , ) = _pick(seed);
        if (_batches[p] == 0) return;
        Post memory post = _lastPost[p];
        _check(6, !_act(attributor, p, MOST_POST, _callOf(p, post)), "a batch was posted twice");
        _did("repost refused");
        if (post.lane == 0) return;
        // Nor does its window come again for one who knows the new head.
        post.head = _headOf(programs[p], post.lane, post.currency);
        _check(6, !_act(attributor, p, MOST_POST, _callOf(p, post)), "a window was posted twice");
        _did("window refused");
    }

    /// @dev A place for a batch: mostly one that is free, which `fits` says.
    function _place(
        uint256 p,
        uint256 c,
        Sale[] memory sales,
        address[] memory payers,
        uint256 seed
    ) internal view returns (Post memory post, bool fits) {
        post.currency = _currency(c);
        post.lane = [uint256(0), 0, 1, 1, 2, 3, 4, 5][seed % 8];
        // Mostly an open one.
        if (post.lane > 1 && _begins[p][post.lane] == 0 && (seed >> 8) % 8 > 0) post.lane = 1;
        uint256 time = block.timestamp;
        fits = true;
        if (post.lane > 0) {
            uint256 earliest = _earliest(p, c, post.lane);
            if (earliest >= block.timestamp && (seed >> 16) % 8 > 0) post.lane = 0;
            else {
                // Some begin a second too early or end one too late.
                post.from = (seed >> 24) % 16 == 0 && earliest > 0 ? earliest - 1 : earliest;
                post.until = (seed >> 24) % 16 == 1 ? block.timestamp + 1 : block.timestamp;
                time = (seed >> 24) % 16 == 2 ? post.until : post.until - 1;
                fits = earliest > 0 && post.from >= earliest && post.until > post.from;
                fits = fits && post.until <= block.timestamp && time < post.until && time >= post.from;
            }
        }
        post.head = _lanes[p][c][post.lane].head;
        if ((seed >> 32) % 16 == 0) {
            ++post.head;
            fits = false;
        }
        post.evidence = bytes32(seed % 2 == 0 ? 0 : seed);
        post.packed = _packAt(programs[p], sales, payers, time);
    }

    function _earliest(uint256 p, uint256 c, uint256 lane) private view returns (uint256 earliest) {
        earliest = _lanes[p][c][lane].until;
        if (earliest == 0) earliest = lane == 1 ? START : _begins[p][lane];
    }

    /// @dev Posts, and checks where the lane then is.
    function _sendPost(uint256 p, uint256 c, Post memory post) internal returns (bool success) {
        success = _act(attributor, p, MOST_POST, _callOf(p, post));
        if (!success) return false;
        bytes32 hash = keccak256(
            abi.encode(post.head, c, post.lane, post.from, post.until, post.evidence, keccak256(post.packed))
        );
        GhostLane storage lane = _lanes[p][c][post.lane];
        (lane.until, lane.head) = (post.until, uint256(hash) & type(uint216).max);
        (, uint256 until, uint256 head) = programs[p].laneOf(post.lane, post.currency);
        _check(6, until == lane.until && head == lane.head, "a lane is elsewhere");
        _check(6, programs[p].batchCount() == ++_batches[p], "another number of batches");
        _lastPost[p] = post;
        if (post.lane > 0) _did("window");
    }

    function _callOf(uint256 p, Post memory post) internal view returns (bytes memory) {
        return
            abi.encodeCall(
                programs[p].post,
                (post.currency, post.lane, post.head, post.from, post.until, post.evidence, post.packed)
            );
    }
}
