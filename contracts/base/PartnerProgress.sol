// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnerBooks } from "./PartnerBooks.sol";
import { IProgramTiers } from "../interfaces/IProgramTiers.sol";
import { Progress } from "../interfaces/Types.sol";

/// @title What partners have earned and sold in locked periods
/// @dev A period counts once nothing in it can change: where nothing is held, when it has ended.
abstract contract PartnerProgress is IProgramTiers, PartnerBooks {
    /// @dev Keeps a count after years of silence within one transaction.
    uint256 private constant MAX_COUNT = 600;

    /// @inheritdoc IProgramTiers
    function countProgress(uint256 number, address currency) external nonReentrant returns (Progress memory) {
        bytes memory packed = _terms();
        _partnerOf(number);
        return _countProgress({ packed: packed, number: number, currency: _indexOf(packed, currency) });
    }

    /// @inheritdoc IProgramTiers
    function progressOf(uint256 number, address currency) external view returns (Progress memory) {
        bytes memory packed = _terms();
        (uint256 locked, ) = _locked(packed);
        _partnerOf(number);
        return _progressUntil({ number: number, currency: _indexOf(packed, currency), until: locked });
    }

    /// @dev Counts what locked since it was last asked.
    function _countProgress(bytes memory packed, uint256 number, uint256 currency) internal returns (Progress memory) {
        (uint256 until, ) = _locked(packed);
        uint256 most = _firstUncounted(number, currency) + MAX_COUNT;
        if (until > most) until = most;
        return _progress[number][currency] = _progressUntil({ number: number, currency: currency, until: until });
    }

    function _firstUncounted(uint256 number, uint256 currency) private view returns (uint256 next) {
        next = _progress[number][currency].next;
        // Not in the line above: a partner's first period is often 0 too.
        if (next == 0) next = _members[_partners[number].wallet()].period;
    }

    function _progressUntil(
        uint256 number,
        uint256 currency,
        uint256 until
    ) private view returns (Progress memory progress) {
        progress = _progress[number][currency];
        address wallet = _partners[number].wallet();
        uint256 earned = progress.earned;
        uint256 sales = progress.sales;
        uint256 next = _firstUncounted(number, currency);
        for (; next < until; ++next) {
            uint256 word = _held[_heldKey(wallet, currency, next)];
            earned += (word & type(uint96).max) - ((word >> 96) & type(uint96).max);
            sales += word >> 192;
        }
        // Safe: what is beyond the fields is cut to their highest, and periods stay below 2^32 for 490,000 years.
        progress.next = uint32(next);
        progress.earned = earned > type(uint96).max ? type(uint96).max : uint96(earned);
        progress.sales = sales > type(uint32).max ? type(uint32).max : uint32(sales);
    }
}
