// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { Payouts } from "./Payouts.sol";
import { Revenue } from "./Revenue.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_MINIMUM } from "../terms/TermsLayout.sol";

/// @title Money going out
abstract contract Claims is Payouts, Revenue, EIP712 {
    using PackedTerms for bytes;

    bytes32 private constant CLAIM_TO_TYPEHASH = keccak256(
        "ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)"
    );

    /* PARTIES */

    /// @inheritdoc IProgram
    function claim(address party, address currency) external nonReentrant returns (uint256 amount) {
        return _claim({ packed: PackedTerms.loadHeader(), party: party, currency: currency });
    }

    /// @inheritdoc IProgram
    function claimTo(
        address party,
        address currency,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external nonReentrant returns (uint256 amount) {
        require(block.timestamp <= deadline, Program_SignatureExpired(deadline));
        require(to != address(0) && to != address(this), Program_ZeroAddress());
        bytes memory packed = PackedTerms.loadHeader();
        bool special = _accountOf(party, _indexOf(packed, currency)).word.isSpecial();
        // A wallet that a party has left signs for it no more, nor spends the nonces of the one it is paid at.
        address signer = special ? _walletOf(party) : party;
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(CLAIM_TO_TYPEHASH, party, currency, to, _useNonce(signer), deadline))
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(signer, digest, signature),
            Program_InvalidSignature(signer)
        );
        return _claimAt({ packed: packed, party: party, currency: currency, to: to });
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
    function pushToken(address currency, address to, uint256 amount) external {
        require(msg.sender == address(this), Program_NotItself(msg.sender));
        _pushToken({ currency: currency, to: to, amount: amount });
    }
}
