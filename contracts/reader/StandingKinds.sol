// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import { ALL_KINDS } from "../libraries/Constants.sol";

/// @title The kinds that a standing line earns on
library StandingKinds {
    /// @notice Whether a line earns on a kind: where it is on all, on every one that is no outcome.
    function isOn(Terms memory terms, StandingLine memory line, uint256 kind) internal pure returns (bool) {
        if (line.kinds != ALL_KINDS) return (line.kinds >> kind) & 1 == 1;
        for (uint256 i = 0; i < terms.outcomes.length; ++i) if (terms.outcomes[i].kind == kind) return false;
        return true;
    }
}
