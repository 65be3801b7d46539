// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Disputes } from "../base/Disputes.sol";
import { Refunds } from "../base/Refunds.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { Dispute } from "../interfaces/Types.sol";

/// @title The module for what may become of a posted sale: refunds and disputes
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramDisputes is Refunds, Disputes {
    /// @inheritdoc IProgramDisputes
    function disputeOf(bytes32 saleId) external view returns (Dispute memory) {
        return _disputes[saleId];
    }

    /// @inheritdoc IProgramDisputes
    function frozenOf(address currency) external view returns (uint256) {
        return _frozen[_indexOf(_terms(), currency)];
    }
}
