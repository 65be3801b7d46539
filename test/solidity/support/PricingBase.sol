// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine } from "../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "./Sales.sol";

/// @dev What a sale pays is the same in `preview` and `post`: each case is asked of `preview`, then posted and read again.
abstract contract PricingBase is Base {
    uint256 private _posted;

    /// @dev Posts 100 USDC with these credits and returns the lines.
    function _price(Credit[] memory credits) internal returns (NamedLine[] memory lines) {
        return _price(INITIAL, 100e6, credits);
    }

    function _price(uint256 kind, uint256 amount, Credit[] memory credits) internal returns (NamedLine[] memory lines) {
        Sale memory sale = Sale({ id: bytes32(++_posted), kind: kind, amount: amount, credits: credits });
        lines = _preview(sale);
        _fund(amount);
        _post(sale);
        NamedLine[] memory stored = _saleLines(sale.id);
        vm.assertEq(keccak256(abi.encode(lines)), keccak256(abi.encode(stored)), "preview and stored sale");
        uint256 sum = 0;
        for (uint256 i = 0; i < lines.length; ++i) sum += lines[i].amount;
        vm.assertEq(sum, amount, "sum of the lines");
        _assertSolvent(program);
    }

    function _assertLine(NamedLine memory line, string memory source, address party, uint256 amount) internal pure {
        vm.assertEq(line.source, source, "source");
        vm.assertEq(line.party, party, source);
        vm.assertEq(line.amount, amount, source);
    }

    function _use(Terms memory terms) internal {
        program = _create(terms);
        _enroll(program);
    }

    /// @dev Ben is referred by Ana, and Cleo by Ben.
    function _useReferred(Terms memory terms) internal {
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](3);
        partners[0] = _enrollment(ana, "ana");
        partners[1] = _enrollment(ben, "ben");
        partners[1].referrer = uint24(ANA);
        partners[2] = _enrollment(cleo, "cleo");
        partners[2].referrer = uint24(BEN);
        vm.prank(operator);
        program.enroll(partners);
    }

    /// @dev The terms with one more role at the end.
    function _withRole(Terms memory terms, Role memory role) internal pure returns (uint8 index) {
        index = uint8(terms.roles.length);
        Role[] memory roles = new Role[](index + 1);
        for (uint256 i = 0; i < index; ++i) roles[i] = terms.roles[i];
        roles[index] = role;
        terms.roles = roles;
    }
}
