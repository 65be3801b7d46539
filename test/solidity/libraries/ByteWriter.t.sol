// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Vm } from "../support/Vm.sol";
import { Buffer, ByteWriter } from "../../../contracts/terms/ByteWriter.sol";

contract ByteWriterTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_ATextMayFillTheBuffer() external view {
        vm.assertEq(this.written(4, "abc"), bytes(hex"03616263"), "written");
    }

    function test_RevertWhen_ATextIsLongerThanTheBuffer() external {
        // A buffer has room for one word more than it is asked for.
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_Full.selector, 4 + 32, 5 + 32));
        this.written(4, "abcd");
    }

    function test_RevertWhen_ATextDoesNotFitItsLengthByte() external {
        string memory text = string(new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_TextTooLong.selector, text));
        this.written(1_000, text);
    }

    function test_RevertWhen_ANumberDoesNotFitItsField() external {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_TooLarge.selector, 256, 1));
        this.put(32, 256, 1);
    }

    function test_RevertWhen_ANumberIsBehindTheBuffer() external {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_Full.selector, 4 + 32, 5 + 32));
        this.appended(4, 5, 0);
        vm.assertEq(this.appended(4, 4, 1), bytes(hex"0000000001"), "the last goes into the room behind");
    }

    function test_RevertWhen_AnotherBufferIsLongerThanTheBuffer() external {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_Full.selector, 4 + 32, 6 + 32));
        this.joined(4, hex"0102", hex"01020304");
        vm.assertEq(this.joined(4, hex"0102", hex"0304"), bytes(hex"01020304"), "what fits");
    }

    function test_FieldsAreWrittenOver() external {
        vm.assertEq(this.patched(256, 2), bytes(hex"ff0100ff"), "two bytes");
        vm.assertEq(this.patched(type(uint16).max, 2), bytes(hex"ffffffff"), "the most");
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_TooLarge.selector, 1 << 16, 2));
        this.patched(1 << 16, 2);
    }

    function test_NumbersMayFillTheBuffer() external view {
        vm.assertEq(this.put(1, 255, 1), bytes(hex"ff"), "a byte");
        vm.assertEq(this.put(32, type(uint256).max, 32), abi.encode(type(uint256).max), "a word");
    }

    function written(uint256 capacity, string calldata text) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        ByteWriter.putText(buffer, text);
        return ByteWriter.finish(buffer);
    }

    /// @dev A number of one byte behind `before` zeros.
    function appended(uint256 capacity, uint256 before, uint256 value) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        for (uint256 i = 0; i < before; ++i) ByteWriter.put(buffer, 0, 1);
        ByteWriter.put(buffer, value, 1);
        return ByteWriter.finish(buffer);
    }

    function joined(uint256 capacity, string calldata a, string calldata b) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        Buffer memory more = ByteWriter.create(bytes(b).length);
        for (uint256 i = 0; i < bytes(a).length; ++i) ByteWriter.put(buffer, uint8(bytes(a)[i]), 1);
        for (uint256 i = 0; i < bytes(b).length; ++i) ByteWriter.put(more, uint8(bytes(b)[i]), 1);
        ByteWriter.append(buffer, more);
        return ByteWriter.finish(buffer);
    }

    /// @dev Two bytes between two others.
    function patched(uint256 value, uint256 size) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(4);
        ByteWriter.put(buffer, 0xff0000ff, 4);
        ByteWriter.patch({ buffer: buffer, offset: 1, value: value, size: size });
        return ByteWriter.finish(buffer);
    }

    function put(uint256 capacity, uint256 value, uint256 size) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        ByteWriter.put(buffer, value, size);
        return ByteWriter.finish(buffer);
    }
}
