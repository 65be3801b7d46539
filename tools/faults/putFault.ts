import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { FAULTS } from "./Fault.ts";

// Loaded ahead of everything else: hands out the file of one fault with the fault in it. The file itself stays as it is.

const fault = FAULTS.find(({ rule }) => rule === process.env.FAULT);
if (fault === undefined) throw new Error(`FAULT is "${process.env.FAULT}", which is no fault.`);
const { file, from, to } = fault;
const [before, after, ...more] = readFileSync(file, "utf8").split(from);
if (before === undefined || after === undefined || more.length > 0)
  throw new Error(`${file} does not have this once: ${from}`);
const { pathname } = pathToFileURL(file);

registerHooks({
  load(url, context, next) {
    if (new URL(url).pathname !== pathname) return next(url, context);
    return { format: "module-typescript", source: before + to + after, shortCircuit: true };
  },
});
