import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import protocol from "./Protocol.ts";

/** The code that all equity plans of a chain run, and the factory that creates them. A plan pulls from the chain's programs alone. */
export default buildModule("EquityProtocol", (m) => {
  const { implementation: program } = m.useModule(protocol);
  const grants = m.contract("EquityGrants", [program]);
  const leaving = m.contract("EquityLeaving");
  const buyouts = m.contract("EquityBuyouts");
  const holders = m.contract("EquityHolders");
  const powers = m.contract("EquityPowers");
  const signed = m.contract("EquitySigned");
  const views = m.contract("EquityViews");
  const implementation = m.contract("EquityPlan", [
    ...[grants, leaving, buyouts, holders, powers, signed, views],
  ]);
  const factory = m.contract("EquityPlanFactory", [implementation]);
  return { factory };
});
