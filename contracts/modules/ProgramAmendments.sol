// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "../base/History.sol";
import { Pools } from "../base/Pools.sol";
import { Version } from "../base/ProgramStorage.sol";
import { IAmendmentCheck } from "../interfaces/IAmendmentCheck.sol";
import { IProgramAmendments } from "../interfaces/IProgramAmendments.sol";
import { ITermsValidator } from "../interfaces/ITermsValidator.sol";
import { Terms } from "../interfaces/TermsTypes.sol";
import { Amendment, Power } from "../interfaces/Types.sol";
import { Lists } from "../libraries/Lists.sol";
import { Logs } from "../libraries/Logs.sol";
import { AmendmentCall } from "../terms/AmendmentCall.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { Pages } from "../terms/Pages.sol";
import { AT_HASH, AT_LINES, AT_NOTICE, POOLS } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title The module for amendments: other terms, after the notice
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramAmendments is IProgramAmendments, Pools, History {
    using Lists for uint256[];
    using Pages for bytes;
    using PackedTerms for bytes;

    /// @notice What packs the terms of an amendment.
    ITermsValidator public immutable validator;

    /// @notice What says what they may change, and whom they ask.
    IAmendmentCheck public immutable amendmentCheck;

    constructor(ITermsValidator validator_, IAmendmentCheck amendmentCheck_) {
        validator = validator_;
        amendmentCheck = amendmentCheck_;
    }

    /* PROPOSING */

    /// @inheritdoc IProgramAmendments
    function proposeAmendment(
        Terms calldata newTerms,
        string calldata uri,
        bytes32 textHash
    ) external onlyOperator nonReentrant {
        bytes memory current = _terms();
        uint256 notice = current.number(AT_NOTICE, 1);
        require(notice > 0, Program_NotInTerms("amendments"));
        uint256 from = _startAfterNotice(current, notice);
        require(from <= type(uint40).max, Program_AmountTooLarge(from));
        (uint256[] memory asked, bool addresses) = _check(newTerms, from);
        bytes memory validated = _hand(address(validator), ITermsValidator.validate.selector, newTerms, from);
        bytes memory packed = abi.decode(validated, (bytes));
        packed.keepCurrencies(current);
        _keepLast();
        address source = PackedTerms.store(packed);
        bytes32 termsHash = bytes32(packed.number(AT_HASH, 32));
        uint256[] memory hashes = Lists.zeros(asked.length + 1);
        uint256 count = 0;
        for (uint256 i = 0; i < asked.length; ++i) {
            uint256 line = asked[i];
            // Nobody's any more: it was sold, or its end was agreed or ordered.
            if (_lineRecords[line].ends != 0) continue;
            _consentsMissing[source][line] = true;
            hashes.set(++count, uint256(uint160(current.line(line).holder)));
            asked.set(count - 1, line);
        }
        // Safe: times are checked, and lines are counted in 16 bits.
        _proposed = Version({ source: source, from: uint40(from), consents: uint16(count), addresses: addresses });
        bytes memory told = abi.encode(uint40(from), count, addresses, uri, textHash);
        hashes.set(0, uint256(Logs.emit1(AmendmentProposed.selector, termsHash, told)));
        for (uint256 i = 1; i <= count; ++i) {
            bytes32 hash = Logs.emit2({
                selector: ConsentNeeded.selector,
                topic: bytes32(asked[i - 1]),
                second: bytes32(hashes.get(i)),
                data: abi.encode(termsHash)
            });
            hashes.set(i, uint256(hash));
        }
        Lists.setLength(hashes, count + 1);
        bytes memory all = bytes.concat(abi.encodePacked(hashes), _enrollPools(packed, current.listLength(POOLS)));
        _fold({ count: all.length / 32, digest: keccak256(all) });
    }

    function _check(Terms calldata newTerms, uint256 from) private returns (uint256[] memory asked, bool addresses) {
        bytes memory answer = _hand(address(amendmentCheck), IAmendmentCheck.check.selector, newTerms, from);
        return abi.decode(answer, (uint256[], bool));
    }

    /// @dev Hands on the terms in calldata, as they lie there: the argument says so, and is not read.
    function _hand(address to, bytes4 selector, Terms calldata, uint256 from) private returns (bytes memory) {
        return AmendmentCall.run({ to: to, selector: selector, from: from, source: _sourceInForce() });
    }

    /// @inheritdoc IProgramAmendments
    function withdrawAmendment() external nonReentrant {
        Version storage version = _proposed;
        if (!version.addresses || !_has(Power.Guardian)) {
            _requireHolder(Power.Operator);
            _act();
        }
        require(version.from != 0 && !_isInForce(version), Program_NothingWaits());
        _foldOne(Logs.emit1(AmendmentWithdrawn.selector, _hashOf(version), ""));
        _proposed = _amended;
    }

    /* CONSENTING */

    /// @inheritdoc IProgramAmendments
    function consent(uint256 line, bytes32 hash) external nonReentrant {
        Version storage version = _proposed;
        require(version.from != 0 && !_isInForce(version), Program_NothingWaits());
        require(block.timestamp < version.from, Program_TooLate(version.from));
        bytes32 proposed = _hashOf(version);
        require(hash == proposed, Program_OtherTerms(hash, proposed));
        bytes memory current = _terms();
        require(line < current.number(AT_LINES, 2), Program_UnknownLine(line));
        address holder = current.line(line).holder;
        _requireParty(holder);
        require(_consentsMissing[version.source][line], Program_LineNotInForce(line));
        delete _consentsMissing[version.source][line];
        --_proposed.consents;
        _foldOne(
            Logs.emit2({
                selector: ConsentGiven.selector,
                topic: bytes32(line),
                second: Logs.topicOf(holder),
                data: abi.encode(proposed)
            })
        );
    }

    /* READING */

    /// @inheritdoc IProgramAmendments
    function amendment() external view returns (Amendment memory proposed) {
        Version storage version = _proposed;
        if (version.from == 0) return Amendment({ termsHash: 0, from: 0, consents: 0, addresses: false });
        return
            Amendment({
                termsHash: _hashOf(version),
                from: version.from,
                consents: version.consents,
                addresses: version.addresses
            });
    }

    /// @inheritdoc IProgramAmendments
    function amendedTerms() external view returns (Terms memory amended) {
        Version storage version = _proposed;
        return TermsReader.terms(version.from == 0 ? _namedTerms() : PackedTerms.loadNamedFrom(version.source));
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
