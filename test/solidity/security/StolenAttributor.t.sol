// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev A thief has the attributor's key and Ben is its accomplice, who gets 90 % of what is posted. The terms allow 1,000 a period.
contract StolenAttributorTest is Base {
    uint256 private constant LIMIT = 1_000e6;

    uint256 private _ids;

    function setUp() public override {
        super.setUp();
        program = _create(_limitedTerms());
        _enroll(program);
        _fund(10_000e6);
    }

    /// @dev In one period the thief posts the limit, however it cuts it, and Ben gets his rate of that and no more.
    function test_AStolenAttributorKeyLosesAtMostThePostingLimitInAPeriod() external {
        _steal();
        vm.assertEq(_loss(), (LIMIT * 90) / 100, "the roles' part of the limit");
        vm.warp(START + PERIOD - 1);
        _steal();
        vm.assertEq(_loss(), (LIMIT * 90) / 100, "in the last second");
        vm.warp(START + PERIOD);
        _steal();
        vm.assertEq(_loss(), (2 * LIMIT * 90) / 100, "in two periods");
        _assertSolvent(program);
    }

    /// @dev Where the funds are less than the limit, they are all there is to take.
    function test_AStolenAttributorKeyLosesAtMostTheFunds() external {
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 10_000e6 - 100e6);
        _steal();
        vm.assertLe(_loss(), 100e6, "more than the funds");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        vm.assertLe(program.solvency()[USDC].funds, 100, "what is left");
    }

    /// @dev Sales that customers paid count towards the same limit, refunds give nothing back of it.
    function test_AStolenAttributorKeyCannotWorkAroundTheLimit() external {
        _paySale("waiting", INITIAL, 500e6);
        _postPaid(_sale("waiting", 500e6, _bens()));
        _refund("r", "waiting", 500e6);
        _steal();
        vm.assertEq(_loss(), ((LIMIT / 2) * 90) / 100, "half of the limit");
        vm.assertEq(program.claimable(customer, address(usdc)), 500e6, "the customer's money");
    }

    /// @dev A partner freezes what it finds odd while it is held; the arbiter voids it, and all of it returns.
    function test_AStolenAttributorKeyIsUndoneByADispute() external {
        _post(_sale("invented", LIMIT, _bens()));
        vm.warp(START + 2 * PERIOD - 1);
        vm.prank(ana);
        program.dispute(ana, _shown("invented"), INTEGRATION, "no such customer", 0);
        vm.warp(START + 2 * PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, ben, address(usdc)));
        program.claim(ben, address(usdc));
        vm.prank(arbiter);
        program.voidSale(_shown("invented"), "no such customer");
        vm.assertEq(program.solvency()[USDC].funds, 10_000e6, "all funds are back");
        _assertSolvent(program);
    }

    /// @dev The thief cannot end a dispute, nor keep it open beyond its deadline.
    function test_AStolenAttributorKeyHasNoSayInADispute() external {
        _post(_sale("honest", LIMIT, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.prank(ben);
        program.dispute(ben, _shown("honest"), INTEGRATION, "to harm her", 0);
        vm.startPrank(attributor);
        (bool upheld, ) = address(program).call(abi.encodeCall(program.upholdSale, (_shown("honest"), "")));
        (bool voided, ) = address(program).call(abi.encodeCall(program.voidSale, (_shown("honest"), "")));
        (bool closed, ) = address(program).call(abi.encodeCall(program.closeDispute, (_shown("honest"))));
        vm.stopPrank();
        vm.assertTrue(!upheld && !voided && !closed, "settled by the thief");
        vm.warp(START + 2 * PERIOD);
        program.closeDispute(_shown("honest"));
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), (LIMIT * 90) / 100, "ana has lost nothing");
    }

    /// @dev Posts as much as the program takes, in ever smaller sales, down to 100 of the smallest unit.
    function _steal() private {
        for (uint256 amount = 2 * LIMIT; amount >= 100;) {
            Sale[] memory sales = _batch(_sale(bytes32(++_ids), amount, _bens()));
            bytes memory packed = _pack(program, sales, new address[](0));
            uint256 head = _headOf(program, 0, address(usdc));
            vm.prank(attributor);
            (bool posted, ) = address(program).call(
                abi.encodeCall(program.post, (address(usdc), 0, head, 0, 0, 0, packed))
            );
            if (!posted) amount /= 2;
        }
    }

    function _loss() private view returns (uint256) {
        return program.account(ben, address(usdc)).held + program.claimable(ben, address(usdc));
    }

    function _bens() private pure returns (Credit[] memory) {
        return _credits(_credit(BEN, INTEGRATION, 1));
    }

    function _limitedTerms() private view returns (Terms memory terms) {
        terms = _terms();
        terms.name = "limited";
        terms.roles[INTEGRATION] = _role("integration", 90 * PERCENT);
        for (uint256 i = 1; i < 4; ++i) terms.roles[i] = _role("other", 0);
        terms.standing[MODERATORS].rates = _one(0);
        terms.standing[TECH].rates = _one(0);
        terms.rules.postingLimit = _each(uint96(LIMIT));
        terms.rules.disputes = 1;
        terms.rules.disputePeriods = 1;
    }
}
