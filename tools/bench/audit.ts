import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import hre from "hardhat";
import { freePort } from "../../scripts/cli/local/freePort.ts";
import { runCommand } from "./audit/runCommand.ts";
import { seedAudited } from "./audit/seedAudited.ts";

// `npm run bench -- audit`: how long the whole command `audit --evidence` takes for 100,000 posted sales of three touches each,
// against a node over HTTP: attribution, rates, lines and balances. The sales are attributed by the command and posted
// before, in large batches and with nothing else than the contract's own `post`. Fails above 60 s. SALES=1000 is shorter.

const MOST_SECONDS = 60;

const count = Number(process.env.SALES ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), "bench-audit-"));
const port = await freePort(28_545);
const url = `http://127.0.0.1:${port}`;
const override = { initialDate: "2025-01-01T00:00:00Z" };
const server = await hre.network.createServer({ network: "default", override }, "127.0.0.1", port);
await server.listen();
try {
  const { program, evidence } = await seedAudited(url, folder, {
    ...{ sales: count, partners: 1_000, blocksApart: 0 },
  });
  const options = ["--program", program, "--evidence", evidence, "--json"];
  const before = process.cpuUsage();
  const audit = await runCommand(url, ["audit", ...options]);
  const { user, system } = process.cpuUsage(before);
  const { equal, checked, evidence: compared } = JSON.parse(audit.stdout);
  const figures = [
    `${audit.seconds.toFixed(1)} s (allowed: ${MOST_SECONDS} s)`,
    `${audit.cpuSeconds.toFixed(1)} CPU seconds`,
    `${Math.round(audit.peak / 2 ** 20)} MiB at most`,
    `the node beside it ${((user + system) / 1e6).toFixed(1)} CPU seconds`,
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  ];
  console.log(`${checked.sales} sales audited: ${figures.join("; ")}`);
  if (!equal) console.log(audit.stdout);
  const isWhole = checked.sales === count && compared.sales === count;
  if (audit.status !== 0 || !isWhole || audit.seconds > MOST_SECONDS) process.exitCode = 1;
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
