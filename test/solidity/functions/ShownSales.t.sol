// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Refund, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Sale } from "../support/Sales.sol";

/// @dev A sale is what its leaf says, at the one place that it says.
contract ShownSalesTest is DisputeBase {
    function setUp() public override {
        super.setUp();
        _fund(10_000e6);
    }

    function test_WhenASaleIsShownAsPosted() external {
        for (uint256 count = 1; count <= 9; ++count) {
            _postMany(count, count * 100);
            for (uint256 i = 0; i < count; ++i) {
                (uint256 amount, , , , , , ) = program.saleAt(_shownAt(program, count, i));
                vm.assertEq(amount, 10e6 + i, "amount");
            }
        }
    }

    function test_RevertWhen_AnyBitOfTheHeadIsAnother() external {
        _postMany(3, 1);
        _postMany(3, 1);
        for (uint256 bit = 0; bit < 256; ++bit) {
            ShownSale memory sale = _shownAt(program, 1, 1);
            sale.head ^= 1 << bit;
            _assertUnknown(sale);
        }
    }

    function test_RevertWhen_AnyBitOfAWordIsAnother() external {
        _postMany(3, 1);
        for (uint256 bit = 0; bit < 256; ++bit) {
            ShownSale memory sale = _shownAt(program, 1, 1);
            sale.words[bit % sale.words.length] ^= 1 << bit;
            _assertUnknown(sale);
        }
    }

    function test_RevertWhen_ThereAreMoreOrFewerWords() external {
        _postMany(3, 1);
        ShownSale memory sale = _shownAt(program, 1, 1);
        uint256[] memory words = sale.words;
        sale.words = new uint256[](words.length + 1);
        for (uint256 i = 0; i < words.length; ++i) sale.words[i] = words[i];
        _assertUnknown(sale);
        sale.words = new uint256[](words.length - 1);
        for (uint256 i = 0; i < words.length - 1; ++i) sale.words[i] = words[i];
        _assertUnknown(sale);
        sale.words = new uint256[](0);
        _assertUnknown(sale);
    }

    function test_RevertWhen_TheIdIsAnother() external {
        _postMany(2, 1);
        ShownSale memory sale = _shownAt(program, 1, 0);
        sale.id = bytes32(uint256(2));
        _assertUnknown(sale);
        sale.id = 0;
        _assertUnknown(sale);
    }

    function test_RevertWhen_ThePathIsAnothers() external {
        _postMany(4, 1);
        _postMany(4, 1);
        for (uint256 i = 0; i < 4; ++i) {
            for (uint256 j = 0; j < 8; ++j) {
                if (i == j) continue;
                ShownSale memory sale = _shownAt(program, 1, i);
                sale.proof = _shownAt(program, 1 + j / 4, j % 4).proof;
                _assertUnknown(sale);
            }
        }
    }

    function test_RevertWhen_ThePathIsLongerOrShorter() external {
        _postMany(5, 1);
        ShownSale memory sale = _shownAt(program, 1, 4);
        bytes32[] memory path = sale.proof;
        sale.proof = new bytes32[](0);
        _assertUnknown(sale);
        sale.proof = new bytes32[](path.length + 1);
        for (uint256 i = 0; i < path.length; ++i) sale.proof[i] = path[i];
        _assertUnknown(sale);
        for (uint256 i = 0; i < path.length; ++i) sale.proof[i + 1] = path[i];
        sale.proof[0] = 0;
        _assertUnknown(sale);
        sale.proof = new bytes32[](path.length - 1);
        for (uint256 i = 1; i < path.length; ++i) sale.proof[i - 1] = path[i];
        _assertUnknown(sale);
    }

    /// @dev A leaf is the hash of 160 bytes at least, a node of 64: none of the words can be chosen so that one passes for the other.
    function test_RevertWhen_ANodeIsShownAsALeaf() external {
        _postMany(4, 1);
        ShownSale memory left = _shownAt(program, 1, 1);
        ShownSale memory right = _shownAt(program, 1, 2);
        ShownSale memory node;
        node.id = _leafOf(left);
        node.head = uint256(_leafOf(right));
        node.proof = new bytes32[](1);
        node.proof[0] = left.proof[1];
        _assertUnknown(node);
        node.words = new uint256[](2);
        (node.words[0], node.words[1]) = (uint256(_leafOf(left)), uint256(_leafOf(right)));
        node.head = left.head;
        _assertUnknown(node);
    }

    function test_RevertWhen_TheBatchIsUnknown() external {
        _postMany(1, 1);
        ShownSale memory sale = _shownAt(program, 1, 0);
        uint256 others = sale.head & ~(uint256(type(uint32).max) << SaleWords.BATCH_AT);
        uint256[3] memory batches = [uint256(0), 2, type(uint32).max];
        for (uint256 i = 0; i < 3; ++i) {
            sale.head = others | (batches[i] << SaleWords.BATCH_AT);
            _assertUnknown(sale);
        }
        _assertUnknown(_noSale());
    }

    function test_GivenTheSaleWasReattributed() external {
        _postMany(2, 1);
        ShownSale memory old = _shownAt(program, 1, 0);
        vm.prank(ana);
        program.dispute(ana, old, 0, "", 0);
        vm.prank(cleo);
        program.dispute(cleo, old, 0, "", 0);
        uint256[] memory partners = new uint256[](old.words.length);
        for (uint256 i = 0; i < partners.length; ++i) partners[i] = CLEO;
        _reattribute(old.id, partners, "");
        ShownSale memory new_ = _shownAt(program, 1, 0);
        vm.assertEq(new_.proof.length, 0, "path");
        for (uint256 i = 0; i < partners.length; ++i)
            vm.assertEq(new_.words[i], (old.words[i] & ~uint256(0xFFFFF)) | CLEO, "word");
        program.saleAt(new_);
        _assertUnknown(old);
        Refund[] memory refunds = _refunds("r", old.id, 1e6);
        refunds[0].sale = old;
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.RefundSkipped(old.id, "r", 1, 0, 0);
        vm.prank(attributor);
        program.refund(refunds, 0);
        vm.assertEq(program.stateOf(1, 0).refunded, 0, "by its old words");
        _refund("r", old.id, 10e6);
        vm.assertEq(program.stateOf(1, 0).refunded, 10e6, "refunded");
        // The other sale of the batch is shown as ever, and not by the words of this one.
        program.saleAt(_shownAt(program, 1, 1));
        new_.head ^= 1 << SaleWords.PLACE_AT;
        _assertUnknown(new_);
    }

    function test_GivenASaleThatWasPaidHereWasReattributed() external {
        _postOnChain("a");
        ShownSale memory old = _shown("a");
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = BEN;
        _reattribute("a", partners, "");
        vm.assertEq(_shown("a").words[4], uint160(customer), "payer");
        vm.assertEq(_shown("a").head, old.head, "head");
        _refund("r", "a", 100e6);
        vm.assertEq(program.claimable(customer, address(usdc)), 100e6, "paid back");
    }

    function test_WhenASaleIsReattributedToTheSamePartners() external {
        _postElsewhere("a");
        ShownSale memory old = _shown("a");
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = SaleWords.partner(old.words[i]);
        _reattribute("a", partners, "");
        program.saleAt(old);
        program.saleAt(_shown("a"));
    }

    /* HELPERS */

    function _postMany(uint256 count, uint256 firstId) private {
        Sale[] memory sales = new Sale[](count);
        for (uint256 i = 0; i < count; ++i) sales[i] = _mixed(bytes32(firstId + i), 10e6 + i);
        _postAll(sales);
    }

    function _leafOf(ShownSale memory sale) private pure returns (bytes32) {
        return
            SaleWords.leaf({
                selector: keccak256("SalePosted(bytes32,uint256,uint256[])"),
                id: sale.id,
                head: sale.head,
                words: sale.words
            });
    }

    function _assertUnknown(ShownSale memory sale) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, sale.id));
        program.saleAt(sale);
    }
}
