// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityPlanFactory } from "../../../../contracts/interfaces/IEquityPlanFactory.sol";
import { Vm } from "../../support/Vm.sol";

/// @dev Deploys what the build made of a plan's contracts.
library PlanDeployment {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @param programCode The code of programs that plans pull from.
    function deployFactory(address programCode) internal returns (IEquityPlanFactory) {
        bytes memory modules = abi.encode(
            _module("EquityGrants", abi.encode(programCode)),
            _module("EquityLeaving", ""),
            _module("EquityBuyouts", ""),
            _module("EquityHolders", ""),
            _module("EquityPowers", ""),
            _module("EquitySigned", ""),
            _module("EquityViews", "")
        );
        address code = deploy("contracts/equity/EquityPlan.sol:EquityPlan", modules);
        return IEquityPlanFactory(deploy("contracts/equity/EquityPlanFactory.sol:EquityPlanFactory", abi.encode(code)));
    }

    function _module(string memory name, bytes memory arguments) private returns (address) {
        return deploy(string.concat("contracts/equity/modules/", name, ".sol:", name), arguments);
    }

    /// @dev `new` would compile all of it again into every test contract.
    function deploy(string memory artifact, bytes memory arguments) internal returns (address deployed) {
        bytes memory code = bytes.concat(vm.getCode(artifact), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        vm.assertTrue(deployed != address(0), artifact);
    }
}
