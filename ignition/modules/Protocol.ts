import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The code that all programs of a chain run, and the factory that creates them. */
export default buildModule("Protocol", (m) => {
  const press = m.contract("TermsPress");
  const sales = m.contract("ProgramSales");
  const disputes = m.contract("ProgramDisputes");
  const partners = m.contract("ProgramPartners");
  const lines = m.contract("ProgramLines");
  const exits = m.contract("ProgramExits");
  const amendments = m.contract("ProgramAmendments", [press]);
  const desk = m.contract("ProgramDesk");
  const implementation = m.contract("Program", [
    ...[sales, disputes, partners, lines, exits, amendments, desk],
  ]);
  const factory = m.contract("ProgramFactory", [implementation, press]);
  return { press, implementation, factory };
});
