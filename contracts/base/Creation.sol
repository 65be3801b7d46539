// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { History } from "./History.sol";
import { Pools } from "./Pools.sol";
import { IProgramCreation } from "../interfaces/IProgramCreation.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_ARBITER, AT_ATTRIBUTOR, AT_HASH, AT_OPERATOR } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title What creation does first: roles, the announcement of the terms, pools
abstract contract Creation is Initializable, IProgramCreation, Pools, History {
    using PackedTerms for bytes;

    /// @inheritdoc IProgramCreation
    function initialize(string calldata uri) external initializer {
        bytes memory packed = _namedTerms();
        _grantRole(OPERATOR_ROLE, packed.addressAt(AT_OPERATOR));
        _grantRole(ATTRIBUTOR_ROLE, packed.addressAt(AT_ATTRIBUTOR));
        _grantRole(ARBITER_ROLE, packed.addressAt(AT_ARBITER));
        _setRoleAdmin(ARBITER_ROLE, ARBITER_ROLE);
        _beginHistory(bytes32(packed.number(AT_HASH, 32)));
        emit TermsAgreed({ termsHash: bytes32(packed.number(AT_HASH, 32)), name: TermsReader.name(packed), uri: uri });
        _enrollPools(packed, 0);
    }
}
