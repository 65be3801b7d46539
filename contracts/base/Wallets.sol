// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { PartnerBooks } from "./PartnerBooks.sol";
import { Account } from "./ProgramStorage.sol";
import { IProgramWallets } from "../interfaces/IProgramWallets.sol";
import { Payout } from "../interfaces/Types.sol";
import { ONE } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_CURRENCIES, EXTRA_MOVE_DAYS, EXTRA_TAX_ACCOUNT } from "../terms/TermsLayout.sol";

/// @title Where parties are paid, and who speaks for them
/// @dev The recovery address comes before the wallet, whose key may be stolen: it cancels what the wallet proposes, the
/// wallet cannot cancel the move that it proposes. That is why naming one takes as long as a move, and can be cancelled until then.
abstract contract Wallets is IProgramWallets, PartnerBooks, History {
    using PackedTerms for bytes;

    /* WITHHOLDING */

    /// @inheritdoc IProgramWallets
    function setWithholding(address party, uint24 rate) external nonReentrant {
        bytes memory packed = _terms();
        address taxAccount = address(uint160(packed.extra(EXTRA_TAX_ACCOUNT, 20)));
        _requireParty(party);
        require(taxAccount != address(0), Program_NotInTerms("withholding"));
        // What it withholds from itself would never be paid.
        require(taxAccount != party, Program_NotAllowed(_sender()));
        require(rate <= ONE, Program_RateTooHigh(rate));
        _payouts[party].withholding = rate;
        _markAccounts(packed, party);
        _foldOne(Logs.emit1(WithholdingSet.selector, _topic(party), abi.encode(rate)));
    }

    /* RECOVERY */

    /// @inheritdoc IProgramWallets
    function setRecovery(address party, address recovery) external nonReentrant {
        Payout storage payout = _payouts[party];
        _settleRecovery(payout);
        if (_sender() != payout.recovery) _requireParty(party);
        require(!_moveWaits(payout) && payout.recoveryAt == 0, Program_AlreadyWaits());
        uint256 delay = _moveDelay();
        // Safe: times are below 2^40.
        uint40 from = uint40(block.timestamp + delay);
        if (delay == 0) payout.recovery = recovery;
        else (payout.nextRecovery, payout.recoveryAt) = (recovery, from);
        _foldOne(_tell(RecoverySet.selector, party, recovery, abi.encode(from)));
    }

    /// @inheritdoc IProgramWallets
    function cancelRecovery(address party) external nonReentrant {
        Payout storage payout = _payouts[party];
        _settleRecovery(payout);
        if (_sender() != payout.recovery) _requireParty(party);
        require(payout.recoveryAt != 0, Program_NothingWaits());
        _foldOne(_dropRecovery(payout, party));
    }

    /// @dev Puts a proposed recovery address in force whose time has come.
    function _settleRecovery(Payout storage payout) private {
        if (payout.recoveryAt == 0 || block.timestamp < payout.recoveryAt) return;
        payout.recovery = payout.nextRecovery;
        (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
    }

    function _dropRecovery(Payout storage payout, address party) private returns (bytes32) {
        address recovery = payout.nextRecovery;
        (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
        return _tell(RecoveryCancelled.selector, party, recovery, "");
    }

    /* MOVES */

    /// @inheritdoc IProgramWallets
    function proposeMove(address party, address wallet) external nonReentrant {
        Payout storage payout = _payouts[party];
        _settleRecovery(payout);
        bool recovers = _sender() == payout.recovery;
        if (!recovers) _requireParty(party);
        require(wallet != address(0) && wallet != address(this), Program_ZeroAddress());
        bytes memory hashes = "";
        if (recovers && payout.recoveryAt != 0) hashes = bytes.concat(_dropRecovery(payout, party));
        if (_moveWaits(payout)) {
            require(recovers, Program_AlreadyWaits());
            hashes = bytes.concat(hashes, _tell(MoveCancelled.selector, party, payout.moveTo, ""));
        }
        uint256 delay = _moveDelay();
        payout.moveTo = wallet;
        // Safe: times are below 2^40.
        payout.moveAt = uint40(block.timestamp + delay);
        payout.moveUntil = uint40(block.timestamp + 2 * delay + (delay == 0 ? 1 days : 0));
        payout.recovers = recovers;
        bytes memory times = abi.encode(payout.moveAt, payout.moveUntil);
        hashes = bytes.concat(hashes, _tell(MoveProposed.selector, party, wallet, times));
        _fold(hashes.length / 32, keccak256(hashes));
    }

    /// @inheritdoc IProgramWallets
    function cancelMove(address party) external nonReentrant {
        Payout storage payout = _payouts[party];
        _settleRecovery(payout);
        if (_sender() != payout.recovery) {
            _requireParty(party);
            require(!payout.recovers || !_moveWaits(payout), Program_NotAllowed(_sender()));
        }
        require(_moveWaits(payout), Program_NothingWaits());
        address wallet = payout.moveTo;
        _clearMove(payout);
        _foldOne(_tell(MoveCancelled.selector, party, wallet, ""));
    }

    /// @inheritdoc IProgramWallets
    function finishMove(address party) external nonReentrant {
        Payout storage payout = _payouts[party];
        address wallet = payout.moveTo;
        require(wallet != address(0), Program_NothingWaits());
        require(_sender() == wallet, Program_NotAllowed(_sender()));
        require(block.timestamp >= payout.moveAt, Program_TooEarly(payout.moveAt));
        require(_moveWaits(payout), Program_TooLate(payout.moveUntil));
        _clearMove(payout);
        payout.wallet = wallet == party ? address(0) : wallet;
        _markAccounts(_terms(), party);
        _foldOne(_tell(WalletMoved.selector, party, wallet, ""));
    }

    /// @dev Whether a move is proposed and has not lapsed.
    function _moveWaits(Payout storage payout) private view returns (bool) {
        return payout.moveTo != address(0) && block.timestamp < payout.moveUntil;
    }

    function _moveDelay() private view returns (uint256) {
        return _terms().extra(EXTRA_MOVE_DAYS, 1) * 1 days;
    }

    function _clearMove(Payout storage payout) private {
        payout.moveTo = address(0);
        payout.moveAt = 0;
        payout.moveUntil = 0;
        payout.recovers = false;
    }

    /// @dev Emits an event about a party and another address.
    function _tell(bytes32 selector, address party, address other, bytes memory data) private returns (bytes32) {
        return Logs.emit2({ selector: selector, topic: _topic(party), second: _topic(other), data: data });
    }

    function _topic(address topic) private pure returns (bytes32) {
        return bytes32(uint256(uint160(topic)));
    }

    /// @dev Marks a party's accounts as special, in all currencies, or no longer.
    function _markAccounts(bytes memory packed, address party) private {
        Payout storage payout = _payouts[party];
        bool special = payout.wallet != address(0) || payout.withholding > 0;
        uint256 count = packed.number(AT_CURRENCIES, 1);
        for (uint256 i = 0; i < count; ++i) {
            Account storage account = _accountOf(party, i);
            account.word = account.word.setSpecial(special);
        }
    }

    /* READING */

    /// @inheritdoc IProgramWallets
    function payoutOf(address party) external view returns (Payout memory payout) {
        Payout storage kept = _payouts[party];
        payout = kept;
        payout.wallet = _walletOf(party);
        if (payout.recoveryAt != 0 && block.timestamp >= payout.recoveryAt) {
            payout.recovery = payout.nextRecovery;
            (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
        }
        if (!_moveWaits(kept))
            (payout.moveTo, payout.moveAt, payout.moveUntil, payout.recovers) = (address(0), 0, 0, false);
    }

    /// @inheritdoc IProgramWallets
    function withheldOf(address party, address currency) external view returns (uint256 amount) {
        return _withheld[_accountKey(party, _indexOf(_terms(), currency))];
    }
}
