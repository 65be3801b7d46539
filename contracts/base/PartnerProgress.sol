// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnerBooks } from "./PartnerBooks.sol";
import { IProgramTiers } from "../interfaces/IProgramTiers.sol";
import { Progress } from "../interfaces/Types.sol";

/// @title What partners have earned and sold in locked periods
/// @dev A period counts once nothing in it can change: where nothing is held, when it has ended.
abstract contract PartnerProgress is IProgramTiers, PartnerBooks {
    /// @inheritdoc IProgramTiers
    function countProgress(uint256 number, address currency) external nonReentrant returns (Progress memory progress) {
        bytes memory packed = _terms();
        _partnerOf(number);
        return _countProgress({ packed: packed, number: number, currency: _indexOf(packed, currency) });
    }

    /// @inheritdoc IProgramTiers
    function progressOf(uint256 number, address currency) external view returns (Progress memory progress) {
        bytes memory packed = _terms();
        (uint256 locked, ) = _locked(packed);
        _partnerOf(number);
        return
            _progressUntil({
                number: number,
                currency: _indexOf(packed, currency),
                until: locked,
                most: type(uint256).max
            });
    }

    /// @dev Counts what locked since it was last asked.
    function _countProgress(bytes memory packed, uint256 number, uint256 currency) internal returns (Progress memory) {
        (uint256 until, ) = _locked(packed);
        uint256 furthest = _firstUncounted(number, currency) + MAX_LOOKS * LOOK_PERIODS;
        if (until > furthest) until = furthest;
        return
            _progress[number][currency] = _progressUntil({
                number: number,
                currency: currency,
                until: until,
                most: MAX_LOOKS
            });
    }

    function _firstUncounted(uint256 number, uint256 currency) private view returns (uint256 next) {
        next = _progress[number][currency].next;
        // Not in the line above: a partner's first period is often 0 too.
        if (next == 0) next = _members[_partners[number].wallet()].period;
    }

    /// @param most How many periods with credits are counted.
    function _progressUntil(
        uint256 number,
        uint256 currency,
        uint256 until,
        uint256 most
    ) private view returns (Progress memory progress) {
        progress = _progress[number][currency];
        uint256 earned = progress.earned;
        uint256 sales = progress.sales;
        uint256 next = _firstUncounted(number, currency);
        uint256 counted = 0;
        while (next < until) {
            next = _nextCredited({ number: number, currency: currency, period: next, until: until });
            if (next == until || counted == most) break;
            (uint256 net, uint256 more) = _creditOf(number, currency, next);
            earned += net;
            sales += more;
            ++counted;
            ++next;
        }
        // Safe: what is beyond the fields is cut to their highest, and periods of a day at least are below 2^24 for 45,000 years.
        progress.next = uint32(next);
        progress.earned = earned > type(uint96).max ? type(uint96).max : uint96(earned);
        progress.sales = sales > type(uint32).max ? type(uint32).max : uint32(sales);
    }
}
