// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev The part of the test runner's cheat codes that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);

    function assertApproxEqAbs(uint256 left, uint256 right, uint256 maxDelta, string calldata message) external pure;

    function assertEq(address left, address right, string calldata message) external pure;

    function assertEq(bool left, bool right, string calldata message) external pure;

    function assertEq(bytes calldata left, bytes calldata right, string calldata message) external pure;

    function assertEq(bytes32 left, bytes32 right, string calldata message) external pure;

    function assertEq(string calldata left, string calldata right, string calldata message) external pure;

    function assertEq(uint256 left, uint256 right, string calldata message) external pure;

    function assertGe(uint256 left, uint256 right, string calldata message) external pure;

    function assertLe(uint256 left, uint256 right, string calldata message) external pure;

    function assertLt(uint256 left, uint256 right, string calldata message) external pure;

    function assertTrue(bool condition, string calldata message) external pure;

    function assume(bool condition) external pure;

    function chainId(uint256 newChainId) external;

    function deal(address account, uint256 newBalance) external;

    function etch(address target, bytes calldata code) external;

    function expectEmit(bool topic1, bool topic2, bool topic3, bool data, address emitter) external;

    function expectPartialRevert(bytes4 selector) external;

    function expectRevert() external;

    function expectRevert(bytes calldata revertData) external;

    function getCode(string calldata artifact) external view returns (bytes memory creationCode);

    function getRecordedLogs() external returns (Log[] memory logs);

    function keyExistsJson(string calldata json, string calldata key) external view returns (bool);

    function label(address account, string calldata newLabel) external;

    function load(address target, bytes32 slot) external view returns (bytes32 data);

    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);

    function parseJsonBytes32(string calldata json, string calldata key) external pure returns (bytes32);

    function parseJsonBytes32Array(string calldata json, string calldata key) external pure returns (bytes32[] memory);

    function parseJsonString(string calldata json, string calldata key) external pure returns (string memory);

    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256);

    function parseJsonUintArray(string calldata json, string calldata key) external pure returns (uint256[] memory);

    function prank(address sender) external;

    function readFile(string calldata path) external view returns (string memory);

    function recordLogs() external;

    function revertToState(uint256 id) external returns (bool success);

    function roll(uint256 newHeight) external;

    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256 gasUsed);

    function snapshotState() external returns (uint256 id);

    function startPrank(address sender) external;

    function stopPrank() external;

    function store(address target, bytes32 slot, bytes32 value) external;

    function toString(address value) external pure returns (string memory);

    function toString(bytes32 value) external pure returns (string memory);

    function toString(uint256 value) external pure returns (string memory);

    function warp(uint256 newTimestamp) external;
}
