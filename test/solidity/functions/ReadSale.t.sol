// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramReader } from "../../../contracts/interfaces/IProgramReader.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ShownSale } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { ReaderBase } from "../support/ReaderBase.sol";
import { Sale } from "../support/Sales.sol";

/// @dev What a sale is, and whether it is proved. What its lines say is in ReadLines, what became of it in ReadState.
contract ReadSaleTest is ReaderBase {
    string private constant LONG_ID = "order 2026-01-01 number 0000017 of the shop";

    /* WHAT IS NONE */

    function test_RevertWhen_TheAddressIsNoProgram() external {
        _postElsewhere("a");
        bytes memory data = _data("a");
        address[3] memory none = [address(reader), factory.implementation(), stranger];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAProgram(none[i]));
            reader.sale(none[i], "a", data);
            vm.expectRevert(_notAProgram(none[i]));
            reader.proven(none[i], "a", data, new bytes32[](0));
            vm.expectRevert(_notAProgram(none[i]));
            reader.refunds(none[i], "a", data);
            vm.expectRevert(_notAProgram(none[i]));
            reader.find(none[i], "a");
        }
    }

    function test_RevertWhen_TheProgramRunsOtherCode() external {
        factory = _deployProtocol();
        program = _create(_terms());
        vm.expectRevert(_notAProgram(address(program)));
        reader.find(address(program), "a");
    }

    function test_RevertWhen_TheDataIsNoSales() external {
        _postElsewhere("a");
        ShownSale memory sale = _shown("a");
        _refusesData(hex"1234");
        _refusesData(abi.encode(sale.head, uint256(64)));
        _refusesData(bytes.concat(_data("a"), hex"00"));
        // The list lies elsewhere, is longer or shorter than it says, or has other lines than the head.
        _refusesData(abi.encode(sale.head, uint256(32), sale.words.length, sale.words[0]));
        _refusesData(abi.encode(sale.head, uint256(64), uint256(4), sale.words[0], sale.words[1], sale.words[2]));
        _refusesData(bytes.concat(_data("a"), bytes32(0)));
        _refusesData(abi.encode(sale.head, new uint256[](3)));
        _refusesData(abi.encode(sale.head, new uint256[](5)));
        _refusesData(abi.encode(sale.head | (1 << 123), sale.words));
    }

    function test_RevertWhen_TheBatchIsUnknown() external {
        _postElsewhere("a");
        ShownSale memory sale = _shown("a");
        bytes memory data = abi.encode(sale.head ^ (3 << 190), sale.words);
        vm.expectRevert(abi.encodeWithSelector(IProgramReader.ProgramReader_UnknownBatch.selector, 2));
        reader.sale(address(program), "a", data);
    }

    /* IDS */

    function test_WhenOnlyTheIdIsKnown() external {
        _expect("a is 0x6100000000000000000000000000000000000000000000000000000000000000 in the program's logs.");
        _expect(
            "Batches that the program posted: 0. It keeps a root of each, and no ids: the sale stands in its SalePosted log."
        );
        _expect(
            "Look for that topic among the program's logs, and give the log's data to sale(): it tells who earns what of it and why."
        );
        _assertRead(reader.find(address(program), "a"));
        _postElsewhere("a");
        _postElsewhere("b");
        vm.assertEq(
            reader.find(address(program), "a")[1],
            "Batches that the program posted: 2. It keeps a root of each, and no ids: the sale stands in its SalePosted log.",
            "batches"
        );
    }

    function test_WhenTheIdIsTextAHashOrLong() external view {
        vm.assertEq(reader.topicOf("S-1002"), bytes32("S-1002"), "text");
        vm.assertEq(reader.topicOf(""), 0, "no text");
        vm.assertEq(
            reader.topicOf("1234567890123456789012345678901"),
            bytes32("1234567890123456789012345678901"),
            "31 bytes"
        );
        vm.assertEq(
            reader.topicOf("12345678901234567890123456789012"),
            keccak256("12345678901234567890123456789012"),
            "32 bytes"
        );
        vm.assertEq(
            reader.topicOf("0x00000000000000000000000000000000000000000000000000000000000000aB"),
            bytes32(uint256(0xab)),
            "a hash"
        );
        string memory like = "0x00000000000000000000000000000000000000000000000000000000000000ag";
        vm.assertEq(reader.topicOf(like), keccak256(bytes(like)), "66 bytes that are none");
        string memory longer = "0x00000000000000000000000000000000000000000000000000000000000000000";
        vm.assertEq(reader.topicOf(longer), keccak256(bytes(longer)), "67 bytes");
    }

    function test_GivenTheIdIsLong() external {
        bytes32 topic = keccak256(bytes(LONG_ID));
        _postElsewhere(topic);
        string memory hash = vm.toString(topic);
        string memory expected = string.concat(hash, ": 100.00 USDC, initial, of 2026-01-01 00:00 UTC");
        vm.assertEq(reader.sale(address(program), LONG_ID, _data(topic))[0], expected, "by its text");
        vm.assertEq(reader.sale(address(program), hash, _data(topic))[0], expected, "by its hash");
    }

    /// @dev What is no text of one line is shown as it is.
    function test_GivenTheIdIsNoText() external {
        _showsAsHex(0x610a000000000000000000000000000000000000000000000000000000000000);
        _showsAsHex(0x617f000000000000000000000000000000000000000000000000000000000000);
        _showsAsHex(0x6100620000000000000000000000000000000000000000000000000000000000);
        _showsAsHex(0x6100000000000000000000000000000000000000000000000000000000000001);
        _showsAsHex(0x00000000000000000000000000000000000000000000000000000000000000aa);
        _showsAsHex(0x6161616161616161616161616161616161616161616161616161616161616161);
        bytes32 id = 0x7e20000000000000000000000000000000000000000000000000000000000000;
        _postElsewhere(id);
        vm.assertEq(_first(id), "~ : 100.00 USDC, initial, of 2026-01-01 00:00 UTC", "text of signs");
    }

    /* PROOF */

    function test_GivenItIsAloneInItsBatch() external {
        _postElsewhere("a");
        _expectMixed("Batch 1, place 0. The program proves it.");
        _assertRead(_sale("a"));
        _expectMixed("Batch 1, place 0. The program proves it.");
        _assertRead(reader.proven(address(program), "a", _data("a"), new bytes32[](0)));
    }

    function test_GivenOthersAreInItsBatch() external {
        _postThree();
        _expectMixed("Batch 2, place 1. As the log says that you gave; proved it is with its path.");
        _assertRead(_sale("a"));
        _expectMixed("Batch 2, place 1. The program proves it.");
        _assertRead(reader.proven(address(program), "a", _data("a"), _shown("a").proof));
    }

    function test_RevertWhen_ThePathOrTheDataIsAnotherSales() external {
        _postThree();
        bytes32[] memory path = _shown("a").proof;
        _refusesProof("a", _data("a"), _shown("b").proof, 1);
        _refusesProof("a", _data("b"), path, 2);
        _refusesProof("b", _data("a"), path, 1);
        ShownSale memory sale = _shown("a");
        sale.words[0] ^= 1 << 76;
        _refusesProof("a", _dataOf(sale), path, 1);
    }

    /// @dev Without a path nothing is claimed of it.
    function test_WhenTheDataIsForgedAndNoPathIsGiven() external {
        _postElsewhere("a");
        ShownSale memory sale = _shown("a");
        sale.head += 100e6;
        string[] memory words = reader.sale(address(program), "a", _dataOf(sale));
        vm.assertEq(words[0], "a: 200.00 USDC, initial, of 2026-01-01 00:00 UTC", "what was given");
        vm.assertEq(
            words[1],
            "Batch 1, place 0. As the log says that you gave; proved it is with its path.",
            "not proved"
        );
    }

    /* WHAT IT IS */

    function test_GivenItWasPaidOnChain() external {
        _postOnChain("a");
        string[] memory words = _sale("a");
        vm.assertEq(words[2], string.concat("Paid on chain by ", vm.toString(customer), "."), "by whom");
        vm.assertEq(words[4], string.concat(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC"), "line");
    }

    function test_GivenItIsOfAnotherKindCurrencyAndTime() external {
        vm.warp(START + 40 days + 3661);
        _fundEther(2 ether);
        Sale memory sale = _mixed("a", 2 ether);
        sale.kind = RENEWAL;
        vm.warp(START + 41 days);
        _postAt(sale, START + 40 days + 3661);
        string[] memory words = _sale("a");
        vm.assertEq(words[0], "a: 2.00 ETH, renewal, of 2026-02-10 01:01:01 UTC", "what");
        vm.assertEq(words[3], "Posted in period 1; held until 2026-04-01 00:00 UTC, then final.", "when");
        vm.assertEq(words[4], string.concat(_ben(), unicode": integration, 15 % × 2.00 ETH = 0.30 ETH"), "line");
    }

    /* WHEN IT IS FINAL */

    function test_WhenItIsHeldAndThenFinal() external {
        _postElsewhere("a");
        vm.warp(START + 60 days - 1);
        vm.assertEq(_sale("a")[3], "Posted in period 0; held until 2026-03-02 00:00 UTC, then final.", "held");
        vm.warp(START + 60 days);
        vm.assertEq(_sale("a")[3], "Posted in period 0; final since 2026-03-02 00:00 UTC.", "final");
    }

    function test_GivenNothingIsHeld() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _enroll(program);
        vm.warp(START + 30 days);
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertEq(_sale("a")[3], "Posted in period 1; final as it was posted.", "at once");
    }

    /// @dev The segments of a sale's time are those of its terms: once they are others, nothing is said of it.
    function test_GivenTheTermsWereAmended() external {
        _postElsewhere("a");
        Terms memory terms = _disputeTerms();
        terms.roles[INTEGRATION].rates = _three(10 * PERCENT, 10 * PERCENT, 10 * PERCENT);
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", keccak256("why"));
        vm.assertEq(_sale("a")[3], "Posted in period 0; held until 2026-03-02 00:00 UTC, then final.", "before");
        vm.warp(START + 60 days);
        // What it was posted with stays.
        string[] memory words = _sale("a");
        vm.assertEq(words[2], "Paid elsewhere; the operator funded what it owes others.", "how");
        vm.assertEq(words[3], string.concat(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC"), "line");
    }

    /* HELPERS */

    /// @dev All of a sale of 100 as `_mixed` has it.
    function _expectMixed(string memory proof) private {
        _expect("a: 100.00 USDC, initial, of 2026-01-01 00:00 UTC");
        _expect(proof);
        _expect("Paid elsewhere; the operator funded what it owes others.");
        _expect("Posted in period 0; held until 2026-03-02 00:00 UTC, then final.");
        _expect(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_ana(), unicode": scout, 10 % × 15.00 USDC of the line before = 1.50 USDC");
        _expect(_cleo(), ": seller, what no other line takes = 61.50 USDC");
        _expect(_community(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _expect(unicode"Standing lines, of all revenue of their kinds: 2 % × 100.00 USDC = 2.00 USDC, of which");
        _expect("moderators (", vm.toString(moderators), unicode"): 2 % × 100.00 USDC = 2.00 USDC");
        _expect("What is left is the operator's: 0.00 USDC");
        _expect("Nothing was refunded.");
        _expect("Nobody disputed it.");
    }

    /// @dev A batch of one, and one of three in which "a" has place 1.
    function _postThree() private {
        _postElsewhere("before");
        _fund(300e6);
        Sale[] memory sales = new Sale[](3);
        sales[0] = _mixed("A", 100e6);
        sales[1] = _mixed("a", 100e6);
        sales[2] = _mixed("b", 100e6);
        _postAll(sales);
    }

    /// @dev Posts a sale in ETH that occurred then.
    function _postAt(Sale memory sale, uint256 time) private {
        bytes memory packed = _packAt(program, _batch(sale), new address[](0), time);
        _send(program, attributor, _late(program, ETHER, packed));
    }

    function _first(bytes32 id) private view returns (string memory) {
        return reader.sale(address(program), vm.toString(id), _data(id))[0];
    }

    function _showsAsHex(bytes32 id) private {
        _postElsewhere(id);
        string memory expected = string.concat(vm.toString(id), ": 100.00 USDC, initial, of 2026-01-01 00:00 UTC");
        vm.assertEq(_first(id), expected, "as it is");
    }

    function _refusesData(bytes memory data) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramReader.ProgramReader_NotTheDataOfASale.selector, data));
        reader.sale(address(program), "a", data);
        vm.expectRevert(abi.encodeWithSelector(IProgramReader.ProgramReader_NotTheDataOfASale.selector, data));
        reader.refunds(address(program), "a", data);
    }

    function _refusesProof(string memory id, bytes memory data, bytes32[] memory path, uint256 place) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProgramReader.ProgramReader_NotPosted.selector, bytes32(bytes(id)), 2, place)
        );
        reader.proven(address(program), id, data, path);
    }
}
