// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { PostedSale, ShownSales } from "./ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, Progress, ShownSale, Status } from "../interfaces/Types.sol";
import { FIRST_POOL, REFERRED, RESIDUAL_RATE } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_DISPUTES, EXTRA_DISPUTE_PERIODS } from "../terms/TermsLayout.sol";

/// @title Freezing a sale's lines until the arbiter decides
/// @dev A frozen sale line is in nobody's books: what refunds left of it is in `_frozen`, and in what the program has
/// counted.
abstract contract Disputes is IProgramDisputes, ShownSales, History {
    using Periods for Schedule;
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /* OPENING */

    /// @inheritdoc IProgramDisputes
    function dispute(
        address party,
        ShownSale calldata sale,
        string calldata reason,
        bytes32 evidence
    ) external nonReentrant {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        uint256 number = _disputant(party);
        PostedSale memory posted = _loadSale(schedule, sale);
        _spendDispute({ packed: packed, number: number, period: schedule.periodAt(block.timestamp) });
        bytes32 hash = _freeze({
            packed: packed,
            schedule: schedule,
            sale: posted,
            shown: sale,
            number: number,
            reason: reason,
            evidence: evidence
        });
        _foldOne(hash);
    }

    /// @dev The number of who disputes.
    function _disputant(address party) private view returns (uint256 number) {
        number = _requirePartner(party);
        require(_partners[number].status() != Status.Left, Program_PartnerNotActive(number, Status.Left));
    }

    function _spendDispute(bytes memory packed, uint256 number, uint256 period) private {
        uint256 most = packed.extra(EXTRA_DISPUTES, 1);
        require(most > 0, Program_NotInTerms("disputes"));
        uint256 count = ++_disputesOf[number][period];
        require(count <= most, Program_TooManyDisputes(number, most));
    }

    /// @dev Takes what is left of each sale line out of its partner's books.
    /// @param number Of the partner who disputes it, or 0.
    /// @return hash Of its log.
    function _freeze(
        bytes memory packed,
        Schedule memory schedule,
        PostedSale memory sale,
        ShownSale calldata shown,
        uint256 number,
        string memory reason,
        bytes32 evidence
    ) internal returns (bytes32 hash) {
        require(sale.state.dispute == DisputeState.None, Program_AlreadyDisputed(sale.id));
        _requireHeld(sale);
        require(_leftOf(sale) > 0, Program_NothingLeft(sale.id));
        uint256 current = schedule.periodAt(block.timestamp);
        uint256 periods = packed.extra(EXTRA_DISPUTE_PERIODS, 1);
        // Terms without disputes have duplicates all the same.
        uint256 deadline = schedule.periodStart(current + 1 + (periods == 0 ? 1 : periods));
        (uint256[] memory left, uint256 sum) = _linesLeft(sale);
        _uncreditLines({ sale: sale, amounts: left, whole: true });
        _frozen[sale.head.currency()] += sum;
        sale.state.dispute = DisputeState.Open;
        // Safe: a number is below 2^20, and times are below 2^40.
        sale.state.disputant = uint24(number);
        sale.state.deadline = uint40(deadline);
        _saleStates[sale.place] = sale.state;
        return
            Logs.emit2({
                selector: SaleDisputed.selector,
                topic: sale.id,
                second: bytes32(number),
                data: abi.encode(deadline, left, shown, reason, evidence)
            });
    }

    /* SETTLING */

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
        _foldOne(_void({ sale: posted, credited: sum, reason: reason }));
    }

    /// @dev Gives back what is left of a sale whose lines are in nobody's books any more.
    /// @param credited What is left of its lines.
    /// @return hash Of its log.
    function _void(PostedSale memory sale, uint256 credited, string memory reason) internal returns (bytes32 hash) {
        uint256 returned = credited;
        uint256 setAside = 0;
        bool isFinal = block.timestamp >= sale.locks;
        if (isFinal) _return({ payer: sale.payer, currency: sale.head.currency(), amount: returned });
        else (returned, setAside) = _giveBack({ sale: sale, amount: _leftOf(sale), credited: credited });
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

    /// @dev Puts other partners into a sale's words, and notes anew for whom it counts.
    function _replacePartners(bytes memory packed, PostedSale memory sale, uint256[] calldata partners) private view {
        uint256[] memory words = sale.words;
        require(partners.length == words.length, Program_LinesMismatch(sale.id, partners.length, words.length));
        bool counts = _isCounted(words);
        for (uint256 i = 0; i < words.length; ++i) {
            _activePartner(partners[i]);
            words[i] = words[i].withPartner(partners[i]);
        }
        if (!counts) return;
        for (uint256 i = 0; i < words.length; ++i) {
            if (_isFirstOf(packed, words, i)) words[i] |= 1 << SaleWords.COUNTS_AT;
        }
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
