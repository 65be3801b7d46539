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

    function test_NumbersMayFillTheBuffer() external view {
        vm.assertEq(this.put(1, 255, 1), bytes(hex"ff"), "a byte");
        vm.assertEq(this.put(32, type(uint256).max, 32), abi.encode(type(uint256).max), "a word");
    }

    function written(uint256 capacity, string calldata text) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        ByteWriter.putText(buffer, text);
        return ByteWriter.finish(buffer);
    }

    function put(uint256 capacity, uint256 value, uint256 size) external pure returns (bytes memory) {
        Buffer memory buffer = ByteWriter.create(capacity);
        ByteWriter.put(buffer, value, size);
        return ByteWriter.finish(buffer);
    }
}
