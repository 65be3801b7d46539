// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { History } from "./History.sol";
import { PartnerBooks } from "./PartnerBooks.sol";
import { Member } from "./ProgramStorage.sol";
import { IProgramPartners } from "../interfaces/IProgramPartners.sol";
import { Enrollment, Membership, Partner, Status } from "../interfaces/Types.sol";
import { FIRST_POOL, MAX_PARTNERS } from "../libraries/Constants.sol";
import { Labels } from "../libraries/Labels.sol";
import { Lists } from "../libraries/Lists.sol";
import { Logs } from "../libraries/Logs.sol";
import { PartnerRecord } from "../libraries/PartnerRecord.sol";
import { Signatures } from "../libraries/Signatures.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_CURRENCIES, AT_HASH, AT_HOLD } from "../terms/TermsLayout.sol";

/// @title Who takes part
abstract contract Partners is IProgramPartners, PartnerBooks, History, EIP712 {
    using Lists for uint256[];
    using PackedTerms for bytes;

    bytes32 private constant JOIN_TYPEHASH = keccak256(
        "Join(address wallet,string name,uint8 tier,uint40 joined,uint24 referrer,bytes32 termsHash,uint256 nonce,uint256 deadline)"
    );

    /* ENROLLMENT */

    /// @inheritdoc IProgramPartners
    function enroll(Enrollment[] calldata partners) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        (uint256 period, ) = _locked(packed);
        uint256 number = _enrolled;
        uint256[] memory hashes = Lists.zeros(partners.length);
        for (uint256 i = 0; i < partners.length; ++i) {
            bytes32 hash = _enrollOne({
                packed: packed,
                one: partners[i],
                number: ++number,
                period: period,
                accepted: false
            });
            hashes.set(i, uint256(hash));
        }
        _count(number, partners.length);
        _fold({ count: partners.length, digest: hashes.hash(0, partners.length) });
    }

    /// @inheritdoc IProgramPartners
    function enrollSigned(
        Enrollment calldata partner,
        uint256 deadline,
        bytes calldata signature
    ) external onlyOperator nonReentrant {
        require(block.timestamp <= deadline, Program_SignatureExpired(deadline));
        bytes memory packed = _terms();
        bytes32 termsHash = bytes32(packed.number(AT_HASH, 32));
        bytes32 digest = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    JOIN_TYPEHASH,
                    partner.wallet,
                    keccak256(bytes(partner.name)),
                    partner.tier,
                    partner.joined,
                    partner.referrer,
                    termsHash,
                    _useNonce(partner.wallet),
                    deadline
                )
            )
        );
        require(Signatures.isBy(partner.wallet, digest, signature), Program_InvalidSignature(partner.wallet));
        uint256 number = _enrolled + 1;
        (uint256 period, ) = _locked(packed);
        bytes32 enrolled = _enrollOne({ packed: packed, one: partner, number: number, period: period, accepted: true });
        _count(number, 1);
        bytes32 accepted = _tellAccepted(number, termsHash);
        _fold({ count: 2, digest: keccak256(bytes.concat(enrolled, accepted)) });
    }

    function _count(uint256 number, uint256 more) private {
        require(number <= MAX_PARTNERS, Program_TooManyPartners(MAX_PARTNERS));
        // Safe: at most `MAX_PARTNERS`, 20 bits.
        _enrolled = uint24(number);
        _active += uint24(more);
    }

    /// @param period The first one that is not locked.
    /// @return hash Of its log.
    function _enrollOne(
        bytes memory packed,
        Enrollment calldata one,
        uint256 number,
        uint256 period,
        bool accepted
    ) private returns (bytes32 hash) {
        require(one.wallet != address(0) && one.wallet != address(this), Program_ZeroAddress());
        require(_members[one.wallet].number == 0, Program_AlreadyEnrolled(one.wallet));
        require(one.referrer < number, Program_UnknownPartner(one.referrer));
        _checkTier(packed, one.tier);
        // Safe: a number is below 2^20, a period of a day at least below 2^24 for 45,000 years.
        _members[one.wallet] = Member({
            number: uint24(number),
            period: uint24(period),
            accepted: accepted,
            suspended: false,
            score: 0,
            name: Labels.toLabel(one.name)
        });
        // Safe: a group of numbers has 256 bits, and each is written once.
        _enrolledAfter[number >> 3] |= uint256(_batches) << ((number & 7) << 5);
        _partners[number] = PartnerRecord.pack(
            Partner({
                wallet: one.wallet,
                joined: one.joined,
                status: Status.Active,
                tier: one.tier,
                nextTier: one.tier,
                tierPeriod: 0
            }),
            one.referrer
        );
        _markActive(number, true);
        return
            Logs.emit2({
                selector: PartnerEnrolled.selector,
                topic: bytes32(number),
                second: bytes32(uint256(uint160(one.wallet))),
                data: abi.encode(one.name, one.tier, one.joined, one.referrer)
            });
    }

    function _tellAccepted(uint256 number, bytes32 termsHash) private returns (bytes32) {
        return Logs.emit1(TermsAccepted.selector, bytes32(number), abi.encode(termsHash));
    }

    /// @inheritdoc IProgramPartners
    function accept(address party, bytes32 termsHash) external nonReentrant {
        uint256 number = _requirePartner(party);
        bytes memory packed = _terms();
        bytes32 inForce = bytes32(packed.number(AT_HASH, 32));
        require(termsHash == inForce, Program_OtherTerms(termsHash, inForce));
        _members[party].accepted = true;
        _owePast(packed, party);
        _foldOne(_tellAccepted(number, termsHash));
    }

    /// @dev Owes a partner what waited for its acceptance.
    function _owePast(bytes memory packed, address party) private {
        if (packed.number(AT_HOLD, 1) > 0) return;
        uint256 count = packed.number(AT_CURRENCIES, 1);
        for (uint256 i = 0; i < count; ++i) {
            uint256 key = _accountKey(party, i);
            uint256 amount = _waiting[key];
            if (amount == 0) continue;
            _waiting[key] = 0;
            _owe({ party: party, currency: i, amount: amount });
        }
    }

    /* STATUS */

    /// @inheritdoc IProgramPartners
    function leaveProgram(address party, string calldata reason) external nonReentrant {
        uint256 number = _requirePartner(party);
        Status before = _partnerOf(number).status;
        require(before != Status.Left, Program_PartnerNotActive(number, before));
        // Else leaving and returning would end a suspension.
        _members[party].suspended = before == Status.Suspended;
        _changeStatus({ number: number, status: Status.Left, reason: reason });
        _owePast(_terms(), party);
    }

    /// @inheritdoc IProgramPartners
    function returnToProgram(address party, string calldata reason) external nonReentrant {
        uint256 number = _requirePartner(party);
        Status before = _partnerOf(number).status;
        require(before == Status.Left, Program_PartnerNotActive(number, before));
        Status status = _members[party].suspended ? Status.Suspended : Status.Active;
        _changeStatus({ number: number, status: status, reason: reason });
    }

    /// @inheritdoc IProgramPartners
    function setStatus(uint256 number, Status status, string calldata reason) external onlyOperator nonReentrant {
        Status before = _partnerOf(number).status;
        bool known = status == Status.Active || status == Status.Suspended;
        require(known && status != before && before != Status.Left, Program_PartnerNotActive(number, before));
        _changeStatus({ number: number, status: status, reason: reason });
    }

    function _changeStatus(uint256 number, Status status, string calldata reason) private {
        Partner memory partner = _partnerOf(number);
        Status before = partner.status;
        if (before == Status.Active) --_active;
        if (status == Status.Active) ++_active;
        partner.status = status;
        _partners[number] = PartnerRecord.pack(partner, _partners[number].link());
        _markActive(number, status == Status.Active);
        _foldOne(Logs.emit1(StatusChanged.selector, bytes32(number), abi.encode(status, reason)));
    }

    /* READING */

    /// @inheritdoc IProgramPartners
    function partnerAt(uint256 number) external view returns (Partner memory partner) {
        return _partners[number].unpack();
    }

    /// @inheritdoc IProgramPartners
    function membershipOf(address wallet) external view returns (Membership memory membership) {
        Member memory member = _members[wallet];
        uint256 number = member.number;
        membership.number = member.number;
        // Safe: a link has 20 bits. That of a pool is no referrer.
        if (number < FIRST_POOL) membership.referrer = uint24(_partners[number].link());
        membership.period = member.period;
        membership.accepted = member.accepted;
        membership.score = member.score;
        membership.name = Labels.toText(member.name);
    }

    /// @inheritdoc IProgramPartners
    function partnerCount() external view returns (uint256 enrolled, uint256 active) {
        return (_enrolled, _active);
    }
}
