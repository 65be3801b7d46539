// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { Payouts } from "./Payouts.sol";
import { Revenue } from "./Revenue.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { TermsBlob } from "../libraries/TermsBlob.sol";

/// @title Money going out
abstract contract Claims is Payouts, Revenue, EIP712 {
    bytes32 private constant CLAIM_TO_TYPEHASH = keccak256(
        "ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)"
    );

    /* PARTIES */

    /// @inheritdoc IProgram
    function claim(address party, address currency) external nonReentrant returns (uint256) {
        return _claim(TermsBlob.loadHeader(), party, currency, party);
    }

    /// @inheritdoc IProgram
    function claimTo(
        address party,
        address currency,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external nonReentrant returns (uint256) {
        require(block.timestamp <= deadline, Program_SignatureExpired(deadline));
        require(to != address(0) && to != address(this), Program_ZeroAddress());
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(CLAIM_TO_TYPEHASH, party, currency, to, _useNonce(party), deadline))
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(party, digest, signature),
            Program_InvalidSignature(party)
        );
        return _claim(TermsBlob.loadHeader(), party, currency, to);
    }

    /// @inheritdoc IProgram
    function useNonce() external returns (uint256) {
        return _useNonce(msg.sender);
    }

    /// @inheritdoc IProgram
    function claimMany(address[] calldata parties, address currency) external nonReentrant {
        bytes memory blob = TermsBlob.loadHeader();
        (uint256 locked, uint256 hold) = _locked(blob);
        uint256 index = _indexOf(blob, currency);
        uint256[] memory amounts = new uint256[](parties.length);
        uint256 sum = 0;
        for (uint256 i = 0; i < parties.length; ++i) {
            (amounts[i], ) = _take(parties[i], index, locked, hold);
            sum += amounts[i];
        }
        _subCounted(index, sum);
        uint256 unpaid = 0;
        for (uint256 i = 0; i < parties.length; ++i) {
            if (amounts[i] > 0) unpaid += _payOneOfMany(index, currency, parties[i], amounts[i]);
        }
        if (unpaid > 0) _addCounted(index, unpaid);
    }

    /// @inheritdoc IProgram
    /// @dev What moved cannot be taken for what was paid: a recipient that is called back can send something to the program
    /// in between, or make others send it.
    function pushToken(address currency, address to, uint256 amount) external {
        require(msg.sender == address(this), Program_NotItself(msg.sender));
        _pushToken(currency, to, amount);
    }
}
