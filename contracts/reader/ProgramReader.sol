// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { IProgramReader } from "../interfaces/IProgramReader.sol";
import { Opened, Programs } from "./Opened.sol";
import { SaleLines } from "./SaleLines.sol";
import { GivenSale, SaleReader } from "./SaleReader.sol";
import { SaleRest } from "./SaleRest.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @title Programs in words
/// @dev Stores nothing, and only reads. Sales are read here, parties by a contract beside it.
contract ProgramReader is IProgramReader {
    using Strings for uint256;

    /// @inheritdoc IProgramReader
    address public immutable implementation;

    /// @inheritdoc IProgramReader
    address public immutable parties;

    /// @dev For functions without a body: `module` answers.
    modifier readsAt(address module) {
        _;
        _readAt(module);
    }

    /// @param implementation_ The code that the programs run.
    /// @param parties_ Reads parties, for one contract would be over the size that EIP-170 allows.
    constructor(address implementation_, address parties_) {
        implementation = implementation_;
        parties = parties_;
    }

    /* SALES */

    /// @inheritdoc IProgramReader
    function topicOf(string calldata id) external pure returns (bytes32 topic) {
        return Text.toTopic(id);
    }

    /// @inheritdoc IProgramReader
    function find(address program, string calldata id) external view returns (string[] memory words) {
        Opened memory opened = Programs.open(program, implementation);
        Page memory page;
        page.add(Text.join(id, " is ", uint256(Text.toTopic(id)).toHexString(32), " in the program's logs."));
        page.add(
            Text.join(
                "Batches that the program posted: ",
                opened.program.batchCount().toString(),
                ". It keeps a root of each, and no ids: the sale stands in its SalePosted log."
            )
        );
        page.add(
            "Look for that topic among the program's logs, and give the log's data to sale(): it tells who earns what of it and why."
        );
        return page.done();
    }

    /// @inheritdoc IProgramReader
    function sale(
        address program,
        string calldata id,
        bytes calldata data
    ) external view returns (string[] memory words) {
        return _sale(program, id, data, new bytes32[](0));
    }

    /// @inheritdoc IProgramReader
    function proven(
        address program,
        string calldata id,
        bytes calldata data,
        bytes32[] calldata path
    ) external view returns (string[] memory words) {
        return _sale(program, id, data, path);
    }

    function _sale(
        address program,
        string memory id,
        bytes memory data,
        bytes32[] memory path
    ) private view returns (string[] memory) {
        Opened memory opened = Programs.open(program, implementation);
        GivenSale memory given = SaleReader.read({ opened: opened, id: id, data: data, path: path });
        Page memory page;
        SaleReader.describe(given, opened, page);
        SaleLines.addLines({ sale: given, opened: opened, page: page, why: true });
        SaleRest.add(given, opened, page);
        SaleReader.addState(given, opened, page);
        return page.done();
    }

    /// @inheritdoc IProgramReader
    function refunds(
        address program,
        string calldata id,
        bytes calldata data
    ) external view returns (string[] memory words) {
        Opened memory opened = Programs.open(program, implementation);
        GivenSale memory given = SaleReader.read({ opened: opened, id: id, data: data, path: new bytes32[](0) });
        Page memory page;
        SaleReader.addState(given, opened, page);
        SaleLines.addLines({ sale: given, opened: opened, page: page, why: false });
        return page.done();
    }

    /* PARTIES AND THE PROGRAM */

    /// @inheritdoc IProgramReader
    function party(address program, address wallet) external view readsAt(parties) returns (string[] memory words) {}

    /// @inheritdoc IProgramReader
    function partyNamed(
        address program,
        string calldata name,
        uint256 from
    ) external view readsAt(parties) returns (string[] memory words) {}

    /// @inheritdoc IProgramReader
    function partners(address program, uint256 from) external view readsAt(parties) returns (string[] memory words) {}

    /// @inheritdoc IProgramReader
    function deal(address program) external view readsAt(parties) returns (string[] memory words) {}

    /// @inheritdoc IProgramReader
    function money(address program) external view readsAt(parties) returns (string[] memory words) {}

    /* MODULES */

    /// @dev Calls `module` as this was called, and ends the call with its answer.
    function _readAt(address module) private view {
        // Not memory-safe by the compiler's rules, and need not be: the call ends here, whatever memory holds.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := staticcall(gas(), module, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }
}
