// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    GrantEarnings,
    GrantState,
    Leave,
    Move,
    NewGrant,
    Offer,
    PlanLevel,
    PlanOverview,
    PlanSettings
} from "../../../../contracts/interfaces/EquityTypes.sol";
import { ETHER } from "../../../../contracts/libraries/Constants.sol";
import { HookToken } from "../../../../contracts/mocks/HookToken.sol";
import { ReentrantReceiver } from "../../../../contracts/mocks/ReentrantReceiver.sol";
import { TestToken } from "../../../../contracts/mocks/TestToken.sol";
import { BOUNDS_GAS } from "../../support/GasBounds.sol";
import { IDeployedPlan } from "../support/IDeployedPlan.sol";
import { PlanBase } from "../support/PlanBase.sol";

/// @dev Does what users do, the bad things included, to four plans at once, each in USDC, ETH and a hostile token: a plain one, one whose
/// rest is the treasury's with three classes, one without catching up, one of one class for the rest. Around every action it looks at
/// all grants; what breaks a rule counts as its violation.
contract PlanHandler is PlanBase {
    uint256 internal constant PLANS = 4;
    uint256 internal constant CURRENCIES = 3;
    uint256 internal constant MOST_GRANTS = 10;
    uint256 internal constant WALLETS = 5;

    IDeployedPlan[PLANS] public plans;
    address[CURRENCIES][PLANS] internal _currencies;
    address[WALLETS] internal _wallets;

    /// @dev What came in and went out, by plan and currency.
    mapping(uint256 p => mapping(uint256 c => uint256)) internal _in;
    mapping(uint256 p => mapping(uint256 c => uint256)) internal _out;
    /// @dev How often money was shared or freed, and books were closed: what rounding may have kept.
    mapping(uint256 p => uint256) internal _roundings;

    mapping(uint256 rule => uint256) public violations;
    string public lastViolation;
    mapping(string what => uint256) public done;

    /// @dev What a grant had before an action.
    struct Seen {
        uint256 vested;
        uint256 units;
        uint256[CURRENCIES] due;
    }

    Seen[MOST_GRANTS + 1] private _seen;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < WALLETS; ++i) _wallets[i] = _actor(string.concat("wallet ", vm.toString(i)));
        vm.etch(_wallets[0], _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        vm.etch(_wallets[1], _deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "").code);
        string[PLANS] memory hostile = ["HookToken", "PausableToken", "BlocklistToken", "NoBoolToken"];
        for (uint256 p = 0; p < PLANS; ++p) {
            string memory name = hostile[p];
            address token = _deploy(string.concat("contracts/mocks/", name, ".sol:", name), "");
            _currencies[p] = [address(usdc), ETHER, token];
            plans[p] = _create(_settingsOf(p, token));
            vm.startPrank(operator);
            usdc.approve(address(plans[p]), type(uint256).max);
            TestToken(token).approve(address(plans[p]), type(uint256).max);
            vm.stopPrank();
        }
        ReentrantReceiver(payable(_wallets[1])).register(HookToken(_currencies[0][2]));
    }

    function _settingsOf(uint256 p, address token) private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.name = vm.toString(p);
        settings.authorised = 10_000;
        settings.window = 20 days;
        settings.notice = 10 days;
        settings.period = 2 days;
        settings.currencies = new address[](CURRENCIES);
        for (uint256 c = 0; c < CURRENCIES; ++c) settings.currencies[c] = c == 2 ? token : _currencies[p][c];
        settings.hurdles = new uint96[][](p == 1 ? 3 : 1);
        for (uint256 class = 0; class < settings.hurdles.length; ++class) {
            settings.hurdles[class] = new uint96[](CURRENCIES);
            for (uint256 c = 0; c < CURRENCIES; ++c) settings.hurdles[class][c] = uint96(class * 50_000);
        }
        settings.restToTreasury = p == 1 || p == 3;
        settings.restClass = p == 1 ? 1 : 0;
        settings.flow = p == 2;
        if (p == 2) settings.callWindow = 0;
    }

    /* AROUND EVERY ACTION */

    /// @dev What is due, vested and outstanding may change as the rules say and no other way. `id`: whose units the action may take.
    modifier watched(uint256 seed, uint256 id) {
        uint256 p = seed % PLANS;
        plan = plans[p];
        _look(p);
        uint256 counted = _countedOfFirst();
        _;
        _compare(p, _own(id));
        if (p != 0) _noteCallback(counted);
    }

    function _countedOfFirst() private view returns (uint256) {
        return plans[0].levelOf(_currencies[0][2]).counted;
    }

    /// @dev One whom another plan pays can claim of the first one meanwhile, or have it share: only the plan that pays is locked.
    function _noteCallback(uint256 counted) private {
        uint256 left = _countedOfFirst();
        if (left < counted) _out[0][2] += counted - left;
        if (left != counted) _roundings[0] += 4;
    }

    function _look(uint256 p) private {
        uint256 count = plan.overview().grants;
        for (uint256 id = 1; id <= count; ++id) {
            _seen[id].vested = plan.vestedOf(id, block.timestamp);
            _seen[id].units = plan.grantAt(id).units;
            for (uint256 c = 0; c < CURRENCIES; ++c) _seen[id].due[c] = _dueOf(p, id, c);
        }
        for (uint256 id = count + 1; id <= MOST_GRANTS; ++id) delete _seen[id];
    }

    function _compare(uint256 p, uint256 may) private {
        uint256 count = plan.overview().grants;
        for (uint256 id = 1; id <= count; ++id) {
            for (uint256 c = 0; c < CURRENCIES; ++c)
                _check(4, _dueOf(p, id, c) >= _seen[id].due[c], "what was payable, owed or paid became less");
            if (id == may || _seen[id].units == 0) continue;
            _check(4, plan.vestedOf(id, block.timestamp) >= _seen[id].vested, "vested units became fewer");
            _check(3, plan.grantAt(id).units == _seen[id].units, "another's units changed");
        }
    }

    /// @dev What a grant was paid and can be.
    function _dueOf(uint256 p, uint256 id, uint256 c) internal view returns (uint256) {
        GrantEarnings memory earnings = plans[p].earningsOf(id, _currencies[p][c]);
        return earnings.payable_ + earnings.owed + earnings.paid;
    }

    function _check(uint256 rule, bool holds, string memory what) internal {
        if (holds) return;
        ++violations[rule];
        lastViolation = what;
    }

    /// @dev Calls the plan; whether it was refused.
    function _try(address by, bytes memory data) internal returns (bool success) {
        return _tryWith(by, 0, data);
    }

    function _tryWith(address by, uint256 value, bytes memory data) internal returns (bool success) {
        vm.prank(by);
        (success, ) = address(plan).call{ value: value }(data);
    }

    function _did(bool success, string memory what) internal {
        if (success) ++done[what];
        else ++done[string.concat(what, " refused")];
    }

    /* MONEY */

    function pay(uint256 seed, uint256 which, uint256 amount) external watched(seed, 0) {
        uint256 c = which % CURRENCIES;
        _send(seed % PLANS, c, 1 + (amount % 1e12));
        ++done["pay"];
    }

    function _send(uint256 p, uint256 c, uint256 amount) internal {
        if (c == 1) {
            vm.deal(address(this), amount);
            (bool success, ) = address(plans[p]).call{ value: amount }("");
            _check(1, success, "ETH was refused");
            _in[p][c] += amount;
        } else if (_mint(_currencies[p][c], address(plans[p]), amount)) {
            _in[p][c] += amount;
        }
    }

    /// @dev Whether the token does not refuse.
    function _mint(address token, address to, uint256 amount) internal returns (bool) {
        try TestToken(token).mint(to, amount) {
            return true;
        } catch {
            return false;
        }
    }

    function sync(uint256 seed, uint256 which) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        uint256 c = which % CURRENCIES;
        _roundings[p] += 4;
        uint256 gas = gasleft();
        bool success = _try(stranger, abi.encodeCall(plan.sync, (_currencies[p][c])));
        _check(5, !BOUNDS_GAS || gas - gasleft() < 160_000, "a sync costs more than its bound");
        _check(1, success, "a sync was refused");
        _did(success, "sync");
    }

    function claim(uint256 seed, uint256 which, uint256 id) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        uint256 c = which % CURRENCIES;
        id = _pick(id);
        if (id == 0) return;
        address currency = _currencies[p][c];
        uint256 before = plan.levelOf(currency).counted;
        GrantEarnings memory earnings = plan.earningsOf(id, currency);
        GrantState memory state = plan.grantAt(id);
        bool success = _try(stranger, abi.encodeCall(plan.claim, (id, currency)));
        _did(success, "claim");
        if (p == 2) _roundings[p] += 2;
        if (success) {
            _out[p][c] += before - plan.levelOf(currency).counted;
            GrantEarnings memory afterwards = plan.earningsOf(id, currency);
            _check(7, afterwards.payable_ + afterwards.owed == 0, "a claim left something");
            _check(
                7,
                afterwards.paid == earnings.paid + earnings.owed + earnings.payable_,
                "a claim paid another amount"
            );
        } else {
            bool hostile = (c == 1 && state.holder == _wallets[0]) || (c == 2 && (p == 1 || p == 2));
            _check(4, hostile || earnings.payable_ + earnings.owed == 0, "a claim was refused");
        }
    }

    function claimMany(uint256 seed, uint256 which) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        address currency = _currencies[p][which % CURRENCIES];
        uint256[] memory ids = new uint256[](plan.overview().grants);
        for (uint256 i = 0; i < ids.length; ++i) ids[i] = i + 1;
        uint256 before = plan.levelOf(currency).counted;
        if (p == 2) _roundings[p] += 2 * ids.length;
        bool success = _try(stranger, abi.encodeCall(plan.claimMany, (ids, currency)));
        _check(4, success, "a claim of many was refused");
        _out[p][which % CURRENCIES] += before - plan.levelOf(currency).counted;
        for (uint256 id = 1; id <= ids.length; ++id) {
            address holder = plan.grantAt(id).holder;
            // One refuses, one may use more gas than it is promised.
            if (which % CURRENCIES == 2 || holder == _wallets[0] || holder == _wallets[1]) continue;
            GrantEarnings memory earnings = plan.earningsOf(id, currency);
            _check(7, earnings.payable_ + earnings.owed == 0, "one was passed over");
        }
        _did(success, "claim many");
    }

    /// @dev The treasury's, or the tax account's.
    function claimPower(uint256 seed, uint256 which, uint256 tax) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        uint256 c = which % CURRENCIES;
        address currency = _currencies[p][c];
        uint256 before = plan.levelOf(currency).counted;
        bool success = _try(
            stranger,
            tax % 2 == 0 ? abi.encodeCall(plan.claimTreasury, (currency)) : abi.encodeCall(plan.claimTax, (currency))
        );
        _out[p][c] += before - plan.levelOf(currency).counted;
        _did(success, tax % 2 == 0 ? "claim treasury" : "claim tax");
    }

    function advance(uint256 seed, uint256 id) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        _roundings[seed % PLANS] += 2 * CURRENCIES;
        _did(_try(stranger, abi.encodeCall(plan.advance, (id))), "advance");
    }

    /// @dev The hostile token stops, or blocks a wallet; the wallet that calls back does something else.
    function turn(uint256 seed, uint256 how) external {
        uint256 p = seed % PLANS;
        address token = _currencies[p][2];
        bool on = how % 2 == 0;
        bool success;
        if (p == 1) (success, ) = token.call(abi.encodeWithSignature("setPaused(bool)", on));
        if (p == 2) (success, ) = token.call(abi.encodeWithSignature("setBlocked(address,bool)", _wallets[2], on));
        if (p == 0) {
            bytes memory data =
                on ? abi.encodeCall(plans[0].sync, (token)) : abi.encodeCall(plans[0].claim, (1, token));
            ReentrantReceiver(payable(_wallets[1])).arm(address(plans[0]), 0, data);
            success = true;
        }
        _did(success, "turn");
    }

    /* GRANTS */

    function grant(uint256 seed, uint256 holder, uint256 shape) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        if (plan.overview().grants == MOST_GRANTS) return;
        NewGrant memory terms = _vested(_wallets[holder % WALLETS], uint64(1 + (shape % 3_000)));
        terms.class = p == 1 ? uint8((shape >> 16) % 3) : 0;
        if (shape % 4 > 0) {
            terms.cliff = uint32((shape >> 24) % 200 days);
            terms.length = terms.cliff + uint32((shape >> 56) % 400 days);
            terms.step = uint32((shape >> 88) % 60 days);
        }
        if (shape % 3 > 0) terms.single = uint24((shape >> 120) % 1_000_001);
        if (shape % 5 > 0) terms.double = uint24((shape >> 144) % 1_000_001);
        if (shape % 7 == 0) terms.withholding = uint24((shape >> 168) % 1_000_001);
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = terms;
        bool success = _try(operator, abi.encodeCall(plan.grant, (list)));
        _roundings[p] += 6 * CURRENCIES;
        _did(success, "grant");
        if (!success) return;
        uint256 id = plan.overview().grants;
        for (uint256 c = 0; c < CURRENCIES; ++c) {
            GrantEarnings memory earnings = plan.earningsOf(id, _currencies[p][c]);
            _check(6, earnings.payable_ + earnings.owed + earnings.held == 0, "a grant earned of what came before");
        }
    }

    function pause(uint256 seed, uint256 id, uint256 on) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        if (on % 2 == 0) _did(_try(operator, abi.encodeCall(plan.pause, (id))), "pause");
        else _did(_try(guardian, abi.encodeCall(plan.resume, (id))), "resume");
    }

    function seat(uint256 seed, uint256 id, uint256 to) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        _did(_try(stranger, abi.encodeCall(plan.seat, (id))), "seat");
        if (to % 3 == 0)
            _did(_try(plan.grantAt(id).holder, abi.encodeCall(plan.delegate, (_wallets[to % WALLETS]))), "delegate");
    }

    function setWithholding(uint256 seed, uint256 id, uint256 rate) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        address by = rate % 2 == 0 ? operator : plan.grantAt(id).holder;
        _did(_try(by, abi.encodeCall(plan.setWithholding, (id, uint24(rate % 1_000_001)))), "withhold");
    }

    function move(uint256 seed, uint256 id, uint256 to) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        (Move memory moving, ) = plan.waitingFor(id);
        if (moving.to == address(0)) {
            address by = to % 2 == 0 ? arbiter : plan.grantAt(id).holder;
            _did(_try(by, abi.encodeCall(plan.proposeMove, (id, _wallets[to % WALLETS]))), "propose move");
        } else if (to % 5 == 0) {
            _did(_try(arbiter, abi.encodeCall(plan.cancelMove, (id))), "cancel move");
        } else {
            _did(_try(moving.to, abi.encodeCall(plan.finishMove, (id))), "finish move");
        }
    }

    /* LEAVING */

    function announce(uint256 seed, uint256 id, uint256 how) external watched(seed, 0) {
        id = _pick(id);
        if (id == 0) return;
        uint40 date = uint40(block.timestamp + 10 days + (how % 5 days));
        GrantState memory state = plan.grantAt(id);
        if (state.leaving != Leave.None && !state.left && how % 2 == 0) {
            address by = state.leaving == Leave.Resigned ? state.holder : guardian;
            _did(_try(by, abi.encodeCall(plan.withdrawLeave, (id))), "withdraw leave");
        } else if (how % 3 == 0) {
            _did(_try(state.holder, abi.encodeCall(plan.resign, (id, date))), "resign");
        } else if (how % 3 == 1) {
            _did(_try(operator, abi.encodeCall(plan.dismiss, (id, date, ""))), "dismiss");
        } else {
            _did(_try(arbiter, abi.encodeCall(plan.dismissForCause, (id, "", 0))), "cause");
        }
    }

    function finishLeave(uint256 seed, uint256 id) external watched(seed, id) {
        id = _own(id);
        if (id == 0) return;
        _roundings[seed % PLANS] += 8 * CURRENCIES;
        _did(_try(stranger, abi.encodeCall(plan.finishLeave, (id))), "finish leave");
    }

    function lapse(uint256 seed, uint256 id) external watched(seed, id) {
        id = _own(id);
        if (id == 0) return;
        _roundings[seed % PLANS] += 8 * CURRENCIES;
        _did(_try(stranger, abi.encodeCall(plan.lapse, (id))), "lapse");
    }

    function exit(uint256 seed, uint256 how) external watched(seed, 0) {
        // Rarely: there is one.
        if (how % 8 == 0) _did(_try(operator, abi.encodeCall(plan.declareExit, (""))), "declare exit");
        else if (how % 8 == 1) _did(_try(arbiter, abi.encodeCall(plan.vetoExit, ())), "veto exit");
    }

    /* BUYING */

    function offer(uint256 seed, uint256 id, uint256 price) external watched(seed, 0) {
        uint256 p = seed % PLANS;
        id = _pick(id);
        if (id == 0) return;
        uint256 c = price % CURRENCIES;
        address currency = _currencies[p][c];
        uint96 amount = uint96(1 + (price % 1e9));
        if (price % 7 == 0) {
            _did(_try(guardian, abi.encodeCall(plan.withdrawOffer, (id))), "withdraw offer");
            return;
        }
        if (c == 1) vm.deal(operator, amount);
        else _mint(currency, operator, amount);
        bool success = _tryWith(operator, c == 1 ? amount : 0, abi.encodeCall(plan.offer, (id, currency, amount)));
        if (success) _in[p][c] += amount;
        _did(success, "offer");
    }

    function accept(uint256 seed, uint256 id) external watched(seed, id) {
        uint256 p = seed % PLANS;
        id = _own(id);
        if (id == 0) return;
        (, Offer memory offered) = plan.waitingFor(id);
        if (offered.price == 0) return;
        address holder = plan.grantAt(id).holder;
        uint256 before = _balanceOf(offered.currency, holder);
        _roundings[p] += 8 * CURRENCIES;
        bool success = _try(holder, abi.encodeCall(plan.acceptOffer, (id, offered.currency, offered.price)));
        _did(success, "accept");
        if (!success) {
            _check(10, plan.grantAt(id).units == _seen[id].units, "units were sold without a payment");
            return;
        }
        _check(10, _seen[id].units > 0, "a price was paid for nothing");
        for (uint256 c = 0; c < CURRENCIES; ++c) if (_currencies[p][c] == offered.currency) _out[p][c] += offered.price;
        _check(10, plan.grantAt(id).units == 0, "a payment without a sale");
        _check(10, _balanceOf(offered.currency, holder) - before == offered.price, "another price was paid");
    }

    function call(uint256 seed, uint256 id) external watched(seed, id) {
        uint256 p = seed % PLANS;
        id = _own(id);
        if (id == 0) return;
        for (uint256 c = 0; c < CURRENCIES; ++c) plan.sync(_currencies[p][c]);
        uint256[] memory prices;
        try plan.priceOf(id) returns (uint256[] memory found) {
            prices = found;
        } catch {
            return;
        }
        for (uint256 c = 0; c < CURRENCIES; ++c) if (c != 1) _mint(_currencies[p][c], operator, prices[c]);
        vm.deal(operator, prices[1]);
        _roundings[p] += 8 * CURRENCIES;
        bool success = _tryWith(operator, prices[1], abi.encodeCall(plan.callUnits, (id)));
        if (success) for (uint256 c = 0; c < CURRENCIES; ++c) _in[p][c] += prices[c];
        _did(success, "call");
    }

    function finishCall(uint256 seed, uint256 id) external watched(seed, id) {
        id = _own(id);
        if (id == 0) return;
        _roundings[seed % PLANS] += 8 * CURRENCIES;
        _did(_try(stranger, abi.encodeCall(plan.finishCall, (id))), "finish call");
    }

    function warp(uint256 time) external {
        vm.warp(block.timestamp + (time % 5 days));
    }

    /// @dev Lets all windows pass, books all that waits, and has everybody claim.
    function drain() external {
        vm.warp(block.timestamp + 60 days);
        for (uint256 p = 0; p < PLANS; ++p) {
            plan = plans[p];
            uint256 count = plan.overview().grants;
            _look(p);
            for (uint256 id = 1; id <= count; ++id) {
                _roundings[p] += 24 * CURRENCIES;
                _did(_try(stranger, abi.encodeCall(plan.finishLeave, (id))), "finish leave");
                _did(_try(stranger, abi.encodeCall(plan.lapse, (id))), "lapse");
                _did(_try(stranger, abi.encodeCall(plan.finishCall, (id))), "finish call");
                for (uint256 c = 0; c < CURRENCIES; ++c)
                    _check(4, _dueOf(p, id, c) >= _seen[id].due[c], "the end took something");
                _check(3, plan.grantAt(id).calledUntil == 0 || plan.grantAt(id).units == 0, "units stay called");
            }
        }
    }

    /* HELPERS */

    /// @dev A grant of the plan; 0 where it has none.
    function _pick(uint256 id) internal view returns (uint256) {
        uint256 count = plan.overview().grants;
        return count == 0 ? 0 : 1 + (id % count);
    }

    /// @dev The grant that `watched` lets lose units; 0 where there is none.
    function _own(uint256 id) internal view returns (uint256) {
        return id == 0 ? 0 : _pick(id);
    }

    function _balanceOf(address currency, address account) internal view returns (uint256) {
        return currency == ETHER ? account.balance : TestToken(currency).balanceOf(account);
    }

    /* WHAT HOLDS AT ANY TIME */

    /// @dev A1 and A2: balance ≥ counted ≥ all that is somebody's, and no more is nobody's than rounding kept.
    function checkMoney() external {
        for (uint256 p = 0; p < PLANS; ++p) {
            uint256 count = plans[p].overview().grants;
            for (uint256 c = 0; c < CURRENCIES; ++c) {
                address currency = _currencies[p][c];
                PlanLevel memory money = plans[p].levelOf(currency);
                uint256 sum = money.waiting + money.treasury + money.tax + money.offered;
                for (uint256 id = 1; id <= count; ++id) {
                    GrantEarnings memory earnings = plans[p].earningsOf(id, currency);
                    sum += earnings.owed + earnings.payable_ + earnings.held;
                }
                uint256 balance = _balanceOf(currency, address(plans[p]));
                _check(1, balance == _in[p][c] - _out[p][c], "a balance is not what came in less what went out");
                _check(1, balance >= money.counted, "more is counted than is there");
                _check(1, money.counted >= sum, "more is somebody's than is counted");
                _check(2, money.counted - sum <= _roundings[p] + 2 * count, "more is nobody's than rounding keeps");
            }
        }
    }

    /// @dev A3: units. A8: nothing below a hurdle. Votes are those of grants.
    function checkUnits() external {
        for (uint256 p = 0; p < PLANS; ++p) {
            PlanOverview memory state = plans[p].overview();
            uint256[3] memory byClass;
            uint256 votes = 0;
            for (uint256 id = 1; id <= state.grants; ++id) {
                GrantState memory held = plans[p].grantAt(id);
                byClass[held.class] += held.units;
                votes += held.votes;
                _check(3, held.contingent <= held.units, "more wait than there are");
                _checkHurdle(p, id, held.class);
            }
            uint256 sum = 0;
            for (uint256 class = 0; class < state.byClass.length; ++class) {
                _check(3, state.byClass[class] == byClass[class], "a class has other units than its grants");
                sum += byClass[class];
            }
            _check(3, state.outstanding == sum && sum <= 10_000, "other units are outstanding");
            uint256 voted = 0;
            for (uint256 i = 0; i < WALLETS; ++i) voted += plans[p].getVotes(_wallets[i]);
            _check(3, voted == votes, "other votes than grants have");
        }
    }

    function _checkHurdle(uint256 p, uint256 id, uint256 class) private {
        for (uint256 c = 0; c < CURRENCIES; ++c) {
            uint256 level = plans[p].levelOf(_currencies[p][c]).level;
            if (level > (class * 50_000) << 64) continue;
            GrantEarnings memory earnings = plans[p].earningsOf(id, _currencies[p][c]);
            uint256 sum = earnings.held + earnings.payable_ + earnings.owed + earnings.paid;
            // A call's price comes from the operator.
            _check(8, sum == 0 || class == 0 || plans[p].grantAt(id).calledUntil > 0, "earned below the hurdle");
        }
    }
}
