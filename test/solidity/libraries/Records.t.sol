// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { PackedTerms } from "../../../contracts/terms/PackedTerms.sol";
import { Vm } from "../support/Vm.sol";
import { Bucket, Partner, Status } from "../../../contracts/interfaces/Types.sol";
import { Accounts, PackedAccount } from "../../../contracts/libraries/Accounts.sol";
import { Buckets, PackedBucket } from "../../../contracts/libraries/Buckets.sol";
import { PackedPartner, PartnerRecord } from "../../../contracts/libraries/PartnerRecord.sol";

/// @dev Records of one word: no field spills into another, at any value.
contract RecordsTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_APartnersRecordRoundTrips(
        address wallet,
        uint40 joined,
        uint8 status,
        uint8 tier,
        uint8 nextTier,
        uint24 tierPeriod,
        uint256 link
    ) external pure {
        (tier, nextTier, link) = (tier % 16, nextTier % 16, link % (1 << 20));
        Partner memory partner = Partner(wallet, joined, Status(status % 4), tier, nextTier, tierPeriod);
        PackedPartner packed = PartnerRecord.pack(partner, link);
        vm.assertEq(abi.encode(packed.unpack()), abi.encode(partner), "record");
        vm.assertEq(packed.wallet(), wallet, "wallet");
        vm.assertEq(packed.joined(), joined, "joined");
        vm.assertEq(packed.link(), link, "link");
        vm.assertTrue(packed.status() == partner.status, "status");
        vm.assertEq(packed.isActive(), partner.status == Status.Active, "active");
        vm.assertEq(packed.tierIn(tierPeriod), tierPeriod == 0 ? tier : nextTier, "tier from its period on");
        if (tierPeriod > 0) vm.assertEq(packed.tierIn(tierPeriod - 1), tier, "tier before");
    }

    function test_ABucketAddsUp(uint40 until, uint96 a, uint96 b, uint256 seed) external pure {
        a = a / 2;
        b = b / 2;
        uint256 asideA = seed % (uint256(a) + 1);
        uint256 asideB = (seed >> 128) % (uint256(b) + 1);
        PackedBucket bucket = Buckets.empty(until).add(a, asideA).add(b, asideB);
        _assertBucket(bucket, uint256(a) + b, asideA + asideB, until);
        _assertBucket(bucket.sub(b, asideB, 0), a, asideA, until);
        _assertBucket(bucket.sub(b, asideB, a - asideA), a, a, until);
    }

    function test_RevertWhen_ABucketIsFull(uint96 a, uint96 b) external {
        vm.assume(uint256(a) + b > type(uint96).max);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_RevenueTooLarge.selector, uint256(a) + b));
        this.add(a, b);
    }

    /// @dev These cannot happen; the assertions say so to the prover.
    function test_RevertWhen_ABucketWouldBeWrong() external {
        bytes memory asserted = abi.encodeWithSignature("Panic(uint256)", 1);
        vm.expectRevert(asserted);
        this.addSetAside(1, 2);
        vm.expectRevert(asserted);
        this.sub(11, 0, 0);
        vm.expectRevert(asserted);
        this.sub(0, 6, 0);
        vm.expectRevert(asserted);
        this.sub(10, 0, 0);
        vm.expectRevert(asserted);
        this.sub(5, 0, 1);
    }

    function test_AnAccountOwesAndPays(uint256 cursor, uint96 owed, uint96 more, uint96 unpaid) external pure {
        vm.assume(uint256(owed) + more <= type(uint96).max);
        cursor %= 1 << 44;
        PackedAccount account = PackedAccount.wrap(0).owe(owed).owe(more);
        _assertAccount(account, 0, uint256(owed) + more, 0);
        uint256 amount = uint256(owed) + more;
        account = account.take(amount, cursor);
        _assertAccount(account, cursor, 0, amount);
        unpaid = uint96(unpaid % (amount + 1));
        _assertAccount(account.giveBack(unpaid), cursor, unpaid, amount - unpaid);
    }

    function test_AnAccountPaysMoreThan96BitsInAll() external pure {
        PackedAccount account = PackedAccount.wrap(0);
        for (uint256 i = 0; i < 5; ++i) account = account.owe(type(uint96).max).take(type(uint96).max, (1 << 44) - 1);
        _assertAccount(account, (1 << 44) - 1, 0, 5 * uint256(type(uint96).max));
    }

    function test_AnAccountStaysSpecialWhateverItPays(uint256 cursor, uint96 owed, uint96 unpaid) external pure {
        cursor %= 1 << 44;
        unpaid = uint96(unpaid % (uint256(owed) + 1));
        PackedAccount account = PackedAccount.wrap(0).setSpecial(true).owe(owed).take(owed, cursor).giveBack(unpaid);
        vm.assertTrue(account.isSpecial(), "special");
        _assertAccount(account, cursor, unpaid, owed - unpaid);
        account = account.setSpecial(false);
        vm.assertTrue(!account.isSpecial(), "no longer");
        _assertAccount(account, cursor, unpaid, owed - unpaid);
    }

    function test_RevertWhen_AnAccountIsOwedTooMuch(uint96 owed, uint96 more) external {
        vm.assume(uint256(owed) + more > type(uint96).max);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_OwedTooMuch.selector, uint256(owed) + more));
        this.owe(owed, more);
    }

    function add(uint96 a, uint96 b) external pure returns (PackedBucket) {
        return Buckets.empty(1).add(a, 0).add(b, 0);
    }

    function addSetAside(uint256 revenue, uint256 setAside) external pure returns (PackedBucket) {
        return Buckets.empty(1).add(revenue, setAside);
    }

    /// @dev From a bucket with 10 of revenue, 5 of it set aside.
    function sub(uint256 revenue, uint256 setAside, uint256 kept) external pure returns (PackedBucket) {
        return Buckets.empty(1).add(10, 5).sub(revenue, setAside, kept);
    }

    function owe(uint96 owed, uint96 more) external pure returns (PackedAccount) {
        return PackedAccount.wrap(0).owe(owed).owe(more);
    }

    function _assertBucket(PackedBucket bucket, uint256 revenue, uint256 setAside, uint256 until) private pure {
        vm.assertEq(bucket.revenue(), revenue, "revenue");
        vm.assertEq(bucket.setAside(), setAside, "setAside");
        vm.assertEq(bucket.until(), until, "until");
        Bucket memory unpacked = bucket.unpack();
        vm.assertEq(abi.encode(unpacked), abi.encode(revenue, setAside, until), "unpacked");
    }

    /// @param cursor The book's number and the first period that is not claimed.
    function _assertAccount(PackedAccount account, uint256 cursor, uint256 owed, uint256 claimed) private pure {
        vm.assertEq(account.cursor(), cursor, "cursor");
        vm.assertEq(account.next(), cursor % (1 << 24), "next");
        (uint256 number, uint256 period) = (Accounts.numberOf(cursor), Accounts.periodOf(cursor));
        vm.assertEq(period, account.next(), "period");
        vm.assertEq(Accounts.cursorOf(number, period), cursor, "of its parts");
        vm.assertEq(account.owed(), owed, "owed");
        vm.assertEq(account.claimed(), claimed, "claimed");
    }
}
