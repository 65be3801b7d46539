// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityPlanFactory } from "../../../../contracts/interfaces/IEquityPlanFactory.sol";
import { Vm } from "../../support/Vm.sol";

/// @dev Deploys what the build made of a plan's contracts.
library PlanDeployment {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @param programCode The code of programs that plans pull from.
    function deployFactory(address programCode) internal returns (IEquityPlanFactory) {
        return factoryOf(deployModules(programCode));
    }

    /// @return modules In the order of `EquityPlan`'s constructor.
    function deployModules(address programCode) internal returns (address[7] memory modules) {
        modules[0] = _module("EquityGrants", abi.encode(programCode));
        modules[1] = _module("EquityLeaving", "");
        modules[2] = _module("EquityBuyouts", "");
        modules[3] = _module("EquityHolders", "");
        modules[4] = _module("EquityPowers", "");
        modules[5] = _module("EquitySigned", "");
        modules[6] = _module("EquityViews", "");
    }

    function factoryOf(address[7] memory modules) internal returns (IEquityPlanFactory) {
        address code = deploy("contracts/equity/EquityPlan.sol:EquityPlan", abi.encode(modules));
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
