import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The code that all programs of a chain run, and the factory that creates them. */
export default buildModule("Protocol", (m) => {
  const desk = m.contract("ProgramDesk");
  const sales = m.contract("ProgramSales");
  const implementation = m.contract("Program", [sales, desk]);
  const factory = m.contract("ProgramFactory", [implementation]);
  return { desk, sales, implementation, factory };
});
