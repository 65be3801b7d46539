import { runCommand } from "./checks/runCommand.ts";

// `npm run generate`, once the contracts are compiled: generated/ and the documents that follow from the code.

const PAGES = ["writeRoles", "writeTerms", "writeCommands"];
const commands = ["wagmi generate", ...PAGES.map((page) => `node tools/docs/${page}.ts`)];
process.exitCode = await runCommand(commands.join(" && "));
