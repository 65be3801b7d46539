// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Solvency } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

/// @dev F7, F12: several tokens, any of which stops answering in one way or another, or is one that cannot be counted.
contract CurrenciesFuzzTest is AmendmentBase {
    uint256 private constant TOKENS = 4;

    function test_F7_WhateverTokensFailTheOthersGoOn(uint256 seed) external {
        address[] memory tokens = _tokens();
        program = _create(_with(tokens));
        _enroll(program);
        uint256[] memory funds = new uint256[](TOKENS + 1);
        for (uint256 i = 1; i <= TOKENS; ++i) {
            funds[i] = 1 + (uint256(keccak256(abi.encode(seed, i))) % 1e12);
            _fundIn(tokens[i], funds[i]);
        }
        bool[] memory fails = new bool[](TOKENS + 1);
        for (uint256 i = 1; i <= TOKENS; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, "fails", i)));
            fails[i] = part % 2 == 0;
            if (fails[i]) vm.etch(tokens[i], _failing((part >> 8) % 5));
        }
        Solvency[] memory told = program.solvency{ gas: 5_000_000 }();
        for (uint256 i = 1; i <= TOKENS; ++i) {
            vm.assertEq(told[i].answers, !fails[i], "answers");
            vm.assertEq(told[i].balance, fails[i] ? 0 : funds[i], "balance");
            vm.assertEq(told[i].owed, funds[i], "owed");
        }
        _amend(tokens);
        for (uint256 i = 1; i <= TOKENS; ++i) {
            if (fails[i]) continue;
            vm.prank(operator);
            program.withdrawFunds(tokens[i], funds[i]);
            vm.assertEq(_treasurys(tokens[i]), funds[i], "withdrawn");
        }
    }

    function test_F12_ATokenOfSharesIsRefusedWhereverItStands(uint256 seed) external {
        address[] memory tokens = _tokens();
        uint256 place = 1 + (seed % TOKENS);
        tokens[place] = _deploy("contracts/mocks/ShareToken.sol:ShareToken", "");
        Terms memory terms = _with(tokens);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ShareToken.selector, place, tokens[place]));
        factory.create(terms, "", 0);
    }

    /// @dev Lower rates, from the next notice on, whatever the tokens answer.
    function _amend(address[] memory tokens) private {
        Terms memory terms = _with(tokens);
        terms.roles[INTEGRATION].rates = _three(PERCENT, PERCENT, PERCENT);
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        vm.warp(program.amendment().from);
        vm.assertEq(program.termsHash(), keccak256(abi.encode(terms)), "amended");
    }

    function _with(address[] memory tokens) private view returns (Terms memory terms) {
        terms = _terms();
        terms.currencies = tokens;
    }

    function _tokens() private returns (address[] memory tokens) {
        tokens = new address[](TOKENS + 1);
        tokens[0] = ETHER;
        for (uint256 i = 1; i <= TOKENS; ++i)
            tokens[i] = address(_token(string(abi.encodePacked("T", uint8(48 + i))), 6));
    }

    function _fundIn(address token, uint256 amount) private {
        (bool minted, ) = token.call(abi.encodeWithSignature("mint(address,uint256)", operator, amount));
        vm.startPrank(operator);
        (bool approved, ) = token.call(abi.encodeWithSignature("approve(address,uint256)", program, amount));
        vm.assertTrue(minted && approved, "token");
        program.fund(token, amount);
        vm.stopPrank();
    }

    function _treasurys(address token) private view returns (uint256 amount) {
        (, bytes memory answer) = token.staticcall(abi.encodeWithSignature("balanceOf(address)", treasury));
        return abi.decode(answer, (uint256));
    }

    /// @dev Reverts, answers nothing, burns all gas, is gone, answers too little.
    function _failing(uint256 way) private pure returns (bytes memory) {
        return [bytes(hex"5f5ffd"), bytes(hex"5f5ff3"), bytes(hex"fe"), bytes(hex""), bytes(hex"601f5ff3")][way];
    }
}
