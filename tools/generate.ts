import { runCommand } from "./checks/runCommand.ts";

// `npm run generate`: generated/ and the documents that follow from the code.

const PAGES = ["writeRoles", "writeTerms", "writeCommands", "writeExamples", "writeClearSigning"];
const commands = [
  "hardhat build --no-tests --force --quiet",
  "node tools/solc/writeOutputs.ts",
  "wagmi generate",
  ...PAGES.map((page) => `node tools/docs/${page}.ts`),
  "hardhat run --no-compile tools/docs/writeGas.ts",
];
process.exitCode = await runCommand(commands.join(" && "));
