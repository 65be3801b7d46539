// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { Claims } from "./parts/Claims.sol";
import { IProgramSales } from "./interfaces/IProgramSales.sol";
import { IProgramDesk } from "./interfaces/IProgramDesk.sol";
import {
    Bucket,
    Enrollment,
    Membership,
    NamedLine,
    Partner,
    Refund,
    Sale,
    Solvency,
    Statement,
    Status,
    Terms
} from "./interfaces/Types.sol";

/// @title One revenue-share deal
/// @notice The code that every program runs. A program is a minimal proxy to it that carries its terms as immutable
/// arguments in its own code; there is no admin of the proxy and no way to change either.
/// @dev Money comes in and goes out here. What concerns sales is in `ProgramSales`, what moves no money in `ProgramDesk`:
/// their code runs on the program's storage, for one contract would be over the size that EIP-170 allows. Their addresses
/// are fixed when this code is deployed. All parts declare their storage in `ProgramBase` alone.
contract Program is Initializable, Claims {
    /// @notice The code that knows sales.
    address public immutable sales;

    /// @notice The code that enrolls and reads.
    address public immutable desk;

    constructor(address sales_, address desk_) EIP712("Tributary", "1") {
        sales = sales_;
        desk = desk_;
        _disableInitializers();
    }

    /// @notice Appoints the roles that the terms name and announces the terms. Once, by the factory at creation.
    function initialize(string calldata) external {
        _runAt(desk);
    }

    /* SALES */

    /// @inheritdoc IProgramSales
    function paySale(bytes32, uint8, address, uint256) external payable {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function releasePayment(bytes32, address) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function post(address, Sale[] calldata) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function postPaid(address, Sale[] calldata, address[] calldata) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function refund(Refund[] calldata) external {
        _runAt(sales);
    }

    /// @inheritdoc IProgramSales
    function preview(address, Sale calldata) external view returns (NamedLine[] memory) {
        _readAt(sales);
    }

    /// @inheritdoc IProgramSales
    function saleLines(bytes32) external view returns (NamedLine[] memory) {
        _readAt(sales);
    }

    /// @inheritdoc IProgramSales
    function saleOf(bytes32) external view returns (uint256, uint256, uint8, address, uint256, uint256) {
        _readAt(sales);
    }

    /* PARTNERS */

    /// @inheritdoc IProgramDesk
    function enroll(Enrollment[] calldata) external {
        _runAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function setTier(uint256, uint8, string calldata) external {
        _runAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function setStatus(uint256, Status, string calldata) external {
        _runAt(desk);
    }

    /* READING */

    /// @inheritdoc IProgramDesk
    function terms() external view returns (Terms memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function termsHash() external view returns (bytes32) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function currentPeriod() external view returns (uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function periodTimes(uint256) external view returns (uint256, uint256, uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function partnerAt(uint256) external view returns (Partner memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function membershipOf(address) external view returns (Membership memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function partnerCount() external view returns (uint256, uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function statement(address, address, uint256) external view returns (Statement memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function account(address, address) external view returns (Statement memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function claimable(address, address) external view returns (uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function lineEarnings(uint256, address) external view returns (uint256, uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function residualEarnings(address, uint256) external view returns (uint256) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function solvency() external view returns (Solvency[] memory) {
        _readAt(desk);
    }

    /// @inheritdoc IProgramDesk
    function bucketAt(address, uint8, uint256) external view returns (Bucket memory) {
        _readAt(desk);
    }

    /* PARTS */

    /// @dev Runs the call as `part` and ends it with the part's answer.
    function _runAt(address part) private {
        // Not memory-safe by the compiler's rules, and need not be: the call ends here, whatever memory holds.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    /// @dev The same for functions that the part declares as view: its code changes nothing there, and a static call stays
    /// static in a delegated one. The compiler knows no delegated call in a view function but that of a library.
    function _readAt(address part) private view {
        function(address) internal view read;
        function(address) internal write = _runAt;
        // Memory-safe: copies one function pointer.
        assembly ("memory-safe") {
            read := write
        }
        read(part);
    }
}
