// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Disputants } from "./Disputants.sol";
import { History } from "./History.sol";
import { PostedSale } from "./ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, Progress, ShownSale } from "../interfaces/Types.sol";
import { FIRST_POOL, REFERRED, RESIDUAL_RATE } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_FLAGS } from "../terms/TermsLayout.sol";

/// @title How a dispute ends: the sale stands, is void, or goes to others who have a part in it
abstract contract DisputeSettlement is IProgramDisputes, Disputants, History {
    using Periods for Schedule;
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /// @inheritdoc IProgramDisputes
    function upholdSale(ShownSale calldata sale, string calldata reason) external nonReentrant {
        bytes memory packed = _terms();
        PostedSale memory posted = _judged(packed, sale);
        _foldOne(_stand({ sale: posted, state: DisputeState.Stands, reason: reason }));
    }

    /// @inheritdoc IProgramDisputes
    function voidSale(ShownSale calldata sale, string calldata reason) external nonReentrant {
        bytes memory packed = _terms();
        PostedSale memory posted = _judged(packed, sale);
        (, uint256 sum) = _linesLeft(posted);
        _frozen[posted.head.currency()] -= sum;
        _foldOne(_void({ schedule: packed.schedule(), sale: posted, credited: sum, reason: reason }));
    }

    /// @dev Gives back what is left of a sale whose lines are in nobody's books any more.
    /// @param credited What is left of its lines.
    /// @return hash Of its log.
    function _void(
        Schedule memory schedule,
        PostedSale memory sale,
        uint256 credited,
        string memory reason
    ) internal returns (bytes32 hash) {
        uint256 returned = credited;
        uint256 setAside = 0;
        bool isFinal = block.timestamp >= sale.locks;
        if (isFinal) {
            _return({ payer: sale.payer, currency: sale.head.currency(), amount: returned });
            _freeId(sale);
        } else {
            (returned, setAside) = _giveBack({ sale: sale, amount: _leftOf(sale), credited: credited });
        }
        if (sale.state.dispute == DisputeState.Open) _returnDisputes(sale.place, schedule.periodAt(block.timestamp));
        sale.state.dispute = DisputeState.Void;
        _saleStates[sale.place] = sale.state;
        return
            _settled({
                sale: sale,
                parties: new address[](0),
                amounts: new uint256[](0),
                isFinal: isFinal,
                returned: returned,
                setAside: setAside,
                reason: reason
            });
    }

    /// @inheritdoc IProgramDisputes
    function reattributeSale(
        ShownSale calldata sale,
        uint256[] calldata partners,
        string calldata reason
    ) external nonReentrant {
        bytes memory packed = _terms();
        PostedSale memory posted = _judged(packed, sale);
        _replacePartners({ packed: packed, sale: posted, partners: partners });
        uint256[] memory words = sale.words;
        for (uint256 i = 0; i < partners.length; ++i) words[i] = posted.words[i];
        posted.state.reattributed = true;
        _reattributed[posted.place] = _leafOf(posted.id, posted.head, words);
        bytes32 hash = Logs.emit1(SaleReattributed.selector, posted.id, abi.encode(posted.head, words));
        bytes32 settled = _stand({ sale: posted, state: DisputeState.Reattributed, reason: reason });
        _fold({ count: 2, digest: keccak256(bytes.concat(hash, settled)) });
    }

    /// @dev Puts other partners into a sale's words, and notes anew for whom it counts. Only who had a line of it, or has disputed it,
    /// can have one; and no line comes to who decides.
    function _replacePartners(bytes memory packed, PostedSale memory sale, uint256[] calldata partners) private view {
        uint256[] memory words = sale.words;
        require(partners.length == words.length, Program_LinesMismatch(sale.id, partners.length, words.length));
        bool counts = _isCounted(words) || (_arePools(words) && _countsNow(packed, sale));
        uint256[] memory replaced = new uint256[](words.length);
        for (uint256 i = 0; i < words.length; ++i) {
            uint256 number = partners[i];
            if (number != words[i].partner()) _requireTaker(sale, number);
            replaced[i] = words[i].withPartner(number);
        }
        sale.words = words = replaced;
        if (!counts) return;
        for (uint256 i = 0; i < words.length; ++i) {
            if (_isFirstOf(packed, words, i)) words[i] |= 1 << SaleWords.COUNTS_AT;
        }
    }

    function _requireTaker(PostedSale memory sale, uint256 number) private view {
        bool takes = number != 0 && (_hasLine(sale.words, number) || _isDisputant(sale, number));
        require(takes, Program_NotInDispute(sale.id, number));
        address party = _partners[number].wallet();
        require(party != msg.sender && _walletOf(party) != msg.sender, Program_NotAllowed(msg.sender));
    }

    function _countsNow(bytes memory packed, PostedSale memory sale) private pure returns (bool) {
        return
            _countsSale({
                packed: packed,
                flags: packed.number(AT_FLAGS, 2),
                currency: sale.head.currency(),
                amount: sale.head.amount()
            });
    }

    /// @dev Whether pools alone have a sale.
    function _arePools(uint256[] memory words) private pure returns (bool) {
        for (uint256 i = 0; i < words.length; ++i) if (words[i].partner() < FIRST_POOL) return false;
        return true;
    }

    /// @dev Whether a line is the first of its partner, referred ones and pools' not counted.
    function _isFirstOf(bytes memory packed, uint256[] memory words, uint256 index) private pure returns (bool) {
        uint256 number = words[index].partner();
        if (number >= FIRST_POOL || _isReferred(packed, words[index])) return false;
        for (uint256 i = 0; i < index; ++i) {
            if (words[i].partner() == number && words[i].counts() == 1) return false;
        }
        return true;
    }

    function _isReferred(bytes memory packed, uint256 word) private pure returns (bool) {
        if (word.rate() == RESIDUAL_RATE) return false;
        return packed.roleStage(packed.roleOffset(word.role())) == REFERRED;
    }

    /// @inheritdoc IProgramDisputes
    function closeDispute(ShownSale calldata sale) external nonReentrant {
        bytes memory packed = _terms();
        PostedSale memory posted = _openSale(packed, sale);
        uint256 deadline = posted.state.deadline;
        require(block.timestamp >= deadline, Program_TooEarly(deadline));
        _foldOne(_stand({ sale: posted, state: DisputeState.Stands, reason: "" }));
    }

    function _openSale(bytes memory packed, ShownSale calldata shown) private view returns (PostedSale memory sale) {
        sale = _loadSale(packed.schedule(), shown);
        require(sale.state.dispute == DisputeState.Open, Program_NotDisputed(sale.id));
    }

    /// @dev A sale that the caller decides, in time.
    function _judged(bytes memory packed, ShownSale calldata shown) private view returns (PostedSale memory sale) {
        sale = _openSale(packed, shown);
        _requireArbiterOf(sale.place >> 16);
        require(block.timestamp < sale.state.deadline, Program_TooLate(sale.state.deadline));
    }

    /// @dev Gives what is left of each sale line to its partner: held again, or owed at once where the sale is locked.
    /// @return hash Of its log.
    function _stand(PostedSale memory sale, DisputeState state, string memory reason) private returns (bytes32 hash) {
        (uint256[] memory left, uint256 sum) = _linesLeft(sale);
        address[] memory parties = new address[](left.length);
        bool isFinal = block.timestamp >= sale.locks;
        // Nothing of a sale that was refunded in whole counts.
        bool counts = _leftOf(sale) > 0 && _isCounted(sale.words);
        for (uint256 i = 0; i < left.length; ++i) {
            uint256 word = sale.words[i];
            parties[i] = _partners[word.partner()].wallet();
            uint256 sales = counts ? word.counts() : 0;
            if (isFinal) {
                _owe({ party: parties[i], currency: sale.head.currency(), amount: left[i] });
                if (counts) _countLate(_bookOf(word.partner()), sale.head.currency(), left[i], sales);
            } else {
                _credit({
                    number: _bookOf(word.partner()),
                    currency: sale.head.currency(),
                    period: sale.segment.period,
                    net: left[i],
                    sales: sales
                });
            }
        }
        _frozen[sale.head.currency()] -= sum;
        sale.state.dispute = state;
        _saleStates[sale.place] = sale.state;
        return
            _settled({
                sale: sale,
                parties: parties,
                amounts: left,
                isFinal: isFinal,
                returned: 0,
                setAside: 0,
                reason: reason
            });
    }

    function _settled(
        PostedSale memory sale,
        address[] memory parties,
        uint256[] memory amounts,
        bool isFinal,
        uint256 returned,
        uint256 setAside,
        string memory reason
    ) private returns (bytes32) {
        return
            Logs.emit1({
                selector: DisputeSettled.selector,
                topic: sale.id,
                data: abi.encode(
                    sale.place >> 16,
                    sale.place & type(uint16).max,
                    sale.state.dispute,
                    parties,
                    amounts,
                    isFinal,
                    returned,
                    setAside,
                    reason
                )
            });
    }

    /// @dev Whether graduations or milestones counted sales when it was posted.
    function _isCounted(uint256[] memory words) private pure returns (bool) {
        for (uint256 i = 0; i < words.length; ++i) {
            if (words[i].counts() == 1) return true;
        }
        return false;
    }

    /// @dev Counts towards tiers and milestones what was not in a locked period's books: else a dispute would cost its partners
    /// that, however it ends.
    function _countLate(uint256 number, uint256 currency, uint256 amount, uint256 sales) private {
        Progress storage progress = _progress[number][currency];
        uint256 earned = progress.earned + amount;
        // Safe: what is beyond the field is cut to its highest.
        progress.earned = earned > type(uint96).max ? type(uint96).max : uint96(earned);
        if (sales > 0 && progress.sales < type(uint32).max) ++progress.sales;
    }
}
