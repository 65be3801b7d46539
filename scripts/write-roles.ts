import { writeFileSync } from "node:fs";
import { programAbi, programFactoryAbi } from "../generated/abis.ts";
import { FACTORY_PERMISSIONS, PROGRAM_PERMISSIONS } from "./roles/permissions.ts";
import { toTable } from "./roles/toTable.ts";

// Writes docs/roles.md from the generated ABIs and scripts/roles/permissions.ts. A test calls every
// function as every one of these and compares.

writeFileSync(
  new URL("../docs/roles.md", import.meta.url),
  `# What each role may do

Every function that can change anything, from the ABI (made by \`npm run generate\`; a test calls each as each of these). Reading is open to everyone. "Anyone" has no role and is not enrolled; a partner has no power that anyone lacks but over its own signature. Plain ETH that anyone sends counts as revenue of the first kind.

## Program

${toTable(programAbi, PROGRAM_PERMISSIONS)}

## ProgramFactory

${toTable(programFactoryAbi, FACTORY_PERMISSIONS)}
`,
);
