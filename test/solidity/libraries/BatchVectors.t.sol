// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Milestone, Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { Post } from "../support/Posts.sol";

/// @dev The published vectors of batches, posted: docs/batches.md.
contract BatchVectorsTest is Base {
    address private constant PAYER = 0x70997970C51812dc3A010C7d01b50e0d17dc79C8;

    string private _json;

    function setUp() public override {
        super.setUp();
        _json = vm.readFile("test/vectors/batches.json");
        _use();
    }

    function test_TheExampleIsPostedAsPublished() external {
        usdc.mint(PAYER, 49_990_000);
        vm.startPrank(PAYER);
        usdc.approve(address(program), type(uint256).max);
        program.paySale("INV-1002", INITIAL, address(usdc), 49_990_000);
        vm.stopPrank();
        Post memory post;
        post.currency = address(usdc);
        (post.lane, post.from, post.until) = (1, 1_768_478_400, 1_768_478_400 + 1 days);
        post.evidence = 0x97794b46b3afe9245d61058666381907ac8a35b0e3bce564cde9dd0eea648cb6;
        post.packed = vm.parseJsonBytes(_json, ".batches[0].packed");
        _send(program, attributor, post);
        for (uint256 i = 0; i < 3; ++i) {
            string memory sale = string.concat(".batches[0].sales[", vm.toString(i), "]");
            ShownSale memory shown = _shownAt(program, 1, i);
            vm.assertEq(shown.id, vm.parseJsonBytes32(_json, string.concat(sale, ".id")), "id");
            vm.assertEq(shown.head, vm.parseJsonUint(_json, string.concat(sale, ".head")), "head");
            uint256[] memory words = vm.parseJsonUintArray(_json, string.concat(sale, ".words"));
            vm.assertEq(abi.encode(shown.words), abi.encode(words), "words");
            bytes32[] memory path = vm.parseJsonBytes32Array(_json, string.concat(sale, ".proof"));
            vm.assertEq(abi.encode(shown.proof), abi.encode(path), "path");
        }
        vm.assertEq(program.rootOf(1), vm.parseJsonBytes32(_json, ".batches[0].root"), "root");
        (, , uint256 head) = program.laneOf(1, address(usdc));
        vm.assertEq(head, 0xc809d74f223a1ab2eb1f0362deeda267d142a42e585116c3f0921a, "head");
    }

    function test_WhatMustBeRefusedIsRefused() external {
        uint256 count = 0;
        for (; vm.keyExistsJson(_json, _refused(count)); ++count) {
            bytes memory packed = vm.parseJsonBytes(_json, string.concat(_refused(count), ".packed"));
            vm.prank(attributor);
            (bool success, ) = address(program).call(
                abi.encodeCall(program.post, (address(usdc), 0, 0, 0, 0, 0, packed))
            );
            vm.assertTrue(!success, _refused(count));
        }
        vm.assertLt(0, count, "none");
    }

    /// @dev Role 0 earns 20 %, role 1 5 %, a standing line 10 %; ten partners, in period 4.
    function _use() private {
        Terms memory terms = _bareTerms();
        terms.roles = new Role[](3);
        terms.roles[0] = _role("a", 20 * PERCENT);
        terms.roles[1] = _role("b", 5 * PERCENT);
        terms.roles[2] = _role("c", PERCENT);
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("tech", tech, 10 * PERCENT);
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "many", sales: 1_000, earned: _none(), pays: _each(1) });
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](10);
        for (uint256 i = 0; i < 10; ++i) partners[i] = _enrollment(address(uint160(0xB000 + i)), "");
        vm.prank(operator);
        program.enroll(partners);
        _fund(1_000e6);
        vm.warp(START + 4 * uint256(PERIOD));
    }

    function _refused(uint256 index) private pure returns (string memory) {
        return string.concat(".refused[", vm.toString(index), "]");
    }
}
