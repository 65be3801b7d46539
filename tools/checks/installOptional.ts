import { writeFileSync } from "node:fs";
import { installOptionalTools } from "../optional/installOptionalTools.ts";
import { CHDB, FORGE, isInstalled, SUPERFLUID } from "../optional/OptionalTool.ts";
import { installPostgres } from "./installPostgres.ts";

// Installs what the tests can do without, and tells what is left out where that fails. Never fails itself.

const reason = (await installOptionalTools()) ?? "there is none for this platform";
const leftOut = [CHDB, FORGE, SUPERFLUID]
  .filter((tool) => !isInstalled(tool))
  .map(({ name, serves }) => `${serves} (${name} is not installed: ${reason})`);
const withoutPostgres = installPostgres();
if (withoutPostgres !== undefined) leftOut.push(withoutPostgres);
for (const text of leftOut) console.log(`left out: ${text}`);
if (leftOut.length === 0) console.log("chdb, forge, Superfluid and Postgres are installed.");

const report = process.env.LEFT_OUT_FILE;
if (report !== undefined) writeFileSync(report, JSON.stringify(leftOut));
