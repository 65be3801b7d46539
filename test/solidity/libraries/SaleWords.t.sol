// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MerkleProof } from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Vm } from "../support/Vm.sol";

/// @dev The published vectors of batches: docs/batches.md.
contract SaleWordsTest {
    using SaleWords for uint256;

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string private _json;

    function setUp() external {
        _json = vm.readFile("test/vectors/batches.json");
    }

    function test_LeavesAndPathsAreThoseOfTheVectors() external view {
        for (uint256 i = 0; _exists(".batches", i); ++i) {
            string memory batch = _item(".batches", i);
            bytes32 root = vm.parseJsonBytes32(_json, string.concat(batch, ".root"));
            string memory sales = string.concat(batch, ".sales");
            uint256 place = 0;
            for (; _exists(sales, place); ++place) {
                string memory sale = _item(sales, place);
                bytes32 leaf = SaleWords.leaf({
                    selector: IProgramSales.SalePosted.selector,
                    id: vm.parseJsonBytes32(_json, string.concat(sale, ".id")),
                    head: _number(sale, ".head"),
                    words: _numbers(sale, ".words")
                });
                vm.assertEq(leaf, vm.parseJsonBytes32(_json, string.concat(sale, ".leaf")), sale);
                bytes32[] memory proof = vm.parseJsonBytes32Array(_json, string.concat(sale, ".proof"));
                vm.assertTrue(MerkleProof.verify(proof, root, leaf), sale);
                vm.assertEq(_number(sale, ".head").place(), (_number(batch, ".number") << 16) | place, sale);
            }
            vm.assertLt(0, place, "no sales");
        }
        vm.assertTrue(_exists(".batches", 0), "no batches");
    }

    function test_FieldsAreThoseOfTheVectors() external view {
        vm.assertTrue(_exists(".words", 0), "no words");
        for (uint256 i = 0; _exists(".words", i); ++i) {
            string memory vector = _item(".words", i);
            string memory sale = string.concat(vector, ".sale");
            uint256 head = _number(vector, ".head");
            uint256[] memory words = _numbers(vector, ".words");
            vm.assertEq(head.amount(), _number(sale, ".amount"), "amount");
            vm.assertEq(head.segment(), _number(sale, ".ordinal"), "segment");
            vm.assertEq(head.kind(), _number(sale, ".kind"), "kind");
            vm.assertEq(head.currency(), _number(sale, ".currency"), "currency");
            vm.assertEq(head.standingRate(), _number(sale, ".standingRate"), "standing rate");
            vm.assertEq(head.place(), (_number(sale, ".batch") << 16) | _number(sale, ".place"), "place");
            uint256 payer = _number(sale, ".payer");
            vm.assertEq(head.isPaidHere(), payer != 0, "paid");
            vm.assertEq(head.lines() + (payer == 0 ? 0 : 1), words.length, "lines");
            if (payer != 0) vm.assertEq(words[words.length - 1], payer, "payer");
            for (uint256 j = 0; j < head.lines(); ++j) _assertLine(words[j], _item(string.concat(sale, ".lines"), j));
        }
    }

    function test_AnotherPartnersLineChangesNothingElse(uint256 word, uint256 seed) external pure {
        uint256 partner = seed & 0xFFFFF;
        uint256 other = word.withPartner(partner);
        vm.assertEq(other.partner(), partner, "partner");
        vm.assertEq(other.counts(), 0, "counts");
        uint256 rest = ~(uint256(0xFFFFF) | (1 << 172));
        vm.assertEq(other & rest, word & rest, "rest");
    }

    function _assertLine(uint256 word, string memory line) private view {
        vm.assertEq(word.partner(), _number(line, ".partner"), "partner");
        vm.assertEq(word.role(), _number(line, ".role"), "role");
        vm.assertEq(word.rate(), _number(line, ".rate"), "rate");
        vm.assertEq(word.weight(), _number(line, ".weight"), "weight");
        vm.assertEq(word.lineAmount(), _number(line, ".amount"), "line amount");
    }

    function _exists(string memory list, uint256 index) private view returns (bool) {
        return vm.keyExistsJson(_json, _item(list, index));
    }

    function _item(string memory list, uint256 index) private pure returns (string memory) {
        return string.concat(list, "[", vm.toString(index), "]");
    }

    function _number(string memory path, string memory key) private view returns (uint256) {
        return vm.parseJsonUint(_json, string.concat(path, key));
    }

    function _numbers(string memory path, string memory key) private view returns (uint256[] memory) {
        return vm.parseJsonUintArray(_json, string.concat(path, key));
    }
}
