import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import solc from "solc";

export interface Harness {
  /** A contract in test/proofs, in a file of the same name. */
  readonly name: string;
  /**
   * CHC proves what holds after any number of calls. Where variables are multiplied with each other
   * it finds no invariants; those lemmas have no loops and no state, and BMC, which looks at one call
   * with all possible arguments, is complete for them.
   */
  readonly engine: "bmc" | "chc";
  readonly targets: readonly ("assert" | "underflow" | "overflow" | "divByZero")[];
}

export interface ProofResult {
  readonly name: string;
  readonly assertions: number;
  readonly provedAssertions: number;
  /** Assertions, and the checks of arithmetic that the compiler puts in. */
  readonly proved: number;
  /** What was refuted or not proved, as the compiler says it. */
  readonly open: readonly string[];
  readonly seconds: number;
}

interface Diagnostic {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly formattedMessage: string;
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

const compiler: Compiler = solc;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SAFE = /^(?:BMC|CHC): (.*) check is safe!/;

/** Says nothing about a claim: the engine's future, code that no claim uses, the words of an error. */
const BESIDE_THE_POINT = [
  /^The BMC engine .* deprecated/,
  /^Inline assembly may cause SMTChecker/,
  /^Assertion checker does not yet implement type error/,
];

/** Has solc's SMTChecker prove every assertion of a contract, and that its arithmetic is safe. */
export function proveHarness({ name, engine, targets }: Harness): ProofResult {
  const started = performance.now();
  const file = `test/proofs/${name}.sol`;
  const content = readFileSync(`${ROOT}${file}`, "utf8");
  const modelChecker = {
    ...{ engine, targets, contracts: { [file]: [name] } },
    solvers: ["z3"],
    showProvedSafe: true,
    showUnproved: true,
    showUnsupported: true,
  };
  const output = compile({
    language: "Solidity",
    sources: { [file]: { content } },
    settings: { evmVersion: "cancun", modelChecker },
  });
  const proved = output.filter(
    ({ severity, message }) => severity === "info" && SAFE.test(message),
  );
  const open = output.filter(
    (diagnostic) =>
      !proved.includes(diagnostic) &&
      !BESIDE_THE_POINT.some((pattern) => pattern.test(diagnostic.message)),
  );
  return {
    name,
    assertions: content.match(/\bassert\(/g)?.length ?? 0,
    provedAssertions: proved.filter(({ message }) => message.includes("Assertion violation"))
      .length,
    proved: proved.length,
    open: open.map(({ formattedMessage }) => formattedMessage),
    seconds: (performance.now() - started) / 1000,
  };
}

function compile(input: object): readonly Diagnostic[] {
  const read = (path: string) => ({ contents: readFileSync(`${ROOT}${path}`, "utf8") });
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: read })) as {
    errors?: Diagnostic[];
  };
  return output.errors ?? [];
}
