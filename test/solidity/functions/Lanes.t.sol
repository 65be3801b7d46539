// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Post } from "../support/Posts.sol";
import { PackedBatch } from "../support/PackedBatch.sol";
import { Credit } from "../support/Sales.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

/// @dev Lanes: which batches come, in which order, and never twice.
contract LanesTest is Base {
    uint256 private constant LATE = 0;
    uint256 private constant FIRST = 1;

    uint256 private _ids;

    function setUp() public override {
        super.setUp();
        _fund(1_000e6);
        vm.warp(START + 10 days);
    }

    /* OPENING */

    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(_missing(attributor, Power.Operator));
        vm.prank(attributor);
        program.openLane(2, START);
    }

    function test_RevertWhen_TheLaneCannotBeOpened() external {
        uint256[5] memory lanes = [uint256(0), 1, 16, 17, 1 << 248];
        for (uint256 i = 0; i < lanes.length; ++i) {
            vm.expectRevert(_unknown(lanes[i]));
            _open(lanes[i], START);
        }
    }

    function test_RevertGiven_TheLaneIsOpen() external {
        _open(2, START);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LaneOpen.selector, 2));
        _open(2, START + 1);
    }

    function test_RevertWhen_ItBeginsAtZero() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        _open(2, 0);
    }

    function test_WhenALaneIsOpened() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramSales.LaneOpened(15, START - 5);
        _open(15, START - 5);
        _assertLane(15, address(usdc), START - 5, 0, 0);
        _assertLane(15, ETHER, START - 5, 0, 0);
        _assertLane(FIRST, address(usdc), START, 0, 0);
        _assertLane(LATE, address(usdc), 0, 0, 0);
        _assertLane(2, address(usdc), 0, 0, 0);
        _send(program, attributor, _window(15, START - 5, START));
    }

    function test_RevertWhen_TheCurrencyOfALaneIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.laneOf(FIRST, stranger);
    }

    /* POSTING */

    function test_RevertGiven_TheLaneIsClosed() external {
        uint256[4] memory lanes = [uint256(2), 15, 16, type(uint256).max];
        for (uint256 i = 0; i < lanes.length; ++i) _refuses(_window(lanes[i], START, START + 1), _unknown(lanes[i]));
    }

    function test_RevertWhen_TheLateLaneGetsAWindow() external {
        _refuses(_window(LATE, 0, START + 1), _invalid(0, START + 1, 0));
        _refuses(_window(LATE, START, START), _invalid(START, START, 0));
        _refuses(_window(LATE, START, 0), _invalid(START, 0, 0));
    }

    function test_RevertWhen_TheWindowBeginsBeforeTheLane() external {
        _refuses(_window(FIRST, START - 1, START + 1), _invalid(START - 1, START + 1, START));
        _refuses(_window(FIRST, 0, START + 1), _invalid(0, START + 1, START));
        _open(2, START + 5);
        _refuses(_window(2, START + 4, START + 6), _invalid(START + 4, START + 6, START + 5));
    }

    function test_RevertWhen_TheWindowOverlapsTheLast() external {
        _send(program, attributor, _window(FIRST, START, START + 10));
        _refuses(_window(FIRST, START + 9, START + 20), _invalid(START + 9, START + 20, START + 10));
        _refuses(_window(FIRST, START, START + 10), _invalid(START, START + 10, START + 10));
        _send(program, attributor, _window(FIRST, START + 10, START + 20));
    }

    function test_RevertWhen_TheWindowIsEmpty() external {
        _refuses(_window(FIRST, START + 3, START + 3), _invalid(START + 3, START + 3, START));
        _refuses(_window(FIRST, START + 3, START + 2), _invalid(START + 3, START + 2, START));
    }

    function test_RevertWhen_TheWindowReachesTheFuture() external {
        uint256 now_ = block.timestamp;
        _refuses(_window(FIRST, START, now_ + 1), _invalid(START, now_ + 1, START));
        _refuses(_window(FIRST, START, 1 << 40), _invalid(START, 1 << 40, START));
        _refuses(_window(FIRST, START, type(uint256).max), _invalid(START, type(uint256).max, START));
        _send(program, attributor, _window(FIRST, START, now_));
    }

    function test_RevertWhen_ASaleIsOutsideTheWindow() external {
        Post memory post = _window(FIRST, START + 5, START + 10);
        post.packed = _packedAt("x", START + 4);
        _refuses(post, _outside("x", START + 4));
        post.packed = _packedAt("x", START + 10);
        _refuses(post, _outside("x", START + 10));
        // After one within it.
        post.packed = bytes.concat(
            PackedBatch.head(new uint256[](0), 2),
            _sold("w", START + 5),
            _sold("x", START + 10)
        );
        _refuses(post, _outside("x", START + 10));
        post.packed = bytes.concat(PackedBatch.head(new uint256[](0), 2), _sold("w", START + 5), _sold("x", START + 4));
        _refuses(post, _outside("x", START + 4));
        post.packed = bytes.concat(PackedBatch.head(new uint256[](0), 2), _sold("w", START + 9), _sold("x", START + 5));
        _send(program, attributor, post);
    }

    /// @dev What does not fit with the others of its second goes by the late lane.
    function test_WhenSalesOfOneSecondDoNotFit() external {
        Post memory post = _window(FIRST, START, START + 10);
        post.packed = _packedAt("a", START + 9);
        _send(program, attributor, post);
        post = _window(FIRST, START + 9, START + 20);
        post.packed = _packedAt("b", START + 9);
        _refuses(post, _invalid(START + 9, START + 20, START + 10));
        post.from = START + 10;
        _refuses(post, _outside("b", START + 9));
        _send(program, attributor, _late(program, address(usdc), _packedAt("b", START + 9)));
        vm.assertEq(program.batchCount(), 2, "batches");
    }

    function test_RevertWhen_TheHeadIsAnother() external {
        Post memory post = _window(FIRST, START, START + 10);
        post.head = 1;
        _refuses(post, _otherHead(FIRST, 0));
        post.head = type(uint256).max;
        _refuses(post, _otherHead(FIRST, 0));
        post.head = 0;
        _send(program, attributor, post);
        uint256 head = _headOf(program, FIRST, address(usdc));
        post = _window(FIRST, START + 10, START + 20);
        post.head = head | (1 << 216);
        _refuses(post, _otherHead(FIRST, head));
        post.head = 0;
        _refuses(post, _otherHead(FIRST, head));
    }

    /// @dev After a crash, or by two posters: the second comes too late, in each lane.
    function test_RevertWhen_ABatchIsPostedAgain() external {
        Post memory post = _window(FIRST, START, START + 10);
        _send(program, attributor, post);
        _refuses(post, _otherHead(FIRST, _headOf(program, FIRST, address(usdc))));
        post = _late(program, address(usdc), _packedAt("x", START));
        _send(program, attributor, post);
        _refuses(post, _otherHead(LATE, _headOf(program, LATE, address(usdc))));
        vm.assertEq(program.batchCount(), 2, "batches");
    }

    function test_WhenABatchIsRefused() external {
        Post memory post = _window(FIRST, START, START + 10);
        post.packed = _packedAt("x", START + 10);
        _refuses(post, _outside("x", START + 10));
        _assertLane(FIRST, address(usdc), START, 0, 0);
        vm.assertEq(program.batchCount(), 0, "batches");
    }

    function test_WhenBatchesArePlannedAhead() external {
        uint256 head = 0;
        for (uint256 i = 0; i < 3; ++i) {
            Post memory post = _window(FIRST, START + 10 * i, START + 10 * (i + 1));
            (post.head, post.evidence) = (head, keccak256(abi.encode(i)));
            _send(program, attributor, post);
            head = uint216(
                uint256(
                    keccak256(
                        abi.encode(head, USDC, FIRST, post.from, post.until, post.evidence, keccak256(post.packed))
                    )
                )
            );
            _assertLane(FIRST, address(usdc), START, post.until, head);
        }
    }

    function test_WhenLanesAndCurrenciesGoOnByThemselves() external {
        _open(2, START);
        _fundEther(1 ether);
        _send(program, attributor, _window(FIRST, START, START + 10));
        _send(program, attributor, _window(2, START, START + 7));
        Post memory post = _window(FIRST, START, START + 3);
        (post.currency, post.head) = (ETHER, 0);
        _send(program, attributor, post);
        _assertUntil(FIRST, address(usdc), START + 10);
        _assertUntil(2, address(usdc), START + 7);
        _assertUntil(FIRST, ETHER, START + 3);
        _assertUntil(2, ETHER, 0);
    }

    /* HELPERS */

    function _open(uint256 lane, uint40 begins) private {
        vm.prank(operator);
        program.openLane(lane, begins);
    }

    /// @dev A sale of the first second of a window.
    function _window(uint256 lane, uint256 from, uint256 until) private returns (Post memory post) {
        post.currency = address(usdc);
        (post.lane, post.from, post.until) = (lane, from, until);
        post.head = lane > 15 ? 0 : _headOf(program, lane, address(usdc));
        post.packed = _packedAt(bytes32(++_ids), from);
    }

    function _packedAt(bytes32 id, uint256 time) private view returns (bytes memory) {
        return _packAt(program, _batch(_sale(id, 1e6, new Credit[](0))), new address[](0), time);
    }

    function _sold(bytes32 id, uint256 time) private pure returns (bytes memory) {
        return PackedBatch.packSale(new uint256[](0), _sale(id, 1e6, new Credit[](0)), "", time);
    }

    function _refuses(Post memory post, bytes memory expected) private {
        _expectRefusal(expected);
        _send(program, attributor, post);
    }

    function _assertLane(uint256 lane, address currency, uint256 begins, uint256 until, uint256 head) private view {
        (uint256 b, uint256 u, uint256 h) = program.laneOf(lane, currency);
        vm.assertEq(b, begins, "begins");
        vm.assertEq(u, until, "until");
        vm.assertEq(h, head, "head");
    }

    function _assertUntil(uint256 lane, address currency, uint256 until) private view {
        (, uint256 found, ) = program.laneOf(lane, currency);
        vm.assertEq(found, until, "until");
    }

    function _unknown(uint256 lane) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_UnknownLane.selector, lane);
    }

    function _otherHead(uint256 lane, uint256 head) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_OtherHead.selector, lane, head);
    }

    function _invalid(uint256 from, uint256 until, uint256 earliest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_InvalidWindow.selector, from, until, earliest);
    }

    function _outside(bytes32 id, uint256 time) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_OutsideWindow.selector, id, time);
    }
}
