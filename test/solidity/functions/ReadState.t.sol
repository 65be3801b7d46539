// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ShownSale } from "../../../contracts/interfaces/Types.sol";
import { ReaderBase } from "../support/ReaderBase.sol";

/// @dev What became of a sale of 100 with the lines of `_mixed`: 15 of Ben's, 1.50 of Ana's, 61.50 of Cleo's, 20 of the pool's.
contract ReadStateTest is ReaderBase {
    string private constant UNDISPUTED = "Nobody disputed it.";
    string private constant UNREFUNDED = "Nothing was refunded.";
    string private constant VOID = "; nothing is left of it, for the sale is void";

    /* REFUNDS */

    function test_GivenNothingHappened() external {
        _postElsewhere("a");
        _expect(UNREFUNDED);
        _expect(UNDISPUTED);
        _expectLines("", "", "", "");
        _assertRead(_refunds("a"));
    }

    /// @dev What is taken back of a line is rounded up: of Cleo's 20.49999… are 20.50.
    function test_GivenAThirdWasRefunded() external {
        _postElsewhere("a");
        _refund("r", "a", 33_333_333);
        _expect("Refunded: 33.333333 USDC of 100.00 USDC");
        _expect(UNDISPUTED);
        _expectLines(
            "; 5.00 USDC taken back, 10.00 USDC left",
            "; 0.50 USDC taken back, 1.00 USDC left",
            "; 20.50 USDC taken back, 41.00 USDC left",
            "; 6.666667 USDC taken back, 13.333333 USDC left"
        );
        _assertRead(_refunds("a"));
        _refund("r2", "a", 66_666_666);
        vm.assertEq(_refunds("a")[0], "Refunded: 99.999999 USDC of 100.00 USDC", "nearly all");
    }

    function test_GivenAllWasRefunded() external {
        _postElsewhere("a");
        _refund("r", "a", 100e6);
        string[] memory words = _sale("a");
        vm.assertEq(
            words[4],
            string.concat(
                _ben(),
                unicode": integration, 15 % × 100.00 USDC = 15.00 USDC; 15.00 USDC taken back, 0.00 USDC left"
            ),
            "line"
        );
        vm.assertEq(words[11], "Refunded: 100.00 USDC of 100.00 USDC", "all");
        vm.assertEq(words[12], UNDISPUTED, "undisputed");
        vm.assertEq(words.length, 13, "sentences");
    }

    /* DISPUTES */

    function test_GivenAPartnerDisputesIt() external {
        _postElsewhere("a");
        vm.warp(START + 29 days);
        _dispute(ana, "a");
        _expect(UNREFUNDED);
        _expect(
            "Disputed, and its lines frozen: By ",
            _ana(),
            ". It stands as posted from 2026-03-02 00:00 UTC on if the arbiter has not decided."
        );
        _expectLines("", "", "", "");
        _assertRead(_refunds("a"));
    }

    /// @dev The second waits for the arbiter, for the first is worth too little to stand for it.
    function test_GivenItsIdIsAnothers() external {
        _fund(1);
        _post(_mixed("a", 1));
        ShownSale memory first = _shown("a");
        _postElsewhere("a");
        program.voidDuplicate(first, _shown("a"));
        _expect(UNREFUNDED);
        _expect(
            "Disputed, and its lines frozen: For its id is another's. It stands as posted from 2026-03-02 00:00 UTC on if the arbiter has not decided."
        );
        _expectLines("", "", "", "");
        _assertRead(_refunds("a"));
    }

    function test_GivenItStands() external {
        _postElsewhere("a");
        _refund("r", "a", 50e6);
        _dispute(ana, "a");
        _uphold("a", "as it was");
        _expect("Refunded: 50.00 USDC of 100.00 USDC");
        _expect("Disputed; it stands as posted.");
        _expectLines(
            "; 7.50 USDC taken back, 7.50 USDC left",
            "; 0.75 USDC taken back, 0.75 USDC left",
            "; 30.75 USDC taken back, 30.75 USDC left",
            "; 10.00 USDC taken back, 10.00 USDC left"
        );
        _assertRead(_refunds("a"));
    }

    function test_GivenItIsVoid() external {
        _postElsewhere("a");
        _refund("r", "a", 50e6);
        _dispute(ana, "a");
        _void("a", "never sold");
        _expect("Refunded: 100.00 USDC of 100.00 USDC");
        _expect("Void: what was left of its lines went back to whoever funded it.");
        _expectLines(VOID, VOID, VOID, VOID);
        _assertRead(_refunds("a"));
        vm.assertEq(
            _sale("a")[4],
            string.concat(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC", VOID),
            "line"
        );
    }

    /// @dev What locked cannot be refunded, so that only its dispute tells of it.
    function test_GivenItWasMadeVoidAfterItLocked() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        _void("a", "never sold");
        _expect(UNREFUNDED);
        _expect("Void: what was left of its lines went back to whoever funded it.");
        _expectLines(VOID, VOID, VOID, VOID);
        _assertRead(_refunds("a"));
    }

    /* OTHER PARTNERS */

    function test_GivenItHasOtherPartnersAndIsShownByItsFirstLog() external {
        bytes memory first = _giveToCleo();
        string[] memory words = reader.sale(address(program), "a", first);
        vm.assertEq(
            words[1],
            "Batch 1, place 0. It has other partners since: give the data of its SaleReattributed log.",
            "not proved"
        );
        vm.assertEq(words[4], string.concat(_ben(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC"), "ben's");
        vm.assertEq(words[12], "Disputed; the arbiter gave it to other partners.", "state");
        vm.assertEq(words.length, 13, "sentences");
    }

    function test_GivenItHasOtherPartnersAndIsShownByItsLastLog() external {
        _giveToCleo();
        _expect("a: 100.00 USDC, initial, of 2026-01-01 00:00 UTC");
        _expect("Batch 1, place 0. The program proves it.");
        _expect("Paid elsewhere; the operator funded what it owes others.");
        _expect("Posted in period 0; held until 2026-03-02 00:00 UTC, then final.");
        _expect(_cleo(), unicode": integration, 15 % × 100.00 USDC = 15.00 USDC");
        _expect(_cleo(), unicode": scout, 10 % × 15.00 USDC of the line before = 1.50 USDC");
        _expect(_cleo(), ": seller, what no other line takes = 61.50 USDC");
        _expect(_cleo(), unicode": coach, 20 % × 100.00 USDC = 20.00 USDC");
        _expect(unicode"Standing lines, of all revenue of their kinds: 2 % × 100.00 USDC = 2.00 USDC, of which");
        _expect("moderators (", vm.toString(moderators), unicode"): 2 % × 100.00 USDC = 2.00 USDC");
        _expect("What is left is the operator's: 0.00 USDC");
        _expect(UNREFUNDED);
        _expect("Disputed; the arbiter gave it to other partners.");
        _assertRead(_sale("a"));
    }

    /* HELPERS */

    /// @return first The data of the log that told of it first.
    function _giveToCleo() private returns (bytes memory first) {
        _postElsewhere("a");
        first = _data("a");
        _dispute(cleo, "a");
        uint256[] memory partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = CLEO;
        _reattribute("a", partners, "hers");
    }

    /// @dev Its lines without what they are worked out of, and what stands behind each.
    function _expectLines(
        string memory ofBen,
        string memory ofAna,
        string memory ofCleo,
        string memory ofPool
    ) private {
        _expect(_ben(), ": integration, 15.00 USDC", ofBen);
        _expect(_ana(), ": scout, 1.50 USDC", ofAna);
        _expect(_cleo(), ": seller, 61.50 USDC", ofCleo);
        _expect(_community(), ": coach, 20.00 USDC", ofPool);
    }
}
