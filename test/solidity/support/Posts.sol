// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { Pool } from "../../../contracts/interfaces/TermsTypes.sol";
import { Partner, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { IDeployedProgram } from "./IDeployedProgram.sol";
import { PackedBatch } from "./PackedBatch.sol";
import { Credit, Sale } from "./Sales.sol";
import { Vm } from "./Vm.sol";

/// @dev A call of `post`.
struct Post {
    address currency;
    uint256 lane;
    uint256 head;
    uint256 from;
    uint256 until;
    bytes32 evidence;
    bytes packed;
}

/// @dev Packs and posts batches, and keeps what their logs tell: a sale can be shown later by its id, or by its batch and place.
abstract contract Posts {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    mapping(IDeployedProgram which => mapping(bytes32 id => uint256 place)) private _placeOf;
    mapping(IDeployedProgram which => mapping(uint256 place => ShownSale sale)) private _sales;

    /// @dev What the next post must be refused with; empty where it must not.
    bytes private _refusal;
    bool private _isRefused;

    /* SENDING */

    /// @dev The next call that is sent here must be refused with this. Unlike `vm.expectRevert` it leaves room for what has to be
    /// looked up first.
    function _expectRefusal(bytes memory refusal) internal {
        (_refusal, _isRefused) = (refusal, true);
    }

    /// @dev Posts in the late lane: sales in any order.
    function _postTo(
        IDeployedProgram which,
        address by,
        address currency,
        Sale[] memory sales,
        address[] memory payers
    ) internal {
        _send(which, by, _late(which, currency, _pack(which, sales, payers)));
    }

    /// @dev In the late lane as it stands.
    function _late(
        IDeployedProgram which,
        address currency,
        bytes memory packed
    ) internal view returns (Post memory post) {
        (post.currency, post.packed) = (currency, packed);
        post.head = _headOf(which, 0, currency);
    }

    /// @dev A lane's head; 0 where the program does not know the currency.
    function _headOf(IDeployedProgram which, uint256 lane, address currency) internal view returns (uint256 head) {
        try which.laneOf(lane, currency) returns (uint256, uint256, uint256 found) {
            head = found;
        } catch {}
    }

    function _send(IDeployedProgram which, address by, Post memory post) internal {
        bool refused = _beginCall();
        vm.prank(by);
        which.post(post.currency, post.lane, post.head, post.from, post.until, post.evidence, post.packed);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (!refused) _keep(which, logs);
    }

    /// @dev Everything is looked up: the call that follows is the one.
    function _beginCall() internal returns (bool refused) {
        refused = _isRefused;
        vm.recordLogs();
        if (refused) vm.expectRevert(_refusal);
        _isRefused = false;
    }

    /* PACKING */

    /// @param payers Of each sale; empty where all were paid elsewhere.
    function _pack(
        IDeployedProgram which,
        Sale[] memory sales,
        address[] memory payers
    ) internal view returns (bytes memory) {
        return _packAt(which, sales, payers, block.timestamp);
    }

    /// @param time When all of them occurred.
    function _packAt(
        IDeployedProgram which,
        Sale[] memory sales,
        address[] memory payers,
        uint256 time
    ) internal view returns (bytes memory) {
        PackedBatch.sort(sales, payers);
        return PackedBatch.pack(_numbersOf(which, sales), sales, payers, time);
    }

    /// @dev All that lines of the sales may go to.
    function _numbersOf(IDeployedProgram which, Sale[] memory sales) internal view returns (uint256[] memory numbers) {
        uint256[] memory pools = _books(which);
        uint256 count = pools.length;
        for (uint256 i = 0; i < sales.length; ++i) count += 2 * sales[i].credits.length;
        numbers = new uint256[](count);
        count = 0;
        for (uint256 i = 0; i < pools.length; ++i) numbers[count++] = pools[i];
        for (uint256 i = 0; i < sales.length; ++i) {
            Credit[] memory credits = sales[i].credits;
            for (uint256 j = 0; j < credits.length; ++j) {
                numbers[count++] = credits[j].partner;
                numbers[count++] = _referrerOf(which, credits[j].partner);
            }
        }
        return PackedBatch.rising(numbers);
    }

    /// @dev The numbers that the pools' credits are kept by.
    function _books(IDeployedProgram which) internal view virtual returns (uint256[] memory books) {
        Pool[] memory pools = which.terms().pools;
        books = new uint256[](pools.length);
        for (uint256 i = 0; i < pools.length; ++i) books[i] = which.membershipOf(pools[i].holder).number;
    }

    function _referrerOf(IDeployedProgram which, uint256 number) internal view virtual returns (uint256) {
        try which.partnerAt(number) returns (Partner memory partner) {
            return which.membershipOf(partner.wallet).referrer;
        } catch {
            return 0;
        }
    }

    /* SHOWING */

    /// @dev The sale that was posted last under this id; an unknown one where none was.
    function _shownOf(IDeployedProgram which, bytes32 id) internal view returns (ShownSale memory sale) {
        uint256 place = _placeOf[which][id];
        sale = _sales[which][place];
        sale.id = id;
    }

    /// @dev The sale at a place, as first posted or re-attributed.
    function _shownAt(IDeployedProgram which, uint256 batch, uint256 place) internal view returns (ShownSale memory) {
        return _sales[which][(batch << 16) | place];
    }

    function _keep(IDeployedProgram which, Vm.Log[] memory logs) internal {
        ShownSale[] memory sales = new ShownSale[](logs.length);
        bytes32[] memory leaves = new bytes32[](logs.length);
        uint256 count = 0;
        for (uint256 i = 0; i < logs.length; ++i) {
            Vm.Log memory log = logs[i];
            if (log.emitter != address(which)) continue;
            if (log.topics[0] == IProgramSales.SalePosted.selector) {
                sales[count] = _read(log);
                leaves[count++] = keccak256(bytes.concat(log.topics[0], log.topics[1], log.data));
            }
            if (log.topics[0] == IProgramSales.BatchPosted.selector) {
                _keepBatch(which, log, sales, _first(leaves, count));
                count = 0;
            }
            if (log.topics[0] == IProgramDisputes.SaleReattributed.selector) _keepOne(which, _read(log));
        }
    }

    /// @dev Of `SalePosted` or `SaleReattributed`.
    function _read(Vm.Log memory log) internal pure returns (ShownSale memory sale) {
        sale.id = log.topics[1];
        (sale.head, sale.words) = abi.decode(log.data, (uint256, uint256[]));
    }

    function _keepBatch(
        IDeployedProgram which,
        Vm.Log memory log,
        ShownSale[] memory sales,
        bytes32[] memory leaves
    ) private {
        bytes32[] memory nodes = PackedBatch.tree(leaves);
        (, uint256 count, , , , bytes32 root) = abi.decode(
            log.data,
            (address, uint256, uint256, uint256, uint256, bytes32)
        );
        vm.assertEq(count, leaves.length, "sales of the batch");
        vm.assertEq(root, nodes[0], "root told");
        vm.assertEq(which.rootOf(uint256(log.topics[1])), root, "root kept");
        for (uint256 i = 0; i < leaves.length; ++i) {
            vm.assertEq(SaleWords.place(sales[i].head), (uint256(log.topics[1]) << 16) | i, "place");
            sales[i].proof = PackedBatch.pathOf(nodes, i);
            _keepOne(which, sales[i]);
        }
    }

    function _keepOne(IDeployedProgram which, ShownSale memory sale) private {
        uint256 place = SaleWords.place(sale.head);
        _placeOf[which][sale.id] = place;
        _sales[which][place] = sale;
    }

    function _first(bytes32[] memory list, uint256 count) private pure returns (bytes32[] memory some) {
        some = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) some[i] = list[i];
    }
}
