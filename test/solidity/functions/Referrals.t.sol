// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Pool, Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, NOT_PAID, REFERRED } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

/// @dev Ana referred Ben, and Ben referred Cleo. A scout earns 10 % of what it referred.
contract ReferralsTest is PricingBase {
    uint8 private constant SCOUT = 4;

    function test_RevertWhen_ACreditNamesAReferredRole() external {
        _useReferred(_scouted());
        Credit[] memory credits = _credits(_credit(BEN, INTEGRATION, 1), _credit(ANA, SCOUT, 1));
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownRole.selector, bytes32("a"), SCOUT));
        _post(_sale("a", 100e6, credits));
    }

    function test_WhenNobodyReferredThePartner() external {
        _useReferred(_scouted());
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 1)));
        vm.assertEq(lines.length, 3, "lines");
        _assertLine(lines[2], "residual", treasury, 83e6);
    }

    function test_GivenAPoolIsCredited() external {
        address community = address(0xC0FFEE);
        Terms memory terms = _scouted();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: community });
        _useReferred(terms);
        NamedLine[] memory lines = _price(_credits(_credit(FIRST_POOL, INTEGRATION, 1)));
        vm.assertEq(lines.length, 3, "lines");
        _assertLine(lines[0], "community", community, 15e6);
        _assertLine(lines[2], "residual", treasury, 83e6);
    }

    function test_WhenAPartnerReferredThePartner() external {
        _useReferred(_scouted());
        NamedLine[] memory lines = _price(_credits(_credit(BEN, INTEGRATION, 5), _credit(CLEO, LOYALTY, 1)));
        _assertLine(lines[0], "integration", ben, 15e6);
        _assertLine(lines[1], "scout", ana, 1_500_000);
        // Net of 83: what referrers earn comes after.
        _assertLine(lines[2], "loyalty", cleo, 8_300_000);
        _assertLine(lines[3], "scout", ben, 830_000);
        _assertLine(lines[5], "residual", treasury, 72_370_000);
        vm.assertEq(lines[1].rate, 10 * PERCENT, "rate");
    }

    function test_GivenThePartnersShareARole() external {
        _useReferred(_scouted());
        NamedLine[] memory lines = _price(
            _credits(_credit(BEN, INTEGRATION, 1), _credit(CLEO, INTEGRATION, 2), _credit(ANA, INTEGRATION, 4))
        );
        _assertLine(lines[0], "integration", ben, 2_142_857);
        _assertLine(lines[1], "scout", ana, 214_285);
        _assertLine(lines[2], "integration", cleo, 4_285_714);
        _assertLine(lines[3], "scout", ben, 428_571);
        _assertLine(lines[4], "integration", ana, 8_571_428);
    }

    function test_GivenTheReferrerIsNotActive() external {
        _useReferred(_scouted());
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        NamedLine[] memory lines = _price(_credits(_credit(BEN, INTEGRATION, 1)));
        vm.assertEq(lines.length, 3, "lines");
        _assertLine(lines[2], "residual", treasury, 83e6);
    }

    function test_GivenTheRoleEarnsNothingOnTheKind() external {
        Terms memory terms = _scouted();
        terms.roles[SCOUT].rates[INITIAL] = NOT_PAID;
        _useReferred(terms);
        vm.assertEq(_price(_credits(_credit(BEN, INTEGRATION, 1))).length, 3, "on another kind");
        NamedLine[] memory lines = _price(RENEWAL, 100e6, _credits(_credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[1], "scout", ana, 1_500_000);
    }

    function test_GivenSeveralReferredRoles() external {
        Terms memory terms = _scouted();
        Role memory mentor = _role("mentor", 5 * PERCENT);
        mentor.stage = REFERRED;
        mentor.tiers[1] = 15 * PERCENT;
        mentor.tenure = _three(0, 3 * PERCENT, 7 * PERCENT);
        mentor.ceiling = 21 * PERCENT;
        _withRole(terms, mentor);
        terms.standing[TECH].rates = _one(0);
        _useReferred(terms);
        NamedLine[] memory lines = _price(_credits(_credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[1], "scout", ana, 1_500_000);
        _assertLine(lines[2], "mentor", ana, 750_000);
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + PERIOD);
        vm.assertEq(_price(_credits(_credit(BEN, INTEGRATION, 1)))[2].rate, 20 * PERCENT, "the referrer's tier");
        vm.warp(START + 365 days);
        vm.assertEq(_price(_credits(_credit(BEN, INTEGRATION, 1)))[2].rate, 21 * PERCENT, "the role's ceiling");
    }

    function test_GivenTheResidualIsARoles() external {
        Terms memory terms = _scouted();
        uint8 seller = _withSeller(terms);
        _useReferred(terms);
        NamedLine[] memory lines = _price(_credits(_credit(BEN, seller, 1), _credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[0], "seller", ben, 81_500_000);
        _assertLine(lines[1], "integration", ben, 15e6);
        _assertLine(lines[2], "scout", ana, 1_500_000);
        _assertLine(lines[4], "residual", treasury, 0);
    }

    function test_GivenTheResidualRoleHasARateToo() external {
        Terms memory terms = _scouted();
        terms.residualRole = INTEGRATION;
        terms.ceiling = 100 * PERCENT;
        _useReferred(terms);
        NamedLine[] memory lines = _price(_credits(_credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[0], "integration", ben, 15e6);
        _assertLine(lines[1], "scout", ana, 1_500_000);
        _assertLine(lines[2], "integration", ben, 81_500_000);
    }

    function test_GivenARateOfZero() external {
        Terms memory terms = _scouted();
        terms.roles[SCOUT].rates[INITIAL] = 0;
        _useReferred(terms);
        NamedLine[] memory lines = _price(_credits(_credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[1], "scout", ana, 0);
    }

    function test_WhenTheReferredSaleIsRefunded() external {
        _useReferred(_scouted());
        _price(_credits(_credit(BEN, INTEGRATION, 1)));
        _refund("r", bytes32(uint256(1)), 33_333_333);
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 1_000_000, "ana, rounded up");
        vm.assertEq(program.statement(ben, address(usdc), 0).net, 10_000_000, "ben, rounded up");
        _refund("q", bytes32(uint256(1)), 66_666_667);
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 0, "ana");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
    }

    function _scouted() private view returns (Terms memory terms) {
        terms = _terms();
        terms.ceiling = 100 * PERCENT;
        Role memory scout = _role("scout", 10 * PERCENT);
        scout.stage = REFERRED;
        _withRole(terms, scout);
    }
}
