// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnerBooks } from "./PartnerBooks.sol";
import { Account } from "./ProgramStorage.sol";
import { IProgramWallets } from "../interfaces/IProgramWallets.sol";
import { Payout } from "../interfaces/Types.sol";
import { ONE } from "../libraries/Constants.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_CURRENCIES, EXTRA_MOVE_DAYS, EXTRA_TAX_ACCOUNT } from "../terms/TermsLayout.sol";

/// @title Where partners are paid
/// @dev The recovery address comes before the wallet, whose key may be stolen: it cancels what the wallet proposes, the
/// wallet cannot cancel what it proposes, and it alone can name another one.
abstract contract Wallets is IProgramWallets, PartnerBooks {
    using PackedTerms for bytes;

    /* WITHHOLDING */

    /// @inheritdoc IProgramWallets
    function setWithholding(address party, uint24 rate) external nonReentrant {
        bytes memory packed = _terms();
        address taxAccount = address(uint160(packed.extra(EXTRA_TAX_ACCOUNT, 20)));
        _requireOwn(party);
        require(taxAccount != address(0), Program_NotInTerms("withholding"));
        // What it withholds from itself would never be paid.
        require(taxAccount != party, Program_NotAllowed(msg.sender));
        require(rate <= ONE, Program_RateTooHigh(rate));
        _payouts[party].withholding = rate;
        _markAccounts(packed, party);
        emit WithholdingSet(party, rate);
    }

    /* MOVES */

    /// @inheritdoc IProgramWallets
    function setRecovery(address party, address recovery) external nonReentrant {
        Payout storage payout = _payouts[party];
        if (payout.recovery == address(0)) _requireOwn(party);
        else require(msg.sender == payout.recovery, Program_NotAllowed(msg.sender));
        require(payout.moveTo == address(0), Program_AlreadyWaits());
        payout.recovery = recovery;
        emit RecoverySet(party, recovery);
    }

    /// @inheritdoc IProgramWallets
    function proposeMove(address party, address wallet) external nonReentrant {
        Payout storage payout = _payouts[party];
        bool recovers = msg.sender == payout.recovery;
        if (!recovers) _requireOwn(party);
        require(wallet != address(0) && wallet != address(this), Program_ZeroAddress());
        require(_isFree(wallet, party), Program_AlreadyEnrolled(wallet));
        if (payout.moveTo != address(0)) {
            require(recovers, Program_AlreadyWaits());
            emit MoveCancelled(party, payout.moveTo);
        }
        // Safe: times are below 2^40.
        uint40 movesAt = uint40(block.timestamp + _terms().extra(EXTRA_MOVE_DAYS, 1) * 1 days);
        payout.moveTo = wallet;
        payout.moveAt = movesAt;
        payout.recovers = recovers;
        emit MoveProposed({ party: party, wallet: wallet, movesAt: movesAt });
    }

    /// @inheritdoc IProgramWallets
    function cancelMove(address party) external nonReentrant {
        Payout storage payout = _payouts[party];
        if (msg.sender != payout.recovery) {
            _requireOwn(party);
            require(!payout.recovers, Program_NotAllowed(msg.sender));
        }
        require(payout.moveTo != address(0), Program_NothingWaits());
        emit MoveCancelled(party, payout.moveTo);
        _clearMove(payout);
    }

    /// @inheritdoc IProgramWallets
    function finishMove(address party) external nonReentrant {
        Payout storage payout = _payouts[party];
        address wallet = payout.moveTo;
        require(wallet != address(0), Program_NothingWaits());
        require(msg.sender == wallet, Program_NotAllowed(msg.sender));
        require(block.timestamp >= payout.moveAt, Program_TooEarly(payout.moveAt));
        require(_isFree(wallet, party), Program_AlreadyEnrolled(wallet));
        _clearMove(payout);
        if (wallet == party) {
            payout.wallet = address(0);
        } else {
            payout.wallet = wallet;
            // So that a page finds the partner by it, and nobody else is enrolled with it.
            _members[wallet].number = _members[party].number;
        }
        _markAccounts(_terms(), party);
        emit WalletMoved(party, wallet);
    }

    /// @dev Whether a partner can be paid at a wallet: it is nobody's, or was this partner's before.
    function _isFree(address wallet, address party) private view returns (bool) {
        uint256 number = _members[wallet].number;
        return number == 0 || number == _members[party].number;
    }

    function _clearMove(Payout storage payout) private {
        payout.moveTo = address(0);
        payout.moveAt = 0;
        payout.recovers = false;
    }

    function _requireOwn(address party) private view {
        (, address own) = _callingPartner();
        require(own == party, Program_NotAllowed(msg.sender));
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
        payout = _payouts[party];
        payout.wallet = _walletOf(party);
    }

    /// @inheritdoc IProgramWallets
    function withheldOf(address party, address currency) external view returns (uint256 amount) {
        return _withheld[_accountKey(party, _indexOf(_terms(), currency))];
    }
}
