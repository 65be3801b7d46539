// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramFunding } from "../../../contracts/interfaces/IProgramFunding.sol";
import { IProgramPayments } from "../../../contracts/interfaces/IProgramPayments.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Permit } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PermitToken } from "../../../contracts/mocks/PermitToken.sol";

contract PermitsTest is Base {
    bytes32 private constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    PermitToken private token;

    function setUp() public override {
        super.setUp();
        token = PermitToken(_deploy("contracts/mocks/PermitToken.sol:PermitToken", ""));
        Terms memory terms = _terms();
        terms.currencies[USDC] = address(token);
        program = _create(terms);
        token.mint(ana, 100e18);
    }

    function test_WhenFundsArePermitted() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramFunding.Funded(ana, address(token), 50e18);
        vm.prank(ana);
        program.fundWithPermit(address(token), 50e18, permit);
        vm.assertEq(program.solvency()[USDC].funds, 50e18, "funds");
        vm.assertEq(token.allowance(ana, address(program)), 0, "nothing more may be taken");
    }

    function test_WhenRevenueIsPermitted() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.RevenuePaid(ana, uint8(INITIAL), address(token), 50e18);
        vm.prank(ana);
        program.payWithPermit(uint8(INITIAL), address(token), 50e18, permit);
        _assertSolvent(program);
    }

    function test_WhenASaleIsPermitted() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPayments.SalePaid("a", ana, uint8(INITIAL), address(token), 50e18);
        vm.prank(ana);
        program.paySaleWithPermit("a", uint8(INITIAL), address(token), 50e18, permit);
        _assertSolvent(program);
    }

    /// @dev Whoever sees the permit waiting can use it first: the allowance is there then.
    function test_WhenAnotherUsedThePermitFirst() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.prank(stranger);
        token.permit(ana, address(program), 50e18, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(ana);
        program.fundWithPermit(address(token), 50e18, permit);
        vm.assertEq(program.solvency()[USDC].funds, 50e18, "funds");
    }

    function test_RevertWhen_ThePermitIsNoneAndNothingIsAllowed() external {
        Permit memory permit = _permit(50e18, START - 1);
        vm.expectRevert();
        vm.prank(ana);
        program.fundWithPermit(address(token), 50e18, permit);
    }

    function test_RevertWhen_AnotherSendsThePermit() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.expectRevert();
        vm.prank(stranger);
        program.fundWithPermit(address(token), 50e18, permit);
    }

    function test_RevertWhen_TheCurrencyIsNone() external {
        Permit memory permit = _permit(50e18, START + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        vm.prank(ana);
        program.fundWithPermit(stranger, 50e18, permit);
    }

    function test_RevertWhen_TheCurrencyIsETH() external {
        Permit memory permit = _permit(1, START + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_WrongValue.selector, 0, 1));
        vm.prank(ana);
        program.fundWithPermit(ETHER, 1, permit);
    }

    function _permit(uint256 amount, uint256 deadline) private view returns (Permit memory) {
        bytes32 hash = keccak256(abi.encode(PERMIT_TYPEHASH, ana, program, amount, token.nonces(ana), deadline));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), hash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(ANA_KEY, digest);
        return Permit({ deadline: deadline, v: v, r: r, s: s });
    }
}
