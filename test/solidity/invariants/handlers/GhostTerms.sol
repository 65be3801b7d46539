// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GhostBooks } from "./GhostBooks.sol";
import { ALL_KINDS } from "../../../../contracts/libraries/Constants.sol";
import { Outcome, Role, StandingLine, Terms } from "../../../../contracts/interfaces/TermsTypes.sol";

/// @dev The terms in force, and the amendment that waits: it takes their place on its very second, if all have consented.
abstract contract GhostTerms is GhostBooks {
    struct Waiting {
        bool exists;
        uint256 from;
        uint256 missing;
        uint256 proposal;
        bytes encoded;
    }

    /// @dev Of a holder whose line a proposal ends.
    enum Consent {
        NotAsked,
        Asked,
        Given
    }

    Terms[PROGRAMS] internal _termsOf;
    bytes[PROGRAMS] internal _encoded;
    bytes32[PROGRAMS] internal _hashes;
    Waiting[PROGRAMS] internal _waiting;
    uint256 private _proposals;
    mapping(uint256 proposal => mapping(uint256 line => Consent consent)) internal _consents;

    /* IN FORCE */

    function _keepTerms(uint256 p, bytes memory encoded) internal {
        _encoded[p] = encoded;
        _hashes[p] = keccak256(encoded);
        Terms memory terms = abi.decode(encoded, (Terms));
        delete _termsOf[p];
        Terms storage kept = _termsOf[p];
        kept.ceiling = terms.ceiling;
        kept.commission = terms.commission;
        kept.residualRole = terms.residualRole;
        kept.kinds = terms.kinds;
        for (uint256 i = 0; i < terms.graduations.length; ++i) kept.graduations.push(terms.graduations[i]);
        for (uint256 i = 0; i < terms.milestones.length; ++i) kept.milestones.push(terms.milestones[i]);
        for (uint256 i = 0; i < terms.outcomes.length; ++i) kept.outcomes.push(terms.outcomes[i]);
        for (uint256 i = 0; i < terms.pools.length; ++i) kept.pools.push(terms.pools[i]);
        for (uint256 i = 0; i < terms.roles.length; ++i) _keepRole(kept.roles.push(), terms.roles[i]);
        for (uint256 i = 0; i < terms.standing.length; ++i) _keepLine(kept.standing.push(), terms.standing[i]);
    }

    function _keepRole(Role storage kept, Role memory role) private {
        kept.stage = role.stage;
        kept.missing = role.missing;
        kept.pool = role.pool;
        kept.ceiling = role.ceiling;
        kept.rates = role.rates;
        kept.tiers = role.tiers;
        kept.tenure = role.tenure;
        kept.network = role.network;
        kept.volume = role.volume;
    }

    function _keepLine(StandingLine storage kept, StandingLine memory line) private {
        kept.holder = line.holder;
        kept.kinds = line.kinds;
        kept.starts = line.starts;
        kept.ends = line.ends;
        kept.rates = line.rates;
        kept.clauses = line.clauses;
    }

    /// @dev The outcome that a kind is; no amounts where it is revenue.
    function _outcomeOf(uint256 p, uint256 kind) internal view returns (Outcome memory outcome) {
        for (uint256 i = 0; i < _termsOf[p].outcomes.length; ++i) {
            if (_termsOf[p].outcomes[i].kind == kind) return _termsOf[p].outcomes[i];
        }
    }

    /// @dev All kinds that are no outcomes.
    function _allKinds(uint256 p) internal view returns (uint256 kinds) {
        kinds = (1 << _termsOf[p].kinds.length) - 1;
        for (uint256 i = 0; i < _termsOf[p].outcomes.length; ++i) kinds &= ~(1 << _termsOf[p].outcomes[i].kind);
    }

    /// @dev Those that a standing line earns on; all are those that were added later, too.
    function _kindsOf(uint256 p, uint256 line) internal view returns (uint256 kinds) {
        kinds = _termsOf[p].standing[line].kinds;
        if (kinds == ALL_KINDS) kinds = _allKinds(p);
    }

    /// @dev An amount of the terms in a currency.
    function _amountIn(uint96[] storage amounts, uint256 c) internal view returns (uint256) {
        return amounts.length == 0 ? 0 : amounts[c];
    }

    /// @dev Millionths in a currency's smallest unit.
    function _units(uint256 c, uint256 amount) internal pure returns (uint256) {
        return c == ETH ? amount * 1e12 : amount;
    }

    /* AMENDMENTS */

    function _wait(uint256 p, bytes memory encoded, uint256 from) internal {
        _waiting[p] = Waiting({ exists: true, from: from, missing: 0, proposal: ++_proposals, encoded: encoded });
    }

    function _askConsent(uint256 p, uint256 line) internal {
        _consents[_waiting[p].proposal][line] = Consent.Asked;
        ++_waiting[p].missing;
    }

    /// @dev Whose line ends is asked for nothing.
    function _askNoMore(uint256 p, uint256 line) internal {
        Waiting storage waiting = _waiting[p];
        if (!waiting.exists || block.timestamp >= waiting.from) return;
        if (_consents[waiting.proposal][line] != Consent.Asked) return;
        _consents[waiting.proposal][line] = Consent.NotAsked;
        --waiting.missing;
    }

    /* TIME */

    function _warpTo(uint256 time) internal {
        vm.warp(time);
        for (uint256 p = 0; p < PROGRAMS; ++p) _turnTerms(p);
    }

    /// @dev Rule 5: until an amendment's start, and without the consents, the terms are the ones before.
    function _turnTerms(uint256 p) private {
        Waiting storage waiting = _waiting[p];
        if (waiting.exists && waiting.from <= block.timestamp && waiting.missing == 0) {
            _keepTerms(p, waiting.encoded);
            delete _waiting[p];
            _did("amend");
        }
        _check(5, programs[p].termsHash() == _hashes[p], "terms changed at another time than after the notice");
    }
}
