// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Refund, Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Post } from "../support/Posts.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev Failures of payout systems, one test each, named after the failure.
contract PayoutsTest is Base {
    /// @dev 1,100 recipients need more gas than a block: here no call's gas grows with their number.
    function test_GasIsFlatInTheNumberOfPartners() external {
        // So that what enrollment writes is as warm as after many: a test is one transaction.
        _enrollOne(program, address(999), "p");
        uint256[6] memory few = _measure("few");
        Enrollment[] memory many = new Enrollment[](1_100);
        for (uint160 i = 0; i < 1_100; ++i) many[i] = _enrollment(address(i + 1_000), "p");
        vm.prank(operator);
        program.enroll(many);
        uint256[6] memory after1100 = _measure("many");
        for (uint256 i = 0; i < 6; ++i) {
            vm.assertApproxEqAbs(after1100[i], few[i], few[i] / 50, "gas of a call grew with the partners");
        }
    }

    /// @dev Chunked distribution rounds minorities to zero: here entitlements are cumulative.
    function test_AnyChunkingOfRevenueEqualsOnePayment(uint256 seed, uint256 chunks) external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].rates[0] = 7;
        terms.name = "chunked";
        program = _create(terms);
        chunks = 1 + (chunks % 60);
        uint256 sum = 0;
        for (uint256 i = 0; i < chunks; ++i) {
            uint256 amount = 1 + (uint256(keccak256(abi.encode(seed, i))) % 20_000);
            _pay(INITIAL, amount);
            sum += amount;
        }
        _warpToLock();
        vm.assertEq(program.settleLine(MODERATORS, address(usdc)), (sum * 7) / 1e6, "line");
        vm.assertEq(program.claimResidual(address(usdc), 100), sum - (sum * 7) / 1e6, "residual");
    }

    /// @dev Dust, and any chunking of claims, equals one claim at the end.
    function test_AnyChunkingOfClaimsEqualsOneClaim(uint256 seed) external {
        uint256 chunks = 0;
        uint256 once = 0;
        for (uint256 period = 0; period < 8; ++period) {
            vm.warp(START + period * PERIOD);
            uint256 amount = 1 + (uint256(keccak256(abi.encode(seed, period))) % 1_000);
            _fund(amount);
            Credit[] memory credits = _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 1));
            _post(_sale(bytes32(period + 1), amount, credits));
            // Ana is claimed for whenever someone likes, Ben once.
            if ((seed >> period) & 1 == 1 && program.claimable(ana, address(usdc)) > 0) {
                vm.prank(stranger);
                chunks += program.claim(ana, address(usdc));
            }
        }
        vm.warp(START + 20 * uint256(PERIOD));
        if (program.claimable(ana, address(usdc)) > 0) chunks += program.claim(ana, address(usdc));
        if (program.claimable(ben, address(usdc)) > 0) once = program.claim(ben, address(usdc));
        vm.assertEq(chunks, once, "claimed in chunks and at once");
        vm.assertEq(usdc.balanceOf(ana), usdc.balanceOf(ben), "paid");
    }

    /// @dev Anyone force-claims early for others: here it never lowers what the party gets.
    function test_AThirdPartysClaimNeverLowersValue() external {
        _fund(1_000e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 1))));
        _warpToLock();
        vm.prank(stranger);
        program.claim(ana, address(usdc));
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 1))));
        _warpToLock();
        program.claim(ana, address(usdc));
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), usdc.balanceOf(ben), "ana and ben");
    }

    /// @dev Revoking destroys what was earned but not claimed: here claim-then-leave equals leave-then-claim.
    function test_LeavingBeforeOrAfterAClaimIsTheSame() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 1))));
        _leave(ANA);
        _warpToLock();
        program.claim(ana, address(usdc));
        program.claim(ben, address(usdc));
        _leave(BEN);
        vm.assertEq(usdc.balanceOf(ana), 7_500_000, "left, then claimed");
        vm.assertEq(usdc.balanceOf(ben), 7_500_000, "claimed, then left");
    }

    /// @dev A rate change hits past debt: here posted sales keep their rates.
    function test_AChangedTierLeavesOldEntitlements() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, AFFILIATE, 1))));
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 10e6, "at the old rate");
    }

    /// @dev The payer pulls back deposits by refund: here only inside the hold.
    function test_LockedNeverDecreases() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        uint256 locked = program.account(ana, address(usdc)).locked;
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("a"), block.timestamp)
        );
        _refund("r", "a", 1);
        _leave(ANA);
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.assertEq(program.account(ana, address(usdc)).locked, locked, "locked");
    }

    /// @dev Anyone moves a window forward by sending dust: here what is not counted changes nothing.
    function test_AnUncountedTransferChangesNothing() external {
        _fund(100e6);
        _paySale("p", INITIAL, 50e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        bytes32 before = _books();
        usdc.mint(address(program), 1);
        vm.deal(address(program), 1);
        vm.assertEq(_books(), before, "books");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        vm.assertEq(program.claimable(ana, address(usdc)), 0, "the lock did not move");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(program.claimable(ana, address(usdc)), 15e6, "the lock did not move");
        vm.warp(START + 3 * uint256(PERIOD));
        program.releasePayment("p", customer, _noSale());
    }

    /// @dev A caller starves a callback of gas (63/64): here the party keeps its balance and loses nothing.
    function test_StarvingARecipientOfGasLosesNothing(uint256 gas) external {
        vm.etch(ana, _deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(stranger)).code);
        _fundEther(100e6);
        _postIn(ETHER, _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1))));
        _warpToLock();
        address[] memory parties = new address[](2);
        (parties[0], parties[1]) = (ana, ben);
        gas = 20_000 + (gas % 250_000);
        vm.prank(stranger);
        (bool success, ) = address(program).call{ gas: gas }(abi.encodeCall(program.claimMany, (parties, ETHER)));
        vm.assertEq(ana.balance + program.claimable(ana, ETHER), 15e6, "ana");
        vm.assertEq(ben.balance + program.claimable(ben, ETHER), 10e6, "ben");
        if (!success) vm.assertEq(ana.balance, 0, "nothing moved");
        _assertSolvent(program);
    }

    /// @dev Separate pots mixed: here funds, waiting payments and revenue never pay for each other.
    function test_PotsDoNotPayForEachOther() external {
        _paySale("p", INITIAL, 100e6);
        _pay(INITIAL, 100e6);
        bytes memory noFunds = abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), 0, 1);
        vm.expectRevert(noFunds);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 1);
        _expectRefusal(noFunds);
        _post(_sale("a", 1, new Credit[](0)));
        _warpToLock();
        vm.assertEq(program.claimResidual(address(usdc), 100), 98e6, "the waiting payment is not residual");
        vm.assertEq(usdc.balanceOf(address(program)), 102e6, "payment and line stay");
    }

    /// @dev An incentive loop drains: two programs that pay each other only pass on what came in.
    function test_ProgramsThatPayEachOtherConserve() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        terms.name = "first";
        address second = address(0x2222);
        terms.standing[MODERATORS].holder = second;
        terms.standing[MODERATORS].rates[0] = 50 * PERCENT;
        terms.ceiling = 100 * PERCENT;
        terms.standing[TECH].rates = _one(0);
        terms.roles[COACH].rates[EXPANSION] = 0;
        program = _create(terms);
        Terms memory other = _terms();
        other.holdPeriods = 0;
        other.standing = new StandingLine[](1);
        other.standing[0] = _line("first", address(program), 50 * PERCENT);
        other.ceiling = 100 * PERCENT;
        other.roles[COACH].rates[EXPANSION] = 0;
        vm.etch(second, address(_create(other)).code);
        _cycle(second);
    }

    function _cycle(address second) private {
        vm.deal(customer, 1 ether);
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
        for (uint256 i = 0; i < 10; ++i) {
            (bool paid, ) = address(program).call(abi.encodeCall(program.claimLine, (0, ETHER)));
            (bool back, ) = second.call(abi.encodeCall(program.claimLine, (0, ETHER)));
            vm.assertTrue(paid && back, "passed on");
            vm.assertEq(address(program).balance + second.balance, 1 ether, "all there is");
            _assertSolvent(program);
        }
    }

    function _leave(uint256 number) private {
        address party = program.partnerAt(number).wallet;
        vm.prank(party);
        program.leaveProgram(party, "");
    }

    function _books() private view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    program.account(ana, address(usdc)),
                    program.statement(ana, address(usdc), 0),
                    program.bucketAt(address(usdc), INITIAL, block.timestamp),
                    program.solvency()[USDC].owed,
                    program.solvency()[USDC].funds
                )
            );
    }

    /// @dev Gas of: a post, a claim, a payment, plain ETH, a line's claim and a refund.
    function _measure(bytes32 salt) private returns (uint256[6] memory gas) {
        uint256 state = vm.snapshotState();
        vm.warp(START + 20 * uint256(PERIOD));
        _fund(1_000e6);
        _give(customer, 1_000e6);
        vm.deal(address(this), 1 ether);
        Sale memory sale = _sale(salt, 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
        Post memory post = _late(program, address(usdc), _pack(program, _batch(sale), new address[](0)));
        vm.recordLogs();
        uint256 before = gasleft();
        vm.prank(attributor);
        program.post(post.currency, post.lane, post.head, post.from, post.until, post.evidence, post.packed);
        gas[0] = before - gasleft();
        _keep(program, vm.getRecordedLogs());
        Refund[] memory refunds = _refunds(salt, salt, 10e6);
        before = gasleft();
        vm.prank(attributor);
        program.refund(refunds, 0);
        gas[1] = before - gasleft();
        before = gasleft();
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), 100e6);
        gas[2] = before - gasleft();
        before = gasleft();
        (bool success, ) = address(program).call{ value: 1 ether }("");
        gas[3] = before - gasleft();
        vm.assertTrue(success, "plain ETH");
        _warpToLock();
        before = gasleft();
        program.claim(ana, address(usdc));
        gas[4] = before - gasleft();
        before = gasleft();
        program.claimLine(MODERATORS, address(usdc));
        gas[5] = before - gasleft();
        vm.revertToState(state);
    }
}
