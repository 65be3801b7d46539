// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Base } from "../Base.t.sol";
import { Bonus, Role, StandingLine, Terms, VolumeBonus } from "../../../contracts/interfaces/TermsTypes.sol";
import { NOT_PAID } from "../../../contracts/libraries/Constants.sol";

/// @dev Every refusal of malformed terms, and the value beside it that is accepted.
contract TermsCheckTest is Base {
    function test_PartiesAreNotZero() external {
        Terms memory terms = _terms();
        terms.operator = address(0);
        _refusesZero(terms, "operator");
        terms = _terms();
        terms.attributor = address(0);
        _refusesZero(terms, "attributor");
        terms = _terms();
        terms.arbiter = address(0);
        _refusesZero(terms, "arbiter");
        terms = _terms();
        terms.treasury = address(0);
        _refusesZero(terms, "treasury");
        terms = _terms();
        terms.standing[TECH].holder = address(0);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ZeroAddress.selector, "standing.holder", 1));
        factory.create(terms, "", 0);
    }

    function test_TheFrameIsInRange() external {
        Terms memory terms = _terms();
        terms.start = 0;
        _refuses(terms, "start", 0, 0);
        terms = _terms();
        terms.period = 3_599;
        _refuses(terms, "period", 0, 3_599);
        terms = _terms();
        terms.ceiling = 1_000_001;
        _refuses(terms, "ceiling", 0, 1_000_001);
        terms = _terms();
        terms.commission = 1_000_001;
        _refuses(terms, "commission", 0, 1_000_001);
        terms = _terms();
        terms.residualRole = 4;
        _refuses(terms, "residualRole", 0, 4);
        terms = _terms();
        (terms.start, terms.period, terms.ceiling, terms.residualRole) = (1, 1 days, 1_000_000, 3);
        factory.create(terms, "", 0);
    }

    function test_ListsAreNotTooLong() external {
        Terms memory terms = _bareTerms();
        terms.currencies = new address[](0);
        _refuses(terms, "currencies", 0, 0);
        terms.currencies = new address[](9);
        _refuses(terms, "currencies", 0, 9);
        terms = _bareTerms();
        terms.kinds = new string[](0);
        _refuses(terms, "kinds", 0, 0);
        terms.kinds = new string[](17);
        _refuses(terms, "kinds", 0, 17);
        terms = _bareTerms();
        terms.tiers = new string[](17);
        _refuses(terms, "tiers", 0, 17);
        terms = _bareTerms();
        terms.roles = new Role[](17);
        _refuses(terms, "roles", 0, 17);
    }

    function test_CurrenciesAreContractsAndDifferent() external {
        Terms memory terms = _bareTerms();
        terms.currencies[ETH] = address(usdc);
        _refusesCurrency(terms, 0, address(usdc));
        terms = _bareTerms();
        terms.currencies = new address[](1);
        _refusesCurrency(terms, 0, address(0));
        terms = _bareTerms();
        terms.currencies[USDC] = stranger;
        _refusesCurrency(terms, 1, stranger);
        terms.currencies[USDC] = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;
        _refusesCurrency(terms, 1, terms.currencies[USDC]);
        terms.currencies = new address[](3);
        (terms.currencies[1], terms.currencies[2]) = (address(usdc), address(usdc));
        _refusesCurrency(terms, 2, address(usdc));
        terms.currencies[2] = address(_token("OTHER", 18));
        factory.create(terms, "", 0);
    }

    function test_TokensDoNotHaveTooManyDecimals() external {
        Terms memory terms = _bareTerms();
        terms.currencies[USDC] = address(_token("FINE", 37));
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_TooManyDecimals.selector, terms.currencies[USDC], 37)
        );
        factory.create(terms, "", 0);
        terms.currencies[USDC] = address(_token("FINE", 36));
        factory.create(terms, "", 0);
    }

    function test_RolesFitTheTerms() external {
        Terms memory terms = _terms();
        terms.roles[COACH].rates = _one(1);
        _refuses(terms, "role.rates", 1, 1);
        terms = _terms();
        terms.roles[COACH].tiers = _one(1);
        _refuses(terms, "role.tiers", 1, 1);
        terms = _terms();
        terms.roles[COACH].tenure = new uint24[](100);
        _refuses(terms, "role.tenure", 1, 100);
        terms.roles[COACH].tenure = new uint24[](99);
        factory.create(terms, "", 0);
    }

    function test_RolesAreInRange() external {
        Terms memory terms = _terms();
        terms.roles[COACH].rates[RENEWAL] = 1_000_001;
        _refuses(terms, "role.rates", 1, 1_000_001);
        terms = _terms();
        terms.roles[COACH].rates[RENEWAL] = NOT_PAID - 1;
        _refuses(terms, "role.rates", 1, NOT_PAID - 1);
        terms = _terms();
        terms.roles[COACH].tiers[1] = 1_000_001;
        _refuses(terms, "role.tiers", 1, 1_000_001);
        terms = _terms();
        terms.roles[COACH].tenure = _one(1_000_001);
        _refuses(terms, "role.tenure", 1, 1_000_001);
    }

    function test_BonusesAreInRange() external {
        Terms memory terms = _terms();
        terms.roles[COACH].network = Bonus({ every: 1, add: 1, max: 1_000_001 });
        _refuses(terms, "role.network", 1, 1_000_001);
        terms.roles[COACH].network = Bonus({ every: 0, add: 1, max: 0 });
        _refuses(terms, "role.network", 1, 0);
        terms.roles[COACH].network = Bonus({ every: 0, add: 0, max: 1 });
        _refuses(terms, "role.network", 1, 0);
        terms = _terms();
        terms.roles[COACH].volume = VolumeBonus({ every: _each(1), add: 1, max: 1_000_001 });
        _refuses(terms, "role.volume", 1, 1_000_001);
        terms.roles[COACH].volume = VolumeBonus({ every: _none(), add: 1, max: 1 });
        _refuses(terms, "role.volume", 1, 0);
    }

    function test_StandingLinesAreInRange() external {
        Terms memory terms = _terms();
        terms.standing[TECH].kinds = 0;
        _refuses(terms, "standing.kinds", 1, 0);
        terms.standing[TECH].kinds = 8;
        _refuses(terms, "standing.kinds", 1, 8);
        terms = _terms();
        terms.standing[TECH].starts = 0;
        _refuses(terms, "standing.starts", 1, 0);
        terms = _terms();
        terms.standing[TECH].ends = terms.standing[TECH].starts;
        _refuses(terms, "standing.ends", 1, terms.standing[TECH].ends);
        terms = _terms();
        terms.standing[TECH].rates = new uint24[](0);
        _refuses(terms, "standing.rates", 1, 0);
        terms.standing[TECH].rates = new uint24[](101);
        _refuses(terms, "standing.rates", 1, 101);
        terms.standing[TECH].rates = _one(1_000_001);
        _refuses(terms, "standing.rates", 1, 1_000_001);
    }

    function test_NamesAreNotTooLong() external {
        Terms memory terms = _bareTerms();
        terms.name = string(new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.ByteWriter_TextTooLong.selector, terms.name));
        factory.create(terms, "", 0);
        terms.name = string(new bytes(255));
        factory.create(terms, "", 0);
    }

    function test_StandingRatesDoNotChangeTooOften() external {
        Terms memory terms = _bareTerms();
        terms.standing = new StandingLine[](161);
        for (uint256 i = 0; i < 161; ++i) {
            terms.standing[i] = _line("l", moderators, 1);
            terms.standing[i].starts = uint40(START + i);
        }
        factory.create(terms, "", 0);
        terms.standing[0].starts = uint40(START + 1_000);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_TooManyCuts.selector, 161));
        factory.create(terms, "", 0);
    }

    function _refuses(Terms memory terms, string memory field, uint256 index, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_Invalid.selector, field, index, value));
        factory.create(terms, "", 0);
    }

    function _refusesZero(Terms memory terms, string memory field) private {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ZeroAddress.selector, field, 0));
        factory.create(terms, "", 0);
    }

    function _refusesCurrency(Terms memory terms, uint256 index, address currency) private {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_InvalidCurrency.selector, index, currency));
        factory.create(terms, "", 0);
    }
}
