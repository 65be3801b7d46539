import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { freePort } from "../../scripts/cli/local/freePort.ts";

// `npm run bench -- posting`: how long `sales post` takes for 10,000 sales of three credits each on a node of its own, whole
// command; the CPU seconds of command and node, and the memory the command takes at most. Fails above 40 s; with
// `--beside <folder>`, a worktree of the project as it stood before batches, above 0.35 of the time that one takes.

const MOST_SECONDS = 40;
const MOST_OF_BEFORE = 0.35;
const PARTNERS = 100;
/** Of Linux' clock, in which it counts CPU time. */
const TICKS = 100;
const HARDHAT = "node_modules/hardhat/dist/src/cli.js";

/** A project's command against a node of its own. */
interface Setting {
  /** Where the project lies. */
  readonly root: string;
  /** Where the files lie that it reads. */
  readonly folder: string;
  readonly url: string;
  readonly environment: NodeJS.ProcessEnv;
}

const { values } = parseArgs({
  options: { sales: { type: "string", default: "10000" }, beside: { type: "string" } },
});
const count = Number(values.sales);
const seconds = await measure(resolve("."));
if (values.beside === undefined) {
  if (seconds > MOST_SECONDS) process.exitCode = 1;
} else {
  const before = await measure(resolve(values.beside));
  const part = seconds / before;
  console.log(`${part.toFixed(2)} of the time before (allowed: ${MOST_OF_BEFORE})`);
  if (part > MOST_OF_BEFORE) process.exitCode = 1;
}

/** Runs the whole command on a fresh node. Returns its seconds. */
async function measure(root: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "bench-posting-"));
  const port = await freePort(18_645);
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...process.env, LOCALHOST_RPC_URL: url };
  const setting = { root, folder, url, environment };
  const node = spawn(process.execPath, [HARDHAT, "node", "--port", String(port)], {
    stdio: "ignore",
    env: environment,
    cwd: root,
  });
  try {
    await answers(setting);
    const program = await prepare(setting);
    const before = await usageOf(node);
    const { took, cpu, peak, posted } = await post(setting, program);
    const nodeCpu = (await usageOf(node)).cpu - before.cpu;
    if (posted !== count) throw new Error(`${root} posted ${posted} of ${count} sales.`);
    console.log(
      `${posted} sales of 3 credits: ${took.toFixed(1)} s; CPU: command ${cpu.toFixed(1)} s, node ${nodeCpu.toFixed(1)} s; the command took ${Math.round(peak / 2 ** 20)} MiB`,
    );
    return took;
  } finally {
    node.kill();
    await rm(folder, { recursive: true });
  }
}

async function answers({ url }: Setting): Promise<void> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId" });
  const headers = { "content-type": "application/json" };
  for (;;) {
    const answer = await fetch(url, { method: "POST", body, headers }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
}

/** Deploys a program and enrolls its partners. Returns its address. */
async function prepare(setting: Setting): Promise<string> {
  const { folder } = setting;
  const roles = { affiliate: "10%", coach: "5%", integration: "15%" };
  const terms = {
    ...{ name: "Benchmark", currencies: ["USDC"], period: "30d", holdPeriods: 1, ceiling: "60%" },
    kinds: ["initial", "renewal"],
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, rate]) => [role, { rates: { "*": rate } }]),
    ),
    standing: [{ name: "moderators", holder: walletOf(9_999), rate: "2%" }],
  };
  const partners = Array.from({ length: PARTNERS }, (_, i) => `p${i},${walletOf(i)},,2025-01-01,`);
  const sales = Array.from({ length: count }, (_, i) => {
    const credits = Object.keys(roles).map(
      (role, k) => `p${(i * 7 + k * 31) % PARTNERS}:${role}:1`,
    );
    const amount = `${10 + (i % 90)}.${10 + (i % 89)}`;
    return `S-${i},c,${i % 3 ? "renewal" : "initial"},${amount},USDC,2026-01-01,p,${credits.join(";")}`;
  });
  await writeFile(join(folder, "terms.json"), JSON.stringify(terms));
  await writeTable(folder, "partners.csv", "partner,wallet,tier,joined_at,referrer", partners);
  const header = "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits";
  await writeTable(folder, "sales.csv", header, sales);
  const deployed = await run(setting, "program", "deploy", "--terms", join(folder, "terms.json"));
  const program = String(deployed.program);
  await run(
    setting,
    "partners",
    "enroll",
    "--program",
    program,
    "--file",
    join(folder, "partners.csv"),
  );
  return program;
}

function writeTable(
  folder: string,
  name: string,
  header: string,
  rows: readonly string[],
): Promise<void> {
  return writeFile(join(folder, name), `${[header, ...rows].join("\n")}\n`);
}

async function run(
  { root, environment }: Setting,
  ...command: readonly string[]
): Promise<Record<string, unknown>> {
  const options = [HARDHAT, ...command, "--network", "localhost", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, options, {
    env: environment,
    cwd: root,
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function post({ root, folder, environment }: Setting, program: string) {
  const files = ["--sales", join(folder, "sales.csv"), "--journal", join(folder, "journal.sqlite")];
  const options = ["--network", "localhost", "--program", program, ...files, "--json"];
  const started = performance.now();
  const child = spawn(process.execPath, [HARDHAT, "sales", "post", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment,
    cwd: root,
  });
  let stdout = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data.toString();
  });
  let usage = { cpu: 0, peak: 0 };
  const watch = setInterval(async () => {
    const now = await usageOf(child).catch(() => usage);
    // One that has ended has no memory left.
    const peak = Math.max(now.peak, usage.peak);
    if (now.cpu >= usage.cpu) usage = { cpu: now.cpu, peak };
  }, 100);
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const took = (performance.now() - started) / 1_000;
  const { posted } = JSON.parse(stdout) as { posted: number };
  return { took, posted, ...usage };
}

/** What Linux tells of a process: CPU seconds, and the most memory so far in bytes. */
async function usageOf({ pid }: ChildProcess): Promise<{ cpu: number; peak: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return {
    cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
    peak: Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024,
  };
}

function walletOf(index: number): string {
  return `0x${(0x1000 + index).toString(16).padStart(40, "0")}`;
}
