// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramHistory } from "../../../contracts/interfaces/IProgramHistory.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Refund, Remedy, ShownSale, Status } from "../../../contracts/interfaces/Types.sol";
import { JoinSigner } from "../support/JoinSigner.sol";
import { Post } from "../support/Posts.sol";
import { Sale } from "../support/Sales.sol";
import { Vm } from "../support/Vm.sol";

/// @dev The history's word, worked out anew from the logs of each call.
contract HistoryTest is DisputeBase {
    using JoinSigner for *;

    uint256 private _word;

    function setUp() public override {
        super.setUp();
        _fund(10_000e6);
    }

    function test_WhenAProgramIsCreated() external {
        vm.roll(1_234);
        Terms memory terms = _terms();
        terms.name = "another";
        program = _create(terms);
        uint256 hash = uint256(keccak256(abi.encode(block.chainid, program, program.termsHash(), 1)));
        vm.assertEq(program.history(), (hash << 40) | 1_234, "seed");
        vm.assertEq(program.checkpointOf(0), 0, "checkpoint");
    }

    function test_WhenABatchIsPosted() external {
        Sale[] memory sales = new Sale[](5);
        for (uint256 i = 0; i < 5; ++i) sales[i] = _mixed(bytes32(i + 1), 10e6);
        Post memory post = _late(program, address(usdc), _pack(program, sales, new address[](0)));
        _begin();
        vm.prank(attributor);
        program.post(post.currency, 0, post.head, 0, 0, keccak256("evidence"), post.packed);
        _assertFolded(6);
    }

    function test_WhenSalesAreRefunded() external {
        _postElsewhere("a");
        Refund[] memory refunds = new Refund[](3);
        for (uint256 i = 0; i < 3; ++i) refunds[i] = _refunds(bytes32(i + 1), "a", 1e6)[0];
        _begin();
        vm.prank(attributor);
        program.refund(refunds, keccak256("evidence"));
        // The evidence, one refund, and two that are skipped.
        _assertFolded(4);
        refunds = _refunds("s", "a", 1e6);
        _begin();
        vm.prank(attributor);
        program.refund(refunds, 0);
        _assertFolded(1);
    }

    function test_WhenSeveralSalesAreRefundedAtOnce() external {
        bytes32[3] memory ids = [bytes32("a"), "b", "c"];
        Refund[] memory refunds = new Refund[](3);
        for (uint256 i = 0; i < 3; ++i) {
            _postElsewhere(ids[i]);
            refunds[i] = _refunds(bytes32(i + 1), ids[i], 1e6)[0];
        }
        _begin();
        vm.prank(attributor);
        program.refund(refunds, keccak256("evidence"));
        _assertFolded(4);
    }

    function test_WhenASaleIsDisputedAndSettled() external {
        bytes32[4] memory ids = [bytes32("a"), "b", "c", "d"];
        for (uint256 i = 0; i < 4; ++i) {
            _postElsewhere(ids[i]);
            ShownSale memory sale = _shown(ids[i]);
            _begin();
            vm.prank(i < 2 ? ana : ben);
            program.dispute(i < 2 ? ana : ben, sale, 0, "why", "evidence");
            _assertFolded(1);
            if (i == 3) vm.warp(START + 2 * uint256(PERIOD));
            _begin();
            vm.prank(arbiter);
            if (i == 0) program.upholdSale(sale, "");
            else if (i == 1) program.voidSale(sale, "");
            else if (i == 2) program.reattributeSale(sale, _all(BEN), "");
            else program.closeDispute(sale);
            _assertFolded(i == 2 ? 2 : 1);
        }
    }

    function test_WhenADuplicateIsVoidOrFrozen() external {
        _postElsewhere("a");
        _postElsewhere("a");
        _post(_mixed("a", 101e6));
        for (uint256 i = 2; i < 4; ++i) {
            _begin();
            program.voidDuplicate(_shownAt(program, 1, 0), _shownAt(program, i, 0));
            Vm.Log[] memory logs = vm.getRecordedLogs();
            bytes32 second = i == 2 ? IProgramDisputes.DisputeSettled.selector : IProgramDisputes.SaleDisputed.selector;
            vm.assertEq(logs[1].topics[0], second, "event");
            _assertFolded(2, logs);
        }
    }

    function test_WhenPartnersAndLanesChange() external {
        Enrollment[] memory partners = new Enrollment[](2);
        partners[0] = _enrollment(stranger, "x");
        partners[1] = _enrollment(customer, "y");
        _begin();
        vm.prank(operator);
        program.enroll(partners);
        _assertFolded(2);
        _begin();
        vm.prank(operator);
        program.setStatus(BEN, Status.Suspended, "why");
        _assertFolded(1);
        Enrollment memory signed = _enrollment(vm.addr(0xB0B), "z");
        bytes memory signature = program.sign(0xB0B, signed, START);
        _begin();
        vm.prank(operator);
        program.enrollSigned(signed, START, signature);
        // The enrollment and the acceptance.
        _assertFolded(2);
        bytes32 hash = program.termsHash();
        _begin();
        vm.prank(ana);
        program.accept(ana, hash);
        _assertFolded(1);
        _begin();
        vm.prank(operator);
        program.openLane(2, START);
        _assertFolded(1);
    }

    function test_WhenALineEndsOrPauses() external {
        _begin();
        vm.prank(arbiter);
        program.giveNotice(TECH, Remedy.Suspend, "why", "evidence");
        _assertAllFolded(1);
        _begin();
        vm.prank(arbiter);
        program.withdrawNotice(TECH);
        _assertAllFolded(1);
        _begin();
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 400e6);
        _assertAllFolded(1);
        // The first offer goes back.
        _begin();
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 500e6);
        _assertAllFolded(2);
        _begin();
        vm.prank(operator);
        program.agreeExit(TECH, true);
        _assertAllFolded(1);
        // The holder agrees, the line ends, the offer goes back.
        _begin();
        vm.prank(tech);
        program.agreeExit(TECH, true);
        _assertAllFolded(3);
    }

    function test_WhenALineIsBought() external {
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 400e6);
        vm.warp(block.timestamp + HANDOVER);
        _begin();
        vm.prank(tech);
        program.acceptBuyout(TECH, address(usdc), 400e6);
        _assertAllFolded(2);
    }

    function test_WhenTermsAreAmended() external {
        Terms memory terms = _disputeTerms();
        terms.standing[TECH].ends = START + 2 * PERIOD;
        Pool memory first = terms.pools[0];
        terms.pools = new Pool[](2);
        (terms.pools[0], terms.pools[1]) = (first, Pool({ name: "another", holder: stranger }));
        _begin();
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", "text");
        // The proposal, the consent that it needs, the pool that it brings.
        _assertAllFolded(3);
        bytes32 hash = keccak256(abi.encode(terms));
        _begin();
        vm.prank(tech);
        program.consent(TECH, hash);
        _assertAllFolded(1);
        _begin();
        vm.prank(operator);
        program.withdrawAmendment();
        _assertAllFolded(1);
    }

    function test_WhenAWithdrawalIsAnnounced() external {
        _begin();
        vm.prank(operator);
        program.announceWithdrawal(address(usdc), 1e6);
        _assertAllFolded(1);
    }

    function test_WhenMoneyComesAndGoes() external {
        _postElsewhere("a");
        uint256 word = program.history();
        _pay(INITIAL, 1e6);
        _paySale("p", INITIAL, 1e6);
        _fund(1e6);
        usdc.mint(address(program), 1);
        program.sync(address(usdc));
        _warpToLock();
        program.claim(ana, address(usdc));
        program.claimLine(MODERATORS, address(usdc));
        program.claimResidual(address(usdc), 10);
        vm.assertEq(program.history(), word, "word");
    }

    function test_WhenBlocksPass() external {
        for (uint256 i = 0; i < 4; ++i) {
            vm.roll(100 + i * i);
            vm.warp(START + i * 11 days);
            _begin();
            vm.prank(operator);
            program.openLane(2 + i, START);
            _assertFolded(1);
            vm.assertEq(program.history() & type(uint40).max, 100 + i * i, "block");
        }
    }

    /// @dev The word before a period's first batch; none of a period without one.
    function test_WhenPeriodsPass() external {
        vm.assertEq(program.checkpointOf(0), 0, "no batch yet");
        uint256 first = program.history();
        _postElsewhere("a");
        vm.assertEq(program.checkpointOf(0), first, "before the first of period 0");
        vm.warp(START + 2 * uint256(PERIOD));
        uint256 word = program.history();
        _postElsewhere("b");
        vm.assertEq(program.checkpointOf(2), word, "before the first of period 2");
        _postElsewhere("c");
        vm.assertEq(program.checkpointOf(2), word, "as before");
        vm.assertEq(program.checkpointOf(1), 0, "nothing in period 1");
        vm.assertEq(program.checkpointOf(0), first, "period 0");
    }

    /* HELPERS */

    function _begin() private {
        _word = program.history();
        vm.recordLogs();
    }

    function _assertFolded(uint256 count) private {
        _assertFolded(count, vm.getRecordedLogs());
    }

    /// @dev The logs of the call but the last, which tells the word before them.
    function _assertFolded(uint256 count, Vm.Log[] memory logs) private view {
        vm.assertEq(logs.length, count + 1, "logs");
        bytes memory hashes = "";
        for (uint256 i = 0; i < count; ++i)
            hashes = bytes.concat(hashes, keccak256(abi.encodePacked(logs[i].topics, logs[i].data)));
        vm.assertEq(logs[count].topics[0], IProgramHistory.Folded.selector, "Folded");
        vm.assertEq(abi.decode(logs[count].data, (uint256)), _word, "previous");
        uint256 hash = uint256(keccak256(abi.encode(_word, block.number, block.timestamp, count, keccak256(hashes))));
        vm.assertEq(program.history(), (hash << 40) | block.number, "word");
    }

    /// @dev All that the program told of a call, whose events may be folded one after the other.
    function _assertAllFolded(uint256 count) private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 word = _word;
        bytes memory hashes = "";
        uint256 folded = 0;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(program)) continue;
            if (logs[i].topics[0] != IProgramHistory.Folded.selector) {
                hashes = bytes.concat(hashes, keccak256(abi.encodePacked(logs[i].topics, logs[i].data)));
                ++folded;
                continue;
            }
            vm.assertEq(abi.decode(logs[i].data, (uint256)), word, "previous");
            bytes32 digest = keccak256(hashes);
            uint256 hash = uint256(
                keccak256(abi.encode(word, block.number, block.timestamp, hashes.length / 32, digest))
            );
            word = (hash << 40) | block.number;
            hashes = "";
        }
        vm.assertEq(hashes.length, 0, "all are folded");
        vm.assertEq(folded, count, "events");
        vm.assertEq(program.history(), word, "word");
    }

    function _all(uint256 partner) private pure returns (uint256[] memory partners) {
        partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = partner;
    }
}
