import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

// `npm run fuzz:differential -- --cases 50000 --seed 7`: a long run of what `npm test` does briefly. So many sales, and equity plans;
// of one of both with `--only programs` or `--only plans`.

const FILES = {
  programs: "test/spec/differential.test.ts",
  plans: "test/spec/equity.test.ts",
} as const;

const { values } = parseArgs({
  options: {
    ...{ cases: { type: "string", default: "10000" }, seed: { type: "string" } },
    only: { type: "string" },
  },
});

const child = spawn("hardhat", ["test", "mocha", ...filesOf(values.only)], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    FUZZ_CASES: wholeNumber("cases", values.cases),
    ...(values.seed === undefined ? {} : { FUZZ_SEED: wholeNumber("seed", values.seed) }),
  },
});
child.on("exit", (status) => {
  process.exitCode = status ?? 1;
});

function filesOf(only: string | undefined): readonly string[] {
  if (only === undefined) return Object.values(FILES);
  if (only === "programs" || only === "plans") return [FILES[only]];
  throw new Error(`--only is "${only}"; it takes programs or plans.`);
}

function wholeNumber(option: string, text: string): string {
  if (/^\d{1,10}$/.test(text)) return text;
  throw new Error(`--${option} is "${text}"; it takes a whole number, as in --${option} 20000.`);
}
