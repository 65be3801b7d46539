// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { StandingLine } from "../interfaces/TermsTypes.sol";
import { Membership, Partner, Payout, Solvency, Statement, Status } from "../interfaces/Types.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { Opened, Programs } from "./Opened.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @title Parties and what they are owed, in words
library PartyWords {
    using PackedTerms for bytes;
    using Strings for uint256;
    using Strings for address;

    /* WHO */

    /// @notice One sentence on a partner: name, number, address, status, tier, since when.
    function partnerOf(Opened memory opened, uint256 number) internal view returns (string memory) {
        Partner memory partner = opened.program.partnerAt(number);
        string memory known = Text.join(opened.partner(number), ": ", _status(partner.status));
        if (number >= FIRST_POOL) return known;
        if (opened.terms.tiers.length > 0) known = Text.join(known, _tier(opened, partner));
        known = Text.join(known, ", joined ", Text.time(partner.joined));
        Membership memory member = opened.program.membershipOf(partner.wallet);
        if (member.referrer > 0) known = Text.join(known, ", referred by ", opened.partner(member.referrer));
        if (opened.terms.rules.acceptance && !member.accepted)
            known = Text.join(known, ", has yet to accept the terms");
        return known;
    }

    function _tier(Opened memory opened, Partner memory partner) private pure returns (string memory tier) {
        tier = Text.join(", ", opened.terms.tiers[partner.tier]);
        if (partner.nextTier != partner.tier)
            tier = Text.join(
                tier,
                " and from period ",
                uint256(partner.tierPeriod).toString(),
                " on ",
                opened.terms.tiers[partner.nextTier]
            );
    }

    /// @dev Of whoever has a number, who has a status too.
    function _status(Status status) private pure returns (string memory) {
        if (status == Status.Active) return "active";
        return status == Status.Suspended ? "suspended: what it earned stays its own" : "has left";
    }

    /* A PARTY */

    /// @notice All that the program knows of a party.
    function describe(Opened memory opened, address party, Page memory page) internal view {
        uint256 number = opened.program.membershipOf(party).number;
        page.add(
            number == 0
                ? Text.join(party.toChecksumHexString(), " is no partner and no pool.")
                : partnerOf(opened, number)
        );
        Payout memory payout = opened.program.payoutOf(party);
        if (payout.wallet != party && payout.wallet != address(0))
            page.add(Text.join("Paid at ", payout.wallet.toChecksumHexString(), ", where it moved."));
        if (payout.moveTo != address(0))
            page.add(
                Text.join(
                    "To be moved to ",
                    payout.moveTo.toChecksumHexString(),
                    ", from ",
                    Text.time(payout.moveAt),
                    " on"
                )
            );
        for (uint256 i = 0; i < opened.terms.currencies.length; ++i) {
            if (opened.terms.currencies[i] != address(0)) page.add(_books(opened, party, i));
        }
        for (uint256 i = 0; i < opened.terms.standing.length; ++i) _addLine(opened, party, i, page);
    }

    function _books(Opened memory opened, address party, uint256 index) private view returns (string memory) {
        address currency = opened.terms.currencies[index];
        Statement memory books = opened.program.account(party, currency);
        return
            Text.join(
                Text.join("Earned ", opened.money(index, books.net), ": held ", opened.money(index, books.held)),
                Text.join(", final ", opened.money(index, books.locked)),
                Text.join(", claimed ", opened.money(index, books.claimed)),
                Text.join(", claimable now ", opened.money(index, opened.program.claimable(party, currency)))
            );
    }

    function _addLine(Opened memory opened, address party, uint256 index, Page memory page) private view {
        StandingLine memory line = opened.terms.standing[index];
        if (line.holder != party) return;
        string memory which = Text.join("Standing line ", index.toString(), ", ", line.name);
        bool earns = opened.program.lineEarns(index, block.timestamp);
        page.add(Text.join(which, earns ? ": earns a share of all revenue of its kinds" : ": does not earn now"));
        for (uint256 i = 0; i < opened.terms.currencies.length; ++i) {
            address currency = opened.terms.currencies[i];
            if (currency == address(0)) continue;
            (uint256 held, uint256 locked) = opened.program.lineEarnings(index, currency);
            if (held + locked == 0) continue;
            page.add(
                Text.join(
                    "Of it, not settled yet: held ",
                    opened.money(i, held),
                    ", final ",
                    opened.money(i, locked),
                    ", which anyone pays it by claimLine"
                )
            );
        }
    }

    /* ALL */

    /// @notice What the program has and owes.
    function addMoney(Opened memory opened, Page memory page) internal view {
        Solvency[] memory all = opened.program.solvency();
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i].currency != address(0)) page.add(_moneyIn(opened, all[i], i));
        }
    }

    /// @dev What a token holds that does not say so is not known.
    function _moneyIn(Opened memory opened, Solvency memory one, uint256 index) private view returns (string memory) {
        string memory held =
            one.answers ? Text.join("Holds ", opened.money(index, one.balance)) : _silent(opened, index);
        string memory owed = Text.join("; owes ", opened.money(index, one.owed), ", of that ");
        string memory funds = Text.join(opened.money(index, one.funds), " are the operator's unspent funds");
        string memory rest = one.answers ? Text.join("; not counted yet ", opened.money(index, one.uncounted)) : "";
        return Text.join(held, owed, funds, rest);
    }

    function _silent(Opened memory opened, uint256 index) private view returns (string memory) {
        return
            Text.join(Programs.symbolOf(opened.packed.currency(index)), " does not answer: what is held is not known");
    }
}
