// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EXACT_ONE, ONE } from "../../contracts/libraries/Constants.sol";
import { Waterfall } from "../../contracts/libraries/Waterfall.sol";

/// @title One sale is shared in whole and never pays more than itself
/// @notice Each function is a lemma: for all arguments that meet its requirements its assertions hold. Sums over any number
/// of credits are proved by induction: a first step, a next step, and what follows from the last.
contract WaterfallProofs {
    /* SET ASIDE FOR STANDING LINES */

    /// Rounded up, never more than the sale, and nothing that is computed without checks can overflow.
    function setAsideIsRoundedUp(uint256 sale, uint256 rate) external pure {
        require(sale < 2 ** 96 && rate <= ONE);
        assert(sale * rate + ONE < 2 ** 120);
        uint256 aside = Waterfall.setAside(sale, rate);
        assert(aside <= sale);
        assert(aside * ONE >= sale * rate);
        assert(aside * ONE < sale * rate + ONE);
    }

    /// A refund never takes back more than was set aside.
    function setAsideGrows(uint256 less, uint256 more, uint256 rate) external pure {
        require(less <= more && more < 2 ** 96 && rate <= ONE);
        assert(Waterfall.setAside(less, rate) <= Waterfall.setAside(more, rate));
    }

    /// One more sale in a period keeps what its sales set aside at or above the rate of their sum.
    function periodStaysFunded(uint256 setAside, uint256 revenue, uint256 sale, uint256 rate) external pure {
        require(setAside < 2 ** 96 && revenue < 2 ** 96 && sale < 2 ** 96 && rate <= ONE);
        require(setAside * ONE >= revenue * rate);
        uint256 aside = Waterfall.setAside(sale, rate);
        assert((setAside + aside) * ONE >= (revenue + sale) * rate);
    }

    /// One more standing line keeps the lines' earnings, each rounded down, at or below the rate of them all.
    function linesStayWithinTheirRate(uint256 earned, uint256 rates, uint256 revenue, uint256 rate) external pure {
        require(revenue < 2 ** 96 && rates <= ONE && rate <= ONE && rates + rate <= ONE && earned <= revenue);
        require(earned * ONE <= revenue * rates);
        uint256 line = (revenue * rate) / ONE;
        assert((earned + line) * ONE <= revenue * (rates + rate));
    }

    /* ONE LINE */

    /// Nothing in a share that is computed without checks can overflow.
    function partDoesNotOverflow(uint256 base, uint256 rate, uint256 weight, uint256 weights) external pure {
        require(base < 2 ** 96 && rate < 2 ** 66 && weight < 2 ** 32 && weights < 2 ** 61);
        assert(base * rate * weight < 2 ** 194);
        assert(weights * EXACT_ONE < 2 ** 101);
    }

    function partIsAtMostItsBase(uint256 base, uint256 rate, uint256 weight, uint256 weights) external pure {
        require(base < 2 ** 96 && rate <= EXACT_ONE && weight < 2 ** 32 && weights < 2 ** 37);
        require(weight > 0 && weight <= weights);
        assert(Waterfall.part(base, rate, weight, weights) <= base);
    }

    /// Whoever plays a role alone gets its rate, whatever the weight: so weights of lone lines need not be stored.
    function weightOfOneAloneDoesNotCount(uint256 base, uint256 rate, uint256 weight) external pure {
        require(base < 2 ** 96 && rate <= EXACT_ONE && weight > 0 && weight < 2 ** 32);
        assert(Waterfall.part(base, rate, weight, weight) == (base * rate) / EXACT_ONE);
    }

    /// A line at a fraction of rates takes no more than at the rate that the fraction is at most.
    function fractionTakesAtMostItsBound(
        uint256 product,
        uint256 numerator,
        uint256 parts,
        uint256 most
    ) external pure {
        require(product < 2 ** 128 && numerator < 2 ** 66 && parts > 0 && parts < 2 ** 24 && most <= EXACT_ONE);
        require(numerator <= most * parts);
        assert(product * numerator <= product * most * parts);
    }

    /* THE CREDITS OF ONE ROLE: `sum` of the first, which weigh `weighed` of `weights` */

    function roleBegins(uint256 base, uint256 most, uint256 weights) external pure {
        require(base < 2 ** 96 && most <= EXACT_ONE && weights > 0 && weights < 2 ** 37);
        uint256 sum = 0;
        uint256 weighed = 0;
        assert(sum * weights * EXACT_ONE <= base * most * weighed);
    }

    /// @param most The highest rate that a credit of the role can have.
    function roleGoesOn(
        uint256 base,
        uint256 most,
        uint256 weights,
        uint256 sum,
        uint256 weighed,
        uint256 rate,
        uint256 weight
    ) external pure {
        require(base < 2 ** 96 && most <= EXACT_ONE && rate <= most && weights < 2 ** 37);
        require(weight > 0 && weight <= weights && weighed <= weights - weight && weight < 2 ** 32);
        require(sum <= base && sum * weights * EXACT_ONE <= base * most * weighed);
        uint256 line = Waterfall.part(base, rate, weight, weights);
        assert((sum + line) * weights * EXACT_ONE <= base * most * (weighed + weight));
    }

    /// All credits of a role together take at most its highest rate of the base.
    function roleEnds(uint256 base, uint256 most, uint256 weights, uint256 sum) external pure {
        require(base < 2 ** 96 && most <= EXACT_ONE && weights > 0 && weights < 2 ** 37);
        require(sum <= base && sum * weights * EXACT_ONE <= base * most * weights);
        assert(sum * EXACT_ONE <= base * most);
    }

    /* THE ROLES OF ONE STAGE: `sum` of the first, whose highest rates make `rates` */

    function stageGoesOn(uint256 base, uint256 sum, uint256 rates, uint256 role, uint256 most) external pure {
        require(
            base < 2 ** 96 &&
                rates <= EXACT_ONE &&
                most <= EXACT_ONE &&
                rates + most <= EXACT_ONE &&
                sum <= base &&
                role <= base
        );
        require(sum * EXACT_ONE <= base * rates && role * EXACT_ONE <= base * most);
        assert((sum + role) * EXACT_ONE <= base * (rates + most));
        assert(sum + role <= base);
    }

    /* THE WHOLE SALE, as `Waterfall.fill` takes one stage after the other from what is left */

    /// Gross roles never take more than standing lines leave, for the terms' check keeps their rates within the whole.
    function grossFitsBesideStanding(
        uint256 sale,
        uint256 standingRate,
        uint256 grossRates,
        uint256 gross
    ) external pure {
        require(
            sale < 2 ** 96 &&
                standingRate <= ONE &&
                grossRates <= EXACT_ONE &&
                standingRate * ONE + grossRates <= EXACT_ONE
        );
        require(gross <= sale && gross * EXACT_ONE <= sale * grossRates);
        assert(Waterfall.setAside(sale, standingRate) + gross <= sale);
    }

    /// No stage takes more than is left, so no subtraction reverts, and everything together is the sale.
    function saleIsConserved(
        uint256 sale,
        uint256 standingRate,
        uint256 gross,
        uint256 net,
        uint256 rest
    ) external pure {
        require(sale < 2 ** 96 && standingRate <= ONE);
        uint256 standing = Waterfall.setAside(sale, standingRate);
        require(gross <= sale && standing + gross <= sale);
        uint256 residual = sale - standing;
        residual -= gross;
        // At most their base, as `partIsAtMostItsBase` and `stageGoesOn` show.
        require(net <= residual);
        residual -= net;
        require(rest <= residual);
        residual -= rest;
        assert(standing + gross + net + rest + residual == sale);
    }

    /// Standing lines, gross and net roles together stay within what the terms' check works out as the worst case, but for
    /// the one unit that setting aside rounds up and that the standing lines do not get.
    function saleStaysWithinTheWorstCase(
        uint256 sale,
        uint256 standingRate,
        uint256 grossRates,
        uint256 netRates,
        uint256 gross,
        uint256 net
    ) external pure {
        require(sale < 2 ** 96 && standingRate <= ONE && grossRates <= EXACT_ONE && netRates <= EXACT_ONE);
        uint256 top = standingRate * ONE + grossRates;
        require(top <= EXACT_ONE && gross <= sale && gross * EXACT_ONE <= sale * grossRates);
        uint256 standing = Waterfall.setAside(sale, standingRate);
        uint256 base = sale - standing - gross;
        require(net <= base && net * EXACT_ONE <= base * netRates);
        uint256 worst = top + ((EXACT_ONE - top) * netRates + EXACT_ONE - 1) / EXACT_ONE;
        assert(worst <= EXACT_ONE);
        assert((standing + gross + net) * EXACT_ONE <= sale * worst + EXACT_ONE);
    }
}
