import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The code that all programs of a chain run, and the factory that creates them. */
export default buildModule("Protocol", (m) => {
  const validator = m.contract("TermsValidator");
  const sales = m.contract("ProgramSales");
  const disputes = m.contract("ProgramDisputes");
  const partners = m.contract("ProgramPartners");
  const lines = m.contract("ProgramLines");
  const exits = m.contract("ProgramExits");
  const amendmentCheck = m.contract("AmendmentCheck");
  const amendments = m.contract("ProgramAmendments", [validator, amendmentCheck]);
  const powers = m.contract("ProgramPowers");
  const funding = m.contract("ProgramFunding");
  const signed = m.contract("ProgramSigned");
  const views = m.contract("ProgramViews");
  const implementation = m.contract("Program", [
    ...[sales, disputes, partners, lines, exits, amendments, powers, funding, signed, views],
  ]);
  const parties = m.contract("PartyReader", [implementation]);
  const reader = m.contract("ProgramReader", [implementation, parties]);
  const factory = m.contract("ProgramFactory", [implementation, validator, reader]);
  return { validator, implementation, factory };
});
