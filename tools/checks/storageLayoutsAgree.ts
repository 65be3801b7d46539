import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * `Program` and `EquityPlan` run the code of their modules on their own storage. Asks the compiler where each puts its
 * variables, and exits 1 where one of the modules puts anything where the contract that has them all does not.
 */

interface Variable {
  readonly label: string;
  readonly slot: string;
  readonly offset: number;
  readonly type: string;
}

interface CompilerOutput {
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, { storageLayout: { storage: Variable[] } }>>;
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

const ROOT = join(import.meta.dirname, "../..");

/** Contracts that share a storage: one that has all variables, and others. */
interface Shared {
  readonly whole: readonly [folder: string, contract: string];
  readonly modules: readonly (readonly [folder: string, contract: string])[];
}

const SHARED: readonly Shared[] = [
  {
    whole: ["contracts", "Program"],
    modules: modulesIn("contracts/modules", "Program", [
      "Sales",
      "Disputes",
      "Partners",
      "Lines",
      "Exits",
      "Amendments",
      "Powers",
      "Funding",
      "Signed",
      "Views",
    ]),
  },
  {
    // Votes are behind all else, in the modules that have to do with them.
    whole: ["contracts/equity/modules", "EquityGrants"],
    modules: [
      ["contracts/equity", "EquityPlan"],
      ...modulesIn("contracts/equity/modules", "Equity", [
        "Leaving",
        "Buyouts",
        "Holders",
        "Powers",
        "Signed",
        "Views",
      ]),
    ],
  },
];
/** Of OpenZeppelin's EIP712, for names and versions over 31 bytes: ours are not, so nothing is ever written there. */
const FALLBACKS = ["_nameFallback", "_versionFallback"];
const require = createRequire(import.meta.url);
const solc: Compiler = require("solc");

for (const { whole, modules } of SHARED) {
  const [, name] = whole;
  const all = layoutOf(...whole);
  const problems = modules.flatMap(([folder, module]) =>
    differences(name, all, module, layoutOf(folder, module)),
  );
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `${name} and the ${modules.length} that share its storage agree on all ${all.length} variables.`,
    );
}

function modulesIn(
  folder: string,
  prefix: string,
  names: readonly string[],
): readonly (readonly [string, string])[] {
  return names.map((name) => [folder, `${prefix}${name}`]);
}

function differences(
  name: string,
  all: readonly string[],
  module: string,
  layout: readonly string[],
): string[] {
  const missing = layout.filter((place) => !all.includes(place));
  // What one keeps beyond its modules must lie behind all of theirs.
  const beyond = all.filter((place) => !layout.includes(place)).map(slotOf);
  const overlapping = beyond.filter((slot) => layout.some((place) => slotOf(place) >= slot));
  return [
    ...missing.map((place) => `${module} keeps ${place}; ${name} does not.`),
    ...overlapping.map(
      (slot) => `${name} keeps something of its own at slot ${slot}, before the last of ${module}.`,
    ),
  ];
}

function layoutOf(folder: string, contract: string): string[] {
  const file = `${folder}/${contract}.sol`;
  const input = {
    language: "Solidity",
    sources: { [file]: { content: readFileSync(join(ROOT, file), "utf8") } },
    settings: { outputSelection: { [file]: { [contract]: ["storageLayout"] } } },
  };
  const output: CompilerOutput = JSON.parse(
    solc.compile(JSON.stringify(input), { import: (path) => ({ contents: readSource(path) }) }),
  );
  const failure = output.errors?.find((error) => error.severity === "error");
  if (failure !== undefined) throw new Error(failure.formattedMessage);
  const variables = output.contracts[file]?.[contract]?.storageLayout.storage ?? [];
  if (variables.length === 0) throw new Error(`The compiler told no storage of ${contract}.`);
  return variables.filter(({ label }) => !FALLBACKS.includes(label)).map(placeOf);
}

function readSource(path: string): string {
  return readFileSync(path.startsWith("@") ? require.resolve(path) : join(ROOT, path), "utf8");
}

/** Numbers of AST nodes in type names differ from compilation to compilation. */
function placeOf({ label, slot, offset, type }: Variable): string {
  return `slot ${slot} + ${offset}: ${label} (${type.replaceAll(/\)\d+/g, ")")})`;
}

function slotOf(place: string): number {
  return Number(/slot (\d+)/.exec(place)?.[1]);
}
