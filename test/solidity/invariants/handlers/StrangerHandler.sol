// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ClaimsHandler } from "./ClaimsHandler.sol";
import { Terms } from "../../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Refund, Remedy, ShownSale, Status } from "../../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "../../support/Sales.sol";

/// @dev Someone without a role tries what takes one.
abstract contract StrangerHandler is ClaimsHandler {
    function tryAsStranger(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        ShownSale memory sale;
        if (_ghostSales.length > 0) sale = _shownSale(_ghostSales[(seed >> 32) % _ghostSales.length]);
        uint256 what = (seed >> 24) % 24;
        bytes memory call =
            what < 8
                ? _moneyCall(what, p, c, sale)
                : what < 16
                    ? _lineCall(what - 8, p, (seed >> 32) % _termsOf[p].standing.length, c)
                    : _partnerCall(what - 16, p, 1 + ((seed >> 32) % _wallets.length));
        _check(10, !_act(stranger, p, 15_000_000, call), "someone without a role did what takes one");
        _did("stranger refused");
    }

    function _moneyCall(uint256 what, uint256 p, uint256 c, ShownSale memory sale) private returns (bytes memory) {
        if (what == 0) return abi.encodeCall(programs[p].withdrawFunds, (_currency(c), 1));
        if (what == 1) {
            Sale memory one = _sale(bytes32(++_nextId), 1, new Credit[](0));
            bytes memory packed = _pack(programs[p], _batch(one), new address[](0));
            return _callOf(p, _late(programs[p], _currency(c), packed));
        }
        if (what == 2) return abi.encodeCall(programs[p].refund, (new Refund[](0), 0));
        if (what == 3) return abi.encodeCall(programs[p].withdrawReserve, (0, _currency(c), 1));
        if (what == 4) return abi.encodeCall(programs[p].dispute, (_wallets[0], sale, 0, "", 0));
        if (what == 5) return abi.encodeCall(programs[p].upholdSale, (sale, ""));
        if (what == 6) return abi.encodeCall(programs[p].voidSale, (sale, ""));
        return abi.encodeCall(programs[p].reattributeSale, (sale, new uint256[](1), ""));
    }

    function _lineCall(uint256 what, uint256 p, uint256 line, uint256 c) private view returns (bytes memory) {
        if (what == 0) return abi.encodeCall(programs[p].agreeExit, (line, true));
        if (what == 1) return abi.encodeCall(programs[p].offerBuyout, (line, _currency(c), 1));
        if (what == 2) return abi.encodeCall(programs[p].withdrawBuyout, (line));
        if (what == 3) {
            Exit storage exit = _exits[p][line];
            return abi.encodeCall(programs[p].acceptBuyout, (line, _currency(exit.currency), uint96(exit.price)));
        }
        if (what == 4) return abi.encodeCall(programs[p].giveNotice, (line, Remedy.End, "", 0));
        if (what == 5) return abi.encodeCall(programs[p].executeNotice, (line));
        if (what == 6) return abi.encodeCall(programs[p].resumeLine, (line));
        return abi.encodeCall(programs[p].withdrawNotice, (line));
    }

    function _partnerCall(uint256 what, uint256 p, uint256 number) private view returns (bytes memory) {
        address party = _wallets[number - 1];
        if (what == 0) return abi.encodeCall(programs[p].setStatus, (number, Status.Suspended, ""));
        if (what == 1) return abi.encodeCall(programs[p].setTier, (number, 1, ""));
        if (what == 2) return abi.encodeCall(programs[p].attest, (number, 1, 0));
        if (what == 3) return abi.encodeCall(programs[p].enroll, (new Enrollment[](0)));
        if (what == 4) return abi.encodeCall(programs[p].setWithholding, (party, 1));
        if (what == 5) return abi.encodeCall(programs[p].proposeMove, (party, stranger));
        if (what == 6) return abi.encodeCall(programs[p].withdrawAmendment, ());
        return abi.encodeCall(programs[p].proposeAmendment, (abi.decode(_encoded[p], (Terms)), "", 0));
    }
}
