// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { Graduation, Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment } from "../../../contracts/interfaces/Types.sol";
import { Base } from "../Base.t.sol";
import { Vm } from "../support/Vm.sol";

/// @dev Posts the published vectors of batches, docs/batches.md, in a program whose first role earns 20 %, its second 5 % and its
/// standing line 10 % on five kinds, and whose partners' sales count.
contract PostVectorsTest is Base {
    uint40 private constant FROM = 1_768_478_400; // 2026-01-15T12:00:00Z
    uint256 private constant KINDS = 5;
    uint256 private constant PARTNERS = 331;
    address private constant PAYER = 0x70997970C51812dc3A010C7d01b50e0d17dc79C8;

    string private _json;

    /// @dev The vectors' sales are posted in segment 4.
    function setUp() public override {
        _json = vm.readFile("test/vectors/batches.json");
        uint40 start = FROM - 4 * PERIOD;
        vm.warp(start);
        usdc = _token("USDC", 6);
        factory = _deployProtocol();
        program = _create(_vectorTerms(start));
        Enrollment[] memory partners = new Enrollment[](PARTNERS);
        for (uint256 i = 0; i < PARTNERS; ++i) {
            partners[i].wallet = address(uint160(0x10000 + i));
            partners[i].name = vm.toString(i);
            partners[i].joined = start;
        }
        vm.prank(operator);
        program.enroll(partners);
        usdc.mint(operator, 1e9);
        vm.prank(operator);
        usdc.approve(address(program), 1e9);
        vm.prank(operator);
        program.fund(address(usdc), 1e9);
        usdc.mint(PAYER, 1e9);
        vm.prank(PAYER);
        usdc.approve(address(program), 1e9);
        vm.warp(FROM + 3 days);
    }

    function test_HeadsLeavesAndRootsAreThoseOfTheVectors() external {
        _assertPosts(".batches[0]");
        // The third is batch 3.
        vm.prank(attributor);
        program.post(address(usdc), 0, 0, 0, 0, 0, _oneSale());
        _assertPosts(".batches[2]");
    }

    function test_RevertWhen_TheBytesAreRefusedByTheVectors() external {
        uint256 count = 0;
        for (; vm.keyExistsJson(_json, _item(".refused", count)); ++count) {
            string memory vector = _item(".refused", count);
            bytes memory packed = vm.parseJsonBytes(_json, string.concat(vector, ".packed"));
            string memory why = vm.parseJsonString(_json, string.concat(vector, ".why"));
            vm.prank(attributor);
            try program.post(address(usdc), 0, 0, 0, 0, 0, packed) {
                vm.assertTrue(false, why);
            } catch (bytes memory reason) {
                vm.assertTrue(_isOfTheForm(bytes4(reason)), why);
            }
        }
        vm.assertLt(0, count, "no vectors");
        // What is right about them is taken.
        vm.prank(attributor);
        program.post(address(usdc), 0, 0, 0, 0, 0, _oneSale());
    }

    /// @dev One sale that nobody brought.
    function _oneSale() private pure returns (bytes memory) {
        return bytes.concat(hex"00000001", bytes32(uint256(7)), bytes5(FROM), bytes12(uint96(5)), hex"0000");
    }

    function _assertPosts(string memory batch) private {
        string memory sales = string.concat(batch, ".sales");
        _paySales(sales);
        vm.recordLogs();
        _postVector(batch);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 place = 0;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == IProgramSales.SalePosted.selector) _assertSale(logs[i], _item(sales, place++));
            if (logs[i].topics[0] == IProgramSales.BatchPosted.selector) _assertBatch(logs[i], batch);
        }
        vm.assertLt(0, place, "no sales");
        vm.assertTrue(!vm.keyExistsJson(_json, _item(sales, place)), "too few sales");
    }

    function _paySales(string memory sales) private {
        for (uint256 i = 0; vm.keyExistsJson(_json, _item(sales, i)); ++i) {
            string memory sale = _item(sales, i);
            if (_number(sale, ".payer") == 0) continue;
            bytes32 id = bytes32(_number(sale, ".id"));
            uint8 kind = uint8(_number(sale, ".kind"));
            uint256 amount = _number(sale, ".amount");
            vm.prank(PAYER);
            program.paySale(id, kind, address(usdc), amount);
        }
    }

    function _postVector(string memory batch) private {
        uint256 lane = _number(batch, ".lane");
        uint256 head = _number(batch, ".headBefore");
        uint256 from = _number(batch, ".from");
        uint256 until = _number(batch, ".until");
        bytes32 evidence = bytes32(_number(batch, ".evidence"));
        bytes memory packed = vm.parseJsonBytes(_json, string.concat(batch, ".packed"));
        vm.prank(attributor);
        program.post(address(usdc), lane, head, from, until, evidence, packed);
    }

    function _assertSale(Vm.Log memory log, string memory sale) private view {
        (uint256 head, ) = abi.decode(log.data, (uint256, uint256[]));
        vm.assertEq(head, _number(sale, ".head"), string.concat(sale, ": head"));
        bytes32 leaf = keccak256(bytes.concat(log.topics[0], log.topics[1], log.data));
        vm.assertEq(uint256(leaf), _number(sale, ".leaf"), string.concat(sale, ": leaf"));
    }

    function _assertBatch(Vm.Log memory log, string memory batch) private view {
        (, , , , uint256 laneHead, uint256 root) = abi.decode(
            log.data,
            (address, uint256, uint256, uint256, uint256, uint256)
        );
        vm.assertEq(uint256(log.topics[1]), _number(batch, ".number"), "number");
        vm.assertEq(laneHead, _number(batch, ".headAfter"), "lane's head");
        vm.assertEq(root, _number(batch, ".root"), "root");
        vm.assertEq(uint256(program.rootOf(_number(batch, ".number"))), root, "kept root");
    }

    function _isOfTheForm(bytes4 selector) private pure returns (bool) {
        return
            selector == IProgramErrors.Program_InvalidBatch.selector ||
            selector == IProgramErrors.Program_ZeroSaleId.selector ||
            selector == IProgramErrors.Program_ZeroAmount.selector ||
            selector == IProgramErrors.Program_ZeroAddress.selector ||
            selector == IProgramErrors.Program_UnknownKind.selector ||
            selector == IProgramErrors.Program_UnknownRole.selector ||
            selector == IProgramErrors.Program_InvalidWeight.selector;
    }

    function _vectorTerms(uint40 start) private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.start = start;
        terms.kinds = new string[](KINDS);
        for (uint256 i = 0; i < KINDS; ++i) terms.kinds[i] = vm.toString(i);
        terms.roles = new Role[](2);
        terms.roles[0] = _role("first", 0);
        terms.roles[0].rates = _onEachKind(20 * PERCENT);
        terms.roles[1] = _role("second", 0);
        terms.roles[1].rates = _onEachKind(5 * PERCENT);
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("moderators", moderators, 10 * PERCENT);
        terms.standing[0].kinds = uint16((1 << KINDS) - 1);
        terms.standing[0].starts = start;
        terms.graduations = new Graduation[](1);
        terms.graduations[0] = Graduation({ tier: 1, earned: _none(), sales: 100, months: 0, score: 0 });
    }

    function _onEachKind(uint24 rate) private pure returns (uint24[] memory rates) {
        rates = new uint24[](KINDS);
        for (uint256 i = 0; i < KINDS; ++i) rates[i] = rate;
    }

    function _item(string memory list, uint256 index) private pure returns (string memory) {
        return string.concat(list, "[", vm.toString(index), "]");
    }

    function _number(string memory path, string memory key) private view returns (uint256) {
        return vm.parseJsonUint(_json, string.concat(path, key));
    }
}
