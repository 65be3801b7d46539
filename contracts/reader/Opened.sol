// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { IProgramReader } from "../interfaces/IProgramReader.sol";
import { Terms } from "../interfaces/TermsTypes.sol";
import { ETHER, FIRST_POOL } from "../libraries/Constants.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_HASH } from "../terms/TermsLayout.sol";
import { Text } from "./Text.sol";

/// @dev A program that is read.
/// @param packed The terms it was created with, in its own code.
/// @param terms Those in force.
struct Opened {
    IProgram program;
    bytes packed;
    Terms terms;
}

using Programs for Opened global;

/// @title A program's names and units
library Programs {
    using PackedTerms for bytes;
    using Strings for uint256;
    using Strings for address;

    /// @dev What a clone with arguments has before and behind the address of its code, see OpenZeppelin's `Clones`.
    bytes10 private constant BEFORE = 0x363d3d373d3d3d363d73;
    bytes15 private constant BEHIND = 0x5af43d82803e903d91602b57fd5bf3;
    uint256 private constant CLONE_SIZE = 45;

    uint256 private constant SYMBOL_GAS = 100_000;

    /// @param implementation The code that it must run.
    function open(address program, address implementation) internal view returns (Opened memory opened) {
        bytes memory expected = bytes.concat(BEFORE, bytes20(implementation), BEHIND);
        bytes memory code = new bytes(CLONE_SIZE);
        // Memory-safe: writes into the array just allocated with that length.
        assembly ("memory-safe") {
            extcodecopy(program, add(code, 0x20), 0, CLONE_SIZE)
        }
        require(keccak256(code) == keccak256(expected), IProgramReader.ProgramReader_NotAProgram(program));
        opened.program = IProgram(payable(program));
        opened.packed = Clones.fetchCloneArgs(program);
        opened.terms = opened.program.terms();
    }

    /// @notice Whether the terms in force are those of creation, so that `packed` tells the segments.
    function isAsCreated(Opened memory self) internal view returns (bool) {
        return bytes32(self.packed.number(AT_HASH, 32)) == self.program.termsHash();
    }

    /// @notice An amount with its unit: `99.00 USDC`. Decimals are those that the program was created with.
    function money(Opened memory self, uint256 currency, uint256 amount) internal view returns (string memory) {
        return
            Text.join(
                Text.decimal(amount, self.packed.decimals(currency)),
                " ",
                symbolOf(self.packed.currency(currency))
            );
    }

    /// @notice Amounts of the terms, one for each currency; nothing where none has one.
    function amounts(Opened memory self, uint96[] memory each) internal view returns (string memory text) {
        for (uint256 i = 0; i < each.length; ++i) {
            if (each[i] == 0) continue;
            text = Text.join(text, bytes(text).length == 0 ? "" : ", ", money(self, i, each[i]));
        }
    }

    /// @notice A token's own symbol where it is a short word; else its address.
    function symbolOf(address token) internal view returns (string memory) {
        if (token == ETHER) return "ETH";
        bytes32 symbol = _askSymbol(token);
        return Text.isText(symbol) && _isAscii(symbol) ? Text.asText(symbol) : token.toChecksumHexString();
    }

    /// @dev Some tokens answer with a string, older ones with 32 bytes; zero where it is neither.
    function _askSymbol(address token) private view returns (bytes32 symbol) {
        bytes4 selector = bytes4(keccak256("symbol()"));
        uint256 offset;
        uint256 length;
        uint256 size;
        // Memory-safe: copies at most 96 bytes of whatever the token answers behind what is allocated.
        assembly ("memory-safe") {
            let at := mload(0x40)
            calldatacopy(at, calldatasize(), 0x60)
            mstore(0, selector)
            if staticcall(SYMBOL_GAS, token, 0, 4, at, 0x60) {
                size := returndatasize()
            }
            offset := mload(at)
            length := mload(add(at, 0x20))
            symbol := mload(add(at, 0x40))
        }
        if (size == 32) return bytes32(offset);
        if (size < 96 || offset != 32 || length > 31) return 0;
        // What stands behind the text is none of it.
        return symbol & ~bytes32(type(uint256).max >> (8 * length));
    }

    function _isAscii(bytes32 word) private pure returns (bool) {
        return word & bytes32(uint256(0x8080808080808080808080808080808080808080808080808080808080808080)) == 0;
    }

    /// @notice A partner by name, number and address, or a pool.
    function partner(Opened memory self, uint256 number) internal view returns (string memory) {
        address wallet = self.program.partnerAt(number).wallet;
        string memory place = wallet.toChecksumHexString();
        if (number >= FIRST_POOL)
            return Text.join("pool ", self.terms.pools[number - FIRST_POOL].name, " (", place, ")");
        string memory name = self.program.membershipOf(wallet).name;
        string memory known = Text.join("partner ", number.toString(), ", ", place);
        return bytes(name).length == 0 ? known : Text.join(name, " (", known, ")");
    }
}
