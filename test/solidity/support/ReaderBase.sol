// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramReader } from "../../../contracts/interfaces/IProgramReader.sol";
import { ShownSale } from "../../../contracts/interfaces/Types.sol";
import { DisputeBase } from "./DisputeBase.sol";

/// @dev What the reader says, sentence by sentence. Each test says the whole answer: `_expect` for each sentence, then `_assertRead`.
abstract contract ReaderBase is DisputeBase {
    IProgramReader internal reader;

    string[] private _expected;

    function setUp() public virtual override {
        super.setUp();
        reader = IProgramReader(factory.reader());
    }

    /* ANSWERS */

    function _expect(string memory sentence) internal {
        _expected.push(sentence);
    }

    function _expect(string memory a, string memory b) internal {
        _expected.push(string.concat(a, b));
    }

    function _expect(string memory a, string memory b, string memory c) internal {
        _expected.push(string.concat(a, b, c));
    }

    function _expect(string memory a, string memory b, string memory c, string memory d) internal {
        _expected.push(string.concat(a, b, c, d));
    }

    function _assertRead(string[] memory words) internal {
        for (uint256 i = 0; i < words.length && i < _expected.length; ++i) vm.assertEq(words[i], _expected[i], "says");
        if (words.length > _expected.length) vm.assertEq(words[_expected.length], "", "says more");
        if (words.length < _expected.length) vm.assertEq("", _expected[words.length], "says less");
        delete _expected;
    }

    /* WHO */

    function _ana() internal view returns (string memory) {
        return string.concat("ana (partner 1, ", vm.toString(ana), ")");
    }

    function _ben() internal view returns (string memory) {
        return string.concat("ben (partner 2, ", vm.toString(ben), ")");
    }

    function _cleo() internal view returns (string memory) {
        return string.concat("cleo (partner 3, ", vm.toString(cleo), ")");
    }

    function _community() internal view returns (string memory) {
        return string.concat("pool community (", vm.toString(community), ")");
    }

    /* SALES */

    /// @dev The data of the log that told of a sale last.
    function _data(bytes32 id) internal view returns (bytes memory) {
        return _dataOf(_shown(id));
    }

    function _dataOf(ShownSale memory sale) internal pure returns (bytes memory) {
        return abi.encode(sale.head, sale.words);
    }

    /// @dev What the reader says of a sale whose id is a letter.
    function _sale(string memory id) internal view returns (string[] memory) {
        return reader.sale(address(program), id, _data(bytes32(bytes(id))));
    }

    function _refunds(string memory id) internal view returns (string[] memory) {
        return reader.refunds(address(program), id, _data(bytes32(bytes(id))));
    }

    /* REFUSALS */

    function _notAProgram(address which) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramReader.ProgramReader_NotAProgram.selector, which);
    }
}
