// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { ClauseWords } from "./ClauseWords.sol";
import { DealWords } from "./DealWords.sol";
import { Opened, Programs } from "./Opened.sol";
import { PartyWords } from "./PartyWords.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @title Parties and the books in words
/// @notice What `ProgramReader` answers of them: read there, not here. See `IProgramReader`.
contract PartyReader {
    using Strings for uint256;

    uint256 private constant LISTED = 100;
    uint256 private constant LOOKED_AT = 500;

    /// @notice The code that the programs run.
    address public immutable implementation;

    /// @param implementation_ The code that the programs run.
    constructor(address implementation_) {
        implementation = implementation_;
    }

    /* PARTIES */

    /// @notice See `IProgramReader`.
    function party(address program, address wallet) external view returns (string[] memory words) {
        Page memory page;
        PartyWords.describe(Programs.open(program, implementation), wallet, page);
        return page.done();
    }

    /// @notice See `IProgramReader`.
    function partyNamed(
        address program,
        string calldata name,
        uint256 from
    ) external view returns (string[] memory words) {
        Opened memory opened = Programs.open(program, implementation);
        (uint256 first, uint256 end, uint256 last) = _range(opened, from, LOOKED_AT);
        Page memory page;
        for (uint256 number = first; number < end; ++number) {
            address wallet = opened.program.partnerAt(number).wallet;
            if (Strings.equal(opened.program.membershipOf(wallet).name, name))
                PartyWords.describe(opened, wallet, page);
        }
        if (page.count == 0) page.add(Text.join("Nobody among these partners is called ", name, "."));
        _addNext(page, end, last);
        return page.done();
    }

    /// @notice See `IProgramReader`.
    function partners(address program, uint256 from) external view returns (string[] memory words) {
        Opened memory opened = Programs.open(program, implementation);
        (uint256 first, uint256 end, uint256 last) = _range(opened, from, LISTED);
        (, uint256 active) = opened.program.partnerCount();
        Page memory page;
        page.add(Text.join(last.toString(), " partners, ", active.toString(), " of them active."));
        for (uint256 number = first; number < end; ++number) page.add(PartyWords.partnerOf(opened, number));
        _addNext(page, end, last);
        return page.done();
    }

    /// @dev `count` numbers from `from` on, as far as there are so many.
    function _range(
        Opened memory opened,
        uint256 from,
        uint256 count
    ) private view returns (uint256 first, uint256 end, uint256 last) {
        (last, ) = opened.program.partnerCount();
        first = from == 0 ? 1 : from;
        end = first > last ? first : first + count;
        if (end > last + 1 && first <= last) end = last + 1;
    }

    function _addNext(Page memory page, uint256 end, uint256 last) private pure {
        if (end <= last) page.add(Text.join("There are more: go on from ", end.toString(), "."));
    }

    /// @notice See `IProgramReader`.
    function deal(address program) external view returns (string[] memory words) {
        Opened memory opened = Programs.open(program, implementation);
        Page memory page;
        DealWords.describe(opened, page);
        DealWords.addRoles(opened, page);
        ClauseWords.addLines(opened, page);
        ClauseWords.addRest(opened, page);
        return page.done();
    }

    /// @notice See `IProgramReader`.
    function money(address program) external view returns (string[] memory words) {
        Page memory page;
        PartyWords.addMoney(Programs.open(program, implementation), page);
        return page.done();
    }
}
