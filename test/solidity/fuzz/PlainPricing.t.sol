// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Enrollment, ShownSale, Status } from "../../../contracts/interfaces/Types.sol";
import { Graduation, Milestone, Outcome, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { FIRST_POOL, REFERRED } from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { PlainDeal, PlainPartner, PlainPricing } from "../support/PlainPricing.sol";
import { RandomTerms } from "../support/RandomTerms.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev Batches under random terms are priced, told and booked as plain Solidity says, sale by sale.
contract PlainPricingFuzz is RandomTerms {
    uint256 private constant PARTNERS = 5;

    uint256 private _seed;

    mapping(uint256 number => uint256 amount) private _netOf;

    function test_ABatchIsPricedAsInPlainSolidity(uint256 seed) external {
        _seed = seed;
        Terms memory terms = _payable(seed);
        if (terms.kinds.length == 0) return;
        PlainDeal memory deal = _begin(terms);
        Sale[] memory sales = new Sale[](1 + _any(9));
        for (uint256 i = 0; i < sales.length; ++i) sales[i] = _anySale(deal, bytes32(i + 1));
        _fund(1e15);
        _postAll(sales);
        uint256[] memory revenue = new uint256[](terms.kinds.length);
        uint256[] memory setAside = new uint256[](terms.kinds.length);
        for (uint256 i = 0; i < sales.length; ++i) {
            uint256 rate = _checkSale(deal, sales[i]);
            _checkCeiling(terms, sales[i], rate);
            revenue[sales[i].kind] += sales[i].amount;
            setAside[sales[i].kind] += (sales[i].amount * rate + 999_999) / 1e6;
        }
        for (uint8 kind = 0; kind < revenue.length; ++kind) {
            vm.assertEq(program.bucketAt(address(usdc), kind, block.timestamp).revenue, revenue[kind], "revenue");
            vm.assertEq(program.bucketAt(address(usdc), kind, block.timestamp).setAside, setAside[kind], "setAside");
        }
        _checkBooks(terms);
        _assertSolvent(program);
    }

    /// @return standing The standing rate.
    function _checkSale(PlainDeal memory deal, Sale memory sale) private returns (uint256 standing) {
        uint256[] memory words;
        (words, standing) = PlainPricing.wordsOf(deal, sale);
        ShownSale memory shown = _shown(sale.id);
        vm.assertEq(abi.encode(shown.words), abi.encode(words), "words");
        vm.assertEq(SaleWords.standingRate(shown.head), standing, "standing rate");
        vm.assertEq(SaleWords.lines(shown.head), words.length, "lines");
        vm.assertEq(SaleWords.amount(shown.head), sale.amount, "amount");
        vm.assertEq(SaleWords.kind(shown.head), sale.kind, "kind");
        for (uint256 i = 0; i < words.length; ++i) _netOf[words[i] & 0xFFFFF] += (words[i] >> 76) & type(uint96).max;
    }

    /// @dev F15: lines and standing lines, a role's residual among them, never take more than the ceiling.
    function _checkCeiling(Terms memory terms, Sale memory sale, uint256 rate) private view {
        uint256[] memory words = _shown(sale.id).words;
        uint256 sum = (sale.amount * rate) / 1e6;
        for (uint256 i = 0; i < words.length; ++i) sum += SaleWords.lineAmount(words[i]);
        vm.assertLe(sum, (sale.amount * terms.ceiling) / 1e6, "ceiling");
    }

    function _checkBooks(Terms memory terms) private view {
        uint256 period = program.currentPeriod();
        for (uint256 number = 1; number <= PARTNERS; ++number) {
            uint256 net = program.statement(program.partnerAt(number).wallet, address(usdc), period).net;
            vm.assertEq(net, _netOf[number], "partner");
        }
        for (uint256 i = 0; i < terms.pools.length; ++i) {
            uint256 net = program.statement(terms.pools[i].holder, address(usdc), period).net;
            vm.assertEq(net, _netOf[FIRST_POOL + i], "pool");
        }
    }

    /// @dev Random terms that can be created, without outcomes and limits; those without kinds stand for none.
    function _payable(uint256 seed) private returns (Terms memory terms) {
        bool simple = _any(2) == 0;
        terms = _random(seed, 1 + (seed % (simple ? 2 : 5)));
        if (simple) _simplify(terms);
        terms.holdPeriods = 1;
        terms.outcomes = new Outcome[](0);
        terms.rules.postingLimit = _none();
        if (terms.roles.length > 0 && _any(2) == 0) {
            uint256 role = _any(terms.roles.length);
            if (terms.roles[role].stage != REFERRED) terms.residualRole = uint8(role);
        }
        if (_any(2) == 0) terms.ceiling = uint24(500_000 + _any(500_001));
        try factory.predict(terms, "", 0, operator) {} catch {
            terms.kinds = new string[](0);
        }
    }

    /// @dev Without what makes sales costly to price: the most of them, as they are in most programs.
    function _simplify(Terms memory terms) private {
        terms.graduations = new Graduation[](0);
        terms.milestones = new Milestone[](0);
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            (terms.roles[i].stage, terms.roles[i].missing, terms.roles[i].pool) = (0, 0, 0);
            if (_any(4) > 0) (terms.roles[i].tiers, terms.roles[i].tenure) = (new uint24[](0), new uint24[](0));
            if (_any(8) == 0) terms.roles[i].stage = 1;
        }
    }

    function _begin(Terms memory terms) private returns (PlainDeal memory deal) {
        program = _create(terms);
        deal.terms = terms;
        deal.partners = new PlainPartner[](PARTNERS + 1);
        Enrollment[] memory partners = new Enrollment[](PARTNERS);
        for (uint256 i = 0; i < PARTNERS; ++i) {
            partners[i] = _enrollment(address(uint160(0xA000 + i)), "");
            partners[i].tier = uint8(terms.tiers.length == 0 ? 0 : _any(terms.tiers.length));
            partners[i].joined = uint40(START + 100 days - _any(2_000 days));
            partners[i].referrer = uint24(_any(i + 1));
            deal.partners[i + 1] = PlainPartner(partners[i].joined, partners[i].tier, partners[i].referrer, true);
        }
        vm.startPrank(operator);
        program.enroll(partners);
        // The last one is often somebody's referrer.
        if (_any(2) == 0) {
            program.setStatus(2, Status.Suspended, "");
            deal.partners[2].isActive = false;
        }
        vm.stopPrank();
        if (_any(2) == 0) {
            deal.volume = 1 + _any(1e10);
            _pay(INITIAL, deal.volume);
            vm.warp(START + terms.period + _any(terms.period));
        } else vm.warp(START + _any(terms.period));
        deal.time = block.timestamp;
    }

    function _anySale(PlainDeal memory deal, bytes32 id) private returns (Sale memory sale) {
        sale = Sale({
            id: id,
            kind: _any(deal.terms.kinds.length),
            amount: 1 + _any(_any(2) == 0 ? 1_000 : 1e14),
            credits: _anyCredits(deal.terms.roles.length)
        });
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            if (deal.terms.roles[sale.credits[i].role].stage == REFERRED) sale.credits = new Credit[](0);
        }
        (uint256[] memory words, ) = PlainPricing.wordsOf(deal, sale);
        if (words.length > SaleWords.MAX_LINES) sale.credits = new Credit[](0);
    }

    /// @dev Half of the sales have no weights, and each role once.
    function _anyCredits(uint256 roles) private returns (Credit[] memory credits) {
        if (roles == 0) return credits;
        bool weighted = _any(2) == 0;
        uint256 first = _any(roles);
        credits = new Credit[](_any((weighted ? 8 : roles) + 1));
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 number = 1 + _any(PARTNERS);
            // Partner 2 may be suspended.
            if (number == 2) number = 3;
            uint256 role = weighted ? _any(roles) : (first + i) % roles;
            uint256 weight = weighted ? 1 + _any(_any(2) == 0 ? 3 : type(uint32).max) : 1;
            credits[i] = _credit(number, role, weight > type(uint32).max ? 1 : weight);
        }
    }

    function _any(uint256 below) private returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return _seed % below;
    }
}
