// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDeployedProgram } from "./IDeployedProgram.sol";
import { Vm } from "./Vm.sol";

/// @dev A wallet's side of `claimTo`: works out what to sign from the program's own EIP-5267 answer.
library ClaimToSigner {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    bytes32 private constant CLAIM_TO_TYPEHASH = keccak256(
        "ClaimTo(address party,address currency,address to,uint256 nonce,uint256 deadline)"
    );

    struct Order {
        address party;
        address currency;
        address to;
        uint256 nonce;
        uint256 deadline;
    }

    function sign(IDeployedProgram program, uint256 key, Order memory order) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(program, order));
        return abi.encodePacked(r, s, v);
    }

    function digest(IDeployedProgram program, Order memory order) internal view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address verifying, , ) = program.eip712Domain();
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256(bytes(version)), chainId, verifying)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(CLAIM_TO_TYPEHASH, order))));
    }
}
