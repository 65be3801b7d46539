#!/usr/bin/env node
// The compiler from npm behind the command line that forge expects: `--version`, or standard JSON from standard input to
// standard output. Compiles only what the tests need, each file as it needs it: with no optimisation but what makes room on
// the stack where mutants are in it, and the way that is the quickest elsewhere. CommonJS: forge starts it by its path alone.
const { readFileSync, writeFileSync } = require("node:fs");
// Forge asks for the version with each run: loading the compiler itself would take longer than most of them.
const { version } = require("solc/package.json");

const STACK_ONLY = {
  viaIR: true,
  optimizer: {
    enabled: true,
    runs: 1,
    details: {
      peephole: false,
      inliner: false,
      jumpdestRemover: false,
      orderLiterals: false,
      deduplicate: false,
      cse: false,
      constantOptimizer: false,
      yul: true,
      yulDetails: { stackAllocation: true, optimizerSteps: "u:" },
    },
  },
};

const OUTPUTS = [
  "abi",
  "evm.bytecode.object",
  "evm.deployedBytecode.object",
  "evm.methodIdentifiers",
];

const GROUPS = [
  { owns: (file) => file.startsWith("contracts/mocks/"), settings: {} },
  // All that tests deploy.
  {
    owns: (file, text) => file.startsWith("contracts/") && /^contract /m.test(text),
    settings: STACK_ONLY,
  },
  { owns: (file) => file.startsWith("test/solidity/libraries/"), settings: STACK_ONLY },
  { owns: (file) => file.startsWith("test/") && file.endsWith(".t.sol"), settings: {} },
];

if (process.argv.includes("--version")) {
  writeFileSync(1, `solc, the solidity compiler commandline interface\nVersion: ${version}\n`);
} else {
  writeFileSync(1, JSON.stringify(compile(JSON.parse(readFileSync(0, "utf8")))));
}

function compile(input) {
  const result = { errors: [], contracts: {}, sources: {} };
  let wanted = Object.keys(input.sources).filter((file) => isWanted(input, file));
  for (const { owns, settings } of GROUPS) {
    const files = wanted.filter((file) => owns(file, input.sources[file].content));
    wanted = wanted.filter((file) => !files.includes(file));
    if (files.length === 0) continue;
    const output = compileGroup(input, files, settings);
    result.errors.push(...(output.errors ?? []).filter(({ severity }) => severity === "error"));
    for (const file of files) result.contracts[file] = output.contracts?.[file] ?? {};
  }
  // forge wants to hear of every file; a number is all that matters of it.
  Object.keys(input.sources).forEach((file, id) => {
    result.sources[file] = { id };
  });
  return result;
}

/** forge asks nothing of the files that it has compiled before. */
function isWanted(input, file) {
  const selection = input.settings.outputSelection;
  const asked = { ...selection["*"], ...selection[file] };
  return Object.values(asked).some(
    (outputs) => outputs.includes("evm.bytecode.object") || outputs.includes("evm.bytecode"),
  );
}

function compileGroup(input, files, settings) {
  const solc = require("solc");
  const outputSelection = Object.fromEntries(files.map((file) => [file, { "*": OUTPUTS }]));
  return JSON.parse(
    solc.compile(
      JSON.stringify({
        language: "Solidity",
        sources: input.sources,
        settings: {
          remappings: input.settings.remappings,
          evmVersion: "cancun",
          metadata: { appendCBOR: false },
          ...settings,
          outputSelection,
        },
      }),
    ),
  );
}
