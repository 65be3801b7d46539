import { writeFileSync } from "node:fs";
import { programAbi, programFactoryAbi, termsValidatorAbi } from "../../generated/abis.ts";
import {
  FACTORY_PERMISSIONS,
  PROGRAM_PERMISSIONS,
  VALIDATOR_PERMISSIONS,
} from "./roles/permissions.ts";
import { toTable } from "./roles/toTable.ts";

// Writes docs/roles.md from the generated ABIs and tools/docs/roles/permissions.ts. A test calls every
// function as every one of these and compares.

writeFileSync(
  new URL("../../docs/roles.md", import.meta.url),
  `# What each role may do

Every function that can change anything, from the ABI (made by \`npm run generate\`; a test calls each as each of these). Reading is open to everyone. A partner is enrolled, a holder has a standing line; "anyone" has no role and is neither. A partner acts on its own enrollment, a holder on its own line, and each on its own signature. Plain ETH that anyone sends counts as revenue of the kind that the terms name in \`received\`, the first one by default.

## Program

${toTable(programAbi, PROGRAM_PERMISSIONS)}

## ProgramFactory

${toTable(programFactoryAbi, FACTORY_PERMISSIONS)}

## TermsValidator

${toTable(termsValidatorAbi, VALIDATOR_PERMISSIONS)}
`,
);
