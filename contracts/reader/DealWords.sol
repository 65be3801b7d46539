// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { Role, Terms } from "../interfaces/TermsTypes.sol";
import { NOT_PAID, NO_ROLE, ONE, REFERRED, TO_OTHERS, TO_POOL } from "../libraries/Constants.sol";
import { GROSS } from "../libraries/Waterfall.sol";
import { Opened, Programs } from "./Opened.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @title A deal in words: what it is, who has which power, what roles earn
library DealWords {
    using Strings for uint256;
    using Strings for address;

    /* THE DEAL */

    function describe(Opened memory opened, Page memory page) internal view {
        Terms memory terms = opened.terms;
        page.add(Text.join(terms.name, ", since ", Text.time(terms.start)));
        string memory hash = uint256(opened.program.termsHash()).toHexString(32);
        page.add(Text.join("Hash of the terms in force: ", hash));
        _addTimes(terms, page);
        for (uint256 i = 0; i < terms.currencies.length; ++i) {
            address currency = terms.currencies[i];
            if (currency == address(0)) continue;
            page.add(Text.join("Currency: ", Programs.symbolOf(currency), ", ", currency.toChecksumHexString()));
        }
        _addPowers(opened, page);
        page.add(
            Text.join("All lines of a sale together never take more than ", Text.percent(terms.ceiling), " of it")
        );
    }

    function _addTimes(Terms memory terms, Page memory page) private pure {
        string memory length = Text.duration(terms.period);
        page.add(
            terms.holdPeriods == 0
                ? Text.join("Periods of ", length, "; lines are final as they are posted")
                : Text.join(
                    "Periods of ",
                    length,
                    "; lines are final ",
                    Text.counted(terms.holdPeriods, "period"),
                    " after their own"
                )
        );
        page.add(
            terms.noticePeriods == 0
                ? "The terms are never amended"
                : Text.join(
                    "The terms change with ",
                    Text.counted(terms.noticePeriods, "period"),
                    " of notice, and no sooner than after ",
                    Text.counted(terms.rules.handoverDays, "day")
                )
        );
    }

    function _addPowers(Opened memory opened, Page memory page) private view {
        (address operator, address attributor, address standby, address arbiter, address guardian) = opened
            .program
            .holders();
        _addPower(page, "Operator", operator);
        _addPower(page, "Attributor, who posts sales", attributor);
        _addPower(page, "Standby for the attributor", standby);
        _addPower(page, "Arbiter of disputes", arbiter);
        _addPower(page, "Guardian", guardian);
        _addPower(page, "Treasury", opened.terms.treasury);
        _addPower(page, "Tax account", opened.terms.rules.taxAccount);
    }

    function _addPower(Page memory page, string memory what, address holder) private pure {
        if (holder != address(0)) page.add(Text.join(what, ": ", holder.toChecksumHexString()));
    }

    /* ROLES */

    function addRoles(Opened memory opened, Page memory page) internal view {
        Terms memory terms = opened.terms;
        if (terms.commission != ONE)
            page.add(Text.join("Roles earn ", Text.percent(terms.commission), " of these rates:"));
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            Role memory role = terms.roles[i];
            string memory what = Text.join("Role ", role.name, ": ", _rates(terms, role), _stage(role.stage));
            page.add(Text.join(what, _additions(terms, role), _bonuses(opened, role), _missing(terms, role)));
        }
        page.add(
            terms.residualRole == NO_ROLE
                ? "What remains of a sale is the operator's"
                : Text.join("What remains of a sale is the role's ", terms.roles[terms.residualRole].name)
        );
    }

    /// @dev `15 % on every kind`, or `20 % on initial, 5 % on renewal`.
    function _rates(Terms memory terms, Role memory role) private pure returns (string memory text) {
        bool same = true;
        for (uint256 i = 0; i < role.rates.length; ++i) {
            same = same && role.rates[i] == role.rates[0];
            if (role.rates[i] == NOT_PAID) continue;
            string memory one = Text.join(Text.percent(role.rates[i]), " on ", terms.kinds[i]);
            text = bytes(text).length == 0 ? one : Text.join(text, ", ", one);
        }
        if (bytes(text).length == 0) return "nothing";
        if (same) return Text.join(Text.percent(role.rates[0]), " on every kind");
    }

    function _stage(uint256 stage) private pure returns (string memory) {
        if (stage == GROSS) return ", of the sale";
        if (stage == REFERRED) return ", of each line of a partner whom it referred";
        return ", of what standing lines and roles of the sale leave";
    }

    function _additions(Terms memory terms, Role memory role) private pure returns (string memory text) {
        for (uint256 i = 0; i < role.tiers.length; ++i) {
            if (role.tiers[i] > 0) text = Text.join(text, "; + ", Text.percent(role.tiers[i]), " for ", terms.tiers[i]);
        }
        for (uint256 i = 0; i < role.tenure.length; ++i) {
            if (role.tenure[i] > 0)
                text = Text.join(text, "; + ", Text.percent(role.tenure[i]), " after years: ", i.toString());
        }
        if (role.ceiling < ONE) text = Text.join(text, "; at most ", Text.percent(role.ceiling));
    }

    function _bonuses(Opened memory opened, Role memory role) private view returns (string memory text) {
        if (role.network.every > 0) {
            text = Text.join(
                "; + ",
                Text.percent(role.network.add),
                " per ",
                Text.counted(role.network.every, "active partner")
            );
            text = Text.join(text, ", at most ", Text.percent(role.network.max));
        }
        string memory steps = opened.amounts(role.volume.every);
        if (bytes(steps).length == 0) return text;
        text = Text.join(text, "; + ", Text.percent(role.volume.add), " per ", steps);
        return Text.join(text, " of the last period's revenue, at most ", Text.percent(role.volume.max));
    }

    function _missing(Terms memory terms, Role memory role) private pure returns (string memory) {
        if (role.missing == TO_OTHERS) return "; where nobody plays it, the others share it";
        if (role.missing == TO_POOL)
            return Text.join("; where nobody plays it, to the pool ", terms.pools[role.pool].name);
        return "";
    }
}
