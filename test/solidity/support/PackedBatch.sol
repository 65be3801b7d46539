// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Hashes } from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import { Credit, Sale } from "./Sales.sol";

/// @dev A batch's bytes, and its tree, as docs/batches.md has them.
library PackedBatch {
    uint256 internal constant PAID = 64;
    uint256 internal constant WEIGHTED = 128;

    /* BYTES */

    /// @param numbers The batch's partners, rising.
    /// @param sales By rising ids.
    /// @param payers Of each sale; empty where all were paid elsewhere.
    function pack(
        uint256[] memory numbers,
        Sale[] memory sales,
        address[] memory payers,
        uint256 time
    ) internal pure returns (bytes memory packed) {
        packed = head(numbers, sales.length);
        for (uint256 i = 0; i < sales.length; ++i) {
            bytes memory payer = payers.length == 0 ? bytes("") : abi.encodePacked(payers[i]);
            packed = bytes.concat(packed, packSale(numbers, sales[i], payer, time));
        }
    }

    function head(uint256[] memory numbers, uint256 sales) internal pure returns (bytes memory packed) {
        packed = abi.encodePacked(uint16(numbers.length), uint16(sales));
        for (uint256 i = 0; i < numbers.length; ++i) packed = bytes.concat(packed, bytes3(uint24(numbers[i])));
    }

    /// @param payer 20 bytes, or none where the sale was paid elsewhere.
    function packSale(
        uint256[] memory numbers,
        Sale memory sale,
        bytes memory payer,
        uint256 time
    ) internal pure returns (bytes memory packed) {
        bool weighted = isWeighted(sale.credits);
        uint256 form = sale.credits.length | (payer.length > 0 ? PAID : 0) | (weighted ? WEIGHTED : 0);
        packed = abi.encodePacked(sale.id, uint40(time), uint96(sale.amount), uint8(sale.kind), uint8(form), payer);
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            Credit memory credit = sale.credits[i];
            packed = abi.encodePacked(packed, uint16(placeOf(numbers, credit.partner)), uint8(credit.role));
            if (weighted) packed = bytes.concat(packed, bytes4(uint32(credit.weight)));
        }
    }

    /// @dev Whether weights have to be told: some is not 1, or a role is shared.
    function isWeighted(Credit[] memory credits) internal pure returns (bool) {
        uint256 roles = 0;
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 role = 1 << credits[i].role;
            if (credits[i].weight != 1 || roles & role != 0) return true;
            roles |= role;
        }
        return false;
    }

    function placeOf(uint256[] memory numbers, uint256 number) internal pure returns (uint256 place) {
        while (place < numbers.length && numbers[place] != number) ++place;
    }

    /// @dev The numbers without zeros and repetitions, rising.
    function rising(uint256[] memory numbers) internal pure returns (uint256[] memory sorted) {
        sorted = new uint256[](numbers.length);
        uint256 count = 0;
        for (uint256 i = 0; i < numbers.length; ++i) {
            if (numbers[i] == 0) continue;
            uint256 slot = 0;
            while (slot < count && sorted[slot] < numbers[i]) ++slot;
            if (slot < count && sorted[slot] == numbers[i]) continue;
            for (uint256 j = count; j > slot; --j) sorted[j] = sorted[j - 1];
            sorted[slot] = numbers[i];
            ++count;
        }
        assembly ("memory-safe") {
            mstore(sorted, count)
        }
    }

    /// @dev Sorts sales by their ids, and their payers along.
    function sort(Sale[] memory sales, address[] memory payers) internal pure {
        for (uint256 i = 1; i < sales.length; ++i) {
            for (uint256 j = i; j > 0 && sales[j].id < sales[j - 1].id; --j) {
                (sales[j], sales[j - 1]) = (sales[j - 1], sales[j]);
                if (payers.length > 0) (payers[j], payers[j - 1]) = (payers[j - 1], payers[j]);
            }
        }
    }

    /* TREE */

    /// @return nodes The root first, the leaf of place `j` at `n − 1 + j`.
    function tree(bytes32[] memory leaves) internal pure returns (bytes32[] memory nodes) {
        uint256 count = leaves.length;
        nodes = new bytes32[](2 * count - 1);
        for (uint256 i = 0; i < count; ++i) nodes[count - 1 + i] = leaves[i];
        for (uint256 i = count - 1; i > 0; --i)
            nodes[i - 1] = Hashes.commutativeKeccak256(nodes[2 * i - 1], nodes[2 * i]);
    }

    /// @return path The other node of each pair, from the leaf of a place up.
    function pathOf(bytes32[] memory nodes, uint256 place) internal pure returns (bytes32[] memory path) {
        uint256 count = 0;
        path = new bytes32[](nodes.length);
        for (uint256 node = nodes.length / 2 + place; node > 0; node = (node - 1) / 2)
            path[count++] = nodes[node % 2 == 0 ? node - 1 : node + 1];
        assembly ("memory-safe") {
            mstore(path, count)
        }
    }
}
