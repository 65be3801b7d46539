// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Create2 } from "@openzeppelin/contracts/utils/Create2.sol";
import { ITermsValidator } from "../interfaces/ITermsValidator.sol";
import { Terms } from "../interfaces/TermsTypes.sol";
import { TermsBounds } from "./TermsBounds.sol";
import { TermsCheck } from "./TermsCheck.sol";
import { StandingPacker } from "./StandingPacker.sol";
import { TermsPacker } from "./TermsPacker.sol";

/// @title Checks terms and packs them, for the factory and for amendments
/// @dev Holds no money and no power.
contract TermsValidator is ITermsValidator {
    /// @notice What looks at tokens and at the worst case.
    TermsBounds public immutable bounds = new TermsBounds();

    /// @inheritdoc ITermsValidator
    function validate(Terms calldata terms, uint256 since) external returns (bytes memory packed) {
        bytes[] memory pages;
        (packed, pages) = _pack(terms, since);
        for (uint256 i = 0; i < pages.length; ++i) _deployPage(pages[i]);
    }

    /// @inheritdoc ITermsValidator
    function plan(Terms calldata terms, uint256 since) external view returns (bytes memory packed) {
        (packed, ) = _pack(terms, since);
    }

    /// @inheritdoc ITermsValidator
    function publish(Terms calldata terms, uint256 page) external {
        TermsCheck.shape(terms);
        _deployPage(StandingPacker.pageOf(terms, page));
    }

    function _pack(
        Terms calldata terms,
        uint256 since
    ) private view returns (bytes memory packed, bytes[] memory pages) {
        TermsCheck.shape(terms);
        // An amendment's currencies are its program's, and one that answers no more must not stop it.
        bool asks = since == 0;
        if (asks) bounds.checkCurrencies(terms.currencies);
        pages = new bytes[](StandingPacker.pageCount(terms));
        for (uint256 i = 0; i < pages.length; ++i) pages[i] = StandingPacker.pageOf(terms, i);
        uint256[] memory cuts = StandingPacker.cutsOf(terms);
        uint256[][] memory standing = StandingPacker.standingRates(terms, cuts);
        address[] memory addresses = new address[](pages.length);
        for (uint256 i = 0; i < pages.length; ++i) {
            addresses[i] = Create2.computeAddress(0, keccak256(pages[i]));
        }
        packed = TermsPacker.pack({
            terms: terms,
            termsHash: keccak256(abi.encode(terms)),
            cuts: cuts,
            standing: standing,
            pages: addresses,
            asks: asks
        });
        bounds.checkWorstCase(packed, since);
    }

    /// @dev A page's address follows from its content: one that is there already has the same.
    function _deployPage(bytes memory page) private {
        if (Create2.computeAddress(0, keccak256(page)).code.length == 0) Create2.deploy(0, 0, page);
    }
}
