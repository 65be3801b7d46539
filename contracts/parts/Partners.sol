// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { IProgramPartners } from "../interfaces/IProgramPartners.sol";
import { Enrollment, Membership, Partner, Status } from "../interfaces/Types.sol";
import { MAX_PARTNERS } from "../libraries/Constants.sol";
import { PartnerRecord } from "../libraries/PartnerRecord.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { TermsBlob, AT_TIERS } from "../libraries/TermsBlob.sol";

/// @title Who takes part
abstract contract Partners is ProgramBase {
    using Periods for Schedule;
    using TermsBlob for bytes;

    /// @dev TODO-INHERIT IProgramPartners
    function enroll(Enrollment[] calldata partners) external onlyRole(OPERATOR_ROLE) nonReentrant {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 period = block.timestamp < schedule.start ? 0 : schedule.periodAt(block.timestamp);
        uint256 number = _enrolled;
        require(number + partners.length <= MAX_PARTNERS, Program_TooManyPartners(MAX_PARTNERS));
        for (uint256 i = 0; i < partners.length; ++i) {
            _enrollOne(blob, partners[i], ++number, period);
        }
        // Safe: at most `MAX_PARTNERS`, 20 bits.
        _enrolled = uint24(number);
        _active += uint24(partners.length);
    }

    /// @dev TODO-INHERIT IProgramPartners
    function setTier(uint256 number, uint8 tier, string calldata reason) external onlyRole(OPERATOR_ROLE) nonReentrant {
        bytes memory blob = _terms();
        Partner memory partner = _partnerOf(number);
        _checkTier(blob, tier);
        Schedule memory schedule = blob.schedule();
        uint256 current = block.timestamp < schedule.start ? 0 : schedule.periodAt(block.timestamp);
        require(current < type(uint16).max, Program_AmountTooLarge(current));
        if (partner.tierPeriod > 0 && partner.tierPeriod <= current) partner.tier = partner.nextTier;
        partner.nextTier = tier;
        // Safe by the check above.
        partner.tierPeriod = uint16(current + 1);
        _partners[number] = PartnerRecord.pack(partner);
        emit TierChanged(number, tier, current + 1, reason);
    }

    /// @dev TODO-INHERIT IProgramPartners
    function setStatus(
        uint256 number,
        Status status,
        string calldata reason
    ) external onlyRole(OPERATOR_ROLE) nonReentrant {
        Partner memory partner = _partnerOf(number);
        Status before = partner.status;
        bool possible = status != Status.None && status != before && before != Status.Left;
        require(possible, Program_PartnerNotActive(number, before));
        if (before == Status.Active) --_active;
        if (status == Status.Active) ++_active;
        partner.status = status;
        _partners[number] = PartnerRecord.pack(partner);
        emit StatusChanged(number, status, reason);
    }

    /// @dev TODO-INHERIT IProgramPartners
    function partnerAt(uint256 number) external view returns (Partner memory) {
        return _partners[number].unpack();
    }

    /// @dev TODO-INHERIT IProgramPartners
    function membershipOf(address wallet) external view returns (Membership memory) {
        return _members[wallet];
    }

    /// @dev TODO-INHERIT IProgramPartners
    function partnerCount() external view returns (uint256 enrolled, uint256 active) {
        return (_enrolled, _active);
    }

    function _enrollOne(bytes memory blob, Enrollment calldata one, uint256 number, uint256 period) private {
        require(one.wallet != address(0) && one.wallet != address(this), Program_ZeroAddress());
        require(_members[one.wallet].number == 0, Program_AlreadyEnrolled(one.wallet));
        require(one.referrer < number, Program_UnknownPartner(one.referrer));
        _checkTier(blob, one.tier);
        // Safe: a number is below 2^20, a period of an hour at least below 2^24 for 1,900 years.
        _members[one.wallet] = Membership({
            number: uint24(number),
            referrer: one.referrer,
            period: uint24(period),
            accepted: false,
            score: 0
        });
        _partners[number] = PartnerRecord.pack(
            Partner({
                wallet: one.wallet,
                joined: one.joined,
                status: Status.Active,
                tier: one.tier,
                nextTier: one.tier,
                tierPeriod: 0
            })
        );
        emit PartnerEnrolled(number, one.wallet, one.name, one.tier, one.joined, one.referrer);
    }

    function _partnerOf(uint256 number) private view returns (Partner memory partner) {
        partner = _partners[number].unpack();
        require(partner.wallet != address(0), Program_UnknownPartner(number));
    }

    /// @dev A program without tiers knows tier 0 only.
    function _checkTier(bytes memory blob, uint256 tier) private pure {
        require(tier == 0 || tier < blob.number(AT_TIERS, 1), Program_UnknownTier(tier));
    }
}
