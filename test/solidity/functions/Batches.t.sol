// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ShownSale, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL } from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { PackedBatch } from "../support/PackedBatch.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev The bytes that `post` takes, and those it refuses.
contract BatchesTest is Base {
    /// @dev Bytes before the sales of a batch with these partners, and of a sale without credits.
    uint256 private constant HEAD = 4 + 3 * 3;
    uint256 private constant SALE = 51;

    function setUp() public override {
        super.setUp();
        _fund(10_000e6);
    }

    function test_RevertWhen_ItIsCutOff() external {
        bytes memory whole = _join(_partners(), _sold("a"), _weighted("b"));
        for (uint256 length = 0; length < whole.length; ++length) {
            bytes memory packed = _cut(whole, length);
            uint256 head = _headOf(program, 0, address(usdc));
            vm.expectPartialRevert(IProgramErrors.Program_InvalidBatch.selector);
            vm.prank(attributor);
            program.post(address(usdc), 0, head, 0, 0, 0, packed);
        }
        _sendPacked(whole);
        vm.assertEq(program.batchCount(), 1, "whole");
    }

    function test_RevertWhen_SomethingFollows() external {
        bytes memory whole = _join(_partners(), _sold("a"));
        _refuses(bytes.concat(whole, hex"00"), _invalid(whole.length));
        _refuses(bytes.concat(whole, _sold("b")), _invalid(whole.length));
    }

    function test_RevertWhen_ThereAreNoSales() external {
        _refuses(_join(_partners()), _invalid(0));
        _refuses(hex"00000000", _invalid(0));
        _refuses("", _invalid(0));
    }

    function test_RevertWhen_FewerSalesAreThanToldOf() external {
        bytes memory packed = bytes.concat(PackedBatch.head(_partners(), 2), _sold("a"));
        _refuses(packed, _invalid(packed.length));
    }

    function test_RevertWhen_FewerPartnersAreThanToldOf() external {
        _refuses(hex"ffff0001000001", _invalid(0));
    }

    function test_RevertWhen_IdsDoNotRise() external {
        _refuses(_join(_partners(), _sold("b"), _sold("a")), _invalid(HEAD + SALE + 3));
        _refuses(_join(_partners(), _sold("a"), _sold("a")), _invalid(HEAD + SALE + 3));
    }

    function test_RevertWhen_PartnersDoNotRise() external {
        uint256[] memory numbers = _partners();
        (numbers[0], numbers[1]) = (BEN, ANA);
        _refuses(_join(numbers, _sold("a")), _invalid(4 + 3));
        (numbers[0], numbers[1]) = (ANA, ANA);
        _refuses(_join(numbers, _sold("a")), _invalid(4 + 3));
        numbers[0] = 0;
        _refuses(_join(numbers, _sold("a")), _invalid(4));
    }

    function test_RevertWhen_ANumberHasMoreThan20Bits() external {
        uint256[] memory numbers = _partners();
        numbers[2] = 1 << 20;
        _refuses(_join(numbers, _sold("a")), _invalid(4 + 6));
        numbers[2] = (1 << 20) | CLEO;
        _refuses(_join(numbers, _sold("a")), _invalid(4 + 6));
        numbers[2] = type(uint24).max;
        _refuses(_join(numbers, _sold("a")), _invalid(4 + 6));
    }

    function test_RevertWhen_APlaceIsOutOfRange() external {
        bytes memory sale = bytes.concat(_bare("a", 1, INITIAL, 1), hex"000300");
        _refusesInvalid(_join(_partners(), sale));
        sale = bytes.concat(_bare("a", 1, INITIAL, 1), hex"ffff00");
        _refusesInvalid(_join(_partners(), sale));
        sale = bytes.concat(_bare("a", 1, INITIAL, 1 | 128), hex"00030000000001");
        _refusesInvalid(_join(_partners(), sale));
        _refusesInvalid(_join(new uint256[](0), bytes.concat(_bare("a", 1, INITIAL, 1), hex"000000")));
    }

    function test_RevertWhen_ASaleHasMoreThan32Credits() external {
        for (uint256 count = 33; count < 64; ++count) {
            bytes memory sale = _bare("a", 1, INITIAL, count | 128);
            for (uint256 i = 0; i < count; ++i) sale = bytes.concat(sale, hex"00000000000001");
            _refuses(_join(_partners(), sale), _invalid(HEAD));
        }
    }

    function test_RevertWhen_ARoleStandsTwiceWithoutWeights() external {
        bytes memory sale = bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000000", hex"000100");
        _refuses(_join(_partners(), sale), _unknownRole(INTEGRATION));
        // A role that earns nothing on the kind as well.
        sale = bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000001", hex"000101");
        _refuses(_join(_partners(), sale), _unknownRole(COACH));
    }

    function test_RevertWhen_ARoleIsNone() external {
        uint8[4] memory roles = [4, 15, 16, 255];
        for (uint256 i = 0; i < 4; ++i) {
            bytes memory sale = bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"0000", bytes1(roles[i]));
            _refuses(_join(_partners(), sale), _unknownRole(roles[i]));
            sale = bytes.concat(_bare("a", 100e6, INITIAL, 129), hex"0000", bytes1(roles[i]), hex"00000001");
            _refuses(_join(_partners(), sale), _unknownRole(roles[i]));
        }
    }

    function test_RevertWhen_APoolThatIsNoBookIsNamed() external {
        uint256[] memory numbers = _partners();
        numbers[2] = FIRST_POOL;
        _refuses(
            _join(numbers, _sold("a")),
            abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, FIRST_POOL)
        );
    }

    /// @dev Sales after others whose rates are known are refused for the same reasons, and a refused one leaves nothing behind.
    function test_RevertWhen_ALaterSaleIsWrong() external {
        _refusesAllLater();
        _useOneRateForAll();
        // An odd second.
        vm.warp(START + 1);
        _refusesAllLater();
    }

    function _refusesAllLater() private {
        vm.prank(operator);
        program.setStatus(CLEO, Status.Suspended, "");
        bytes memory suspended = abi.encodeWithSelector(
            IProgramErrors.Program_PartnerNotActive.selector,
            CLEO,
            Status.Suspended
        );
        bytes memory zero = abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector);
        bytes memory kind = abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3);
        bytes memory weight = abi.encodeWithSelector(
            IProgramErrors.Program_InvalidWeight.selector,
            bytes32("a"),
            INTEGRATION
        );
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"000200"), suspended);
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000000", hex"000202"), suspended);
        _refusesLater(bytes.concat(_bare("a", 0, INITIAL, 1), hex"000000"), zero);
        _refusesLater(bytes.concat(_bare("a", 100e6, 3, 1), hex"000000"), kind);
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000000", hex"000100"), _unknownRole(INTEGRATION));
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000000", hex"000104"), _unknownRole(4));
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"000010"), _unknownRole(16));
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"0000ff"), _unknownRole(255));
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 129), hex"00000000000000"), weight);
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 2), hex"000000", hex"000302"), "");
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"ffff00"), "");
        _refusesLater(bytes.concat(_bare("a", 100e6, INITIAL, 1), hex"0000"), "");
        _refusesLater(bytes.concat(_bare("0", 100e6, INITIAL, 1), hex"000000"), "");
        _refusesLater(bytes.concat(_bare("", 100e6, INITIAL, 1), hex"000000"), "");
    }

    /// @dev Sales of one role without weights, of which those with a partner twice, another role or none come between.
    function test_WhenSalesOfAllFormsAlternate() external {
        _alternate();
        _useOneRateForAll();
        _alternate();
    }

    function _alternate() private {
        bytes memory sales = "";
        for (uint256 i = 0; i < 12; ++i) {
            bytes memory credits =
                i % 4 == 0
                    ? bytes(hex"000000")
                    : i % 4 == 1
                        ? bytes(hex"000000000102")
                        : i % 4 == 2
                            ? bytes(hex"000100000003")
                            : bytes("");
            sales = bytes.concat(sales, _bare(bytes32(i + 1), 10e6 + 1, INITIAL, credits.length / 3), credits);
        }
        _sendPacked(bytes.concat(PackedBatch.head(_partners(), 12), sales));
        for (uint256 i = 4; i < 12; ++i) {
            bytes memory words = abi.encode(_shown(bytes32((i % 4) + 1)).words);
            vm.assertEq(abi.encode(_shown(bytes32(i + 1)).words), words, "words");
        }
        // Ana: 15 % six times, and 10 % of what is left of three; Ben: 10 % three times, and 15 % as often.
        uint256 net = 10_000_001 - 200_001 - 1_500_000;
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 6 * 1_500_000 + 3 * (net / 10), "ana");
        vm.assertEq(program.statement(ben, address(usdc), 0).net, 3 * (1_000_000 + 1_500_000), "ben");
        vm.assertEq(program.statement(cleo, address(usdc), 0).net, 0, "cleo");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 12 * 200_001, "setAside");
        _assertSolvent(program);
    }

    function test_WhenPartnersAreNamedThatNothingGoesTo() external {
        vm.prank(ben);
        program.leaveProgram(ben, "");
        uint256[] memory numbers = new uint256[](4);
        (numbers[0], numbers[1], numbers[2], numbers[3]) = (ANA, BEN, 77, FIRST_POOL - 1);
        _sendPacked(_join(numbers, _sold("a")));
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 15e6, "ana");
    }

    function test_WhenTheLateLaneTakesAnyTime() external {
        uint40[3] memory times = [0, START + 400 days, type(uint40).max];
        for (uint256 i = 0; i < 3; ++i) {
            Sale memory sale = _sale(bytes32(i + 1), 1e6, new Credit[](0));
            _sendPacked(_join(_partners(), PackedBatch.packSale(_partners(), sale, "", times[i])));
            vm.assertEq((_shown(sale.id).head >> SaleWords.TIME_AT) & type(uint40).max, times[i], "time");
        }
    }

    function test_WhenWeightsAreToldThatAreAll1() external {
        bytes memory credits = bytes.concat(hex"00000000000001", hex"00010300000001");
        _sendPacked(_join(_partners(), bytes.concat(_bare("a", 100e6, INITIAL, 130), credits)));
        credits = bytes.concat(hex"000000", hex"000103");
        _sendPacked(_join(_partners(), bytes.concat(_bare("b", 100e6, INITIAL, 2), credits)));
        vm.assertEq(abi.encode(_shown("a").words), abi.encode(_shown("b").words), "words");
    }

    function test_WhenThereAreNoPartners() external {
        _sendPacked(
            _join(new uint256[](0), PackedBatch.packSale(_partners(), _sale("a", 1e6, new Credit[](0)), "", 0))
        );
        vm.assertEq(_shown("a").words.length, 0, "words");
    }

    /// @dev Each sale is as it would be alone, and no memory of the one before stays.
    function test_WhenSalesWithManyLinesComeBeforeOnesWithFew() external {
        Terms memory terms = _terms();
        uint8 seller = _withSeller(terms);
        program = _create(terms);
        _enroll(program);
        _fund(10_000e6);
        Sale[] memory sales = new Sale[](20);
        for (uint256 i = 0; i < 20; ++i) {
            Credit[] memory credits = new Credit[](i % 3 == 0 ? 32 : (i % 3) - 1);
            for (uint256 j = 0; j < credits.length; ++j)
                credits[j] = _credit(
                    1 + ((i + j) % 3),
                    [INTEGRATION, AFFILIATE, LOYALTY, seller][(i + j) % 4],
                    1 + i + j
                );
            sales[i] = _sale(bytes32(i + 1), 10e6 + i, credits);
        }
        _postAll(sales);
        for (uint256 i = 0; i < 20; ++i) {
            bytes memory words = abi.encode(_shown(bytes32(i + 1)).words);
            sales[i].id = bytes32(100 + i);
            _post(sales[i]);
            vm.assertEq(abi.encode(_shown(bytes32(100 + i)).words), words, "words");
        }
    }

    function test_WhenTheBatchIsLarge() external {
        Sale[] memory sales = new Sale[](257);
        for (uint256 i = 0; i < 257; ++i)
            sales[i] = _sale(
                bytes32(i + 1),
                1e6,
                _credits(_credit(1 + (i % 3), i % 4 == 0 ? LOYALTY : INTEGRATION, 1))
            );
        _postAll(sales);
        uint256[4] memory places = [uint256(0), 127, 128, 256];
        for (uint256 i = 0; i < 4; ++i) {
            ShownSale memory sale = _shownAt(program, 1, places[i]);
            vm.assertEq(sale.id, bytes32(places[i] + 1), "id");
            program.describeSale(sale);
        }
        _assertSolvent(program);
    }

    /* HELPERS */

    /// @dev A deal whose rates are the same, and no partner's tier or years change them.
    function _useOneRateForAll() private {
        Terms memory terms = _terms();
        terms.roles[AFFILIATE] = _role("affiliate", 10 * PERCENT);
        program = _create(terms);
        _enroll(program);
        _fund(10_000e6);
    }

    function _partners() private pure returns (uint256[] memory numbers) {
        numbers = new uint256[](3);
        (numbers[0], numbers[1], numbers[2]) = (ANA, BEN, CLEO);
    }

    /// @dev Ana's, in 54 bytes.
    function _sold(bytes32 id) private view returns (bytes memory) {
        Sale memory sale = _sale(id, 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
        return PackedBatch.packSale(_partners(), sale, "", block.timestamp);
    }

    function _weighted(bytes32 id) private view returns (bytes memory) {
        Sale memory sale = _sale(id, 100e6, _credits(_credit(ANA, INTEGRATION, 2), _credit(BEN, INTEGRATION, 3)));
        return PackedBatch.packSale(_partners(), sale, "", block.timestamp);
    }

    /// @dev A sale up to its form.
    function _bare(bytes32 id, uint96 amount, uint8 kind, uint256 form) private view returns (bytes memory) {
        return abi.encodePacked(id, uint40(block.timestamp), amount, kind, uint8(form));
    }

    function _join(uint256[] memory numbers) private pure returns (bytes memory) {
        return PackedBatch.head(numbers, 0);
    }

    function _join(uint256[] memory numbers, bytes memory sale) private pure returns (bytes memory) {
        return bytes.concat(PackedBatch.head(numbers, 1), sale);
    }

    function _join(uint256[] memory numbers, bytes memory a, bytes memory b) private pure returns (bytes memory) {
        return bytes.concat(PackedBatch.head(numbers, 2), a, b);
    }

    function _cut(bytes memory whole, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) part[i] = whole[i];
    }

    function _sendPacked(bytes memory packed) private {
        _send(program, attributor, _late(program, address(usdc), packed));
    }

    function _refuses(bytes memory packed, bytes memory expected) private {
        _expectRefusal(expected);
        _sendPacked(packed);
    }

    function _refusesInvalid(bytes memory packed) private {
        uint256 head = _headOf(program, 0, address(usdc));
        vm.expectPartialRevert(IProgramErrors.Program_InvalidBatch.selector);
        vm.prank(attributor);
        program.post(address(usdc), 0, head, 0, 0, 0, packed);
    }

    /// @dev After three good ones.
    /// @param expected What it is refused with; empty where that is `Program_InvalidBatch` somewhere.
    function _refusesLater(bytes memory sale, bytes memory expected) private {
        bytes memory packed = bytes.concat(
            PackedBatch.head(_partners(), 4),
            bytes.concat(_bare("1", 100e6, RENEWAL, 1), hex"000000"),
            bytes.concat(_bare("2", 100e6, INITIAL, 1), hex"000000"),
            bytes.concat(_bare("3", 100e6, INITIAL, 2), hex"000000", hex"000102"),
            sale
        );
        if (expected.length > 0) _refuses(packed, expected);
        else _refusesInvalid(packed);
    }

    function _invalid(uint256 offset) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_InvalidBatch.selector, offset);
    }

    function _unknownRole(uint256 role) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_UnknownRole.selector, bytes32("a"), role);
    }
}
