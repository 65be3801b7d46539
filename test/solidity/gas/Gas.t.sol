// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Post } from "../support/Posts.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev What each operation costs inside a call, in steady state: everybody was paid before. Kept in `snapshots/` and compared
/// by `npm test`; `npm run bench:gas` measures whole transactions.
contract GasTest is Base {
    function setUp() public override {
        super.setUp();
        vm.deal(customer, 100 ether);
        _give(customer, 10_000e6);
        _fund(10_000e6);
        _fundEther(10 ether);
        // Two full rounds, so that no balance and no slot is new.
        for (uint256 i = 0; i < 2; ++i) {
            _round(bytes32(i + 1));
            _warpToLock();
            _claimAll();
        }
    }

    function test_Revenue() external {
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
        vm.snapshotGasLastCall("Program", "pay ETH, first of a period");
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
        vm.snapshotGasLastCall("Program", "pay ETH");
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), 1e6);
        vm.snapshotGasLastCall("Program", "pay a token, first of a period");
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), 1e6);
        vm.snapshotGasLastCall("Program", "pay a token");
        usdc.mint(address(program), 1e6);
        program.sync(address(usdc));
        vm.snapshotGasLastCall("Program", "sync a token");
        vm.prank(customer);
        program.paySale("p", INITIAL, address(usdc), 1e6);
        vm.snapshotGasLastCall("Program", "paySale in a token");
    }

    function test_Sales() external {
        _measure(_batch(_saleOf3("a")), "post 1 sale of 3 credits");
        Sale[] memory sales = new Sale[](50);
        for (uint256 i = 0; i < 50; ++i) sales[i] = _saleOf3(bytes32(i + 100));
        _measure(sales, "post 50 sales of 3 credits");
        _refund("r", "a", 1e6);
        vm.snapshotGasLastCall("Program", "refund a part of a sale");
    }

    function test_Claims() external {
        _round("a");
        _warpToLock();
        program.claim(ana, ETHER);
        vm.snapshotGasLastCall("Program", "claim ETH");
        program.claim(ana, address(usdc));
        vm.snapshotGasLastCall("Program", "claim a token");
        address[] memory parties = new address[](2);
        (parties[0], parties[1]) = (ben, cleo);
        program.claimMany(parties, address(usdc));
        vm.snapshotGasLastCall("Program", "claimMany for 2, a token");
        program.claimLine(MODERATORS, address(usdc));
        vm.snapshotGasLastCall("Program", "claimLine in a token");
        program.claimResidual(address(usdc), 100);
        vm.snapshotGasLastCall("Program", "claimResidual in a token");
    }

    function test_Creation() external {
        vm.prank(stranger);
        factory.create(_terms(), "ipfs://terms", "gas");
        vm.snapshotGasLastCall("ProgramFactory", "create, page published");
    }

    function _measure(Sale[] memory sales, string memory name) private {
        Post memory post = _late(program, address(usdc), _pack(program, sales, new address[](0)));
        vm.recordLogs();
        vm.prank(attributor);
        program.post(post.currency, 0, post.head, 0, 0, 0, post.packed);
        vm.snapshotGasLastCall("Program", name);
        _keep(program, vm.getRecordedLogs());
    }

    function _round(bytes32 salt) private {
        _postIn(address(usdc), _saleOf3(keccak256(abi.encode(salt, USDC))));
        _postIn(ETHER, _saleOf3(keccak256(abi.encode(salt, ETH))));
        vm.startPrank(customer);
        program.pay(INITIAL, address(usdc), 1e6);
        program.pay{ value: 1e6 }(INITIAL, ETHER, 1e6);
        vm.stopPrank();
    }

    function _claimAll() private {
        address[] memory parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (ana, ben, cleo);
        for (uint256 c = 0; c < 2; ++c) {
            address currency = c == 0 ? ETHER : address(usdc);
            program.claimMany(parties, currency);
            program.claimLine(MODERATORS, currency);
            program.claimResidual(currency, 100);
        }
    }

    function _saleOf3(bytes32 id) private pure returns (Sale memory) {
        Credit[] memory credits = _credits(
            _credit(ANA, INTEGRATION, 1),
            _credit(BEN, AFFILIATE, 1),
            _credit(CLEO, LOYALTY, 1)
        );
        return _sale(id, 10e6, credits);
    }
}
