// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDeployedProgram } from "./IDeployedProgram.sol";
import { Vm } from "./Vm.sol";

/// @dev A wallet's side of `actSigned`: works out what to sign from the program's own EIP-5267 answer.
library ActSigner {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    /// @param typeName The whole of it, without the nonce and the deadline, such as "CancelMove(address party".
    /// @param fields As EIP-712 encodes them.
    function signAct(
        IDeployedProgram program,
        uint256 key,
        string memory typeName,
        bytes memory fields,
        uint256 deadline
    ) internal view returns (bytes memory) {
        bytes32 typeHash = keccak256(bytes(string.concat(typeName, ",uint256 nonce,uint256 deadline)")));
        uint256 nonce = program.nonces(vm.addr(key));
        bytes32 hash = keccak256(bytes.concat(typeHash, fields, abi.encode(nonce, deadline)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domainOf(program), hash)));
        return abi.encodePacked(r, s, v);
    }

    function domainOf(IDeployedProgram program) internal view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address verifying, , ) = program.eip712Domain();
        return
            keccak256(
                abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256(bytes(version)), chainId, verifying)
            );
    }
}
