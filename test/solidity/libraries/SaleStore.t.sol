// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Vm } from "../support/Vm.sol";
import { SaleHead, SaleStore } from "../../../contracts/libraries/SaleStore.sol";
import { Share, Waterfall } from "../../../contracts/libraries/Waterfall.sol";

contract SaleStoreTest {
    using SaleStore for uint256[12];

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256[12] private _words;

    function test_RoundTrip(uint256 seed, uint96 amount, uint24 ordinal, uint8 count) external {
        vm.assume(amount > 0);
        _check(
            SaleHead({ amount: amount, ordinal: ordinal % (1 << 20), kind: seed % 16, currency: (seed >> 8) % 8 }),
            _random(seed, count % 34)
        );
    }

    function test_RoundTripAtTypeMaxima() external {
        SaleHead memory head = SaleHead({ amount: type(uint96).max, ordinal: (1 << 20) - 1, kind: 15, currency: 7 });
        for (uint256 count = 0; count <= 33; ++count) _check(head, _largest(count, count <= 3));
        _check(head, _largest(2, false));
    }

    function test_RevertWhen_ThereAreMoreLinesThan33() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooManyLines.selector, 34, 33));
        this.store(SaleHead(1, 0, 0, 0), _largest(34, false));
    }

    function test_RevertWhen_TheSegmentIsBeyond20Bits() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooOld.selector, 1 << 20));
        this.store(SaleHead(1, 1 << 20, 0, 0), _largest(1, true));
    }

    function test_WhatWasNeverStoredIsEmpty() external view {
        (SaleHead memory head, Share[] memory shares) = _words.load();
        vm.assertEq(head.amount, 0, "amount");
        vm.assertEq(shares.length, 0, "lines");
    }

    function store(SaleHead calldata head, Share[] calldata shares) external {
        _words.store(head, shares, Waterfall.isAlone(Waterfall.survey(shares)));
    }

    function _check(SaleHead memory head, Share[] memory shares) private {
        bool alone = Waterfall.isAlone(Waterfall.survey(shares));
        _words.store(head, shares, alone);
        (SaleHead memory foundHead, Share[] memory found) = _words.load();
        vm.assertEq(abi.encode(foundHead), abi.encode(head), "head");
        vm.assertEq(abi.encode(_words.loadHead()), abi.encode(head), "head alone");
        vm.assertEq(found.length, shares.length, "lines");
        for (uint256 i = 0; i < found.length; ++i) {
            vm.assertEq(found[i].partner, shares[i].partner, "partner");
            vm.assertEq(found[i].role, shares[i].role, "role");
            vm.assertEq(found[i].rate, shares[i].rate, "rate");
            // A line alone in its role weighs all there is.
            vm.assertEq(found[i].weight, alone && found.length <= 3 ? 1 : shares[i].weight, "weight");
        }
    }

    function _random(uint256 seed, uint256 count) private pure returns (Share[] memory shares) {
        shares = new Share[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            shares[i].partner = 1 + (part % 0xFFFFF);
            shares[i].role = (part >> 32) % 16;
            shares[i].rate = (part >> 64) % 0x100000;
            shares[i].weight = 1 + ((part >> 96) % type(uint32).max);
            shares[i].stage = (part >> 160) % 3;
        }
    }

    function _largest(uint256 count, bool alone) private pure returns (Share[] memory shares) {
        shares = new Share[](count);
        for (uint256 i = 0; i < count; ++i) {
            shares[i].partner = 0xFFFFF;
            shares[i].role = alone ? 15 - i : 15;
            shares[i].rate = 0xFFFFF;
            shares[i].weight = type(uint32).max;
        }
    }
}
