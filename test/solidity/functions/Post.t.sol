// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine, Power, ShownSale, Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER, NOT_PAID } from "../../../contracts/libraries/Constants.sol";
import { Lists } from "../../../contracts/libraries/Lists.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Post } from "../support/Posts.sol";
import { Credit, Sale } from "../support/Sales.sol";
import { Vm } from "../support/Vm.sol";

contract PostTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        _expectRefusal(_missing(operator, Power.Attributor));
        _postTo(program, operator, address(usdc), _batch(_one()), new address[](0));
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _refuses(_one(), abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        _postIn(stranger, _one());
    }

    function test_RevertWhen_TheCurrencyIsETHAndTheProgramTakesNone() external {
        Terms memory terms = _terms();
        terms.currencies[ETH] = address(0);
        program = _create(terms);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, ETHER));
        _postIn(ETHER, _one());
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, address(0)));
        _postIn(address(0), _one());
    }

    function test_RevertWhen_TheSaleIdIsZero() external {
        Sale memory sale = _one();
        sale.id = 0;
        // Behind one partner.
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_InvalidBatch.selector, 4 + 3));
    }

    function test_RevertGiven_TheProgramHoldsNothingAndTheSaleWasPostedBefore() external {
        _useNoHold();
        _fund(100e6);
        _post(_one());
        _refuses(_one(), _alreadyPosted());
        Sale memory small = _sale("a", 1, new Credit[](0));
        _fundEther(1);
        _expectRefusal(_alreadyPosted());
        _postIn(ETHER, small);
        // Behind another of its batch as well.
        Sale[] memory sales = new Sale[](2);
        sales[0] = _sale("0", 1e6, new Credit[](0));
        sales[1] = _sale("1", 1e6, new Credit[](0));
        _postAll(sales);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_SaleAlreadyPosted.selector, bytes32("1")));
        _post(sales[1]);
    }

    function test_GivenTheSaleWasPostedBefore() external {
        _fund(100e6);
        _post(_one());
        _post(_one());
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 30e6, "net");
        vm.assertEq(program.batchCount(), 2, "batches");
    }

    function test_RevertWhen_TheKindIsUnknown() external {
        Sale memory sale = _one();
        sale.kind = 3;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3));
    }

    function test_RevertWhen_TheAmountIsZero() external {
        Sale memory sale = _one();
        sale.amount = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
    }

    function test_RevertWhen_TheAmountIsMoreThanTheBooksCanHold() external {
        uint256 amount = type(uint96).max;
        _give(operator, amount);
        vm.prank(operator);
        program.fund(address(usdc), amount);
        _post(_sale("a", amount, new Credit[](0)));
        _refuses(
            _sale("b", 1, new Credit[](0)),
            abi.encodeWithSelector(IProgramErrors.Program_RevenueTooLarge.selector, amount + 1)
        );
    }

    function test_RevertWhen_TheRoleIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(ANA, 4, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownRole.selector, bytes32("a"), 4));
    }

    function test_RevertWhen_AWeightIsZero() external {
        _refuses(
            _sale("a", 1, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, COACH, 0))),
            abi.encodeWithSelector(IProgramErrors.Program_InvalidWeight.selector, bytes32("a"), COACH)
        );
    }

    function test_RevertWhen_APartnerIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(4, INTEGRATION, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
    }

    function test_RevertGiven_APartnerIsSuspended() external {
        vm.prank(operator);
        program.setStatus(BEN, Status.Suspended, "");
        _refuses(
            _sale("a", 1, _credits(_credit(BEN, INTEGRATION, 1))),
            abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, BEN, Status.Suspended)
        );
    }

    function test_RevertWhen_ThereAreMoreLinesThanASaleCanHold() external {
        Terms memory terms = _terms();
        uint8 seller = _withSeller(terms);
        // Who sells earns on this kind as well, so that each credit has two lines.
        terms.roles[seller].rates[INITIAL] = 1;
        program = _create(terms);
        _enroll(program);
        _fund(100e6);
        Credit[] memory credits = new Credit[](17);
        for (uint256 i = 0; i < 17; ++i) credits[i] = _credit(ANA, seller, 1);
        _refuses(
            _sale("a", 100e6, credits),
            abi.encodeWithSelector(IProgramErrors.Program_TooManyLines.selector, bytes32("a"), 33)
        );
        credits[16].role = INTEGRATION;
        _post(_sale("a", 100e6, credits));
        vm.assertEq(_shown("a").words.length, 33, "lines");
    }

    function test_RevertGiven_TheFundsDoNotCoverLinesAndStandingLines() external {
        _fund(17e6 - 1);
        _refuses(_one(), _notFunded(17e6 - 1, 17e6));
    }

    function test_RevertGiven_TheFundsDoNotCoverTheBatch() external {
        _fund(34e6 - 1);
        Sale[] memory sales = new Sale[](2);
        (sales[0], sales[1]) = (_one(), _one());
        sales[1].id = "b";
        _expectRefusal(_notFunded(34e6 - 1, 34e6));
        _postAll(sales);
        vm.assertEq(program.batchCount(), 0, "posted");
    }

    function test_GivenTheFundsCoverIt() external {
        _fund(20e6);
        _post(_one());
        ShownSale memory sale = _shown("a");
        vm.assertEq(sale.head, _headOf(100e6, INITIAL, 1, 2 * PERCENT), "head");
        vm.assertEq(sale.words.length, 1, "words");
        vm.assertEq(sale.words[0], _word(ANA, INTEGRATION, 15 * PERCENT, 1, 15e6), "word");
        vm.assertEq(program.solvency()[USDC].funds, 3e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 20e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 2e6, "setAside");
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 15e6, "net");
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 15e6, "held");
        _assertSolvent(program);
    }

    function test_WhenTheBatchIsLongAndMixed() external {
        _fund(10_000e6);
        Sale[] memory sales = new Sale[](12);
        NamedLine[][] memory expected = new NamedLine[][](12);
        for (uint256 i = 0; i < 12; ++i) {
            Credit[] memory credits = new Credit[](i);
            for (uint256 j = 0; j < i; ++j) credits[j] = _credit(1 + ((i + j) % 3), (i * j) % 4, 1 + j);
            sales[i] = _sale(bytes32(i + 1), 100e6 + i * 7, credits);
            sales[i].kind = i % 3;
            expected[i] = _preview(sales[i]);
        }
        _postAll(sales);
        for (uint256 i = 0; i < 12; ++i) {
            vm.assertEq(abi.encode(_saleLines(bytes32(i + 1))), abi.encode(expected[i]), "lines");
        }
        _assertSolvent(program);
    }

    /// @dev Of each kind a sale that nobody brought, one with all roles, one with those that earn on it, one with a single role, and one
    /// with weights. The last ones are priced by what the others had looked up.
    function test_WhenAllKindsAndRolesComeAgain() external {
        Terms memory terms = _manyKindsAndRoles();
        program = _create(terms);
        _enroll(program);
        _fund(1_000e6);
        Sale[] memory sales = new Sale[](80);
        for (uint256 i = 0; i < 80; ++i) {
            sales[i] = _sale(bytes32(i + 1), 10e6 + i, new Credit[](0));
            sales[i].kind = i < 16 ? 15 - i : i % 16;
            if (i >= 16) sales[i].credits = _allRoles(terms, sales[i].kind, i < 32);
            if (i >= 48) sales[i].credits = _credits(_credit(CLEO, 1 + (i % 3), 1));
            if (i >= 64)
                sales[i].credits = _credits(_credit(ANA, i % 15, 2), _credit(BEN, i % 15, 3), _credit(CLEO, 15, 7));
        }
        _postAll(sales);
        uint256[4] memory nets;
        for (uint256 i = 0; i < 80; ++i) {
            ShownSale memory shown = _shown(sales[i].id);
            uint256[] memory words = _wordsOf(terms, sales[i]);
            vm.assertEq(abi.encode(shown.words), abi.encode(words), "words");
            uint256 head = _headOf(sales[i].amount, sales[i].kind, words.length, 1_000 * sales[i].kind);
            vm.assertEq(shown.head, head | (i << SaleWords.PLACE_AT), "head");
            for (uint256 j = 0; j < words.length; ++j) nets[words[j] & 0xFFFFF] += words[j] >> SaleWords.AMOUNT_AT;
        }
        vm.assertEq(program.statement(ana, address(usdc), 0).net, nets[ANA], "ana");
        vm.assertEq(program.statement(ben, address(usdc), 0).net, nets[BEN], "ben");
        vm.assertEq(program.statement(cleo, address(usdc), 0).net, nets[CLEO], "cleo");
        for (uint8 kind = 0; kind < 16; ++kind) {
            // Their places are 15 − kind, 16 + kind, 32 + kind, 48 + kind and 64 + kind.
            vm.assertEq(program.bucketAt(address(usdc), kind, START).revenue, 50e6 + 175 + 3 * kind, "revenue");
            vm.assertEq(program.bucketAt(address(usdc), kind, START).setAside, _setAside(kind), "setAside");
        }
        _assertSolvent(program);
    }

    function test_WhenTheBatchIsPosted() external {
        _fund(100e6);
        Post memory post = _late(program, address(usdc), _pack(program, _batch(_one()), new address[](0)));
        post.evidence = keccak256("attribution.csv");
        vm.recordLogs();
        vm.prank(attributor);
        program.post(post.currency, 0, 0, 0, 0, post.evidence, post.packed);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 3, "events");
        vm.assertEq(logs[1].topics[0], IProgramSales.BatchPosted.selector, "event");
        vm.assertEq(logs[1].topics[1], bytes32(uint256(1)), "batch");
        vm.assertEq(logs[1].topics[2], 0, "lane");
        vm.assertEq(logs[1].topics[3], post.evidence, "evidence");
        bytes32 leaf = keccak256(bytes.concat(logs[0].topics[0], logs[0].topics[1], logs[0].data));
        (, , uint256 head) = program.laneOf(0, address(usdc));
        vm.assertEq(logs[1].data, abi.encode(usdc, 1, 0, 0, head, leaf), "data");
        vm.assertEq(program.rootOf(1), leaf, "root");
        vm.assertEq(program.batchCount(), 1, "batches");
    }

    /* HELPERS */

    function _one() private pure returns (Sale memory) {
        return _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
    }

    /// @dev Each role has another rate on each kind, and none on some; standing lines take 1,000 ppm times the kind.
    function _manyKindsAndRoles() private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.kinds = new string[](16);
        terms.roles = new Role[](16);
        for (uint256 i = 0; i < 16; ++i) {
            terms.roles[i] = _role("role", 0);
            terms.roles[i].rates = new uint24[](16);
            for (uint256 kind = 0; kind < 16; ++kind)
                terms.roles[i].rates[kind] = (i + kind) % 7 == 6 ? NOT_PAID : uint24(1_000 + 160 * kind + 10 * i);
        }
        terms.standing = new StandingLine[](4);
        for (uint256 bit = 0; bit < 4; ++bit) {
            terms.standing[bit] = _line("line", moderators, uint24(1_000 << bit));
            terms.standing[bit].kinds = 0;
            for (uint256 kind = 0; kind < 16; ++kind)
                if ((kind >> bit) & 1 == 1) terms.standing[bit].kinds |= uint16(1 << kind);
        }
    }

    /// @param unpaid Whether those that earn nothing on the kind are played as well.
    function _allRoles(Terms memory terms, uint256 kind, bool unpaid) private pure returns (Credit[] memory credits) {
        credits = new Credit[](16);
        uint256 count = 0;
        for (uint256 i = 0; i < 16; ++i) {
            if (unpaid || terms.roles[i].rates[kind] != NOT_PAID)
                credits[count++] = _credit(1 + ((kind + i) % 3), i, 1);
        }
        assembly ("memory-safe") {
            mstore(credits, count)
        }
    }

    function _wordsOf(Terms memory terms, Sale memory sale) private pure returns (uint256[] memory words) {
        words = new uint256[](sale.credits.length);
        uint256 count = 0;
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            Credit memory credit = sale.credits[i];
            uint256 rate = terms.roles[credit.role].rates[sale.kind];
            if (rate == NOT_PAID) continue;
            uint256 weights = 0;
            for (uint256 j = 0; j < sale.credits.length; ++j)
                if (sale.credits[j].role == credit.role) weights += sale.credits[j].weight;
            uint256 amount = (sale.amount * rate * credit.weight) / (weights * 1e6);
            words[count++] = _word(credit.partner, credit.role, rate, credit.weight, amount);
        }
        Lists.setLength(words, count);
    }

    /// @dev Of the five sales of a kind: each rounded up.
    function _setAside(uint256 kind) private pure returns (uint256 sum) {
        uint256[5] memory places = [15 - kind, 16 + kind, 32 + kind, 48 + kind, 64 + kind];
        for (uint256 i = 0; i < 5; ++i) sum += ((10e6 + places[i]) * 1_000 * kind + 999_999) / 1e6;
    }

    function _useNoHold() private {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _enroll(program);
    }

    /// @dev Of the first sale of the first batch, posted at the start.
    function _headOf(uint256 amount, uint256 kind, uint256 lines, uint256 standing) private view returns (uint256) {
        return
            amount |
            (kind << SaleWords.KIND_AT) |
            (uint256(USDC) << SaleWords.CURRENCY_AT) |
            (lines << SaleWords.LINES_AT) |
            (standing << SaleWords.STANDING_AT) |
            (block.timestamp << SaleWords.TIME_AT) |
            (1 << SaleWords.BATCH_AT);
    }

    function _word(
        uint256 partner,
        uint256 role,
        uint256 rate,
        uint256 weight,
        uint256 amount
    ) private pure returns (uint256) {
        return
            partner |
            (role << SaleWords.ROLE_AT) |
            (rate << SaleWords.RATE_AT) |
            (weight << SaleWords.WEIGHT_AT) |
            (amount << SaleWords.AMOUNT_AT);
    }

    function _refuses(Sale memory sale, bytes memory expected) private {
        _expectRefusal(expected);
        _post(sale);
    }

    function _notFunded(uint256 funds, uint256 owed) private view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), funds, owed);
    }

    function _alreadyPosted() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_SaleAlreadyPosted.selector, bytes32("a"));
    }
}
