// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC1967Utils } from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { StorageSlot } from "@openzeppelin/contracts/utils/StorageSlot.sol";
import { History } from "./History.sol";
import { Pools } from "./Pools.sol";
import { IProgramCreation } from "../interfaces/IProgramCreation.sol";
import { IProgramPowers } from "../interfaces/IProgramPowers.sol";
import { Power } from "../interfaces/Types.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import {
    AT_ARBITER,
    AT_ATTRIBUTOR,
    AT_HASH,
    AT_OPERATOR,
    EXTRA_GUARDIAN,
    EXTRA_STANDBY
} from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title What creation does first: the announcement of the terms, the first holders of powers, pools
abstract contract Creation is Initializable, IProgramCreation, Pools, History {
    using PackedTerms for bytes;

    /// @inheritdoc IProgramCreation
    /// @dev Names the code that the program runs where ERC-1967 has explorers look for it, for not all of them know a minimal proxy
    /// with arguments. Nothing ever reads or writes that slot: which code runs stands in the program's own.
    function initialize(string calldata uri) external initializer {
        bytes memory packed = _namedTerms();
        StorageSlot.getAddressSlot(ERC1967Utils.IMPLEMENTATION_SLOT).value = PackedTerms.loadImplementation();
        _appoint(Power.Operator, packed.addressAt(AT_OPERATOR));
        _appoint(Power.Attributor, packed.addressAt(AT_ATTRIBUTOR));
        _appoint(Power.Standby, address(uint160(packed.extra(EXTRA_STANDBY, 20))));
        _appoint(Power.Arbiter, packed.addressAt(AT_ARBITER));
        _appoint(Power.Guardian, address(uint160(packed.extra(EXTRA_GUARDIAN, 20))));
        _beginHistory(bytes32(packed.number(AT_HASH, 32)));
        emit TermsAgreed({ termsHash: bytes32(packed.number(AT_HASH, 32)), name: TermsReader.name(packed), uri: uri });
        _enrollPools(packed, 0);
    }

    /// @dev The first holder of a power.
    function _appoint(Power power, address holder) private {
        if (holder == address(0)) return;
        _holding(power).holder = holder;
        // Safe: times are below 2^40. The arbiter is not suspended.
        if (power != Power.Arbiter) _holding(power).time = uint40(block.timestamp);
        emit IProgramPowers.PowerPassed({ power: power, former: address(0), holder: holder });
    }
}
