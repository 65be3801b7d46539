// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, NOT_PAID, REFERRED, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { PackedBatch } from "../support/PackedBatch.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev Who else has a line in a sale: pools' holders and referrers, who have to be among the batch's partners.
contract PoolBooksTest is Base {
    address private community = address(0xC0FFEE);

    function test_GivenOneHolderHasTwoPools() external {
        _use(_pooled(community, community));
        _fund(100e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        vm.assertEq(_partnerAt(0), FIRST_POOL, "the first pool's line");
        vm.assertEq(_partnerAt(1), FIRST_POOL + 1, "the second pool's line");
        vm.assertEq(program.account(community, address(usdc)).held, 25e6, "one book");
        _refund("r", "a", 40e6);
        vm.assertEq(program.account(community, address(usdc)).held, 15e6, "taken back");
        _warpToLock();
        vm.assertEq(program.claim(community, address(usdc)), 15e6, "claimed once");
        vm.assertEq(program.claimable(community, address(usdc)), 0, "nothing more");
        _assertSolvent(program);
    }

    function test_GivenAPoolWasAddedWhoseHolderIsAPartner() external {
        _use(_terms());
        _propose(_pooled(ana, ben));
        vm.warp(START + 2 * uint256(PERIOD));
        _fund(1_000e6);
        // Ana has the integration's pool, and a credit of her own.
        _post(_sale("a", 100e6, _credits(_credit(ANA, LOYALTY, 1))));
        vm.assertEq(_partnerAt(0), ANA, "her own line");
        vm.assertEq(_partnerAt(1), FIRST_POOL, "the pool's line");
        NamedLine[] memory lines = _saleLines("a");
        vm.assertEq(lines[1].source, "first", "source");
        vm.assertEq(lines[1].party, ana, "party");
        uint256 held = lines[0].amount + lines[1].amount;
        vm.assertEq(program.account(ana, address(usdc)).held, held, "both in her book");
        vm.assertEq(program.account(ben, address(usdc)).held, 10e6, "ben's pool");
        _warpToLock();
        vm.assertEq(program.claim(ana, address(usdc)), held, "claimed once");
        vm.assertEq(program.claim(ben, address(usdc)), 10e6, "ben");
        _assertSolvent(program);
    }

    /// @dev A pool takes its share whoever its holder is, be it as a partner suspended.
    function test_GivenThePoolsHolderIsASuspendedPartner() external {
        _use(_terms());
        _propose(_pooled(ana, community));
        vm.warp(START + 2 * uint256(PERIOD));
        _fund(1_000e6);
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _post(_sale("a", 100e6, new Credit[](0)));
        vm.assertEq(program.account(ana, address(usdc)).held, 15e6, "ana");
    }

    function test_RevertWhen_APoolsBookIsNotInTheBatch() external {
        _use(_pooled(community, stranger));
        _fund(100e6);
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = FIRST_POOL;
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotInBatch.selector, FIRST_POOL + 1));
        _postWith(numbers, _sale("a", 100e6, new Credit[](0)));
        numbers[0] = FIRST_POOL + 1;
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotInBatch.selector, FIRST_POOL));
        _postWith(numbers, _sale("a", 100e6, new Credit[](0)));
    }

    function test_RevertWhen_AReferrerIsNotInTheBatch() external {
        _useReferred();
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = BEN;
        Sale memory sale = _sale("a", 100e6, _credits(_credit(BEN, INTEGRATION, 1)));
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_NotInBatch.selector, ANA));
        _postWith(numbers, sale);
        // One that earns nothing on the kind need not be named.
        Sale memory renewal = _sale("r", 100e6, _credits(_credit(BEN, INTEGRATION, 1)));
        renewal.kind = RENEWAL;
        _postWith(numbers, renewal);
        vm.assertEq(_shown("r").words.length, 1, "no referred line on the kind");
        // One that earns nothing now need not be named.
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _postWith(numbers, sale);
        vm.assertEq(_shown("a").words.length, 1, "no line of the referrer");
    }

    function test_GivenAReferrerIsNamedAndSuspended() external {
        _useReferred();
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _post(_sale("a", 100e6, _credits(_credit(BEN, INTEGRATION, 1))));
        vm.assertEq(_shown("a").words.length, 1, "no line of the referrer");
    }

    /* HELPERS */

    function _use(Terms memory terms) private {
        terms.name = "pooled";
        program = _create(terms);
        _enroll(program);
    }

    function _propose(Terms memory terms) private {
        terms.name = "pooled";
        vm.prank(operator);
        program.proposeAmendment(terms, "ipfs://amendment", 0);
    }

    /// @dev Ben is referred by Ana, who earns 10 % of his lines, but for renewals.
    function _useReferred() private {
        Terms memory terms = _terms();
        terms.roles[LOYALTY] = _role("scout", 10 * PERCENT);
        terms.roles[LOYALTY].stage = REFERRED;
        terms.roles[LOYALTY].rates[RENEWAL] = NOT_PAID;
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](2);
        partners[0] = _enrollment(ana, "ana");
        partners[1] = _enrollment(ben, "ben");
        partners[1].referrer = uint24(ANA);
        vm.prank(operator);
        program.enroll(partners);
        _fund(200e6);
    }

    /// @dev Where nobody integrates or is an affiliate, two pools get the share.
    function _pooled(address first, address second) private view returns (Terms memory terms) {
        terms = _terms();
        terms.pools = new Pool[](2);
        terms.pools[0] = Pool({ name: "first", holder: first });
        terms.pools[1] = Pool({ name: "second", holder: second });
        terms.roles[INTEGRATION].missing = TO_POOL;
        terms.roles[AFFILIATE].missing = TO_POOL;
        terms.roles[AFFILIATE].pool = 1;
    }

    function _postWith(uint256[] memory numbers, Sale memory sale) private {
        bytes memory packed = PackedBatch.pack(numbers, _batch(sale), new address[](0), block.timestamp);
        _send(program, attributor, _late(program, address(usdc), packed));
    }

    function _partnerAt(uint256 line) private view returns (uint256) {
        return SaleWords.partner(_shown("a").words[line]);
    }
}
