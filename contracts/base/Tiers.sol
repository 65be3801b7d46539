// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { PartnerProgress } from "./PartnerProgress.sol";
import { MilestoneDue, MilestonePot } from "./ProgramStorage.sol";
import { IProgramTiers } from "../interfaces/IProgramTiers.sol";
import { Partner, Progress, Status } from "../interfaces/Types.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { PartnerRecord } from "../libraries/PartnerRecord.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_CURRENCIES, GRADUATIONS, MILESTONES } from "../terms/TermsLayout.sol";
import { Goal, TermsReader } from "../terms/TermsReader.sol";

/// @title What partners reach: tiers by the operator or by the terms' criteria, and milestones
abstract contract Tiers is IProgramTiers, PartnerProgress, History {
    using PackedTerms for bytes;

    /// @dev What a month is, of `Graduation.months`.
    uint256 private constant MONTH = 30 days;

    /* TIERS */

    /// @inheritdoc IProgramTiers
    function setTier(uint256 number, uint8 tier, string calldata reason) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        _checkTier(packed, tier);
        _changeTier({ packed: packed, number: number, partner: _partnerOf(number), tier: tier, reason: reason });
    }

    /// @inheritdoc IProgramTiers
    function attest(uint256 number, uint32 score, bytes32 evidence) external onlyOperator nonReentrant {
        _members[_partnerOf(number).wallet].score = score;
        bytes32 hash = Logs.emit1({
            selector: ScoreAttested.selector,
            topic: bytes32(number),
            data: abi.encode(score, evidence)
        });
        _foldOne(hash);
    }

    /// @inheritdoc IProgramTiers
    function graduate(uint256 number, uint8 tier, address currency) external nonReentrant {
        bytes memory packed = _terms();
        Partner memory partner = _partnerOf(number);
        require(partner.status == Status.Active, Program_PartnerNotActive(number, partner.status));
        // The tier that the partner has or is about to have.
        require(tier > partner.nextTier, Program_AlreadyReached(number, tier));
        uint256 index = _indexOf(packed, currency);
        _requireReached({
            number: number,
            partner: partner,
            asked: _goalOf({ packed: packed, tier: tier, currency: index }),
            progress: _countProgress({ packed: packed, number: number, currency: index })
        });
        _changeTier({ packed: packed, number: number, partner: partner, tier: tier, reason: "graduation" });
    }

    function _changeTier(
        bytes memory packed,
        uint256 number,
        Partner memory partner,
        uint8 tier,
        string memory reason
    ) private {
        uint256 current = _periodNow(packed);
        if (partner.tierPeriod > 0 && partner.tierPeriod <= current) partner.tier = partner.nextTier;
        partner.nextTier = tier;
        // Safe: periods of a day at least are below 2^24 for 45,000 years.
        partner.tierPeriod = uint24(current + 1);
        _partners[number] = PartnerRecord.pack(partner, _partners[number].link());
        bytes32 hash = Logs.emit1({
            selector: TierChanged.selector,
            topic: bytes32(number),
            data: abi.encode(tier, current + 1, reason)
        });
        _foldOne(hash);
    }

    function _goalOf(bytes memory packed, uint256 tier, uint256 currency) private pure returns (Goal memory goal) {
        uint256 count = packed.listLength(GRADUATIONS);
        for (uint256 i = 0; i < count; ++i) {
            goal = TermsReader.goalAt({ packed: packed, index: i, currency: currency });
            if (goal.tier != tier) continue;
            require(goal.earned > 0 || !goal.byEarned, Program_NotInTerms("currency"));
            return goal;
        }
        revert Program_NotInTerms("graduation");
    }

    function _requireReached(
        uint256 number,
        Partner memory partner,
        Goal memory asked,
        Progress memory progress
    ) private view {
        uint256 since = block.timestamp > partner.joined ? block.timestamp - partner.joined : 0;
        _requireAtLeast(number, "earned", progress.earned, asked.earned);
        _requireAtLeast(number, "sales", progress.sales, asked.sales);
        _requireAtLeast(number, "months", since / MONTH, asked.months);
        _requireAtLeast(number, "score", _members[partner.wallet].score, asked.score);
    }

    function _requireAtLeast(uint256 number, string memory criterion, uint256 found, uint256 needed) private pure {
        require(found >= needed, Program_NotReached(number, criterion, found, needed));
    }

    /* MILESTONES */

    /// @inheritdoc IProgramTiers
    function reachMilestone(uint256 number, uint256 milestone, address currency) external nonReentrant {
        bytes memory packed = _terms();
        address party = _partnerOf(number).wallet;
        _requireChoice(packed, party);
        require(milestone < packed.listLength(MILESTONES), Program_NotInTerms("milestone"));
        require((_milestones[number] >> milestone) & 1 == 0, Program_AlreadyReached(number, milestone));
        uint256 index = _indexOf(packed, currency);
        (uint256 sales, uint256 earned, uint256 amount) = TermsReader.milestoneAt({
            packed: packed,
            index: milestone,
            currency: index
        });
        require(amount > 0, Program_NotInTerms("currency"));
        Progress memory progress = _countProgress({ packed: packed, number: number, currency: index });
        _requireAtLeast(number, "sales", progress.sales, sales);
        _requireAtLeast(number, "earned", progress.earned, earned);

        _milestones[number] |= 1 << milestone;
        bytes32 hash = Logs.emit2({
            selector: MilestoneReached.selector,
            topic: bytes32(number),
            second: bytes32(milestone),
            data: abi.encode(currency, amount)
        });
        MilestonePot storage pot = _milestonePots[index];
        // Safe: 2^32 amounts below 2^96 fit.
        uint128 end = pot.owed + uint128(amount);
        pot.owed = end;
        MilestoneDue memory due = MilestoneDue({ end: end, amount: uint96(amount), currency: uint8(index) });
        if (end > pot.funded) {
            _milestoneDues[number][milestone] = due;
            return _foldOne(hash);
        }
        bytes32 paid = _payDue({ number: number, milestone: milestone, party: party, currency: currency, due: due });
        _fold({ count: 2, digest: keccak256(bytes.concat(hash, paid)) });
    }

    /// @inheritdoc IProgramTiers
    function payMilestone(uint256 number, uint256 milestone) external nonReentrant {
        address party = _partnerOf(number).wallet;
        MilestoneDue memory due = _milestoneDues[number][milestone];
        require(due.amount > 0, Program_NothingWaits());
        address currency = _terms().currency(due.currency);
        uint256 funded = _milestonePots[due.currency].funded;
        require(due.end <= funded, Program_ReserveTooSmall(currency, funded, due.end));
        delete _milestoneDues[number][milestone];
        _foldOne(_payDue({ number: number, milestone: milestone, party: party, currency: currency, due: due }));
    }

    /// @dev The reserve is counted money: it only changes whose it is.
    /// @return hash Of its log.
    function _payDue(
        uint256 number,
        uint256 milestone,
        address party,
        address currency,
        MilestoneDue memory due
    ) private returns (bytes32 hash) {
        _owe({ party: party, currency: due.currency, amount: due.amount });
        return
            Logs.emit2({
                selector: MilestonePaid.selector,
                topic: bytes32(number),
                second: bytes32(milestone),
                data: abi.encode(currency, due.amount)
            });
    }

    /// @dev A milestone is paid once, in one currency. Where there are several, others than the partner would choose for it.
    function _requireChoice(bytes memory packed, address party) private view {
        uint256 count = packed.number(AT_CURRENCIES, 1);
        if (packed.currency(ETHER_INDEX) == address(0)) --count;
        require(count == 1 || _isPartyNow(party), Program_NotAllowed(_sender()));
    }

    /// @inheritdoc IProgramTiers
    function milestonesOf(uint256 number) external view returns (uint256 reached) {
        return _milestones[number];
    }

    /// @inheritdoc IProgramTiers
    function milestoneDue(uint256 number, uint256 milestone) external view returns (address currency, uint256 amount) {
        MilestoneDue memory due = _milestoneDues[number][milestone];
        if (due.amount > 0) currency = _terms().currency(due.currency);
        amount = due.amount;
    }
}
