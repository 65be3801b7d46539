import { findByName } from "./checks/findByName.ts";
import { runCommand } from "./checks/runCommand.ts";

// `npm run bench -- attribution`: measures one thing; without a name, lists them. All but gas, which says so, fail above their bar.

const BENCHES = [
  { name: "gas", does: "what each operation costs (npm run bench:gas)", runner: "hardhat run" },
  { name: "posting", does: "sales post for 10,000 sales", runner: "node" },
  { name: "audit", does: "audit --evidence for 100,000 sales", runner: "hardhat run" },
  { name: "attribution", does: "six models over 10,000,000 touchpoints", runner: "node" },
  { name: "models", does: "the models over paths for a million paths", runner: "node" },
  { name: "simulate", does: "simulate for a million sales", runner: "node" },
  { name: "pages", does: "the site with 100,000 sales, on limited nodes", runner: "hardhat run" },
];

const [name, ...options] = process.argv.slice(2);
if (name === undefined) {
  const lines = BENCHES.map((bench) => `  ${bench.name.padEnd(13)}${bench.does}`);
  console.log(`npm run bench -- <name>\n\n${lines.join("\n")}`);
} else {
  const bench = findByName(BENCHES, name, "bench");
  process.exitCode = await runCommand(
    [bench.runner, `tools/bench/${bench.name}.ts`, ...options].join(" "),
  );
}
