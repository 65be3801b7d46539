// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Pool, Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine } from "../../../contracts/interfaces/Types.sol";
import {
    NOT_PAID,
    NO_ROLE,
    REFERRED,
    RESIDUAL_RATE,
    TO_OTHERS,
    TO_POOL
} from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev One sale under random terms: roles of all stages, each with any answer to its missing, referred partners, pools, a
/// commission, the residual the operator's or a role's.
contract SalesFuzz is Base {
    uint256 private constant ROLES = 6;

    uint256 private _seed;

    /// @dev The lines of a sale add up to it, are those that were asked for, and come back to the last unit.
    function test_ASaleIsSharedInWholeAndReturnsInWhole(uint256 seed, uint96 amount, bool onChain) external {
        amount = uint96(1 + (amount % (seed % 2 == 0 ? 1e28 : 1_000)));
        _seed = seed;
        Terms memory terms = _randomTerms();
        _begin(terms);
        Sale memory sale = Sale({ id: "a", kind: _random(3), amount: amount, credits: _randomCredits(terms) });
        NamedLine[] memory lines = _preview(sale);
        _pay(sale, onChain);
        NamedLine[] memory stored = _saleLines("a");
        vm.assertEq(keccak256(abi.encode(lines)), keccak256(abi.encode(stored)), "preview and stored sale");
        _assertWhole(lines, amount);
        _assertReferred(terms, lines);
        uint256 held = _heldByAll();
        if (_random(2) == 0) _disputeAndSettle(lines, held);
        uint96 part = uint96(1 + _random(amount));
        _refund("r", "a", part);
        _assertSolvent(program);
        if (part < amount) _refund("q", "a", amount - part);
        _assertReturned(amount, onChain);
    }

    /// @dev One that a partner can claim to have played, or none.
    function _paidRole() private view returns (uint256) {
        Terms memory terms = program.terms();
        uint256 kind = SaleWords.kind(_shown("a").head);
        for (uint256 role = 0; role < terms.roles.length; ++role) {
            if (terms.roles[role].rates[kind] != NOT_PAID || role == terms.residualRole) return role;
        }
        return NO_ROLE;
    }

    /// @dev A disputed sale that stands is as before; one that is given to others is theirs, the same in sum.
    function _disputeAndSettle(NamedLine[] memory lines, uint256 held) private {
        uint256 role = _paidRole();
        if (role == NO_ROLE) return;
        vm.prank(ana);
        program.dispute(ana, _shown("a"), role, "", 0);
        vm.prank(ben);
        program.dispute(ben, _shown("a"), role, "", 0);
        vm.prank(cleo);
        program.dispute(cleo, _shown("a"), role, "", 0);
        vm.assertEq(_heldByAll(), 0, "held while frozen");
        vm.assertEq(program.frozenOf(address(usdc)), held, "frozen");
        _assertSolvent(program);
        uint256 count = 0;
        while (count < lines.length && !_is(lines[count].source, "moderators")) ++count;
        uint256[] memory partners = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) partners[i] = 1 + _random(3);
        _beginCall();
        vm.prank(arbiter);
        if (_random(2) == 0) program.upholdSale(_shown("a"), "");
        else program.reattributeSale(_shown("a"), partners, "");
        _keep(program, vm.getRecordedLogs());
        vm.assertEq(_heldByAll(), held, "held again");
        vm.assertEq(program.frozenOf(address(usdc)), 0, "frozen after");
        NamedLine[] memory after_ = _saleLines("a");
        for (uint256 i = 0; i < lines.length; ++i) vm.assertEq(after_[i].amount, lines[i].amount, "amounts stay");
    }

    function _assertWhole(NamedLine[] memory lines, uint256 amount) private pure {
        uint256 sum = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            vm.assertLe(lines[i].amount, amount, "a line is more than its sale");
            sum += lines[i].amount;
        }
        vm.assertEq(sum, amount, "the whole");
    }

    /// @dev Each scout's line is its rate of the line before it, each exact and floored once: its word has whole ppm.
    function _assertReferred(Terms memory terms, NamedLine[] memory lines) private pure {
        uint256 of_ = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            if (!_is(lines[i].source, terms.roles[ROLES - 1].name)) {
                of_ = lines[i].amount;
                vm.assertTrue(lines[i].rate <= 1e6 || lines[i].rate == RESIDUAL_RATE, "rate");
                continue;
            }
            vm.assertGe(lines[i].amount, (of_ * lines[i].rate) / 1e6, "scout");
            vm.assertLe(lines[i].amount, ((of_ + 1) * (lines[i].rate + 1)) / 1e6, "scout at most");
        }
    }

    function _assertReturned(uint256 amount, bool onChain) private view {
        vm.assertEq(_heldByAll(), 0, "held after");
        vm.assertEq(program.claimable(customer, address(usdc)), onChain ? amount : 0, "payer");
        vm.assertEq(program.solvency()[USDC].funds, onChain ? 0 : amount, "funds");
        vm.assertEq(program.solvency()[USDC].owed, amount, "owed");
        for (uint8 kind = 0; kind < 3; ++kind) {
            vm.assertEq(program.bucketAt(address(usdc), kind, START).setAside, 0, "setAside");
            vm.assertEq(program.bucketAt(address(usdc), kind, START).revenue, 0, "revenue");
        }
    }

    function _pay(Sale memory sale, bool onChain) private {
        if (onChain) {
            _paySale(sale.id, uint8(sale.kind), sale.amount);
            _postPaid(sale);
        } else {
            _fund(sale.amount);
            _post(sale);
        }
    }

    function _begin(Terms memory terms) private {
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](3);
        partners[0] = _enrollment(ana, "ana");
        partners[1] = _enrollment(ben, "ben");
        partners[2] = _enrollment(cleo, "cleo");
        partners[1].referrer = uint24(_random(2));
        partners[2].referrer = uint24(_random(3));
        for (uint256 i = 0; i < 3; ++i) partners[i].tier = uint8(_random(2));
        vm.prank(operator);
        program.enroll(partners);
    }

    /// @dev Rates small enough for any of it to be within 100 %.
    function _randomTerms() private returns (Terms memory terms) {
        terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.commission = _random(2) == 0 ? 100 * PERCENT : uint24(_random(1e6));
        terms.rules.disputes = 1;
        terms.rules.disputePeriods = 1;
        terms.standing = _terms().standing;
        terms.standing[TECH].rates = _one(uint24(_random(50_000)));
        terms.standing[TECH].starts = START;
        terms.pools = new Pool[](2);
        terms.pools[0] = Pool({ name: "p0", holder: address(0xA0) });
        terms.pools[1] = Pool({ name: "p1", holder: address(0xA1) });
        terms.roles = new Role[](ROLES);
        string[6] memory names = ["r0", "r1", "r2", "r3", "r4", "scout"];
        for (uint256 i = 0; i < ROLES; ++i) terms.roles[i] = _randomRole(names[i]);
        terms.roles[ROLES - 1].stage = REFERRED;
        terms.roles[ROLES - 1].missing = 0;
        terms.roles[ROLES - 1].pool = 0;
        if (_random(2) == 0) (terms.residualRole, terms.ceiling) = (uint8(_random(ROLES - 1)), 100 * PERCENT);
    }

    function _randomRole(string memory name) private returns (Role memory role) {
        role = _role(name, 0);
        for (uint256 kind = 0; kind < 3; ++kind) {
            role.rates[kind] = _random(4) == 0 ? NOT_PAID : uint24(30_000 + _random(40_000));
        }
        role.tiers[1] = uint24(_random(3) * 10_000);
        role.ceiling = uint24(60_000 + _random(40_000));
        role.stage = uint8(_random(2));
        uint256[3] memory answers = [uint256(0), TO_OTHERS, TO_POOL];
        role.missing = uint8(answers[_random(3)]);
        if (role.missing == TO_POOL) role.pool = uint8(_random(2));
    }

    function _randomCredits(Terms memory terms) private returns (Credit[] memory credits) {
        credits = new Credit[](_random(7));
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 role = _random(3) == 0 && terms.residualRole < ROLES ? terms.residualRole : _random(ROLES - 1);
            credits[i] = _credit(1 + _random(3), role, 1 + _random(_random(2) == 0 ? 3 : type(uint32).max - 1));
        }
    }

    function _heldByAll() private view returns (uint256 sum) {
        address[5] memory parties = [ana, ben, cleo, address(0xA0), address(0xA1)];
        for (uint256 i = 0; i < 5; ++i) sum += program.account(parties[i], address(usdc)).held;
    }

    function _random(uint256 below) private returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return _seed % below;
    }

    function _is(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }
}
