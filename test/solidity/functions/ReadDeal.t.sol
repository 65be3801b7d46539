// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Role, StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Way } from "../../../contracts/interfaces/Types.sol";
import { NO_ROLE, NOT_PAID, REFERRED, TO_OTHERS, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { ReaderBase } from "../support/ReaderBase.sol";
import { SymbolToken } from "../support/SymbolToken.sol";

/// @dev A deal's frame, powers and roles. Its clauses are in ReadClauses.
contract ReadDealTest is ReaderBase {
    string private constant ON_ALL = "10 % on every kind, of the sale";

    function test_RevertWhen_TheAddressIsNoProgram() external {
        vm.expectRevert(_notAProgram(stranger));
        reader.deal(stranger);
    }

    function test_GivenTheTermsOfEveryTest() external {
        Terms memory terms = _terms();
        terms.name = "Northwind";
        program = _create(terms);
        _expect("Northwind, since 2026-01-01 00:00 UTC");
        _expect("Hash of the terms in force: ", vm.toString(keccak256(abi.encode(terms))));
        _expect("Periods of 30 days; lines are final 1 period after their own");
        _expect("The terms change with 1 period of notice, and no sooner than after 7 days");
        _expect("Currency: ETH, 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE");
        _expect("Currency: USDC, ", vm.toString(address(usdc)));
        _expect("Operator: ", vm.toString(operator));
        _expect("Attributor, who posts sales: ", vm.toString(attributor));
        _expect("Standby for the attributor: ", vm.toString(standby));
        _expect("Arbiter of disputes: ", vm.toString(arbiter));
        _expect("Guardian: ", vm.toString(guardian));
        _expect("Treasury: ", vm.toString(treasury));
        _expect("All lines of a sale together never take more than 90 % of it");
        _expect("Role integration: 15 % on every kind, of the sale");
        _expect("Role coach: 20 % on expansion, of the sale");
        _expect(
            "Role affiliate: 10 % on every kind, of the sale; + 5 % for partner; + 2 % after years: 1; + 4 % after years: 2; at most 16 %"
        );
        _expect("Role loyalty: 10 % on every kind, of what standing lines and roles of the sale leave");
        _expect("What remains of a sale is the operator's");
        _expect(
            "Standing line moderators, ",
            vm.toString(moderators),
            ": 2 % of all revenue of initial renewal expansion; from 2026-01-01 00:00 UTC"
        );
        _expect(
            "Standing line tech, ",
            vm.toString(tech),
            ": 30 %, 20 %, 10 % year by year of all revenue of initial renewal expansion",
            "; from 2026-01-11 00:00 UTC to 2029-01-10 00:00 UTC"
        );
        _assertRead(reader.deal(address(program)));
    }

    /// @dev No role, line, ETH, standby or guardian; nothing is held and nothing ever changes.
    function test_GivenTheLeastTerms() external {
        Terms memory terms = _bareTerms();
        terms.currencies[ETH] = address(0);
        (terms.standby, terms.guardian) = (address(0), address(0));
        (terms.holdPeriods, terms.noticePeriods) = (0, 0);
        terms.ceiling = 0;
        program = _create(terms);
        _expect("Acme SaaS ecosystem, since 2026-01-01 00:00 UTC");
        _expect("Hash of the terms in force: ", vm.toString(keccak256(abi.encode(terms))));
        _expect("Periods of 30 days; lines are final as they are posted");
        _expect("The terms are never amended");
        _expect("Currency: USDC, ", vm.toString(address(usdc)));
        _expect("Operator: ", vm.toString(operator));
        _expect("Attributor, who posts sales: ", vm.toString(attributor));
        _expect("Arbiter of disputes: ", vm.toString(arbiter));
        _expect("Treasury: ", vm.toString(treasury));
        _expect("All lines of a sale together never take more than 0 % of it");
        _expect("What remains of a sale is the operator's");
        _assertRead(reader.deal(address(program)));
    }

    /* TIMES */

    function test_GivenPeriodsOfOtherLengths() external {
        _assertPeriod(1 days, 2, "Periods of 1 day; lines are final 2 periods after their own");
        _assertPeriod(25 hours, 1, "Periods of 25 hours; lines are final 1 period after their own");
        _assertPeriod(1 days + 1, 255, "Periods of 86401 seconds; lines are final 255 periods after their own");
        Terms memory terms = _bareTerms();
        (terms.noticePeriods, terms.rules.handoverDays) = (3, 1);
        program = _create(terms);
        vm.assertEq(
            reader.deal(address(program))[3],
            "The terms change with 3 periods of notice, and no sooner than after 1 day",
            "notice"
        );
    }

    /* POWERS */

    function test_GivenPowersPass() external {
        vm.prank(operator);
        program.proposePower(Power.Operator, Way.HandOver, stranger);
        _assertPower(6, "Operator: ", operator);
        vm.warp(START + HANDOVER);
        vm.prank(stranger);
        program.acceptPower(Power.Operator, Way.HandOver);
        _assertPower(6, "Operator: ", stranger);
        _assertPower(7, "Attributor, who posts sales: ", attributor);
        vm.prank(guardian);
        program.removeAttributor();
        _assertPower(7, "Standby for the attributor: ", standby);
        vm.prank(guardian);
        program.appointStandby();
        _assertPower(7, "Attributor, who posts sales: ", standby);
        _assertPower(8, "Arbiter of disputes: ", arbiter);
    }

    function test_GivenThereIsATaxAccount() external {
        Terms memory terms = _bareTerms();
        terms.rules.taxAccount = tech;
        program = _create(terms);
        _assertPower(11, "Treasury: ", treasury);
        _assertPower(12, "Tax account: ", tech);
    }

    /* AMENDMENTS */

    function test_GivenTheTermsAreAmended() external {
        bytes32 before = program.termsHash();
        Terms memory terms = _disputeTerms();
        terms.roles[INTEGRATION] = _role("integration", 125_000);
        terms.treasury = tech;
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", keccak256("why"));
        vm.warp(START + 60 days - 1);
        string[] memory words = reader.deal(address(program));
        vm.assertEq(words[1], string.concat("Hash of the terms in force: ", vm.toString(before)), "before");
        vm.assertEq(words[13], "Role integration: 15 % on every kind, of the sale", "role before");
        vm.warp(START + 60 days);
        words = reader.deal(address(program));
        bytes32 hash = keccak256(abi.encode(terms));
        vm.assertEq(words[1], string.concat("Hash of the terms in force: ", vm.toString(hash)), "after");
        vm.assertEq(words[13], "Role integration: 12.5 % on every kind, of the sale", "role after");
        _assertPower(11, "Treasury: ", tech);
    }

    /* ROLES */

    function test_GivenRatesDifferByKind() external {
        Role memory role = _role("one", NOT_PAID);
        _assertRole(role, "nothing, of the sale");
        role.rates = _three(NOT_PAID, 50_000, 200_000);
        _assertRole(role, "5 % on renewal, 20 % on expansion, of the sale");
        role.rates = _three(100_000, 100_000, NOT_PAID);
        _assertRole(role, "10 % on initial, 10 % on renewal, of the sale");
        role.rates = _three(100_000, 0, 100_000);
        _assertRole(role, "10 % on initial, 0 % on renewal, 10 % on expansion, of the sale");
        role.rates = _three(1, 1, 1);
        _assertRole(role, "0.0001 % on every kind, of the sale");
    }

    function test_GivenRolesOfOtherStages() external {
        Role memory role = _role("one", 10 * PERCENT);
        role.stage = 1;
        _assertRole(role, "10 % on every kind, of what standing lines and roles of the sale leave");
        role.stage = REFERRED;
        _assertRole(role, "10 % on every kind, of each line of a partner whom it referred");
    }

    function test_GivenRolesHaveAdditions() external {
        Role memory role = _role("one", 10 * PERCENT);
        role.ceiling = 100 * PERCENT - 1;
        _assertRole(role, string.concat(ON_ALL, "; at most 99.9999 %"));
        role.ceiling = 50 * PERCENT;
        role.tiers[0] = PERCENT;
        role.tiers[1] = 12_500;
        role.tenure = _three(0, 0, 30 * PERCENT);
        _assertRole(
            role,
            string.concat(ON_ALL, "; + 1 % for associate; + 1.25 % for partner; + 30 % after years: 2; at most 50 %")
        );
    }

    function test_GivenRolesHaveBonuses() external {
        Role memory role = _role("one", 10 * PERCENT);
        (role.network.every, role.network.add, role.network.max) = (10, PERCENT, 10 * PERCENT);
        _assertRole(role, string.concat(ON_ALL, "; + 1 % per 10 active partners, at most 10 %"));
        (role.volume.every, role.volume.add, role.volume.max) = (_each(10_000e6), 5_000, 5 * PERCENT);
        _assertRole(
            role,
            string.concat(
                ON_ALL,
                "; + 1 % per 10 active partners, at most 10 %; + 0.5 % per 10000.00 ETH, 10000.00 USDC of the last period's revenue, at most 5 %"
            )
        );
        (role.network.every, role.network.add, role.network.max) = (0, 0, 0);
        role.volume.every = _only(USDC, 1_500_000);
        _assertRole(role, string.concat(ON_ALL, "; + 0.5 % per 1.50 USDC of the last period's revenue, at most 5 %"));
        role = _role("one", 10 * PERCENT);
        (role.network.every, role.network.add, role.network.max) = (1, PERCENT, PERCENT);
        _assertRole(role, string.concat(ON_ALL, "; + 1 % per 1 active partner, at most 1 %"));
    }

    function test_GivenRolesMayBeMissing() external {
        Role memory role = _role("one", 10 * PERCENT);
        role.missing = TO_OTHERS;
        _assertRole(role, string.concat(ON_ALL, "; where nobody plays it, the others share it"));
        role.missing = TO_POOL;
        _assertRole(role, string.concat(ON_ALL, "; where nobody plays it, to the pool community"));
    }

    function test_GivenACommissionAndARoleWithTheResidual() external {
        Terms memory terms = _disputeTerms();
        terms.commission = 300_000;
        program = _create(terms);
        string[] memory words = reader.deal(address(program));
        vm.assertEq(words[13], "Roles earn 30 % of these rates:", "commission");
        vm.assertEq(words[14], "Role integration: 15 % on every kind, of the sale", "role");
        vm.assertEq(words[19], "Role seller: nothing, of the sale", "seller");
        vm.assertEq(words[20], "What remains of a sale is the role's seller", "residual");
    }

    /* CURRENCIES */

    function test_GivenATokensSymbolIsAWord() external {
        _assertSymbol(abi.encode("A"), "A");
        _assertSymbol(abi.encode("1234567890123456789012345678901"), "1234567890123456789012345678901");
        _assertSymbol(bytes.concat(bytes32("MKR")), "MKR");
        _assertSymbol(abi.encode(uint256(32), uint256(3), bytes32("MKR and more")), "MKR");
        _assertSymbol(abi.encode(uint256(32), uint256(3), bytes32("US$"), uint256(7)), "US$");
    }

    /// @dev Whatever else it answers, it is told by its address.
    function test_GivenATokensSymbolIsNoWord() external {
        _assertNoSymbol("", false);
        _assertNoSymbol(abi.encode("FAILS"), true);
        _assertNoSymbol(abi.encode(""), false);
        _assertNoSymbol(abi.encode("12345678901234567890123456789012"), false);
        _assertNoSymbol(abi.encode(unicode"€UR"), false);
        _assertNoSymbol(abi.encode("A\nB"), false);
        _assertNoSymbol(abi.encode("A\x7f"), false);
        _assertNoSymbol(abi.encode("A\x00B"), false);
        _assertNoSymbol(bytes.concat(bytes32(0)), false);
        _assertNoSymbol(bytes.concat(bytes32("12345678901234567890123456789012")), false);
        _assertNoSymbol(hex"55534443", false);
        _assertNoSymbol(abi.encode(uint256(32), uint256(4)), false);
        _assertNoSymbol(abi.encode(uint256(64), uint256(3), bytes32("ABC")), false);
        _assertNoSymbol(abi.encode(uint256(32), uint256(32), bytes32("ABC")), false);
        _assertNoSymbol(abi.encode(uint256(32), type(uint256).max, bytes32("ABC")), false);
    }

    /* HELPERS */

    function _assertPeriod(uint32 length, uint8 hold, string memory expected) private {
        Terms memory terms = _bareTerms();
        (terms.period, terms.holdPeriods) = (length, hold);
        program = _create(terms);
        vm.assertEq(reader.deal(address(program))[2], expected, "period");
    }

    function _assertPower(uint256 index, string memory what, address holder) private view {
        vm.assertEq(reader.deal(address(program))[index], string.concat(what, vm.toString(holder)), what);
    }

    /// @dev What is said of a role that is the only one, in a program with a pool.
    function _assertRole(Role memory role, string memory expected) private {
        Terms memory terms = _disputeTerms();
        terms.residualRole = NO_ROLE;
        terms.standing = new StandingLine[](0);
        terms.roles = new Role[](1);
        terms.roles[0] = role;
        program = _create(terms);
        vm.assertEq(reader.deal(address(program))[13], string.concat("Role one: ", expected), "role");
    }

    function _assertSymbol(bytes memory answer, string memory expected) private {
        address token = address(new SymbolToken(answer, false));
        vm.assertEq(_currency(token), string.concat("Currency: ", expected, ", ", vm.toString(token)), expected);
    }

    function _assertNoSymbol(bytes memory answer, bool fails) private {
        address token = address(new SymbolToken(answer, fails));
        string memory known = vm.toString(token);
        vm.assertEq(_currency(token), string.concat("Currency: ", known, ", ", known), known);
    }

    function _currency(address token) private returns (string memory) {
        Terms memory terms = _bareTerms();
        terms.currencies[USDC] = token;
        program = _create(terms);
        return reader.deal(address(program))[5];
    }
}
