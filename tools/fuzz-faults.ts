import { parseArgs } from "node:util";
import { FAULTS } from "./faults/Fault.ts";
import { fuzz } from "./faults/fuzz.ts";

// `node tools/fuzz-faults.ts --cases 2500 --seed 1`: puts deliberate faults into the arithmetic of the deal, one at a time, and
// sees whether the fuzz against the contract finds each. Exits 1 where it misses one, or finds something without a fault.

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "2500" },
    seed: { type: "string", default: "1" },
  },
});

const WIDTH = 160;

const control = await fuzz(undefined, values);
console.log(`Without a fault: ${control.passes ? "passes" : control.assertion}`);
let caught = 0;
for (const fault of FAULTS) {
  const { passes, assertion, after } = await fuzz(fault, values);
  if (!passes) caught += 1;
  console.log(`\n${fault.rule}: ${fault.what}\n  in         ${fault.file}`);
  console.log(`  caught by  ${passes ? "nothing" : assertion.slice(0, WIDTH)}`);
  if (!passes) console.log(`  after      ${after}`);
}
console.log(`\n${caught} of ${FAULTS.length} caught`);
process.exitCode = control.passes && caught === FAULTS.length ? 0 : 1;
