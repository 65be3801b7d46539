// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { RandomTerms } from "../support/RandomTerms.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID, REFERRED } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev No sale can pay more than the worst case that the terms' check told, whoever plays which roles and whenever it is.
contract PayableTest is RandomTerms {
    uint256 private constant SALES = 6;

    function test_NoSalePaysOverTheWorstCase(uint256 seed) external {
        Terms memory terms = _random(seed, 1);
        // List entries begin with 0: give half of the roles a base.
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            uint256 part = _part(seed, "rate", i);
            if (part % 2 == 0) terms.roles[i].rates[0] = part % 3 == 0 ? NOT_PAID : uint24(part % 150_000);
            if (part % 5 == 0) terms.roles[i].ceiling = type(uint24).max;
            if (part % 11 < 5 && terms.roles[i].stage != REFERRED) terms.roles[i].missing = 1;
            if (terms.roles[i].missing != 2) terms.roles[i].pool = 0;
            if (terms.roles[i].stage == REFERRED) terms.roles[i].ceiling = 90_000;
        }
        uint256 worst = _worstOf(terms);
        if (worst > 1e6) return;
        terms.ceiling = uint24(worst);
        program = IDeployedProgram(payable(factory.create(terms, "", "payable")));
        _enrollSome(terms, seed);
        _pay(0, 1 + uint256(uint64(seed)));
        for (uint256 i = 0; i < SALES; ++i) _checkOne(terms, worst, _part(seed, "sale", i), i);
    }

    /// @dev What the refusal of a ceiling of nothing tells; nothing where it is accepted.
    function _worstOf(Terms memory terms) private view returns (uint256 worst) {
        terms.ceiling = 0;
        try factory.predict(terms, "", 0, operator) {
            return 0;
        } catch (bytes memory answer) {
            vm.assertEq(
                bytes32(bytes4(answer)),
                bytes32(ITermsErrors.Terms_PaysOverCeiling.selector),
                "another refusal"
            );
            assembly ("memory-safe") {
                worst := mload(add(answer, 0x44))
            }
        }
    }

    function _enrollSome(Terms memory terms, uint256 seed) private {
        Enrollment[] memory partners = new Enrollment[](5);
        uint256 tiers = terms.tiers.length == 0 ? 1 : terms.tiers.length;
        for (uint24 i = 0; i < 5; ++i) {
            partners[i] = Enrollment({
                wallet: address(uint160(1_000 + i)),
                name: "p",
                tier: uint8(_part(seed, "tier", i) % tiers),
                joined: uint40(START - (_part(seed, "joined", i) % (6 * 365 days))),
                referrer: i
            });
        }
        vm.prank(operator);
        program.enroll(partners);
    }

    function _checkOne(Terms memory terms, uint256 worst, uint256 part, uint256 index) private {
        vm.warp(START + terms.period + (index == 0 ? 0 : part % (3 * 365 days)));
        Sale memory sale = _sale("a", 1 + (part % type(uint96).max), _someCredits(terms, part));
        NamedLine[] memory lines = _preview(sale);
        uint256 paid = 0;
        for (uint256 i = 0; i + 1 < lines.length; ++i) paid += lines[i].amount;
        vm.assertLe(paid, (sale.amount * worst) / 1e6, "paid over the worst case");
        vm.assertEq(paid + lines[lines.length - 1].amount, sale.amount, "the whole");
    }

    /// @dev Any roles but referred ones, each filled by none, one or two.
    function _someCredits(Terms memory terms, uint256 part) private pure returns (Credit[] memory credits) {
        credits = new Credit[](terms.roles.length * 2);
        uint256 count = 0;
        for (uint256 i = 0; i < credits.length; ++i) {
            if (terms.roles[i / 2].stage == REFERRED || (part >> i) & 1 == 0) continue;
            credits[count++] = _credit(1 + ((part >> (i + 20)) % 5), i / 2, 1 + ((part >> i) % type(uint32).max));
        }
        assembly ("memory-safe") {
            mstore(credits, count)
        }
    }
}
