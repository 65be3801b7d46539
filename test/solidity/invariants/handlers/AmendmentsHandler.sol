// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ExitsHandler } from "./ExitsHandler.sol";
import { Clauses, Pool, Role, StandingLine, Terms } from "../../../../contracts/interfaces/TermsTypes.sol";
import { NOT_PAID, PER_YEAR, TO_POOL } from "../../../../contracts/libraries/Constants.sol";

/// @dev The operator proposes other terms, possible and not; holders consent or do not; some proposals are taken back.
abstract contract AmendmentsHandler is ExitsHandler {
    uint256 private constant MOST_PROPOSAL = 15_000_000;
    uint256 private constant MOST_GAS = 1_000_000;

    /// @dev What a proposal ends: one line more than there are where none.
    struct Change {
        uint256 p;
        uint256 from;
        uint256 line;
        bool possible;
    }

    function amend(uint256 seed) external {
        (uint256 p, , ) = _pick(seed);
        uint256 what = (seed >> 24) % 17;
        if (what < 8) _consent(p, seed >> 32);
        else if (what == 8) _withdrawAmendment(p);
        else _propose(p, what - 9, seed >> 32);
    }

    /* PROPOSING */

    function _propose(uint256 p, uint256 what, uint256 seed) private {
        Terms memory terms = abi.decode(_encoded[p], (Terms));
        Change memory change = Change(p, _nextPeriodStart() + PERIOD, terms.standing.length, true);
        if (what == 0) _changeRates(terms, seed);
        else if (what == 1) _addRole(terms, p);
        else if (what == 2) _addLine(terms, change, seed);
        else if (what == 3) _endLine(terms, change, seed);
        else if (what == 4) _replaceLine(terms, change, seed);
        else if (what == 5) _addKind(terms);
        else _spoil(terms, change, seed);
        bytes memory encoded = abi.encode(terms);
        Waiting storage waiting = _waiting[p];
        bool free = !waiting.exists || waiting.from <= block.timestamp;
        bytes memory call = abi.encodeCall(programs[p].proposeAmendment, (terms, "ipfs://amendment", bytes32(seed)));
        bool success = _act(operator, p, MOST_PROPOSAL, call);
        _check(5, success == (change.possible && free), "an amendment was refused, or one proposed that cannot be");
        if (!success) return _did(free ? "bad amendment refused" : "second amendment refused");
        _wait(p, encoded, change.from);
        _askConsents(p, terms, change);
        _check(5, programs[p].amendment().from == change.from, "an amendment begins at another time");
        _check(5, programs[p].amendment().consents == waiting.missing, "an amendment needs other consents");
        _did("propose amendment");
    }

    /// @dev Whose line ends earlier, and whose guarantee may be worth less: another line or role takes a part, or a rate goes up.
    function _askConsents(uint256 p, Terms memory terms, Change memory change) private {
        Terms storage old = _termsOf[p];
        bool weaker = terms.roles.length > old.roles.length || terms.standing.length > old.standing.length;
        for (uint256 kind = 0; kind < old.kinds.length; ++kind) {
            uint24 rate = terms.roles[INTEGRATION].rates[kind];
            if (rate != NOT_PAID && rate > old.roles[INTEGRATION].rates[kind]) weaker = true;
        }
        for (uint256 line = 0; line < old.standing.length; ++line) {
            if (old.standing[line].ends != 0 && terms.standing[line].ends > old.standing[line].ends) weaker = true;
        }
        for (uint256 line = 0; line < old.standing.length; ++line) {
            if (_exits[p][line].ends != 0) continue;
            uint256 ends = terms.standing[line].ends;
            bool runsOn = ends == 0 || ends > change.from;
            Clauses storage clauses = old.standing[line].clauses;
            bool guaranteed = clauses.fee.length + clauses.minimum.length > 0;
            bool earlier = old.standing[line].ends == 0 ? ends != 0 : ends < old.standing[line].ends;
            if (earlier || (weaker && runsOn && guaranteed)) _askConsent(p, line);
            if (weaker && runsOn && guaranteed) _did("guarantee asked");
        }
    }

    /// @dev Lower: higher ones could pass the ceiling.
    function _changeRates(Terms memory terms, uint256 seed) private pure {
        Role memory role = terms.roles[INTEGRATION];
        for (uint256 kind = 0; kind < 3; ++kind) role.rates[kind] = uint24(5 + (seed % 5)) * PERCENT;
        if (seed % 2 == 0) terms.commission = (terms.commission * 9) / 10;
    }

    /// @dev One that a new pool plays where nobody does.
    function _addRole(Terms memory terms, uint256 p) private pure {
        if (
            terms.roles.length >
            (
                p == 1
                    ? 5
                    : p == DEAL
                        ? 6
                        : 4
            )
        ) return;
        Role[] memory roles = new Role[](terms.roles.length + 1);
        for (uint256 i = 0; i < terms.roles.length; ++i) roles[i] = terms.roles[i];
        Role memory role = _role("added", 0);
        role.rates = new uint24[](terms.kinds.length);
        for (uint256 kind = 0; kind < role.rates.length; ++kind) role.rates[kind] = PERCENT;
        (role.missing, role.pool) = (TO_POOL, uint8(terms.pools.length));
        roles[terms.roles.length] = role;
        terms.roles = roles;
        Pool[] memory pools = new Pool[](terms.pools.length + 1);
        for (uint256 i = 0; i < terms.pools.length; ++i) pools[i] = terms.pools[i];
        pools[terms.pools.length] = Pool("added", _poolHolder(terms.pools.length));
        terms.pools = pools;
    }

    /// @dev One of revenue, once; lines on all kinds earn on it.
    function _addKind(Terms memory terms) private pure {
        uint256 count = terms.kinds.length;
        if (count == 4 || count == 6) return;
        string[] memory kinds = new string[](count + 1);
        for (uint256 kind = 0; kind < count; ++kind) kinds[kind] = terms.kinds[kind];
        kinds[count] = "added";
        terms.kinds = kinds;
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            uint24[] memory rates = new uint24[](count + 1);
            for (uint256 kind = 0; kind < count; ++kind) rates[kind] = terms.roles[i].rates[kind];
            rates[count] = i == AFFILIATE ? 5 * PERCENT : NOT_PAID;
            terms.roles[i].rates = rates;
        }
    }

    /// @dev With a cap per year, a guarantee and a price, or without any; from the amendment's start on or a little later.
    function _addLine(Terms memory terms, Change memory change, uint256 seed) private view {
        if (terms.standing.length > (change.p == DEAL ? 7 : 3)) return;
        StandingLine memory line = _line("added", seed % 2 == 0 ? investor : agency, PERCENT);
        line.starts = uint40(change.from + (seed % 3) * 10 days);
        if ((seed >> 8) % 3 > 0) {
            line.clauses = _capped(PER_YEAR, 1e10);
            bool ether_ = (seed >> 16) % 2 == 0;
            line.clauses.fee = _only(ether_ ? ETH : USDC, ether_ ? 5e14 : 500);
            line.clauses.minimum = _only(ether_ ? ETH : USDC, ether_ ? 1e17 : 1e5);
            line.clauses.buyout = 1e6;
        }
        _append(terms, line);
    }

    function _endLine(Terms memory terms, Change memory change, uint256 seed) private pure {
        change.line = seed % terms.standing.length;
        StandingLine memory line = terms.standing[change.line];
        uint256 ends = change.from + ((seed >> 8) % 3) * 25 days;
        // A line that runs until then may end later, too.
        change.possible = (line.ends == 0 || ends <= line.ends || line.ends >= change.from) && ends > line.starts;
        line.ends = uint40(ends);
    }

    /// @dev Another rate is an end and a line for the same holder.
    function _replaceLine(Terms memory terms, Change memory change, uint256 seed) private pure {
        if (terms.standing.length > (change.p == DEAL ? 7 : 3)) return;
        _endLine(terms, change, seed % terms.standing.length);
        StandingLine memory line = _line("replaced", terms.standing[change.line].holder, PERCENT);
        line.starts = uint40(change.from);
        _append(terms, line);
    }

    /// @dev What no amendment can do: reach back, pay out more than the ceiling, change a line's rate or the frame.
    function _spoil(Terms memory terms, Change memory change, uint256 seed) private view {
        change.possible = false;
        uint256 what = seed % (change.p == DEAL ? 7 : 6);
        if (what == 0) terms.standing[0].rates = _one(0);
        else if (what == 1) terms.rules.disputes += 1;
        else if (what == 2) terms.holdPeriods += 1;
        else if (what == 3) terms.standing[0].ends = uint40(change.from - 1);
        else if (what == 4) terms.lineNoticePeriods -= 1;
        else if (what == 5) _appendBad(terms, change.from, seed >> 8);
        else terms.milestones[0].pays[USDC] += 1;
    }

    function _appendBad(Terms memory terms, uint256 from, uint256 seed) private view {
        StandingLine memory line = _line("bad", agency, seed % 2 == 0 ? PERCENT : 100 * PERCENT);
        line.starts = uint40(seed % 2 == 0 ? from - 1 : from);
        _append(terms, line);
    }

    function _append(Terms memory terms, StandingLine memory line) private pure {
        StandingLine[] memory lines = new StandingLine[](terms.standing.length + 1);
        for (uint256 i = 0; i < terms.standing.length; ++i) lines[i] = terms.standing[i];
        lines[terms.standing.length] = line;
        terms.standing = lines;
    }

    /* CONSENTING */

    /// @dev Mostly of the line that is asked for, by its holder, to the terms that wait.
    function _consent(uint256 p, uint256 seed) private {
        Waiting storage waiting = _waiting[p];
        uint256 line = seed % _termsOf[p].standing.length;
        if (seed % 8 > 0) line = _askedLine(p, line);
        address holder = _termsOf[p].standing[line].holder;
        // One in eight is not the holder, one has perhaps moved.
        address caller = (seed >> 8) % 8 == 0 ? operator : _walletOf(p, holder);
        if ((seed >> 8) % 8 == 1) caller = holder;
        bytes32 hash = (seed >> 16) % 8 == 0 ? _hashes[p] : keccak256(waiting.encoded);
        bool good =
            waiting.exists && block.timestamp < waiting.from && caller == _walletOf(p, holder) && hash != _hashes[p];
        Consent state = _consents[waiting.proposal][line];
        bytes memory call = abi.encodeCall(programs[p].consent, (line, hash));
        bool success = _act(caller, p, MOST_GAS, call);
        bool first = state != Consent.Given;
        good = good && state == Consent.Asked;
        _check(first ? 5 : 6, success == good, "a consent counted that was not asked for or given, or did not");
        if (!success) return _did(first ? "consent refused" : "second consent refused");
        _consents[waiting.proposal][line] = Consent.Given;
        --waiting.missing;
        _did("consent");
        _check(6, !_act(caller, p, MOST_GAS, call), "a consent counted twice");
    }

    function _askedLine(uint256 p, uint256 otherwise) private view returns (uint256) {
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (_consents[_waiting[p].proposal][line] != Consent.NotAsked) return line;
        }
        return otherwise;
    }

    function _withdrawAmendment(uint256 p) internal {
        bool good = _waiting[p].exists;
        bool success = _act(operator, p, MOST_GAS, abi.encodeCall(programs[p].withdrawAmendment, ()));
        _check(5, success == good, "an amendment in force was withdrawn, or one that waits could not be");
        if (!success) return;
        delete _waiting[p];
        _did("withdraw amendment");
    }
}
