// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Credit } from "../support/Sales.sol";

/// @dev What stolen keys and other people's transactions can do, and cannot.
contract PowersTest is Base {
    /// @dev A stolen attributor key posts invented sales for a colluding partner. What it can take is what the terms give the
    /// partner's roles of the deposited funds and of payments that wait; revenue, what others earned, and all that is locked
    /// stay; while lines are held, the standby, made attributor at once, reverses every one of them.
    function test_AStolenAttributorKeyIsBoundedByTheDeposits() external {
        _fund(1_000e6);
        _post(_sale("honest", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _pay(INITIAL, 500e6);
        _paySale("waiting", INITIAL, 200e6);
        uint256 funds = program.solvency()[USDC].funds;
        uint256 stolen = 0;
        for (uint256 i = 0; i < 20; ++i) {
            // Each the largest sale that the funds still cover: 15 % to Ben, 2 % to standing lines.
            uint256 amount = (program.solvency()[USDC].funds * 100) / 17 - 10;
            if (amount < 1_000) break;
            _post(_sale(bytes32(i + 1), amount, _credits(_credit(BEN, INTEGRATION, 1))));
            stolen += (amount * 15) / 100;
        }
        _postPaid(_sale("waiting", 200e6, _credits(_credit(BEN, INTEGRATION, 1))));
        uint256 gain = program.account(ben, address(usdc)).held;
        vm.assertLe(gain, stolen + 30e6, "more than the terms give");
        vm.assertLe(stolen, funds, "more than the deposits");
        vm.assertEq(program.account(ana, address(usdc)).held, 150e6, "what ana earned");
        _assertSolvent(program);
        _recover();
        vm.assertEq(program.account(ben, address(usdc)).held, 0, "all reversed while held");
    }

    function test_AStolenAttributorKeyCannotTouchWhatIsLocked() external {
        _fund(1_000e6);
        _post(_sale("honest", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("honest"), block.timestamp)
        );
        _refund("r", "honest", 1_000e6);
        vm.prank(attributor);
        (bool success, ) = address(program).call(abi.encodeCall(program.withdrawFunds, (address(usdc), 1)));
        vm.assertEq(success, false, "withdrew funds");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 150e6, "ana");
    }

    function test_AStolenOperatorKeyTakesUnusedFundsToTheTreasuryAlone() external {
        _fund(1_000e6);
        _post(_sale("a", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _paySale("waiting", INITIAL, 200e6);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 830e6);
        vm.assertEq(usdc.balanceOf(treasury), 830e6, "treasury");
        vm.assertEq(usdc.balanceOf(operator), 0, "operator");
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 150e6, "ana");
    }

    /// @dev A deployment front-run: the same call by someone else lands elsewhere and takes nothing away.
    function test_AFrontRunDeploymentTakesNoAddress() external {
        Terms memory terms = _terms();
        terms.name = "contested";
        address expected = factory.predict(terms, "ipfs://terms", "salt", operator);
        vm.prank(stranger);
        address theirs = factory.create(terms, "ipfs://terms", "salt");
        vm.assertTrue(theirs != expected, "address");
        vm.assertEq(address(_create(terms)), expected, "still free");
    }

    /// @dev A reorganisation that leaves out earlier transactions moves no address and puts nothing else at it.
    function test_AReorganisationMovesNoAddress() external {
        Terms memory terms = _terms();
        terms.name = "reorganised";
        uint256 state = vm.snapshotState();
        address first = address(_create(terms));
        vm.revertToState(state);
        Terms memory other = _terms();
        other.name = "in between";
        _create(other);
        vm.assertEq(address(_create(terms)), first, "address");
    }

    /// @dev Someone else publishes the pages of standing lines first, or sends money to the address ahead.
    function test_APublishedPageAndEarlyMoneyDoNotStopACreation() external {
        Terms memory terms = _terms();
        terms.name = "early";
        terms.standing[MODERATORS].rates[0] = 123;
        vm.prank(stranger);
        factory.validator().publish(terms, 0);
        address expected = factory.predict(terms, "ipfs://terms", "salt", operator);
        vm.deal(expected, 1 ether);
        program = _create(terms);
        vm.assertEq(address(program), expected, "address");
        vm.assertEq(program.solvency()[ETH].uncounted, 1 ether, "early money waits to be synced");
        program.sync(0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE);
    }

    /// @dev Ownership spoofed inside a batch: here no function calls what its caller chooses, and nothing upgrades or pauses.
    function test_ThereIsNoOtherDoor() external {
        string[16] memory doors = [
            "execute(address,uint256,bytes)",
            "multicall(bytes[])",
            "batch(bytes[])",
            "call(address,bytes)",
            "upgradeTo(address)",
            "upgradeToAndCall(address,bytes)",
            "pause()",
            "transferOwnership(address)",
            "rescue(address,uint256)",
            "sweep(address)",
            "setTreasury(address)",
            "grantRole(bytes32,address)",
            "revokeRole(bytes32,address)",
            "renounceRole(bytes32,address)",
            "setOperator(address)",
            "selfdestruct()"
        ];
        for (uint256 i = 0; i < doors.length; ++i) {
            vm.prank(operator);
            (bool success, bytes memory answer) = address(program).call(
                abi.encodePacked(bytes4(keccak256(bytes(doors[i]))), abi.encode(operator, 32, 0))
            );
            vm.assertEq(success, false, doors[i]);
            vm.assertEq(answer, "", doors[i]);
        }
    }

    /// @dev The modules alone hold no roles, no terms and no money.
    function test_ThePartsAreNothingByThemselves() external {
        address sales = program.salesModule();
        bytes memory packed = _pack(program, _batch(_sale("a", 1, new Credit[](0))), new address[](0));
        vm.prank(attributor);
        (bool posted, ) = sales.call(
            abi.encodeCall(IDeployedProgram(payable(sales)).post, (address(usdc), 0, 0, 0, 0, 0, packed))
        );
        vm.assertEq(posted, false, "posted");
        (bool received, ) = sales.call{ value: 0 }("");
        vm.assertEq(received, false, "took ETH");
    }

    function _recover() private {
        vm.prank(operator);
        program.appointStandby();
        vm.startPrank(standby);
        for (uint256 i = 0; i < 20; ++i) {
            uint256 amount = SaleWords.amount(_shown(bytes32(i + 1)).head);
            if (amount > 0) program.refund(_refunds(bytes32(i + 1), bytes32(i + 1), uint96(amount)), 0);
        }
        program.refund(_refunds("w", "waiting", 200e6), 0);
        vm.stopPrank();
    }
}
