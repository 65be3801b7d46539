// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Sale, Terms } from "../../../contracts/interfaces/Types.sol";

contract RefundTest is Base {
    function test_PartialOfASalePaidHere() external {
        Terms memory terms = _terms();
        terms.name = "other";
        uint8 seller = _withSeller(terms);
        program = _create(terms);
        _enroll(program);
        _paySale("a", 0, 100);
        Sale memory sale = _sale("a", 100, _credits(_credit(ANA, seller, 1), _credit(BEN, seller, 1)));
        sale.payer = customer;
        _post(sale);
        _refund("r", "a", 3);
        _assertSolvent(program);
    }
}
// x
