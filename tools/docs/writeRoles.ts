import { writeFileSync } from "node:fs";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import { termsValidatorAbi } from "../../generated/abis/TermsValidator.ts";
import {
  ACTORS,
  FACTORY_PERMISSIONS,
  PROGRAM_PERMISSIONS,
  VALIDATOR_PERMISSIONS,
} from "./roles/permissions.ts";
import {
  PLAN_ACTORS,
  PLAN_FACTORY_PERMISSIONS,
  PLAN_PERMISSIONS,
} from "./roles/planPermissions.ts";
import { toTable } from "./roles/toTable.ts";

// Writes docs/roles.md from the generated ABIs and tools/docs/roles/permissions.ts. A test calls every
// function as every one of these and compares.

writeFileSync(
  new URL("../../docs/roles.md", import.meta.url),
  `# What each role may do

Every function that can change anything, from the ABI (made by \`npm run generate\`; a test calls each as each of these). Reading is open to everyone. A partner is enrolled, a holder has a standing line; "anyone" has no role and is neither. A partner acts on its own enrollment, a holder on its own line, and each on its own signature. Plain ETH that anyone sends counts as revenue of the kind that the terms name in \`received\`, the first one by default.

## Program

${toTable(programAbi, ACTORS, PROGRAM_PERMISSIONS)}

## ProgramFactory

${toTable(programFactoryAbi, ACTORS, FACTORY_PERMISSIONS)}

## TermsValidator

${toTable(termsValidatorAbi, ACTORS, VALIDATOR_PERMISSIONS)}

## EquityPlan

A holder has a grant, and acts on it and its own signature alone; plain ETH that anyone sends counts where the plan takes ETH.

${toTable(equityPlanAbi, PLAN_ACTORS, PLAN_PERMISSIONS)}

## EquityPlanFactory

${toTable(equityPlanFactoryAbi, PLAN_ACTORS, PLAN_FACTORY_PERMISSIONS)}
`,
);
