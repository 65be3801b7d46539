#!/usr/bin/env node
// The compiler from npm behind the command line that forge expects: `--version`, or standard JSON
// from standard input to standard output. CommonJS, because forge starts it by its path alone.
const { readFileSync, writeFileSync } = require("node:fs");
const solc = require("solc");

writeFileSync(
  1,
  process.argv.includes("--version")
    ? `solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`
    : solc.compile(readFileSync(0, "utf8")),
);
