// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import { Bonus, Role } from "../interfaces/TermsTypes.sol";
import { ONE } from "../libraries/Constants.sol";
import { Buffer, ByteWriter } from "./ByteWriter.sol";
import { PackedTerms } from "./PackedTerms.sol";
import { BONUS_SHIFT } from "./TermsLayout.sol";

/// @dev The bonuses, in the order in which a role's are packed.
uint256 constant NETWORK = 0;
uint256 constant VOLUME = 1;

/// @title Which bonuses there are: checked, packed and read
/// @notice What each measures is at `CreditRates`.
library Bonuses {
    using ByteWriter for Buffer;
    using PackedTerms for bytes;

    uint256 internal constant SIZE = 18;

    /// @notice Refuses bonuses that are out of their range.
    function check(Role calldata role, uint256 index) internal pure {
        _check("role.network", index, role.network);
        _check("role.volume", index, role.volume);
    }

    /// @notice Bit `b` is set where the role has bonus `b`.
    function maskOf(Role calldata role) internal pure returns (uint256 mask) {
        if (role.network.every > 0) mask |= 1 << NETWORK;
        if (role.volume.every > 0) mask |= 1 << VOLUME;
    }

    /// @notice Packs those that the role has.
    function pack(Buffer memory buffer, Role calldata role) internal pure {
        _put(buffer, role.network);
        _put(buffer, role.volume);
    }

    /// @notice Fills in those that the role has: the others are empty already.
    function read(bytes memory packed, uint256 record, Role memory role) internal pure {
        if (_hasNone(packed, record)) return;
        (uint256 mask, uint256 offset) = locate(packed, record);
        (role.network, offset) = _take({ packed: packed, mask: mask, bonus: NETWORK, offset: offset });
        (role.volume, ) = _take({ packed: packed, mask: mask, bonus: VOLUME, offset: offset });
    }

    /// @notice The mask of a packed role, and where the first of its bonuses lies.
    function locate(bytes memory packed, uint256 record) internal pure returns (uint256 mask, uint256 offset) {
        uint256 tenure = packed.tenureOffset(record);
        return (packed.number(record, 1) >> BONUS_SHIFT, tenure + 1 + packed.number(tenure, 1) * 3);
    }

    function bonusAt(bytes memory packed, uint256 offset) internal pure returns (Bonus memory) {
        // Narrowing is safe: the sizes read are those of the fields.
        return
            Bonus({
                every: uint96(packed.number(offset, 12)),
                add: uint24(packed.number(offset + 12, 3)),
                max: uint24(packed.number(offset + 15, 3))
            });
    }

    /// @notice The most that all of a role's can ever add, ppm.
    function most(bytes memory packed, uint256 record) internal pure returns (uint256 sum) {
        if (_hasNone(packed, record)) return 0;
        (uint256 mask, uint256 offset) = locate(packed, record);
        for (; mask > 0; mask >>= 1) {
            if (mask & 1 == 0) continue;
            sum += bonusAt(packed, offset).max;
            offset += SIZE;
        }
    }

    /// @dev Asked first: most roles have none, and to find where they lie costs more.
    function _hasNone(bytes memory packed, uint256 record) private pure returns (bool) {
        return packed.number(record, 1) >> BONUS_SHIFT == 0;
    }

    function _check(string memory field, uint256 index, Bonus calldata bonus) private pure {
        require(bonus.max <= ONE, ITermsErrors.Terms_Invalid(field, index, bonus.max));
        bool none = bonus.every == 0;
        require(!none || (bonus.add == 0 && bonus.max == 0), ITermsErrors.Terms_Invalid(field, index, bonus.every));
    }

    function _put(Buffer memory buffer, Bonus calldata bonus) private pure {
        if (bonus.every == 0) return;
        buffer.put(bonus.every, 12);
        buffer.put(bonus.add, 3);
        buffer.put(bonus.max, 3);
    }

    /// @dev A bonus that may be there, and where the next one lies.
    function _take(
        bytes memory packed,
        uint256 mask,
        uint256 bonus,
        uint256 offset
    ) private pure returns (Bonus memory none, uint256) {
        if ((mask >> bonus) & 1 == 0) return (none, offset);
        return (bonusAt(packed, offset), offset + SIZE);
    }
}
