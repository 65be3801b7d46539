// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ReaderBase } from "../support/ReaderBase.sol";

/// @dev What the program has and owes, by currency.
contract ReadMoneyTest is ReaderBase {
    function test_RevertWhen_TheAddressIsNoProgram() external {
        vm.expectRevert(_notAProgram(address(reader)));
        reader.money(address(reader));
    }

    function test_GivenItHasNothing() external {
        _expectEther("0.00");
        _expect(
            "Holds 0.00 USDC; owes 0.00 USDC, of that 0.00 USDC are the operator's unspent funds; not counted yet 0.00 USDC"
        );
        _assertRead(reader.money(address(program)));
    }

    /// @dev Of the 100 that were funded a sale takes 15, 20 and 2; 7.50 arrived by plain transfer, and are not counted.
    function test_GivenItHasFundsAndWhatItOwes() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(CLEO, INTEGRATION, 1))));
        usdc.mint(address(program), 7_500_000);
        _fundEther(3 ether);
        _expectEther("3.00");
        _expect(
            "Holds 107.50 USDC; owes 100.00 USDC, of that 63.00 USDC are the operator's unspent funds; not counted yet 7.50 USDC"
        );
        _assertRead(reader.money(address(program)));
    }

    /// @dev What is frozen is owed.
    function test_GivenASaleIsDisputedAndThenPaid() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.assertEq(_ofUsdc(), _owes("100.00"), "frozen");
        _uphold("a", "");
        _warpToLock();
        program.claim(cleo, address(usdc));
        vm.assertEq(_ofUsdc(), _owes("38.50"), "paid");
    }

    function test_GivenTheProgramTakesNoEther() external {
        Terms memory terms = _disputeTerms();
        terms.currencies[ETH] = address(0);
        _use(terms);
        _postElsewhere("a");
        _expect(_owes("100.00"));
        _assertRead(reader.money(address(program)));
    }

    /// @dev What it holds is not shown as nothing.
    function test_GivenATokenDoesNotAnswer() external {
        _fund(100e6);
        vm.etch(address(usdc), hex"fe");
        _expectEther("0.00");
        string memory token = vm.toString(address(usdc));
        string memory owes = string.concat("; owes 100.00 ", token, ", of that 100.00 ", token);
        _expect(token, " does not answer: what is held is not known", owes, " are the operator's unspent funds");
        _assertRead(reader.money(address(program)));
    }

    /// @dev All of it the operator's unspent funds.
    function _expectEther(string memory amount) private {
        string memory first = string.concat("Holds ", amount, " ETH; owes ", amount, " ETH, of that ");
        _expect(first, amount, " ETH are the operator's unspent funds; not counted yet 0.00 ETH");
    }

    /// @dev Of a program that has what it owes, and no funds.
    function _owes(string memory amount) private pure returns (string memory) {
        string memory first = string.concat("Holds ", amount, " USDC; owes ", amount);
        string memory rest = " USDC, of that 0.00 USDC are the operator's unspent funds; not counted yet 0.00 USDC";
        return string.concat(first, rest);
    }

    function _ofUsdc() private view returns (string memory) {
        return reader.money(address(program))[USDC];
    }
}
