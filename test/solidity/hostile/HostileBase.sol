// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { TestToken } from "../../../contracts/mocks/TestToken.sol";

/// @dev A program that takes ETH and one hostile token, in the place of USDC.
abstract contract HostileBase is Base {
    function _useToken(string memory name, bytes memory arguments) internal returns (address token) {
        token = _deploy(string.concat("contracts/mocks/", name, ".sol:", name), arguments);
        Terms memory terms = _terms();
        terms.currencies[USDC] = token;
        program = _create(terms);
        _enroll(program);
    }

    /// @dev Ana earns 15e6, Ben 10e6, Cleo 7.3e6 of the currency.
    function _earn(address currency) internal {
        if (currency == ETHER) _fundEther(100e6);
        else _fundToken(currency, 100e6);
        _postIn(
            currency,
            _sale(
                bytes32(uint256(uint160(currency))),
                100e6,
                _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1), _credit(CLEO, LOYALTY, 1))
            )
        );
    }

    function _fundToken(address token, uint256 amount) internal {
        _approve(token, operator, amount);
        vm.prank(operator);
        program.fund(token, amount);
    }

    function _payToken(address token, uint256 amount) internal {
        _approve(token, customer, amount);
        vm.prank(customer);
        program.pay(INITIAL, token, amount);
    }

    function _approve(address token, address from, uint256 amount) internal {
        TestToken(token).mint(from, amount);
        vm.prank(from);
        TestToken(token).approve(address(program), type(uint256).max);
    }

    function _all() internal view returns (address[] memory parties) {
        parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (ana, ben, cleo);
    }

    /// @dev Whatever the token does, the other currency is not touched.
    function _assertEtherFlows() internal {
        uint256 before = ana.balance;
        program.claimMany(_all(), ETHER);
        vm.assertEq(ana.balance - before, 15e6, "ETH still flows");
        vm.assertEq(program.solvency()[ETH].balance, program.solvency()[ETH].owed, "ETH is solvent");
    }

    function _mismatch(address token, uint256 expected, uint256 moved) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_TransferMismatch.selector, token, expected, moved);
    }
}
