import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Explorers show a parameter or an answer by its name, and one without as `param_0`. Exits 1 where a function that can be called
 * from outside, an event or an error of the contracts leaves one unnamed, or `Program` or `EquityPlan` names one otherwise than
 * their interfaces.
 */

interface Node {
  readonly nodeType: string;
  readonly name?: string;
  readonly visibility?: string;
  readonly kind?: string;
  readonly parameters?: { readonly parameters: readonly Parameter[] };
  readonly returnParameters?: { readonly parameters: readonly Parameter[] };
  readonly nodes?: readonly Node[];
}

interface Parameter {
  readonly name: string;
  readonly typeName: { readonly src: string };
}

interface Output {
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
  readonly sources: Record<string, { ast: Node }>;
}

/** What an explorer shows of a function, an event or an error. */
interface Shown {
  readonly file: string;
  /** With its parameters' types, as they are written. */
  readonly signature: string;
  readonly names: readonly string[];
}

const ROOT = join(import.meta.dirname, "../..");
const INTERFACES = "contracts/interfaces/";
/** What people open on an explorer. */
const WHOLE = ["contracts/Program.sol", "contracts/equity/EquityPlan.sol"];

const files = globSync("contracts/**/*.sol", { cwd: ROOT })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.startsWith("contracts/mocks/"));
const sources = Object.fromEntries(
  files.map((file) => [file, { content: readFileSync(join(ROOT, file), "utf8") }]),
);
const shown = readShown();
const problems = [
  ...shown.filter(({ names }) => names.includes("")).map(describeUnnamed),
  ...findOtherNames(),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`All parameters and answers of ${shown.length} declarations have names.`);

function describeUnnamed({ file, signature }: Shown): string {
  return `${file}: ${signature} has a parameter or an answer without a name; explorers would show param_0.`;
}

function findOtherNames(): string[] {
  const declared = new Map(
    shown
      .filter(({ file }) => file.startsWith(INTERFACES))
      .map(({ signature, names }) => [signature, names.join(", ")]),
  );
  return shown
    .filter(({ file }) => WHOLE.includes(file))
    .flatMap(({ file, signature, names }) => {
      const expected = declared.get(signature);
      if (expected === undefined || expected === names.join(", ")) return [];
      return [
        `${file}: ${signature} names (${names.join(", ")}); its interface names (${expected}).`,
      ];
    });
}

function readShown(): Shown[] {
  const { compile }: { compile(input: string): string } = createRequire(import.meta.url)("solc");
  const output: Output = JSON.parse(
    compile(
      JSON.stringify({
        language: "Solidity",
        sources,
        settings: { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } },
      }),
    ),
  );
  const failure = output.errors?.find(({ severity }) => severity === "error");
  if (failure !== undefined) throw new Error(failure.formattedMessage);
  return files.flatMap((file) => {
    const ast = output.sources[file]?.ast;
    if (ast === undefined) throw new Error(`The compiler told nothing of ${file}.`);
    return declarationsIn(ast)
      .filter(isShown)
      .map((node) => toShown(file, node));
  });
}

function declarationsIn({ nodes = [] }: Node): Node[] {
  return nodes.flatMap((node) => [node, ...declarationsIn(node)]);
}

function isShown({ nodeType, visibility, kind }: Node): boolean {
  if (nodeType === "EventDefinition" || nodeType === "ErrorDefinition") return true;
  if (nodeType !== "FunctionDefinition") return false;
  return kind === "constructor" || visibility === "external" || visibility === "public";
}

function toShown(file: string, { name, kind, parameters, returnParameters }: Node): Shown {
  const inputs = parameters?.parameters ?? [];
  const types = inputs.map(({ typeName }) => textAt(file, typeName.src));
  return {
    file,
    signature: `${name || kind}(${types.join(", ")})`,
    names: [...inputs, ...(returnParameters?.parameters ?? [])].map((parameter) => parameter.name),
  };
}

/** Places count bytes. */
function textAt(file: string, src: string): string {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return Buffer.from(sources[file]?.content ?? "")
    .subarray(start, start + length)
    .toString();
}
