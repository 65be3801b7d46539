// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { IProgramReader } from "../interfaces/IProgramReader.sol";
import { DisputeState, SaleState, ShownSale } from "../interfaces/Types.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { Opened } from "./Opened.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @dev A sale as it was given.
/// @param words Of its lines, and last the payer's.
/// @param state What the program knows of it.
/// @param isProven Whether the program proves it.
struct GivenSale {
    bytes32 id;
    uint256 head;
    uint256[] words;
    SaleState state;
    bool isProven;
}

/// @title A sale in words
library SaleReader {
    using SaleWords for uint256;
    using PackedTerms for bytes;
    using Periods for Schedule;
    using Strings for uint256;
    using Strings for address;

    /* READING */

    /// @notice The sale whose log has this data.
    function read(
        Opened memory opened,
        string memory id,
        bytes memory data,
        bytes32[] memory path
    ) internal view returns (GivenSale memory sale) {
        sale.id = Text.toTopic(id);
        (sale.head, sale.words) = _decode(data);
        (uint256 batch, uint256 place) = (sale.head.place() >> 16, sale.head.place() & type(uint16).max);
        require(opened.program.rootOf(batch) != 0, IProgramReader.ProgramReader_UnknownBatch(batch));
        sale.state = opened.program.stateOf(batch, place);
        ShownSale memory shown = ShownSale({ id: sale.id, head: sale.head, words: sale.words, proof: path });
        try opened.program.saleAt(shown) {
            sale.isProven = true;
        } catch {
            // A path that is given must be the sale's own.
            require(path.length == 0, IProgramReader.ProgramReader_NotPosted(sale.id, batch, place));
        }
    }

    function _decode(bytes memory data) private pure returns (uint256 head, uint256[] memory words) {
        bool fits = data.length >= 96 && data.length % 32 == 0;
        if (fits) {
            uint256 offset;
            uint256 count;
            // Memory-safe: reads the first three words of the data, which are there.
            assembly ("memory-safe") {
                head := mload(add(data, 0x20))
                offset := mload(add(data, 0x40))
                count := mload(add(data, 0x60))
            }
            fits = offset == 64 && count == data.length / 32 - 3;
            fits = fits && count == head.lines() + (head.isPaidHere() ? 1 : 0);
        }
        require(fits, IProgramReader.ProgramReader_NotTheDataOfASale(data));
        (, words) = abi.decode(data, (uint256, uint256[]));
    }

    /* THE SALE */

    /// @notice The sale itself, and whether it is proved.
    function describe(GivenSale memory sale, Opened memory opened, Page memory page) internal view {
        uint256 head = sale.head;
        string memory what = Text.join(
            opened.money(head.currency(), head.amount()),
            ", ",
            opened.terms.kinds[head.kind()]
        );
        page.add(Text.join(Text.idOf(sale.id), ": ", what, ", of ", Text.time(head.time())));
        (uint256 batch, uint256 place) = (head.place() >> 16, head.place() & type(uint16).max);
        page.add(Text.join("Batch ", batch.toString(), ", place ", place.toString(), _proof(sale)));
        page.add(head.isPaidHere() ? _paidHere(sale) : "Paid elsewhere; the operator funded what it owes others.");
        _addTime(sale, opened, page);
    }

    function _proof(GivenSale memory sale) private pure returns (string memory) {
        if (sale.isProven) return ". The program proves it.";
        if (sale.state.reattributed) return ". It has other partners since: give the data of its SaleReattributed log.";
        return ". As the log says that you gave; proved it is with its path.";
    }

    function _paidHere(GivenSale memory sale) private pure returns (string memory) {
        address payer = address(uint160(sale.words[sale.head.lines()]));
        return Text.join("Paid on chain by ", payer.toChecksumHexString(), ".");
    }

    /// @dev When its lines are final. Which period a segment is of is known while the terms are those of creation.
    function _addTime(GivenSale memory sale, Opened memory opened, Page memory page) private view {
        if (!opened.isAsCreated()) return;
        Schedule memory schedule = opened.packed.schedule();
        uint256 period = schedule.segmentOf(sale.head.segment()).period;
        string memory when = Text.join("Posted in period ", period.toString(), "; ");
        uint256 locks = schedule.lockTime(period);
        if (schedule.hold == 0) when = Text.join(when, "final as it was posted.");
        else if (block.timestamp < locks) when = Text.join(when, "held until ", Text.time(locks), ", then final.");
        else when = Text.join(when, "final since ", Text.time(locks), ".");
        page.add(when);
    }

    /* WHAT BECAME OF IT */

    /// @notice What refunds took back, and how a dispute stands.
    function addState(GivenSale memory sale, Opened memory opened, Page memory page) internal view {
        SaleState memory state = sale.state;
        uint256 currency = sale.head.currency();
        if (state.refunded == 0) page.add("Nothing was refunded.");
        else
            page.add(
                Text.join(
                    "Refunded: ",
                    opened.money(currency, state.refunded),
                    " of ",
                    opened.money(currency, sale.head.amount())
                )
            );
        page.add(_disputeOf(state, opened));
    }

    function _disputeOf(SaleState memory state, Opened memory opened) private view returns (string memory) {
        if (state.dispute == DisputeState.None) return "Nobody disputed it.";
        string memory by =
            state.disputant == 0 ? "For its id is another's" : Text.join("By ", opened.partner(state.disputant));
        if (state.dispute == DisputeState.Open)
            return
                Text.join(
                    "Disputed, and its lines frozen: ",
                    by,
                    ". It stands as posted from ",
                    Text.time(state.deadline),
                    " on if the arbiter has not decided."
                );
        if (state.dispute == DisputeState.Void)
            return "Void: what was left of its lines went back to whoever funded it.";
        if (state.dispute == DisputeState.Reattributed) return "Disputed; the arbiter gave it to other partners.";
        return "Disputed; it stands as posted.";
    }
}
