import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { freePort } from "../../scripts/cli/demo/freePort.ts";

// `npm run bench -- posting`: how long `sales post` takes for 10,000 sales of three credits each on a node of its own, whole
// command; the CPU seconds of command and node, and the memory the command takes at most. Fails above 40 s.

const MOST_SECONDS = 40;
const PARTNERS = 100;
/** Of Linux' clock, in which it counts CPU time. */
const TICKS = 100;
const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);

const { values } = parseArgs({ options: { sales: { type: "string", default: "10000" } } });
const count = Number(values.sales);
const folder = await mkdtemp(join(tmpdir(), "bench-posting-"));
const port = await freePort(18_645);
const url = `http://127.0.0.1:${port}`;
const environment = { ...process.env, LOCALHOST_RPC_URL: url };
const node = spawn(process.execPath, [HARDHAT, "node", "--port", String(port)], {
  stdio: "ignore",
  env: environment,
});
try {
  await answers();
  const program = await prepare();
  const before = await usageOf(node);
  const { seconds, cpu, peak, posted } = await post(program);
  const nodeCpu = (await usageOf(node)).cpu - before.cpu;
  console.log(
    `${posted} sales of 3 credits: ${seconds.toFixed(1)} s (allowed: ${MOST_SECONDS} s); CPU: command ${cpu.toFixed(1)} s, node ${nodeCpu.toFixed(1)} s; the command took ${Math.round(peak / 2 ** 20)} MiB`,
  );
  if (posted !== count || seconds > MOST_SECONDS) process.exitCode = 1;
} finally {
  node.kill();
  await rm(folder, { recursive: true });
}

async function answers(): Promise<void> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId" });
  const headers = { "content-type": "application/json" };
  for (;;) {
    const answer = await fetch(url, { method: "POST", body, headers }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
}

/** Deploys a program and enrolls its partners. Returns its address. */
async function prepare(): Promise<string> {
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
  await writeTable("partners.csv", "partner,wallet,tier,joined_at,referrer", partners);
  const header = "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits";
  await writeTable("sales.csv", header, sales);
  const deployed = await run("program", "deploy", "--terms", join(folder, "terms.json"));
  const program = String(deployed.program);
  await run("partners", "enroll", "--program", program, "--file", join(folder, "partners.csv"));
  return program;
}

function writeTable(name: string, header: string, rows: readonly string[]): Promise<void> {
  return writeFile(join(folder, name), `${[header, ...rows].join("\n")}\n`);
}

async function run(...command: readonly string[]): Promise<Record<string, unknown>> {
  const options = [HARDHAT, ...command, "--network", "localhost", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, options, { env: environment });
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function post(program: string) {
  const files = ["--sales", join(folder, "sales.csv"), "--journal", join(folder, "journal.sqlite")];
  const options = ["--network", "localhost", "--program", program, ...files, "--json"];
  const started = performance.now();
  const child = spawn(process.execPath, [HARDHAT, "sales", "post", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment,
  });
  let stdout = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data.toString();
  });
  let usage = { cpu: 0, peak: 0 };
  const watch = setInterval(async () => {
    const now = await usageOf(child).catch(() => usage);
    if (now.cpu >= usage.cpu) usage = now;
  }, 100);
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1_000;
  const { posted } = JSON.parse(stdout) as { posted: number };
  return { seconds, posted, ...usage };
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
