// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE } from "../../contracts/libraries/Constants.sol";
import { Waterfall } from "../../contracts/libraries/Waterfall.sol";

/// @title The books of a whole deal add up, whatever happens in whatever order
/// @notice An abstract program with the shares of the SaaS ecosystem, 15, 5 and 10 % and a standing 2 %, that uses the real
/// arithmetic. Its assertions hold after any number of sales: the prover finds the invariant that shows it.
contract LedgerProofs {
    uint256 private constant STANDING = 20_000;

    uint256 private revenue;
    uint256 private lines;
    uint256 private setAside;
    uint256 private residual;

    /// A sale of which the operator keeps the residual.
    function post(uint256 sale) external {
        require(sale < 2 ** 96 && revenue < 2 ** 200);
        uint256 standing = Waterfall.setAside(sale, STANDING);
        uint256 integration = Waterfall.part(sale, 150_000e6, 1, 1);
        uint256 template = Waterfall.part(sale, 50_000e6, 1, 1);
        uint256 training = Waterfall.part(sale, 100_000e6, 1, 1);
        revenue += sale;
        lines += integration + template + training;
        setAside += standing;
        residual += sale - standing - integration - template - training;
        // Conserved, and so never more than the revenue.
        assert(lines + setAside + residual == revenue);
        // Never less than the standing lines' rate of all the revenue.
        assert(setAside * ONE >= revenue * STANDING);
        // Never more than the roles' rates.
        assert(lines * ONE <= revenue * 300_000);
    }

    /// Revenue without attribution stays whole.
    function pay(uint256 amount) external {
        require(amount < 2 ** 96 && revenue < 2 ** 200);
        revenue += amount;
        setAside += amount;
        assert(lines + setAside + residual == revenue);
        assert(setAside * ONE >= revenue * STANDING);
        assert(lines * ONE <= revenue * 300_000);
    }
}
