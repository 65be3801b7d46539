// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IAmendmentCheck } from "../interfaces/IAmendmentCheck.sol";
import { IProgramErrors } from "../interfaces/IProgramErrors.sol";
import { Outcome, StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import { ALL_KINDS } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { GuaranteeCheck } from "./GuaranteeCheck.sol";
import { PackedTerms } from "./PackedTerms.sol";
import { TermsReader } from "./TermsReader.sol";

/// @title What an amendment may change, and whom it asks
/// @dev Holds no money and no power. It reads the caller's terms from where they lie, so that nothing is encoded for it but the
/// new ones.
contract AmendmentCheck is IAmendmentCheck {
    /// @inheritdoc IAmendmentCheck
    function check(
        Terms calldata next,
        uint256 from,
        address source
    ) external view returns (uint256[] memory asked, bool addresses) {
        Terms memory old = TermsReader.terms(
            source == address(0) ? Clones.fetchCloneArgs(msg.sender) : PackedTerms.loadNamedFrom(source)
        );
        addresses = _parties(old, next);
        _frame(old, next);
        _names("kinds", old.kinds, next.kinds);
        _names("tiers", old.tiers, next.tiers);
        _outcomes(old, next);
        _pools(old, next);
        _roles(old, next);
        _milestones(old, next);
        bool weakens = GuaranteeCheck.rolesTakeMore(old, next);
        bool[] memory ends;
        bool grows;
        (ends, grows) = _lines({ old: old, next: next.standing, from: from });
        if (_added({ old: old.standing.length, next: next.standing, from: from }) || grows) weakens = true;
        asked = _asked({ lines: old.standing, ends: ends, next: next.standing, from: from, weakens: weakens });
    }

    /* WHAT STAYS */

    /// @dev Roles are handed on, not amended. Where the treasury and the tax account are may change: what was settled for the old ones
    /// stays theirs. Who withholds something must not lose the account it goes to.
    function _parties(Terms memory old, Terms calldata next) private view returns (bool addresses) {
        _keep(old.operator == next.operator, "operator", 0);
        _keep(old.attributor == next.attributor, "attributor", 0);
        _keep(old.arbiter == next.arbiter, "arbiter", 0);
        _keep(old.guardian == next.guardian, "guardian", 0);
        _keep(old.standby == next.standby, "standby", 0);
        _keep(next.treasury != msg.sender, "treasury", 0);
        address account = next.rules.taxAccount;
        bool possible = account != msg.sender && (account == address(0)) == (old.rules.taxAccount == address(0));
        _keep(possible, "rules.taxAccount", 0);
        addresses = old.treasury != next.treasury || old.rules.taxAccount != account;
    }

    /// @dev The notice that lines have is never lowered.
    function _frame(Terms memory old, Terms calldata next) private pure {
        _keep(old.start == next.start, "start", 0);
        _keep(old.period == next.period, "period", 0);
        _keep(old.holdPeriods == next.holdPeriods, "holdPeriods", 0);
        _keep(next.lineNoticePeriods >= old.lineNoticePeriods, "lineNoticePeriods", 0);
        _keep(keccak256(abi.encode(old.currencies)) == keccak256(abi.encode(next.currencies)), "currencies", 0);
        old.rules.taxAccount = next.rules.taxAccount;
        _keep(keccak256(abi.encode(old.rules)) == keccak256(abi.encode(next.rules)), "rules", 0);
    }

    /// @dev What was revenue stays revenue: payments of it may wait for their sale.
    function _outcomes(Terms memory old, Terms calldata next) private pure {
        uint256 kinds = (1 << old.kinds.length) - 1;
        uint256 later = 0;
        Outcome[] calldata outcomes = next.outcomes;
        for (uint256 i = 0; i < outcomes.length; ++i) later |= 1 << outcomes[i].kind;
        _keep(_outcomesOf(old) == later & kinds, "outcomes", 0);
    }

    function _outcomesOf(Terms memory terms) private pure returns (uint256 kinds) {
        for (uint256 i = 0; i < terms.outcomes.length; ++i) kinds |= 1 << terms.outcomes[i].kind;
    }

    function _pools(Terms memory old, Terms calldata next) private view {
        for (uint256 i = 0; i < old.pools.length; ++i) {
            bool same = i < next.pools.length && old.pools[i].holder == next.pools[i].holder;
            _keep(same && _same(old.pools[i].name, next.pools[i].name), "pools", i);
        }
        for (uint256 i = old.pools.length; i < next.pools.length; ++i) {
            _keep(next.pools[i].holder != msg.sender, "pools", i);
        }
    }

    /// @dev What a role is of says how the lines of posted sales are worked out again.
    function _roles(Terms memory old, Terms calldata next) private pure {
        for (uint256 i = 0; i < old.roles.length; ++i) {
            bool same = i < next.roles.length && old.roles[i].stage == next.roles[i].stage;
            _keep(same && _same(old.roles[i].name, next.roles[i].name), "roles", i);
        }
    }

    /// @dev Partners are under way to them: nothing of one changes. Others may be added.
    function _milestones(Terms memory old, Terms calldata next) private pure {
        for (uint256 i = 0; i < old.milestones.length; ++i) {
            _keep(i < next.milestones.length, "milestones", i);
            bytes32 before = keccak256(abi.encode(old.milestones[i]));
            _keep(before == keccak256(abi.encode(next.milestones[i])), "milestones", i);
        }
    }

    function _names(string memory field, string[] memory old, string[] calldata next) private pure {
        for (uint256 i = 0; i < old.length; ++i) _keep(i < next.length && _same(old[i], next[i]), field, i);
    }

    /* STANDING LINES */

    /// @return ends Which lines end earlier.
    /// @return grows Whether some line ends later or earns on more kinds.
    function _lines(
        Terms memory old,
        StandingLine[] calldata next,
        uint256 from
    ) private pure returns (bool[] memory ends, bool grows) {
        StandingLine[] memory lines = old.standing;
        ends = new bool[](lines.length);
        for (uint256 i = 0; i < lines.length; ++i) {
            _keep(i < next.length, "standing", i);
            uint256 free = Lists.freeMemory();
            StandingLine memory line = next[i];
            if (line.ends != lines[i].ends) {
                ends[i] = lines[i].ends == 0 || (line.ends != 0 && line.ends < lines[i].ends);
                // One that is over by then would earn of revenue that others have shared.
                _keep((ends[i] ? line.ends : lines[i].ends) >= from, "standing.ends", i);
                grows = grows || !ends[i];
                line.ends = lines[i].ends;
            }
            if (line.kinds != lines[i].kinds) {
                _keep(_earnsOnMore(old, lines[i].kinds, line.kinds), "standing.kinds", i);
                grows = true;
                line.kinds = lines[i].kinds;
            }
            _keep(keccak256(abi.encode(line)) == keccak256(abi.encode(lines[i])), "standing", i);
            // Memory, whose price grows with its square, is used again by the next line.
            Lists.releaseMemory(free);
        }
    }

    /// @dev Whether a line keeps its kinds and earns on added ones beside, of which there is no revenue yet.
    function _earnsOnMore(Terms memory old, uint256 before, uint256 later) private pure returns (bool) {
        uint256 known = (1 << old.kinds.length) - 1;
        if (before == ALL_KINDS) return false;
        if (later == ALL_KINDS) later = known & ~_outcomesOf(old);
        return later & known == before;
    }

    /// @dev A standing line that began earlier would earn of revenue that others have shared.
    /// @return takes Whether one of them has a rate: what is guaranteed beside it ranks after older guarantees.
    function _added(uint256 old, StandingLine[] calldata next, uint256 from) private view returns (bool takes) {
        for (uint256 i = old; i < next.length; ++i) {
            _keep(next[i].starts >= from, "standing.starts", i);
            _keep(next[i].holder != msg.sender, "standing.holder", i);
            for (uint256 year = 0; year < next[i].rates.length; ++year) if (next[i].rates[year] > 0) takes = true;
        }
    }

    /* WHOM IT ASKS */

    function _asked(
        StandingLine[] memory lines,
        bool[] memory ends,
        StandingLine[] calldata next,
        uint256 from,
        bool weakens
    ) private pure returns (uint256[] memory asked) {
        asked = new uint256[](lines.length);
        uint256 count = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            bool runs = next[i].ends == 0 || next[i].ends > from;
            bool weaker = weakens && runs && GuaranteeCheck.isGuaranteed(lines[i].clauses);
            if (ends[i] || weaker) asked[count++] = i;
        }
        Lists.setLength(asked, count);
    }

    function _same(string memory a, string calldata b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }

    function _keep(bool condition, string memory field, uint256 index) private pure {
        require(condition, IProgramErrors.Program_NotAmendable(field, index));
    }
}
