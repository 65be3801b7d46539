// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramAmendments } from "../interfaces/IProgramAmendments.sol";
import { ITermsValidator } from "../interfaces/ITermsValidator.sol";
import { Terms } from "../interfaces/TermsTypes.sol";
import { Amendment } from "../interfaces/Types.sol";
import { AmendmentCheck } from "../terms/AmendmentCheck.sol";
import { Pages, StoredLine } from "../terms/Pages.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_HASH, AT_LINES, AT_NOTICE, POOLS } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";
import { History } from "../base/History.sol";
import { Pools } from "../base/Pools.sol";
import { Version } from "../base/ProgramStorage.sol";

/// @title The module for amendments: other terms, after the notice
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramAmendments is IProgramAmendments, Pools, History {
    using Pages for bytes;
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @notice What checks and packs the terms of an amendment.
    ITermsValidator public immutable validator;

    constructor(ITermsValidator validator_) {
        validator = validator_;
    }

    /* PROPOSING */

    /// @inheritdoc IProgramAmendments
    function proposeAmendment(
        Terms calldata terms,
        string calldata uri,
        bytes32 textHash
    ) external onlyOperator nonReentrant {
        bytes memory current = _namedTerms();
        uint256 from = _startAfterNotice(current);
        uint256[] memory ended = AmendmentCheck.check({ old: TermsReader.terms(current), next: terms, from: from });
        // Encoded anew, so that what is packed is what was checked, however the caller has laid out its calldata.
        bytes memory packed = validator.validate(terms, from);
        packed.keepCurrencies(current);
        _keepLast();
        // Safe: times are checked, and lines are counted in 16 bits.
        _proposed = Version({ source: PackedTerms.store(packed), from: uint40(from), consents: uint16(ended.length) });
        bytes32 hash = bytes32(packed.number(AT_HASH, 32));
        bytes32 told = Logs.emit1({
            selector: AmendmentProposed.selector,
            topic: hash,
            data: abi.encode(from, ended.length, uri, textHash)
        });
        bytes memory hashes = bytes.concat(told);
        for (uint256 i = 0; i < ended.length; ++i) {
            told = Logs.emit2({
                selector: ConsentNeeded.selector,
                topic: bytes32(ended[i]),
                second: Logs.topicOf(terms.standing[ended[i]].holder),
                data: abi.encode(hash)
            });
            hashes = bytes.concat(hashes, told);
        }
        hashes = bytes.concat(hashes, _enrollPools(packed, current.listLength(POOLS)));
        _fold(hashes.length / 32, keccak256(hashes));
    }

    /// @inheritdoc IProgramAmendments
    function withdrawAmendment() external onlyOperator nonReentrant {
        Version storage version = _proposed;
        require(version.from != 0 && !_isInForce(version), Program_NothingWaits());
        _foldOne(Logs.emit1({ selector: AmendmentWithdrawn.selector, topic: _hashOf(version), data: "" }));
        _proposed = _amended;
    }

    /* CONSENTING */

    /// @inheritdoc IProgramAmendments
    function consent(uint256 line, bytes32 termsHash) external nonReentrant {
        Version storage version = _proposed;
        require(version.from != 0 && !_isInForce(version), Program_NothingWaits());
        require(block.timestamp < version.from, Program_TooLate(version.from));
        bytes32 hash = _hashOf(version);
        require(termsHash == hash, Program_OtherTerms(termsHash, hash));
        bytes memory current = _terms();
        require(line < current.number(AT_LINES, 2), Program_UnknownLine(line));
        StoredLine memory stored = current.line(line);
        require(msg.sender == stored.holder, Program_NotAllowed(msg.sender));
        bool changes = PackedTerms.loadFrom(version.source).line(line).ends != stored.ends;
        require(changes && !_consents[version.source][line], Program_LineNotInForce(line));
        _consents[version.source][line] = true;
        --_proposed.consents;
        _foldOne(
            Logs.emit2({
                selector: ConsentGiven.selector,
                topic: bytes32(line),
                second: Logs.topicOf(msg.sender),
                data: abi.encode(hash)
            })
        );
    }

    /* READING */

    /// @inheritdoc IProgramAmendments
    function amendment() external view returns (Amendment memory proposed) {
        Version storage version = _proposed;
        if (version.from == 0) return Amendment({ termsHash: 0, from: 0, consents: 0 });
        return Amendment({ termsHash: _hashOf(version), from: version.from, consents: version.consents });
    }

    /// @inheritdoc IProgramAmendments
    function amendedTerms() external view returns (Terms memory amended) {
        Version storage version = _proposed;
        return TermsReader.terms(version.from == 0 ? _namedTerms() : PackedTerms.loadNamedFrom(version.source));
    }

    /// @dev The first period's start after the notice, which counts from the next period's.
    function _startAfterNotice(bytes memory packed) private view returns (uint256 from) {
        uint256 notice = packed.number(AT_NOTICE, 1);
        require(notice > 0, Program_NotInTerms("amendments"));
        Schedule memory schedule = packed.schedule();
        uint256 current = block.timestamp < schedule.start ? 0 : schedule.periodAt(block.timestamp);
        from = schedule.periodStart(current + 1 + notice);
        require(from <= type(uint40).max, Program_AmountTooLarge(from));
    }

    /// @dev Makes room for another proposal: what is in force stays so until then, what lapsed is forgotten.
    function _keepLast() private {
        Version storage last = _proposed;
        require(last.from <= block.timestamp, Program_AlreadyWaits());
        if (_isInForce(last)) _amended = last;
    }

    function _hashOf(Version storage version) private view returns (bytes32) {
        return bytes32(PackedTerms.loadFrom(version.source).number(AT_HASH, 32));
    }
}
