// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { Bonus, Pool, Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, NOT_PAID } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev What an amendment does to sales, lines and money.
contract AmendmentsTest is AmendmentBase {
    function test_GivenSalesOfBefore() external {
        _fund(1e9);
        _post(_sale("old", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        Terms memory terms = _lowered();
        terms.roles[INTEGRATION].ceiling = 1;
        terms.commission = 50 * PERCENT;
        bytes memory lines = abi.encode(_saleLines("old"));
        _propose(terms);
        // Period 0 is held until period 2 begins, and so is period 1 in the amendment's first.
        vm.warp(FROM - 1);
        _post(_sale("late", 999_999_999, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertEq(_saleLines("late")[0].amount, 149_999_999, "15 % a second before");
        bytes memory late = abi.encode(_saleLines("late"));
        vm.warp(FROM);
        vm.assertEq(abi.encode(_saleLines("old")), lines, "lines of old sales");
        vm.assertEq(abi.encode(_saleLines("late")), late, "lines of the last sale before");
        _refund("r1", "late", 333_333_333);
        _refund("r2", "late", 666_666_666);
        vm.assertEq(program.statement(ana, address(usdc), 1).net, 0, "reversed to the unit");
        vm.assertEq(program.claim(ana, address(usdc)), 150e6, "what locked before stays");
        _assertSolvent(program);
    }

    function test_GivenSalesOfAfter() external {
        _fund(1e9);
        _propose(_lowered());
        vm.warp(FROM);
        _post(_sale("new", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertEq(_saleLines("new")[0].amount, 100e6, "10 %");
    }

    function test_WhenTheFirstBonusIsAdded() external {
        _fund(1e9);
        Terms memory terms = _lowered();
        terms.roles[INTEGRATION].network = Bonus({ every: 1, add: 3 * PERCENT, max: 3 * PERCENT });
        _propose(terms);
        vm.warp(FROM - 1);
        _post(_sale("late", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.warp(FROM);
        _post(_sale("new", 1_000e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertEq(_saleLines("late")[0].amount, 150e6, "15 % before");
        vm.assertEq(_saleLines("new")[0].amount, 130e6, "10 % and 3 %");
    }

    function test_WhenKindsRolesTiersAndPoolsAreAdded() external {
        _fund(1e9);
        _propose(_wider());
        vm.warp(FROM);
        Sale memory sale = _sale("new", 1_000e6, new Credit[](0));
        sale.kind = 3;
        _post(sale);
        NamedLine[] memory lines = _saleLines("new");
        vm.assertEq(lines[0].source, "community", "the pool of a role that nobody filled");
        vm.assertEq(lines[0].party, stranger, "its holder");
        vm.assertEq(lines[0].amount, 250e6, "25 %");
        vm.assertEq(lines[1].source, "residual", "no standing line earns on the kind");
        vm.prank(operator);
        program.setTier(ANA, 2, "of the new terms");
        vm.warp(FROM + 2 * PERIOD);
        vm.assertEq(program.claim(stranger, address(usdc)), 250e6, "the pool's holder is paid");
        vm.assertEq(program.partnerAt(FIRST_POOL).wallet, stranger, "pool");
    }

    /// @dev Sales on both sides of the boundary, some refunded after it; then all is paid out and nothing is left.
    function test_WhenAStandingLineIsReplaced(uint256 seed) external {
        _consent(tech, TECH, _propose(_replaced()));
        uint40[5] memory times = [START + 3 days, START + 10 days - 1, START + 40 days, FROM - 1, FROM];
        uint256 before = 0;
        uint256 later = 0;
        for (uint256 i = 0; i < 5; ++i) {
            vm.warp(times[i]);
            uint256 amount = 1e6 + (uint256(keccak256(abi.encode(seed, i))) % 1e12);
            _paySale(bytes32(i + 1), INITIAL, amount);
            _postPaid(_sale(bytes32(i + 1), amount, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, LOYALTY, 3))));
            if (i == 3) before = amount;
            if (i == 4) later = amount;
        }
        uint96 part = uint96(1 + (seed % before));
        _refund("r", bytes32(uint256(4)), part);
        (uint256 held, ) = program.lineEarnings(2, address(usdc));
        vm.assertEq(held, (later * 12) / 100, "the new line earns of the sale on its first second alone");
        vm.warp(FROM + 10 * PERIOD);
        (, uint256 locked) = program.lineEarnings(2, address(usdc));
        vm.assertEq(locked, (later * 12) / 100, "locked");
        for (uint256 line = 0; line < 3; ++line) program.claimLine(line, address(usdc));
        program.claimResidual(address(usdc), 100);
        program.claim(ana, address(usdc));
        program.claim(ben, address(usdc));
        vm.assertEq(program.claim(customer, address(usdc)), part, "refunded in whole");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "nothing is left");
        vm.assertEq(program.solvency()[USDC].owed, 0, "nothing is owed");
    }

    /// @dev Settled in the middle of the way: half under the old terms, half under the new.
    function test_GivenLinesAndResidualWereSettledBefore() external {
        _propose(_lowered());
        _pay(INITIAL, 1_000_003);
        vm.warp(START + 15 days);
        _pay(RENEWAL, 999_999);
        vm.warp(FROM - 1);
        _pay(EXPANSION, 777_777);
        program.settleLine(MODERATORS, address(usdc));
        program.claimResidual(address(usdc), 1);
        vm.warp(FROM);
        _pay(INITIAL, 555_555);
        program.settleLine(TECH, address(usdc));
        program.claimResidual(address(usdc), 1);
        vm.warp(FROM + 3 * PERIOD);
        program.claimLine(MODERATORS, address(usdc));
        program.claimLine(TECH, address(usdc));
        program.claimResidual(address(usdc), 100);
        vm.assertEq(usdc.balanceOf(moderators), 20_000 + 19_999 + 15_555 + 11_111, "moderators");
        vm.assertEq(usdc.balanceOf(tech), 299_999 + 233_333 + 166_666, "tech, from day 10 on");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "nothing is left");
    }

    function test_GivenTwoAmendmentsInARow() external {
        Terms memory first = _lowered();
        _propose(first);
        vm.warp(FROM);
        Terms memory second = _wider();
        _propose(second);
        vm.warp(FROM + 2 * PERIOD - 1);
        _assertInForce(first, "the first until the second begins");
        vm.warp(FROM + 2 * PERIOD);
        _assertInForce(second, "then the second");
        Terms memory third = _wider();
        third.name = "third";
        third.noticePeriods = 0;
        _propose(third);
        vm.warp(FROM + 4 * PERIOD - 1);
        _assertInForce(second, "the second until the third begins");
        vm.warp(FROM + 4 * PERIOD);
        _assertInForce(third, "then the third, for ever");
    }

    function test_GivenOneLapsedInBetween() external {
        Terms memory first = _lowered();
        _propose(first);
        vm.warp(FROM);
        Terms memory second = _lowered();
        second.standing[TECH].ends = FROM + 2 * PERIOD;
        _propose(second);
        vm.warp(FROM + 3 * PERIOD);
        _assertInForce(first, "the second lapsed");
        Terms memory third = _lowered();
        third.name = "third";
        _propose(third);
        _assertInForce(first, "the third waits");
        vm.warp(FROM + 5 * PERIOD);
        _assertInForce(third, "the third");
    }

    /// @dev A fourth kind, a third tier, a pool, and a role that pays it 25 % of the new kind.
    function _wider() private view returns (Terms memory terms) {
        terms = _terms();
        terms.kinds = new string[](4);
        (terms.kinds[0], terms.kinds[1], terms.kinds[2]) = ("initial", "renewal", "expansion");
        terms.kinds[3] = "course";
        terms.tiers = new string[](3);
        (terms.tiers[0], terms.tiers[1], terms.tiers[2]) = ("associate", "partner", "senior");
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        Role[] memory roles = new Role[](5);
        for (uint256 i = 0; i < 5; ++i) {
            roles[i] = i < 4 ? terms.roles[i] : _role("teacher", NOT_PAID);
            uint24[] memory rates = new uint24[](4);
            (rates[0], rates[1], rates[2]) = (roles[i].rates[0], roles[i].rates[1], roles[i].rates[2]);
            rates[3] = i < 4 ? NOT_PAID : 25 * PERCENT;
            roles[i].rates = rates;
            roles[i].tiers = new uint24[](3);
        }
        (roles[4].missing, roles[4].pool) = (2, 0);
        terms.roles = roles;
    }
}
