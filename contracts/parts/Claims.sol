// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import { Earnings } from "./Earnings.sol";
import { LineBook } from "./ProgramBase.sol";
import { Revenue } from "./Revenue.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";
import { StoredLine } from "../libraries/Pages.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { TermsBlob, AT_TREASURY } from "../libraries/TermsBlob.sol";

/// @title Money going out
/// @dev Effects come before payments. A payment among many that fails leaves the party with the same balance.
abstract contract Claims is Earnings, Revenue, EIP712 {
    using Periods for Schedule;
    using TermsBlob for bytes;

    bytes32 private constant CLAIM_TO_TYPEHASH = keccak256(
        "ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)"
    );

    /// @dev Gas for a recipient of ETH among many: enough for a smart wallet, too little to starve the others.
    uint256 private constant PUSH_GAS = 100_000;

    /// @dev The same for a token's payment, whose hooks may call the recipient.
    uint256 private constant PUSH_TOKEN_GAS = 500_000;

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

    function _claim(bytes memory blob, address party, address currency, address to) private returns (uint256 amount) {
        uint256 index = _indexOf(blob, currency);
        (uint256 locked, uint256 hold) = _locked(blob);
        bool more;
        (amount, more) = _take(party, index, locked, hold);
        // After a silence longer than one call walks, the way walked is kept though it led to nothing yet.
        if (more && to == party) return 0;
        require(amount > 0, Program_NothingToClaim(party, currency));
        _subCounted(index, amount);
        emit Claimed(party, currency, amount);
        if (to != party) emit ClaimRedirected(party, to, currency, amount);
        _push(index, currency, to, amount);
    }

    /// @dev Marks all that a party can claim as claimed.
    /// @return amount What it can.
    /// @return more Whether that is nothing only because the walk ended before all that is locked was seen.
    function _take(
        address party,
        uint256 index,
        uint256 locked,
        uint256 hold
    ) private returns (uint256 amount, bool more) {
        uint256 key = _accountKey(party, index);
        PackedAccount account = _accounts[key];
        uint256 next;
        (amount, next) = _claimable(account, party, index, locked, hold);
        more = amount == 0 && next > account.next() && next < locked;
        _accounts[key] = account.take(amount, next);
    }

    /// @return unpaid What stays owed: all or nothing.
    function _payOneOfMany(
        uint256 index,
        address currency,
        address party,
        uint256 amount
    ) private returns (uint256 unpaid) {
        if (_tryPush(index, currency, party, amount)) {
            emit Claimed(party, currency, amount);
            return 0;
        }
        uint256 key = _accountKey(party, index);
        _accounts[key] = _accounts[key].giveBack(amount);
        emit ClaimFailed(party, currency, amount);
        return amount;
    }

    /// @dev Copies no return data: a recipient can burn its own gas only.
    /// @return success Whether all of it was paid; else nothing was.
    function _tryPush(uint256 index, address currency, address to, uint256 amount) private returns (bool success) {
        if (index == ETHER_INDEX) {
            return _sendEther(to, amount, PUSH_GAS);
        }
        bytes memory data = abi.encodeCall(this.pushToken, (currency, to, amount));
        // Memory-safe: only reads `data`.
        assembly ("memory-safe") {
            success := call(PUSH_TOKEN_GAS, address(), 0, add(data, 0x20), mload(data), 0, 0)
        }
    }

    /// @inheritdoc IProgram
    /// @dev What moved cannot be taken for what was paid: a recipient that is called back can send something to the program
    /// in between, or make others send it.
    function pushToken(address currency, address to, uint256 amount) external {
        require(msg.sender == address(this), Program_NotItself(msg.sender));
        _pushToken(currency, to, amount);
    }

    /* STANDING LINES */

    /// @inheritdoc IProgram
    function claimLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        address holder;
        (amount, holder) = _settleLine(blob, schedule, line, index);
        _claim(blob, holder, currency, holder);
    }

    /// @inheritdoc IProgram
    function settleLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        (amount, ) = _settleLine(blob, blob.schedule(), line, _indexOf(blob, currency));
    }

    function _settleLine(
        bytes memory blob,
        Schedule memory schedule,
        uint256 line,
        uint256 index
    ) private returns (uint256 amount, address holder) {
        StoredLine memory stored = _line(blob, line);
        holder = stored.holder;
        LineBook storage book = _lineBooks[line][index];
        uint256 next;
        uint256 taken;
        (amount, next, taken) = _lineEarned(schedule, stored, line, index);
        // Safe: a segment is below 2^20 where it has sales and below 2^32 for 490,000 years.
        book.next = uint32(next);
        book.taken = _toUint96(taken);
        _owe(holder, index, amount);
        emit LineSettled(line, holder, blob.currency(index), amount);
    }

    /* RESIDUAL */

    /// @inheritdoc IProgram
    function claimResidual(address currency, uint256 segments) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        (amount, _residualNext[index]) = _residual(blob, schedule, index, segments);
        address treasury = blob.addressAt(AT_TREASURY);
        _owe(treasury, index, amount);
        emit ResidualSettled(currency, amount);
        (uint256 locked, uint256 hold) = _locked(blob);
        (uint256 due, ) = _take(treasury, index, locked, hold);
        if (due == 0) return amount;
        _subCounted(index, due);
        _addCounted(index, _payOneOfMany(index, currency, treasury, due));
    }
}
