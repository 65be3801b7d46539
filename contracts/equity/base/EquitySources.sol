// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Source } from "../../interfaces/EquityTypes.sol";
import { IProgramErrors } from "../../interfaces/IProgramErrors.sol";
import { IProgramExits } from "../../interfaces/IProgramExits.sol";
import { IProgramLines } from "../../interfaces/IProgramLines.sol";
import { IProgramViews } from "../../interfaces/IProgramViews.sol";
import { LineState } from "../../interfaces/Types.sol";
import { PackedPlan } from "../PackedPlan.sol";
import { EquityMoney } from "./EquityMoney.sol";

/// @title The lines that a plan's money comes from
/// @dev Each is of a program of known code, so that what it answers is true. What a program pays, its token may stop.
abstract contract EquitySources is EquityMoney {
    using PackedPlan for bytes;

    /// @dev For a program to pay what it locked for a line, and to tell what it has not paid.
    uint256 private constant PULL_GAS = 700_000;

    /// @dev Has all sources pay what they locked.
    /// @param strict Whether one that still owes something stops the call.
    function _pullAll(bytes memory plan, bool strict) internal {
        uint256 count = _state.sources;
        for (uint256 i = 0; i < count; ++i) {
            Source memory source = _sources[i];
            // A line that is another's now brings nothing.
            if (_holdsLine(source.program, source.line)) _pull(plan, source, strict);
        }
    }

    function _pull(bytes memory plan, Source memory source, bool strict) private {
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) {
            address currency = plan.currencyAt(i);
            _pay(source, currency);
            bool owes = _owes(source, currency);
            require(!strict || !owes, EquityPlan_SourceOwes(source.program, source.line, currency));
        }
    }

    /// @dev A failure shows in what is still owed.
    function _pay(Source memory source, address currency) private {
        uint256 gas = gasleft();
        require(gas - gas / 64 >= PULL_GAS, EquityPlan_GasTooLow(PULL_GAS));
        bytes memory data = abi.encodeCall(IProgramLines.claimLine, (source.line, currency));
        address program = source.program;
        // Memory-safe: only reads `data`. What the program answers is not looked at.
        assembly ("memory-safe") {
            pop(call(PULL_GAS, program, 0, add(data, 0x20), mload(data), 0, 0))
        }
    }

    /// @dev Whether a program has something for the line, or the plan, that is locked and not paid. One that does not know the currency
    /// has nothing; one that cannot tell with this gas may have something.
    function _owes(Source memory source, address currency) private view returns (bool) {
        uint256 gas = gasleft();
        require(gas - gas / 64 >= PULL_GAS, EquityPlan_GasTooLow(PULL_GAS));
        try IProgramLines(source.program).lineEarnings{ gas: PULL_GAS }(source.line, currency) returns (
            uint256,
            uint256 locked
        ) {
            return locked > 0 || IProgramViews(source.program).claimable(address(this), currency) > 0;
        } catch (bytes memory failure) {
            return bytes4(failure) != IProgramErrors.Program_UnknownCurrency.selector;
        }
    }

    /// @dev Whether the plan holds a line of a program of known code.
    function _holdsLine(address program, uint256 line) internal view returns (bool) {
        try IProgramExits(program).lineState(line) returns (LineState memory state) {
            return state.holder == address(this);
        } catch {
            return false;
        }
    }
}
