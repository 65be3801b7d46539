// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Pool, Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID, REFERRED, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { Sale } from "./Sales.sol";
import { Vm } from "./Vm.sol";

/// @dev A program whose partners may dispute two sales in each period. A sale of 100 with the credits of `_mixed` has all kinds
/// of lines: 15 for Ben's integration, 1.50 for Ana who referred him, 61.50 left for Cleo who sold it, and 20 for the community,
/// because nobody coached; 2 are set aside for the moderators.
abstract contract DisputeBase is Base {
    uint8 internal constant SCOUT = 4;
    uint8 internal constant SELLER = 5;

    address internal community = address(0xC0FFEE);

    function setUp() public virtual override {
        super.setUp();
        _use(_disputeTerms());
    }

    function _use(Terms memory terms) internal {
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](3);
        partners[0] = _enrollment(ana, "ana");
        partners[1] = _enrollment(ben, "ben");
        partners[1].referrer = uint24(ANA);
        partners[2] = _enrollment(cleo, "cleo");
        vm.prank(operator);
        program.enroll(partners);
    }

    function _disputeTerms() internal view virtual returns (Terms memory terms) {
        terms = _terms();
        terms.ceiling = 100 * PERCENT;
        Role[] memory roles = new Role[](6);
        for (uint256 i = 0; i < 4; ++i) roles[i] = terms.roles[i];
        roles[COACH] = _role("coach", 20 * PERCENT);
        roles[COACH].missing = TO_POOL;
        roles[SCOUT] = _role("scout", 10 * PERCENT);
        roles[SCOUT].stage = REFERRED;
        roles[SELLER] = _role("seller", NOT_PAID);
        terms.roles = roles;
        terms.residualRole = SELLER;
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: community });
        terms.rules.disputes = 2;
        terms.rules.disputePeriods = 1;
    }

    /// @dev A sale with all kinds of lines.
    function _mixed(bytes32 id, uint256 amount) internal pure returns (Sale memory) {
        return _sale(id, amount, _credits(_credit(BEN, INTEGRATION, 1), _credit(CLEO, SELLER, 1)));
    }

    function _postElsewhere(bytes32 id) internal {
        _fund(100e6);
        _post(_mixed(id, 100e6));
    }

    function _postOnChain(bytes32 id) internal {
        _paySale(id, INITIAL, 100e6);
        _postPaid(_mixed(id, 100e6));
    }

    function _dispute(address by, bytes32 saleId) internal {
        vm.prank(by);
        program.dispute(by, _shown(saleId), COACH, "not mine", keccak256("evidence"));
    }

    function _uphold(bytes32 saleId, string memory reason) internal {
        vm.prank(arbiter);
        program.upholdSale(_shown(saleId), reason);
    }

    function _void(bytes32 saleId, string memory reason) internal {
        vm.prank(arbiter);
        program.voidSale(_shown(saleId), reason);
    }

    /// @dev From then on the sale is shown by its new words.
    function _reattribute(bytes32 saleId, uint256[] memory partners, string memory reason) internal {
        bool refused = _beginCall();
        vm.prank(arbiter);
        program.reattributeSale(_shown(saleId), partners, reason);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (!refused) _keep(program, logs);
    }

    /// @dev In the last second in which the sales of period 0 can be disputed.
    function _disputeLate(bytes32 saleId) internal {
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _dispute(ana, saleId);
    }

    function _frozen() internal view returns (uint256) {
        return program.frozenOf(address(usdc));
    }

    function _held(address party) internal view returns (uint256) {
        return program.account(party, address(usdc)).held;
    }

    function _assertHeld(uint256 ofAna, uint256 ofBen, uint256 ofCleo, uint256 ofPool) internal view {
        vm.assertEq(_held(ana), ofAna, "ana");
        vm.assertEq(_held(ben), ofBen, "ben");
        vm.assertEq(_held(cleo), ofCleo, "cleo");
        vm.assertEq(_held(community), ofPool, "community");
    }

    function _assertClaimable(uint256 ofAna, uint256 ofBen, uint256 ofCleo, uint256 ofPool) internal view {
        vm.assertEq(program.claimable(ana, address(usdc)), ofAna, "ana");
        vm.assertEq(program.claimable(ben, address(usdc)), ofBen, "ben");
        vm.assertEq(program.claimable(cleo, address(usdc)), ofCleo, "cleo");
        vm.assertEq(program.claimable(community, address(usdc)), ofPool, "community");
    }

    /// @dev All that anybody can take leaves, and nothing stays behind.
    function _drain() internal {
        vm.warp(block.timestamp + 10 * uint256(PERIOD));
        uint256 funds = program.solvency()[USDC].funds;
        if (funds > 0) {
            vm.prank(operator);
            program.withdrawFunds(address(usdc), funds);
        }
        program.settleLine(MODERATORS, address(usdc));
        program.claimResidual(address(usdc), 100);
        address[6] memory parties = [ana, ben, cleo, community, moderators, customer];
        for (uint256 i = 0; i < parties.length; ++i) {
            if (program.claimable(parties[i], address(usdc)) > 0) program.claim(parties[i], address(usdc));
        }
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertEq(program.solvency()[USDC].owed, 0, "owed");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "left behind");
    }

    function _expectNotDisputed(bytes32 saleId) internal {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotDisputed.selector, saleId));
    }

    function _expectTooLate(uint256 since) internal {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooLate.selector, since));
    }
}
