// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Enrollment } from "../../../contracts/interfaces/Types.sol";
import { IDeployedProgram } from "./IDeployedProgram.sol";
import { Vm } from "./Vm.sol";

/// @dev A wallet's side of `enrollSigned`: works out what to sign from the program's own EIP-5267 answer.
library JoinSigner {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    bytes32 private constant JOIN_TYPEHASH = keccak256(
        "Join(address wallet,string name,uint8 tier,uint40 joined,uint24 referrer,bytes32 termsHash,uint256 nonce,uint256 deadline)"
    );

    function sign(
        IDeployedProgram program,
        uint256 key,
        Enrollment memory one,
        uint256 deadline
    ) internal view returns (bytes memory) {
        bytes32 hash = keccak256(
            abi.encode(
                JOIN_TYPEHASH,
                one.wallet,
                keccak256(bytes(one.name)),
                one.tier,
                one.joined,
                one.referrer,
                program.termsHash(),
                program.nonces(one.wallet),
                deadline
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            key,
            keccak256(abi.encodePacked(hex"1901", _domainOf(program), hash))
        );
        return abi.encodePacked(r, s, v);
    }

    function _domainOf(IDeployedProgram program) private view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address verifying, , ) = program.eip712Domain();
        return
            keccak256(
                abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256(bytes(version)), chainId, verifying)
            );
    }
}
