// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Statement } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev A number's credits are claimed by one party, and a party's numbers have one book.
contract OneBookTest is PartnersBase {
    uint256 private constant FROM = START + 2 * uint256(PERIOD);

    /* MOVES */

    function test_NothingIsWalkedTwiceAfterAMove() external {
        _earn("a");
        _move();
        _warpToLock();
        _refuses(newWallet);
        _assertNothing(newWallet);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 15e6, "paid");
        _refuses(newWallet);
        _earnAndLock("b");
        address[] memory parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (newWallet, ana, newWallet);
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 30e6, "each credit once");
        _assertNothing(newWallet);
        _assertSolvent(program);
    }

    function test_GivenTheNewWalletIsOwedSomethingItself() external {
        _moveTo(ana, moderators);
        _earn("a");
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.settleLine(MODERATORS, address(usdc));
        vm.assertEq(program.claim(moderators, address(usdc)), 4e6, "its own");
        _refuses(moderators);
        vm.assertEq(program.claim(ana, address(usdc)), 15e6, "ana's");
        vm.assertEq(usdc.balanceOf(moderators), 19e6, "both");
        _assertSolvent(program);
    }

    function test_GivenAWalletInBetweenWasLeft() external {
        _earn("a");
        _move();
        _moveTo(newWallet, stranger);
        _warpToLock();
        _refuses(newWallet);
        _refuses(stranger);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(stranger), 15e6, "paid");
        _refuses(newWallet);
        _refuses(stranger);
    }

    /* POOLS */

    function test_APartnerThatIsAlsoAPoolHasOneBook() external {
        _addPools(_only(ana));
        vm.assertEq(program.membershipOf(ana).number, ANA, "number");
        vm.assertEq(program.membershipOf(ana).referrer, 0, "a pool's book is no referrer");
        vm.warp(FROM);
        _fund(100e6);
        _post(_expansion("a", ANA));
        vm.assertEq(_saleLines("a")[1].source, "community", "the pool's line is told as the pool's");
        vm.assertEq(program.statement(ana, address(usdc), 2).net, 35e6, "integration and community");
        _refund("r", "a", 50e6);
        vm.assertEq(program.statement(ana, address(usdc), 2).net, 17_500_000, "half of both");
        _warpToLock();
        vm.assertEq(_claimable(ana), 17_500_000, "claimable");
        vm.assertEq(program.claim(ana, address(usdc)), 17_500_000, "claimed");
        _refuses(ana);
        Statement memory all = program.account(ana, address(usdc));
        vm.assertEq(all.net, 17_500_000, "net");
        vm.assertEq(all.claimed, 17_500_000, "nothing stranded");
        _assertSolvent(program);
    }

    function test_APartnerThatBecomesAPoolLateLosesNothing() external {
        _earnAndLock("a");
        program.claim(ana, address(usdc));
        _earn("b");
        Terms memory terms = _withPools(_only(ana));
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        vm.warp(START + 4 * uint256(PERIOD));
        _fund(100e6);
        _post(_expansion("c", BEN));
        vm.warp(START + 6 * uint256(PERIOD));
        vm.assertEq(program.claim(ana, address(usdc)), 35e6, "her own and the pool's");
        _refuses(ana);
        vm.assertEq(program.claim(ben, address(usdc)), 15e6, "ben");
        _assertSolvent(program);
    }

    function test_GivenThePartnerThatIsAPoolHasMoved() external {
        _move();
        _addPools(_only(ana));
        vm.warp(FROM);
        _fund(100e6);
        _post(_expansion("a", BEN));
        _warpToLock();
        _refuses(newWallet);
        vm.assertEq(program.claim(ana, address(usdc)), 20e6, "the pool's");
        vm.assertEq(usdc.balanceOf(newWallet), 20e6, "where she is paid");
        _refuses(ana);
    }

    function test_GivenThePartnerThatIsAPoolHasLeft() external {
        _addPools(_only(ana));
        vm.prank(ana);
        program.leaveProgram(ana, "");
        vm.warp(FROM);
        _fund(100e6);
        _post(_expansion("a", BEN));
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), 20e6, "the pool stays active");
    }

    function test_TwoPoolsOfOneHolderShareOneBook() external {
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (stranger, stranger);
        _use(_withPools(holders));
        vm.assertEq(program.membershipOf(stranger).number, FIRST_POOL, "number");
        _fund(100e6);
        // Nobody integrated nor coached: 15 for the one pool and 20 for the other.
        Sale memory sale = _sale("a", 100e6, new Credit[](0));
        sale.kind = EXPANSION;
        _post(sale);
        vm.assertEq(program.statement(stranger, address(usdc), 0).held, 35e6, "both pools");
        _warpToLock();
        vm.assertEq(program.claim(stranger, address(usdc)), 35e6, "claimed");
        _refuses(stranger);
        _assertSolvent(program);
    }

    function test_WhenAPoolsHolderIsAWalletThatAPartnerMovedTo() external {
        _move();
        _addPools(_only(newWallet));
        _assertApart();
    }

    function test_K3_GivenTheNewWalletBecameAPoolMeanwhile() external {
        _propose(ana, newWallet);
        _addPools(_only(newWallet));
        vm.warp(START + 7 days);
        vm.prank(newWallet);
        program.finishMove(ana);
        _assertApart();
    }

    /// @dev The pool's money and the partner's go to the one wallet, each by its own book.
    function _assertApart() private {
        vm.assertEq(program.membershipOf(newWallet).number, FIRST_POOL, "the pool's number");
        vm.assertEq(program.membershipOf(ana).number, ANA, "the partner's number");
        vm.warp(START + 2 * uint256(PERIOD));
        _fund(100e6);
        _post(_expansion("a", ANA));
        vm.assertEq(program.statement(newWallet, address(usdc), 2).held, 20e6, "the pool's");
        vm.assertEq(program.statement(ana, address(usdc), 2).held, 15e6, "the partner's");
        vm.warp(START + 5 * uint256(PERIOD));
        program.claim(newWallet, address(usdc));
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 35e6, "both");
        _assertSolvent(program);
    }

    /// @dev Of an expansion nobody coached: its 20 % go to the first pool, beside 15 % for the partner.
    function _expansion(bytes32 id, uint256 partner) private pure returns (Sale memory sale) {
        sale = _sale(id, 100e6, _credits(_credit(partner, INTEGRATION, 1)));
        sale.kind = EXPANSION;
    }

    function _withPools(address[] memory holders) private view returns (Terms memory terms) {
        terms = _partnersTerms();
        terms.pools = new Pool[](holders.length);
        string[2] memory names = ["community", "research"];
        for (uint256 i = 0; i < holders.length; ++i) terms.pools[i] = Pool({ name: names[i], holder: holders[i] });
        (terms.roles[COACH].missing, terms.roles[COACH].pool) = (TO_POOL, 0);
        if (holders.length > 1) (terms.roles[INTEGRATION].missing, terms.roles[INTEGRATION].pool) = (TO_POOL, 1);
    }

    function _addPools(address[] memory holders) private {
        Terms memory terms = _withPools(holders);
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
    }

    function _refuses(address party) private {
        vm.assertEq(_claimable(party), 0, "claimable");
        vm.expectRevert(_nothingToClaim(party));
        program.claim(party, address(usdc));
    }

    function _assertNothing(address party) private view {
        bytes memory nothing = abi.encode(Statement(0, 0, 0, 0, 0));
        vm.assertEq(abi.encode(program.account(party, address(usdc))), nothing, "account");
        vm.assertEq(abi.encode(program.statement(party, address(usdc), 0)), nothing, "statement");
    }
}
