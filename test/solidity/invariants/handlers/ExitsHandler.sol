// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { WalletsHandler } from "./WalletsHandler.sol";
import { Remedy } from "../../../../contracts/interfaces/Types.sol";

/// @dev Standing lines are ended by both sides, bought out, noticed, suspended and resumed.
abstract contract ExitsHandler is WalletsHandler {
    uint256 private constant MOST_GAS = 3_000_000;

    function exitLine(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _exitOne(p, c, seed, amount);
        _exitOne(p, c, uint256(keccak256(abi.encode(seed))), amount);
    }

    function _exitOne(uint256 p, uint256 c, uint256 seed, uint256 amount) private {
        uint256 lines = _termsOf[p].standing.length;
        uint256 line = (seed >> 24) % lines;
        // Mostly where something waits, so that it comes to an end.
        for (uint256 i = 0; i < lines && (seed >> 32) % 4 > 0 && !_isMoving(p, line); ++i) line = (line + 1) % lines;
        uint256 what = (seed >> 40) % 16;
        if (_isMoving(p, line)) _goOn(p, line, what, seed >> 48);
        else if (what < 4) _agreeExit(p, line, seed >> 48);
        else if (what < 9) _offerBuyout(p, line, c, amount);
        else _giveNotice(p, line, (seed >> 48) % 8);
    }

    function _isMoving(uint256 p, uint256 line) private view returns (bool) {
        Exit storage exit = _exits[p][line];
        if (!_inForce(p, line)) return false;
        return exit.price > 0 || exit.remedy != Remedy.None || _willPause(p, line);
    }

    function _goOn(uint256 p, uint256 line, uint256 what, uint256 seed) private {
        if (what == 0) return _agreeExit(p, line, seed);
        if (what == 1) return _withdrawNotice(p, line);
        if (what == 2) return _giveNotice(p, line, seed % 8);
        if (_exits[p][line].price > 0 && what < 9) {
            if (what == 3) return _withdrawBuyout(p, line);
            if (what == 4) return _offerBuyout(p, line, seed % CURRENCIES, seed >> 8);
            return _acceptBuyout(p, line, seed);
        }
        if (_exits[p][line].remedy == Remedy.None || what > 13) return _resumeLine(p, line);
        // Mostly the arbiter waits until the notice is over, to the second or a second less, or until it lapses.
        uint256 time = _exits[p][line].until + [uint256(0), PERIOD / 2, PERIOD - 1, PERIOD][seed % 4];
        if (seed % 16 < 4) --time;
        if (what < 12 && time > block.timestamp && time < LAST_TIME) _warpTo(time);
        _executeNotice(p, line);
    }

    /* BY AGREEMENT */

    /// @dev By the operator, the holder or, one time in eight, by nobody whom it concerns; few ends are agreed by both.
    function _agreeExit(uint256 p, uint256 line, uint256 seed) private {
        address holder = _walletOf(p, _termsOf[p].standing[line].holder);
        // One that was moved from is nobody whom it concerns.
        address nobody = (seed >> 32) % 2 == 0 ? stranger : _termsOf[p].standing[line].holder;
        if (nobody == holder || nobody == operator) nobody = stranger;
        address caller =
            seed % 8 == 0
                ? nobody
                : seed % 8 < 4
                    ? operator
                    : holder;
        _agree(p, line, caller, (seed >> 8) % 2 == 0);
        if (caller == nobody) return;
        if ((seed >> 16) % 4 == 0) _agree(p, line, caller == operator ? holder : operator, (seed >> 8) % 2 == 0);
    }

    function _agree(uint256 p, uint256 line, address caller, bool agreed) internal {
        bool may = caller == operator || caller == _walletOf(p, _termsOf[p].standing[line].holder);
        bool good = may && _inForce(p, line);
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].agreeExit, (line, agreed)));
        _check(may ? 5 : 10, success == good, "a line's end was agreed by someone else, or could not be");
        if (!success) return;
        Exit storage exit = _exits[p][line];
        if (caller == operator) exit.byOperator = agreed;
        else exit.byHolder = agreed;
        _did("agree exit");
        if (!exit.byOperator || !exit.byHolder) return;
        _end(p, line);
        _did("exit by both");
    }

    /* BUYOUT */

    /// @dev At a price, more than the funds have one time in eight, or at the terms' default.
    function _offerBuyout(uint256 p, uint256 line, uint256 c, uint256 seed) private {
        Exit storage exit = _exits[p][line];
        uint256 funds = ghostFunds[p][c];
        if (exit.price > 0 && exit.currency == c) funds += exit.price;
        uint256 price = 1 + ((seed >> 8) % (funds + funds / 8 + 1));
        if (price > type(uint96).max || seed % 3 == 0) price = 0;
        bytes memory call = abi.encodeCall(programs[p].offerBuyout, (line, _currency(c), uint96(price)));
        if (price == 0) {
            price = (_lastTwelve(p, c, line) * _termsOf[p].standing[line].clauses.buyout) / 1e6;
            if (price > funds && price < 1e24) _fundProgram(p, c, price - funds);
            funds = _max(funds, price < 1e24 ? price : 0);
            _did("default price");
        }
        bool good = price > 0 && price <= funds && _inForce(p, line);
        bool success = _act(operator, p, 10_000_000, call);
        _check(1, success == good, "a price was offered that the funds do not have, or could not be");
        if (!success) return;
        _returnOffer(p, line);
        ghostFunds[p][c] -= price;
        ghostOffered[p][c] += price;
        (exit.price, exit.currency, exit.priceFrom) = (price, c, block.timestamp + HANDOVER);
        _check(2, programs[p].lineState(line).price == price, "the price is not the terms' multiple");
        _did("offer buyout");
    }

    function _withdrawBuyout(uint256 p, uint256 line) internal {
        bool good = _exits[p][line].price > 0;
        bool success = _act(operator, p, MOST_GAS, abi.encodeCall(programs[p].withdrawBuyout, (line)));
        _check(7, success == good, "an offer was kept, or one withdrawn that was not there");
        if (!success) return;
        _returnOffer(p, line);
        _did("withdraw buyout");
    }

    /// @dev One in eight expects another price, or is not the holder. Mostly the holder waits for the offer's days, to the second or a
    /// second less.
    function _acceptBuyout(uint256 p, uint256 line, uint256 seed) private {
        Exit storage exit = _exits[p][line];
        uint256 time = (seed >> 8) % 8 == 0 ? exit.priceFrom - 1 : exit.priceFrom;
        if ((seed >> 16) % 4 > 0 && time > block.timestamp && time < LAST_TIME) _warpTo(time);
        address holder = _termsOf[p].standing[line].holder;
        uint256 price = seed % 8 == 0 ? exit.price + 1 : exit.price;
        address caller = seed % 8 == 1 ? operator : _walletOf(p, holder);
        if (seed % 8 == 2) caller = holder;
        bytes memory call = abi.encodeCall(programs[p].acceptBuyout, (line, _currency(exit.currency), uint96(price)));
        bool own = caller == _walletOf(p, holder);
        bool good = price > 0 && price == exit.price && own && _inForce(p, line);
        good = good && block.timestamp >= exit.priceFrom;
        bool success = _act(caller, p, MOST_GAS, call);
        _check(own ? 5 : 10, success == good, "a line was sold otherwise than offered, or could not be");
        if (!success) return;
        ghostOffered[p][exit.currency] -= price;
        ghostDue[p][exit.currency][holder] += price;
        exit.price = 0;
        _end(p, line);
        _did("accept buyout");
    }

    /* BY THE ARBITER */

    function _giveNotice(uint256 p, uint256 line, uint256 seed) private {
        Exit storage exit = _exits[p][line];
        Remedy remedy =
            seed == 0
                ? Remedy.None
                : seed < 6
                    ? Remedy.Suspend
                    : Remedy.End;
        bool waits = exit.remedy != Remedy.None && block.timestamp < exit.until + PERIOD;
        bool good = remedy != Remedy.None && !waits && _inForce(p, line);
        bytes memory call = abi.encodeCall(programs[p].giveNotice, (line, remedy, "", bytes32(seed)));
        bool success = _act(arbiter, p, MOST_GAS, call);
        _check(5, success == good, "a notice was given over another, or could not be");
        if (!success) return;
        (exit.remedy, exit.until) = (remedy, block.timestamp + (p == DEAL ? 2 : 1) * uint256(PERIOD));
        _did("give notice");
    }

    function _withdrawNotice(uint256 p, uint256 line) private {
        bool good = _exits[p][line].remedy != Remedy.None;
        bool success = _act(arbiter, p, MOST_GAS, abi.encodeCall(programs[p].withdrawNotice, (line)));
        _check(5, success == good, "a notice could not be withdrawn, or one was that was not given");
        if (!success) return;
        _exits[p][line].remedy = Remedy.None;
        _did("withdraw notice");
    }

    /// @dev Rule 5: never before the notice is over, nor a period later.
    function _executeNotice(uint256 p, uint256 line) private {
        Exit storage exit = _exits[p][line];
        Remedy remedy = exit.remedy;
        bool inTime = block.timestamp >= exit.until && block.timestamp < exit.until + PERIOD;
        bool good = inTime && remedy != Remedy.None && _inForce(p, line);
        if (remedy == Remedy.Suspend) good = good && !_willPause(p, line) && _pauses[p][line].length < 8;
        bool success = _act(arbiter, p, MOST_GAS, abi.encodeCall(programs[p].executeNotice, (line)));
        _check(5, success == good, "a notice was executed out of its time, or could not be");
        if (!success) return;
        exit.remedy = Remedy.None;
        if (remedy == Remedy.End) {
            _end(p, line);
            return _did("end for breach");
        }
        _pauses[p][line].push(Pause(_nextPeriodStart(), true));
        _did("suspend line");
    }

    function _resumeLine(uint256 p, uint256 line) private {
        bool good = _willPause(p, line) && _inForce(p, line);
        bool success = _act(arbiter, p, MOST_GAS, abi.encodeCall(programs[p].resumeLine, (line)));
        _check(5, success == good, "a line could not be resumed, or one was that was not suspended");
        if (!success) return;
        _pauses[p][line].push(Pause(_nextPeriodStart(), false));
        _did("resume line");
    }

    /* GHOST */

    /// @dev Whether a line can still be ended: at the next period's start, before its end.
    function _inForce(uint256 p, uint256 line) internal view returns (bool) {
        uint256 ends = _endOf(p, line);
        return ends == 0 || _nextPeriodStart() < ends;
    }

    function _end(uint256 p, uint256 line) private {
        _askNoMore(p, line);
        Exit storage exit = _exits[p][line];
        exit.ends = _nextPeriodStart();
        (exit.byOperator, exit.byHolder, exit.remedy) = (false, false, Remedy.None);
        _returnOffer(p, line);
    }

    function _returnOffer(uint256 p, uint256 line) private {
        Exit storage exit = _exits[p][line];
        ghostFunds[p][exit.currency] += exit.price;
        ghostOffered[p][exit.currency] -= exit.price;
        exit.price = 0;
    }

    function _willPause(uint256 p, uint256 line) private view returns (bool) {
        Pause[] storage pauses = _pauses[p][line];
        return pauses.length > 0 && pauses[pauses.length - 1].suspended;
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
