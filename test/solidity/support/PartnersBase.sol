// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";
import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Graduation, Milestone, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment } from "../../../contracts/interfaces/Types.sol";

/// @dev A program in ETH and USDC that knows all that partners can do: moves after a week, withholding for a tax account, two
/// tiers to graduate to, a milestone of 3 sales and one of 30 earned. Ana, Ben and Cleo are enrolled by the operator.
abstract contract PartnersBase is Base {
    uint256 internal constant THREE_SALES = 0;
    uint256 internal constant THIRTY_EARNED = 1;

    uint256 internal constant NEW_KEY = 0xB0B;
    uint256 internal constant RECOVERY_KEY = 0xC0DE;

    address internal taxAccount = address(0x7A7);
    address internal newWallet = vm.addr(NEW_KEY);
    address internal recovery = vm.addr(RECOVERY_KEY);

    function setUp() public virtual override {
        super.setUp();
        _use(_partnersTerms());
    }

    function _use(Terms memory terms) internal {
        program = _create(terms);
        _enroll(program);
    }

    function _partnersTerms() internal view virtual returns (Terms memory terms) {
        terms = _terms();
        terms.tiers = new string[](3);
        (terms.tiers[0], terms.tiers[1], terms.tiers[2]) = ("associate", "partner", "principal");
        for (uint256 i = 0; i < terms.roles.length; ++i) terms.roles[i].tiers = new uint24[](3);
        terms.graduations = new Graduation[](2);
        terms.graduations[0] = Graduation({ tier: 1, earned: _each(15e6), sales: 1, months: 0, score: 0 });
        terms.graduations[1] = Graduation({ tier: 2, earned: _each(30e6), sales: 3, months: 3, score: 70 });
        terms.milestones = new Milestone[](2);
        terms.milestones[0] = Milestone({ name: "three sales", sales: 3, earned: _none(), pays: _each(50e6) });
        terms.milestones[1] = Milestone({ name: "thirty", sales: 0, earned: _each(30e6), pays: _each(5e6) });
        terms.rules.moveDays = 7;
        terms.rules.taxAccount = taxAccount;
    }

    function _list(address wallet) internal pure returns (Enrollment[] memory partners) {
        partners = new Enrollment[](1);
        partners[0] = _enrollment(wallet, "new");
    }

    /* EARNING */

    /// @dev Ana earns 15 % of a sale of 100 in USDC.
    function _earn(bytes32 id) internal {
        _fund(100e6);
        _post(_sale(id, 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
    }

    function _earnAndLock(bytes32 id) internal {
        _earn(id);
        _warpToLock();
    }

    function _claimable(address party) internal view returns (uint256) {
        return program.claimable(party, address(usdc));
    }

    function _only(address party) internal pure returns (address[] memory parties) {
        parties = new address[](1);
        parties[0] = party;
    }

    /* MOVES */

    function _propose(address by, address to) internal {
        vm.prank(by);
        program.proposeMove(ana, to);
    }

    /// @dev Ana's payments go to the new wallet.
    function _move() internal {
        _moveTo(ana, newWallet);
    }

    function _moveTo(address by, address to) internal {
        _propose(by, to);
        vm.warp(program.payoutOf(ana).moveAt);
        vm.prank(to);
        program.finishMove(ana);
    }

    /// @dev The recovery address is in force a second after.
    function _setRecovery() internal {
        _proposeRecovery(ana, recovery);
        vm.warp(program.payoutOf(ana).recoveryAt);
    }

    function _proposeRecovery(address by, address to) internal {
        vm.prank(by);
        program.setRecovery(ana, to);
    }

    function _withhold(uint24 rate) internal {
        vm.prank(ana);
        program.setWithholding(ana, rate);
    }

    /* RESERVE */

    function _reserve(uint256 amount) internal {
        _give(operator, amount);
        vm.prank(operator);
        program.addReserve(FOR_MILESTONES, address(usdc), amount);
    }

    /* REFUSALS */

    function _notAllowed(address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, caller);
    }

    function _nothingToClaim(address party) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, party, address(usdc));
    }
}
