// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../contracts/interfaces/IProgramErrors.sol";
import { IProgramFactory } from "../../contracts/interfaces/IProgramFactory.sol";
import { Role, StandingLine, Terms } from "../../contracts/interfaces/TermsTypes.sol";
import {
    Enrollment,
    NamedLine,
    Power,
    Refund,
    SaleState,
    ShownSale,
    Solvency,
    Way
} from "../../contracts/interfaces/Types.sol";
import { ETHER, NO_ROLE, NOT_PAID } from "../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../contracts/libraries/SaleWords.sol";
import { TestToken } from "../../contracts/mocks/TestToken.sol";
import { IDeployedProgram } from "./support/IDeployedProgram.sol";
import { Posts } from "./support/Posts.sol";
import { Credit, Sale } from "./support/Sales.sol";
import { Vm } from "./support/Vm.sol";

/// @dev What every test starts from: the actors, one protocol, and builders of terms, sales and credits.
abstract contract Base is Posts {
    uint40 internal constant START = 1_767_225_600; // 2026-01-01
    uint32 internal constant PERIOD = 30 days;
    uint24 internal constant PERCENT = 10_000;
    uint256 internal constant HANDOVER = 7 days;

    uint8 internal constant ETH = 0;
    uint8 internal constant USDC = 1;

    uint8 internal constant INITIAL = 0;
    uint8 internal constant RENEWAL = 1;
    uint8 internal constant EXPANSION = 2;

    uint8 internal constant INTEGRATION = 0;
    uint8 internal constant COACH = 1;
    uint8 internal constant AFFILIATE = 2;
    uint8 internal constant LOYALTY = 3;

    uint256 internal constant MODERATORS = 0;
    uint256 internal constant TECH = 1;

    uint256 internal constant ANA = 1;
    uint256 internal constant BEN = 2;
    uint256 internal constant CLEO = 3;

    uint256 internal constant ANA_KEY = 0xA11CE;

    address internal operator = _actor("operator");
    address internal attributor = _actor("attributor");
    address internal arbiter = _actor("arbiter");
    address internal standby = _actor("standby");
    address internal guardian = _actor("guardian");
    address internal treasury = _actor("treasury");
    address internal moderators = _actor("moderators");
    address internal tech = _actor("tech");
    address internal ana = vm.addr(ANA_KEY);
    address internal ben = _actor("ben");
    address internal cleo = _actor("cleo");
    address internal customer = _actor("customer");
    address internal stranger = _actor("stranger");

    IProgramFactory internal factory;
    IDeployedProgram internal program;
    TestToken internal usdc;

    function setUp() public virtual {
        vm.warp(START);
        vm.label(ana, "ana");
        usdc = _token("USDC", 6);
        factory = _deployProtocol();
        program = _create(_terms());
        _enroll(program);
    }

    /* DEPLOYING */

    function _deployProtocol() internal returns (IProgramFactory) {
        address validator = _deploy("contracts/terms/TermsValidator.sol:TermsValidator", "");
        address code = _deploy(
            "contracts/Program.sol:Program",
            abi.encode(
                _deploy("contracts/modules/ProgramSales.sol:ProgramSales", ""),
                _deploy("contracts/modules/ProgramDisputes.sol:ProgramDisputes", ""),
                _deploy("contracts/modules/ProgramPartners.sol:ProgramPartners", ""),
                _deploy("contracts/modules/ProgramLines.sol:ProgramLines", ""),
                _deploy("contracts/modules/ProgramExits.sol:ProgramExits", ""),
                _deploy(
                    "contracts/modules/ProgramAmendments.sol:ProgramAmendments",
                    abi.encode(validator, _deploy("contracts/terms/AmendmentCheck.sol:AmendmentCheck", ""))
                ),
                _deploy("contracts/modules/ProgramPowers.sol:ProgramPowers", ""),
                _deploy("contracts/modules/ProgramFunding.sol:ProgramFunding", ""),
                _deploy("contracts/modules/ProgramSigned.sol:ProgramSigned", ""),
                _deploy("contracts/modules/ProgramViews.sol:ProgramViews", "")
            )
        );
        address parties = _deploy("contracts/reader/PartyReader.sol:PartyReader", abi.encode(code));
        address reader = _deploy("contracts/reader/ProgramReader.sol:ProgramReader", abi.encode(code, parties));
        return
            IProgramFactory(
                _deploy("contracts/ProgramFactory.sol:ProgramFactory", abi.encode(code, validator, reader))
            );
    }

    /// @dev Deploys what the build made of a contract. `new` would compile all of it again into every test contract.
    function _deploy(string memory artifact, bytes memory arguments) internal returns (address deployed) {
        bytes memory code = bytes.concat(vm.getCode(artifact), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        vm.assertTrue(deployed != address(0), artifact);
    }

    function _create(Terms memory terms) internal returns (IDeployedProgram created) {
        vm.prank(operator);
        created = IDeployedProgram(payable(factory.create(terms, "ipfs://terms", "salt")));
        vm.label(address(created), "program");
    }

    /// @dev Ana, Ben and Cleo are partners 1, 2 and 3, all of the first tier and joined at the start.
    function _enroll(IDeployedProgram to) internal {
        Enrollment[] memory partners = new Enrollment[](3);
        partners[0] = _enrollment(ana, "ana");
        partners[1] = _enrollment(ben, "ben");
        partners[2] = _enrollment(cleo, "cleo");
        vm.prank(operator);
        to.enroll(partners);
    }

    function _enrollOne(IDeployedProgram to, address wallet, string memory name) internal returns (uint256 number) {
        Enrollment[] memory partners = new Enrollment[](1);
        partners[0] = _enrollment(wallet, name);
        vm.prank(operator);
        to.enroll(partners);
        (number, ) = to.partnerCount();
    }

    function _enrollment(address wallet, string memory name) internal pure returns (Enrollment memory) {
        return Enrollment({ wallet: wallet, name: name, tier: 0, joined: START, referrer: 0 });
    }

    /// @dev The code of a contract that needs no arguments, to be put at an address.
    function _runtime(string memory artifact) internal returns (bytes memory) {
        return _deploy(artifact, "").code;
    }

    function _token(string memory symbol, uint8 decimals) internal returns (TestToken) {
        return TestToken(_deploy("contracts/mocks/TestToken.sol:TestToken", abi.encode(symbol, symbol, decimals)));
    }

    /* TERMS */

    /// @dev ETH and USDC; three kinds; two tiers; three gross roles and a net one; two standing lines, of which the second
    /// starts on day 10 and declines by the year until it ends after three. One period of hold.
    function _terms() internal view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.roles = new Role[](4);
        terms.roles[INTEGRATION] = _role("integration", 15 * PERCENT);
        terms.roles[COACH] = _role("coach", 20 * PERCENT);
        terms.roles[COACH].rates[INITIAL] = NOT_PAID;
        terms.roles[COACH].rates[RENEWAL] = NOT_PAID;
        terms.roles[AFFILIATE] = _role("affiliate", 10 * PERCENT);
        terms.roles[AFFILIATE].tiers[1] = 5 * PERCENT;
        terms.roles[AFFILIATE].tenure = _three(0, 2 * PERCENT, 4 * PERCENT);
        terms.roles[AFFILIATE].ceiling = 16 * PERCENT;
        terms.roles[LOYALTY] = _role("loyalty", 10 * PERCENT);
        terms.roles[LOYALTY].stage = 1;
        terms.standing = new StandingLine[](2);
        terms.standing[MODERATORS] = _line("moderators", moderators, 2 * PERCENT);
        terms.standing[TECH] = _line("tech", tech, 0);
        terms.standing[TECH].starts = START + 10 days;
        terms.standing[TECH].ends = START + 10 days + 3 * 365 days;
        terms.standing[TECH].rates = _three(30 * PERCENT, 20 * PERCENT, 10 * PERCENT);
    }

    /// @dev No roles and no standing lines.
    function _bareTerms() internal view returns (Terms memory terms) {
        terms.name = "Acme SaaS ecosystem";
        terms.operator = operator;
        terms.attributor = attributor;
        terms.arbiter = arbiter;
        terms.standby = standby;
        terms.guardian = guardian;
        terms.treasury = treasury;
        terms.start = START;
        terms.period = PERIOD;
        terms.holdPeriods = 1;
        terms.noticePeriods = 1;
        terms.lineNoticePeriods = 1;
        terms.rules.handoverDays = 7;
        terms.rules.silencePeriods = 12;
        terms.ceiling = 90 * PERCENT;
        terms.commission = 100 * PERCENT;
        terms.residualRole = NO_ROLE;
        terms.currencies = new address[](2);
        terms.currencies[ETH] = ETHER;
        terms.currencies[USDC] = address(usdc);
        terms.kinds = new string[](3);
        terms.kinds[INITIAL] = "initial";
        terms.kinds[RENEWAL] = "renewal";
        terms.kinds[EXPANSION] = "expansion";
        terms.tiers = new string[](2);
        terms.tiers[0] = "associate";
        terms.tiers[1] = "partner";
    }

    /// @dev An amount in millionths of each currency: ETH and one of 6 decimals.
    function _each(uint256 micros) internal pure returns (uint96[] memory amounts) {
        amounts = new uint96[](2);
        (amounts[ETH], amounts[USDC]) = (uint96(micros * 1e12), uint96(micros));
    }

    /// @dev An amount in one of two currencies.
    function _only(uint256 currency, uint256 amount) internal pure returns (uint96[] memory amounts) {
        amounts = new uint96[](2);
        amounts[currency] = uint96(amount);
    }

    function _none() internal pure returns (uint96[] memory) {
        return new uint96[](0);
    }

    function _role(string memory name, uint24 rate) internal pure returns (Role memory role) {
        role.name = name;
        role.ceiling = 100 * PERCENT;
        role.rates = _three(rate, rate, rate);
        role.tiers = new uint24[](2);
    }

    function _line(string memory name, address holder, uint24 rate) internal pure returns (StandingLine memory line) {
        line.name = name;
        line.holder = holder;
        line.kinds = 7;
        line.starts = START;
        line.rates = _one(rate);
    }

    /// @dev Moves the residual from the operator to a net-free role "seller", added last.
    function _withSeller(Terms memory terms) internal pure returns (uint8 seller) {
        seller = uint8(terms.roles.length);
        Role[] memory roles = new Role[](seller + 1);
        for (uint256 i = 0; i < seller; ++i) roles[i] = terms.roles[i];
        roles[seller] = _role("seller", NOT_PAID);
        terms.roles = roles;
        terms.residualRole = seller;
        terms.ceiling = 100 * PERCENT;
    }

    function _one(uint24 a) internal pure returns (uint24[] memory values) {
        values = new uint24[](1);
        values[0] = a;
    }

    function _three(uint24 a, uint24 b, uint24 c) internal pure returns (uint24[] memory values) {
        values = new uint24[](3);
        (values[0], values[1], values[2]) = (a, b, c);
    }

    /* SALES */

    function _credit(uint256 partner, uint256 role, uint256 weight) internal pure returns (Credit memory) {
        return Credit({ partner: partner, role: role, weight: weight });
    }

    function _credits(Credit memory a) internal pure returns (Credit[] memory credits) {
        credits = new Credit[](1);
        credits[0] = a;
    }

    function _credits(Credit memory a, Credit memory b) internal pure returns (Credit[] memory credits) {
        credits = new Credit[](2);
        (credits[0], credits[1]) = (a, b);
    }

    function _credits(
        Credit memory a,
        Credit memory b,
        Credit memory c
    ) internal pure returns (Credit[] memory credits) {
        credits = new Credit[](3);
        (credits[0], credits[1], credits[2]) = (a, b, c);
    }

    /// @dev A sale of the first kind.
    function _sale(bytes32 id, uint256 amount, Credit[] memory credits) internal pure returns (Sale memory) {
        return Sale({ id: id, kind: INITIAL, amount: amount, credits: credits });
    }

    /// @dev Posts a sale in USDC that was paid elsewhere.
    function _post(Sale memory sale) internal {
        _postAll(_batch(sale));
    }

    /// @dev Posts sales in USDC that were paid elsewhere, as one batch.
    function _postAll(Sale[] memory sales) internal {
        _postIn(address(usdc), sales);
    }

    function _postIn(address currency, Sale memory sale) internal {
        _postIn(currency, _batch(sale));
    }

    function _postIn(address currency, Sale[] memory sales) internal {
        _postTo(program, attributor, currency, sales, new address[](0));
    }

    /// @dev Posts a sale in USDC that the customer paid on chain.
    function _postPaid(Sale memory sale) internal {
        _postPaid(sale, customer);
    }

    function _postPaid(Sale memory sale, address payer) internal {
        _postTo(program, attributor, address(usdc), _batch(sale), _payers(payer));
    }

    function _payers(address payer) internal pure returns (address[] memory payers) {
        payers = new address[](1);
        payers[0] = payer;
    }

    function _batch(Sale memory sale) internal pure returns (Sale[] memory sales) {
        sales = new Sale[](1);
        sales[0] = sale;
    }

    function _preview(Sale memory sale) internal view returns (NamedLine[] memory) {
        return program.preview(address(usdc), _pack(program, _batch(sale), new address[](0)));
    }

    /* POSTED SALES */

    /// @dev The sale posted last under an id, as it is shown.
    function _shown(bytes32 id) internal view returns (ShownSale memory) {
        return _shownOf(program, id);
    }

    function _saleLines(bytes32 id) internal view returns (NamedLine[] memory) {
        return program.describeSale(_shown(id));
    }

    function _stateOf(bytes32 id) internal view returns (SaleState memory) {
        uint256 place = SaleWords.place(_shown(id).head);
        return program.stateOf(place >> 16, place & 0xFFFF);
    }

    /// @dev Stands for a sale that is not shown.
    function _noSale() internal pure returns (ShownSale memory sale) {}

    function _refund(bytes32 id, bytes32 saleId, uint96 amount) internal {
        Refund[] memory refunds = _refunds(id, saleId, amount);
        _beginCall();
        vm.prank(attributor);
        program.refund(refunds, 0);
    }

    /// @dev One refund, with the sale's tag as it is.
    function _refunds(bytes32 id, bytes32 saleId, uint96 amount) internal view returns (Refund[] memory refunds) {
        refunds = new Refund[](1);
        refunds[0] = Refund({
            sale: _shown(saleId),
            id: id,
            tag: _stateOf(saleId).tag,
            amount: amount,
            reason: "returned"
        });
    }

    /* MONEY */

    function _fundEther(uint256 amount) internal {
        vm.deal(operator, amount);
        vm.prank(operator);
        program.fund{ value: amount }(ETHER, amount);
    }

    function _give(address to, uint256 amount) internal {
        usdc.mint(to, amount);
        vm.prank(to);
        usdc.approve(address(program), type(uint256).max);
    }

    function _fund(uint256 amount) internal {
        _give(operator, amount);
        vm.prank(operator);
        program.fund(address(usdc), amount);
    }

    function _pay(uint8 kind, uint256 amount) internal {
        _give(customer, amount);
        vm.prank(customer);
        program.pay(kind, address(usdc), amount);
    }

    function _paySale(bytes32 id, uint8 kind, uint256 amount) internal {
        _give(customer, amount);
        vm.prank(customer);
        program.paySale(id, kind, address(usdc), amount);
    }

    /// @dev To the second at which lines of the running period lock.
    /// @dev Hands a power over, which takes the days of the terms of every test.
    function _handOver(Power power, address holder, address to) internal {
        vm.prank(holder);
        program.proposePower(power, Way.HandOver, to);
        vm.warp(block.timestamp + HANDOVER);
        vm.prank(to);
        program.acceptPower(power, Way.HandOver);
    }

    /// @dev What a caller is told that does not have the power.
    function _missing(address caller, Power power) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PowerMissing.selector, caller, power);
    }

    function _warpToLock() internal {
        (, , uint256 locks) = program.periodTimes(program.currentPeriod());
        vm.warp(locks);
    }

    /// @dev Fails unless the program has at least what it owes, in every currency.
    function _assertSolvent(IDeployedProgram which) internal view {
        Solvency[] memory all = which.solvency();
        for (uint256 i = 0; i < all.length; ++i) {
            vm.assertGe(all[i].balance, all[i].owed, "the program has less than it owes");
            vm.assertEq(all[i].uncounted, all[i].balance - all[i].owed, "uncounted");
        }
    }

    function _actor(string memory name) internal returns (address account) {
        account = address(uint160(uint256(keccak256(bytes(name)))));
        vm.label(account, name);
    }
}
