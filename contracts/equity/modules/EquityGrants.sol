// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EquitySources } from "../base/EquitySources.sol";
import { Grant } from "../base/EquityStorage.sol";
import { EquityVotes } from "../base/EquityVotes.sol";
import { FLAG_FLOW, PackedPlan, PLAN_AUTHORISED, PLAN_CLASSES, PLAN_PAUSE_LIMIT } from "../PackedPlan.sol";
import { Leave, NewGrant, PlanPower, Source } from "../../interfaces/EquityTypes.sol";
import { IEquityGrants } from "../../interfaces/IEquityGrants.sol";
import { ONE } from "../../libraries/Constants.sol";
import { CALLED, GrantWords, HAS_TRIGGERS, IN_FLOW, LEFT, SEATED } from "../../libraries/GrantWords.sol";
import { Levels } from "../../libraries/Levels.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title The module for grants, the lines that money comes from, and votes
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityGrants is IEquityGrants, EquitySources, EquityVotes {
    using GrantWords for NewGrant;
    using PackedPlan for bytes;
    using PackedTerms for bytes;

    uint256 private constant MOST_SOURCES = 4;

    /// @dev What a clone with arguments has before and behind the address of its code, see OpenZeppelin's `Clones`.
    bytes10 private constant BEFORE_CODE = 0x363d3d373d3d3d363d73;
    bytes15 private constant BEHIND_CODE = 0x5af43d82803e903d91602b57fd5bf3;
    uint256 private constant CLONE_SIZE = 45;

    /// @notice The code that programs run: a plan pulls from these alone.
    address public immutable programCode;

    constructor(address programCode_) {
        programCode = programCode_;
    }

    /* GRANTS */

    /// @inheritdoc IEquityGrants
    function grant(NewGrant[] calldata list) external onlyOperator nonReentrant returns (uint256 firstId) {
        bytes memory plan = PackedPlan.load();
        _pullAll(plan, true);
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) _sync(plan, i);
        uint256 last = _state.grants;
        firstId = last + 1;
        for (uint256 i = 0; i < list.length; ++i) _grant(plan, ++last, list[i]);
        // Safe: a grant takes a unit at least, of which there are at most 2^64, and 22,000 gas.
        _state.grants = uint32(last);
    }

    function _grant(bytes memory plan, uint256 id, NewGrant calldata terms) private {
        _checkNew(plan, terms);
        _setBases(plan, id, terms.class);
        Grant memory made;
        made.head = terms.headOf();
        made.clock = terms.clockOf();
        made.extra = made.extra.withhold(terms.withholding);
        if (terms.withholding > 0) _setExtra(id, made);
        if (_exitBy(block.timestamp) == 0) made.head = made.head.with(HAS_TRIGGERS);
        if (plan.has(FLAG_FLOW)) made.head = made.head.with(IN_FLOW);
        if (_cliffIsOver(made)) made.head = made.head.with(SEATED);
        _grants[id].head = made.head;
        _grants[id].clock = made.clock;
        _reseat(made, 0);
        emit Granted({ id: id, holder: terms.holder, terms: terms });
    }

    function _checkNew(bytes memory plan, NewGrant calldata terms) private {
        require(terms.holder != address(0) && terms.holder != address(this), EquityPlan_ZeroAddress());
        require(terms.units > 0, EquityPlan_ZeroAmount());
        uint256 class = terms.class;
        require(class < plan.number(PLAN_CLASSES, 1), EquityPlan_UnknownClass(class));
        _requireRate(terms.single);
        _requireRate(terms.double);
        _requireRate(terms.withholding);
        if (terms.withholding > 0) _requireTaxAccount();
        uint256[2] memory units = _units(plan.number(PLAN_CLASSES, 1));
        uint256 free = plan.number(PLAN_AUTHORISED, 8) - Levels.sumOf(units);
        require(terms.units <= free, EquityPlan_NotAuthorised(terms.units, free));
        _classUnits[class >> 2] = Levels.add({ word: units[class >> 2], class: class, amount: terms.units });
    }

    /// @dev It earns above the level as it is, and above its class's hurdle.
    function _setBases(bytes memory plan, uint256 id, uint256 class) private {
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) {
            address currency = plan.currencyAt(i);
            uint256 base = _levels[currency].level;
            uint256 hurdle = plan.hurdle(i, class) * Levels.SCALE;
            if (hurdle > base) base = hurdle;
            // Safe: a hurdle has 96 bits before its scale.
            if (base > 0) _books[id][currency].base = uint160(base);
        }
    }

    /* VOTES */

    /// @inheritdoc IEquityGrants
    function seat(uint256 id) external nonReentrant {
        bytes memory plan = PackedPlan.load();
        Grant memory held = _grantAt(id);
        require(held.head.units() > 0, EquityPlan_NothingLeft(id));
        require(!held.head.has(CALLED), EquityPlan_IsCalled(id));
        uint256 over = uint256(held.clock.start()) + held.clock.cliff() + held.clock.shift();
        require(_cliffIsOver(held), EquityPlan_TooEarly(over));
        uint256 before = _votesOf(held);
        held.head = held.head.with(SEATED);
        // Units that waited for an exit that came vote like the others.
        if (held.extra.contingent() > 0 && _isExitSoon(held, block.timestamp)) {
            _closeContingent(plan, id, held);
            _setExtra(id, held);
        }
        _grants[id].head = held.head;
        _reseat(held, before);
    }

    /// @dev What a holder keeps that left is vested.
    function _cliffIsOver(Grant memory held) private view returns (bool) {
        if (held.head.has(LEFT)) return true;
        if (block.timestamp < held.clock.start()) return false;
        return _elapsed(held, block.timestamp) >= held.clock.cliff();
    }

    /* PAUSES */

    /// @inheritdoc IEquityGrants
    function pause(uint256 id) external onlyOperator nonReentrant {
        Grant memory held = _grantAt(id);
        require(held.extra.kind() == Leave.None, EquityPlan_HasLeft(id));
        require(held.clock.stopped() == 0, EquityPlan_IsPaused(id));
        require(block.timestamp >= held.clock.start(), EquityPlan_TooEarly(held.clock.start()));
        uint256 limit = PackedPlan.load().number(PLAN_PAUSE_LIMIT, 4);
        require(held.clock.shift() < limit, EquityPlan_PauseLimit(id, limit));
        _grants[id].clock = held.clock.stop(block.timestamp);
        emit Paused(id);
    }

    /// @inheritdoc IEquityGrants
    function resume(uint256 id) external nonReentrant {
        _requireProtector();
        Grant memory held = _grantAt(id);
        require(held.clock.stopped() != 0, EquityPlan_NotPaused(id));
        _resume(id, held);
    }

    /* WITHHOLDING */

    /// @inheritdoc IEquityGrants
    function setWithholding(uint256 id, uint24 rate) external nonReentrant {
        Grant memory held = _grantAt(id);
        _requireTaxAccount();
        _requireRate(rate);
        uint256 former = held.extra.withholding();
        if (_sender() != held.head.holder()) {
            require(_hasPower(PlanPower.Operator), EquityPlan_NotAllowed(_sender()));
            _act();
            require(rate <= former, EquityPlan_RateNotAllowed(rate, former));
        } else {
            require(rate >= former, EquityPlan_RateNotAllowed(rate, former));
        }
        held.extra = held.extra.withhold(rate);
        _setExtra(id, held);
        _grants[id].head = held.head;
        emit WithholdingChanged({ id: id, rate: rate });
    }

    function _requireRate(uint256 rate) private pure {
        require(rate <= ONE, EquityPlan_RateNotAllowed(rate, ONE));
    }

    function _requireTaxAccount() private view {
        require(_holderOf(PlanPower.TaxAccount) != address(0), EquityPlan_NotInSettings("withholding"));
    }

    /* SOURCES */

    /// @inheritdoc IEquityGrants
    function addSource(address program, uint256 line) external onlyOperator nonReentrant {
        require(_isProgram(program), EquityPlan_NotAProgram(program));
        require(line <= type(uint64).max && _holdsLine(program, line), EquityPlan_NotTheHolder(program, line));
        uint256 count = _state.sources;
        require(count < MOST_SOURCES, EquityPlan_NoMoreSources(MOST_SOURCES));
        for (uint256 i = 0; i < count; ++i) {
            Source memory other = _sources[i];
            require(other.program != program || other.line != line, EquityPlan_NoMoreSources(MOST_SOURCES));
        }
        // Safe by the check above.
        _sources[count] = Source({ program: program, line: uint64(line) });
        // Safe: at most four.
        _state.sources = uint8(count + 1);
        emit SourceAdded({ program: program, line: line });
    }

    /// @dev Whether it is a clone of the known code.
    function _isProgram(address program) private view returns (bool) {
        bytes memory code = new bytes(CLONE_SIZE);
        // Memory-safe: writes into the array just allocated with that length.
        assembly ("memory-safe") {
            extcodecopy(program, add(code, 0x20), 0, CLONE_SIZE)
        }
        return keccak256(code) == keccak256(bytes.concat(BEFORE_CODE, bytes20(programCode), BEHIND_CODE));
    }

    /* SIGNATURES */

    /// @inheritdoc IEquityGrants
    function useNonce() external returns (uint256 nonce) {
        return _useNonce(msg.sender);
    }
}
