// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Bonus, Role, VolumeBonus } from "../interfaces/TermsTypes.sol";
import { ONE } from "../libraries/Constants.sol";
import { Amounts } from "./Amounts.sol";
import { Buffer, ByteWriter } from "./ByteWriter.sol";
import { PackedTerms } from "./PackedTerms.sol";
import { BONUS_SHIFT } from "./TermsLayout.sol";
import { Refuse } from "./Refuse.sol";

/// @dev The bonuses, in the order in which a role's are packed.
uint256 constant NETWORK = 0;
uint256 constant VOLUME = 1;

/// @title Which bonuses there are: checked, packed and read
/// @notice What each measures is at `CreditRates`.
library Bonuses {
    using Amounts for Buffer;
    using ByteWriter for Buffer;
    using PackedTerms for bytes;

    uint256 private constant NETWORK_SIZE = 18;
    uint256 private constant VOLUME_SIZE = 8;

    /// @notice Refuses bonuses that are out of their range.
    function check(Role calldata role, uint256 index, address[] calldata currencies) internal pure {
        Bonus calldata network = role.network;
        _check({ field: "role.network", index: index, has: network.every > 0, add: network.add, max: network.max });
        VolumeBonus calldata volume = role.volume;
        _check({ field: "role.volume", index: index, has: volume.every.length > 0, add: volume.add, max: volume.max });
        Amounts.check("role.volume", index, volume.every, currencies);
    }

    /// @notice Bit `b` is set where the role has bonus `b`.
    function maskOf(Role calldata role) internal pure returns (uint256 mask) {
        if (role.network.every > 0) mask |= 1 << NETWORK;
        if (role.volume.every.length > 0) mask |= 1 << VOLUME;
    }

    /// @notice Packs those that the role has.
    function pack(Buffer memory buffer, Buffer memory amounts, Role calldata role) internal pure {
        Bonus calldata network = role.network;
        if (network.every > 0) {
            buffer.put(network.every, 12);
            buffer.put(network.add, 3);
            buffer.put(network.max, 3);
        }
        VolumeBonus calldata volume = role.volume;
        if (volume.every.length == 0) return;
        buffer.put(amounts, volume.every);
        buffer.put(volume.add, 3);
        buffer.put(volume.max, 3);
    }

    /// @notice Fills in those that the role has: the others are empty already.
    function read(bytes memory packed, uint256 record, Role memory role) internal pure {
        if (_hasNone(packed, record)) return;
        (uint256 mask, uint256 offset) = locate(packed, record);
        if ((mask >> NETWORK) & 1 == 1) {
            role.network = bonusAt({ packed: packed, bonus: NETWORK, offset: offset, currency: 0 });
            offset += NETWORK_SIZE;
        }
        if ((mask >> VOLUME) & 1 == 0) return;
        Bonus memory volume = bonusAt({ packed: packed, bonus: VOLUME, offset: offset, currency: 0 });
        uint96[] memory every = packed.amountsAt(packed.number(offset, 2));
        role.volume = VolumeBonus({ every: every, add: volume.add, max: volume.max });
    }

    /// @notice The mask of a packed role, and where the first of its bonuses lies.
    function locate(bytes memory packed, uint256 record) internal pure returns (uint256 mask, uint256 offset) {
        uint256 tenure = packed.tenureOffset(record);
        return (packed.number(record, 1) >> BONUS_SHIFT, tenure + 1 + packed.number(tenure, 1) * 3);
    }

    /// @notice One bonus as it is in a currency.
    function bonusAt(
        bytes memory packed,
        uint256 bonus,
        uint256 offset,
        uint256 currency
    ) internal pure returns (Bonus memory result) {
        // Narrowing is safe: the sizes read are those of the fields.
        result.every = uint96(
            bonus == VOLUME
                ? packed.amountAt(packed.number(offset, 2), currency)
                : packed.number(offset, NETWORK_SIZE - 6)
        );
        offset += sizeOf(bonus);
        result.add = uint24(packed.number(offset - 6, 3));
        result.max = uint24(packed.number(offset - 3, 3));
    }

    /// @notice How many bytes a packed bonus has.
    function sizeOf(uint256 bonus) internal pure returns (uint256) {
        return bonus == VOLUME ? VOLUME_SIZE : NETWORK_SIZE;
    }

    /// @notice The most that all of a role's can ever add, ppm.
    function most(bytes memory packed, uint256 record) internal pure returns (uint256 sum) {
        if (_hasNone(packed, record)) return 0;
        (uint256 mask, uint256 offset) = locate(packed, record);
        for (uint256 bonus = 0; mask >> bonus > 0; ++bonus) {
            if ((mask >> bonus) & 1 == 0) continue;
            offset += sizeOf(bonus);
            sum += packed.number(offset - 3, 3);
        }
    }

    /// @dev Asked first: most roles have none, and to find where they lie costs more.
    function _hasNone(bytes memory packed, uint256 record) private pure returns (bool) {
        return packed.number(record, 1) >> BONUS_SHIFT == 0;
    }

    /// @dev What is not used must be empty: it is not kept.
    function _check(string memory field, uint256 index, bool has, uint256 add, uint256 max) private pure {
        Refuse.unless(max <= ONE, field, index, max);
        Refuse.unless(has || (add == 0 && max == 0), field, index, 0);
    }
}
