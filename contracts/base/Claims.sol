// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Payouts } from "./Payouts.sol";
import { Revenue } from "./Revenue.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_MINIMUM } from "../terms/TermsLayout.sol";

/// @title Money going out
abstract contract Claims is Payouts, Revenue {
    using PackedTerms for bytes;

    /* PARTIES */

    /// @inheritdoc IProgram
    function claim(address party, address currency) external nonReentrant returns (uint256 amount) {
        return _claim({ packed: PackedTerms.loadHeader(), party: party, currency: currency });
    }

    /// @inheritdoc IProgram
    function claimTo(address party, address currency, address to) external nonReentrant returns (uint256 amount) {
        _requireParty(party);
        require(to != address(0) && to != address(this), Program_ZeroAddress());
        return _claimAt({ packed: PackedTerms.loadHeader(), party: party, currency: currency, to: to });
    }

    /// @inheritdoc IProgram
    function useNonce() external returns (uint256 nonce) {
        return _useNonce(msg.sender);
    }

    /// @inheritdoc IProgram
    function claimMany(address[] calldata parties, address currency) external nonReentrant {
        bytes memory packed = PackedTerms.loadHeader();
        uint256 index = _indexOf(packed, currency);
        uint256 minimum = PackedTerms.loadRuleAmount(EXTRA_MINIMUM, index);
        _claimMany({ packed: packed, parties: parties, index: index, currency: currency, minimum: minimum });
    }

    /// @inheritdoc IProgram
    /// @dev What moved cannot be taken for what was paid: a recipient that is called back can send something to the program
    /// in between, or make others send it.
    function pushToken(address currency, address to, uint256 amount, uint256 held) external returns (uint256 missing) {
        require(msg.sender == address(this), Program_NotItself(msg.sender));
        return _pushToken({ currency: currency, to: to, amount: amount, held: held });
    }
}
