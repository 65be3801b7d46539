import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// `npm run bench -- simulate`: how long `simulate` takes for a million sales of three credits each, whole command, and the
// memory it takes at most. Fails above 20 s or 1 GiB. The input is made here, the same each time.

const MOST_SECONDS = 20;
const MOST_BYTES = 2 ** 30;

const { values } = parseArgs({ options: { sales: { type: "string", default: "1000000" } } });
const count = Number(values.sales);
const folder = await mkdtemp(join(tmpdir(), "bench-simulate-"));
try {
  const files = {
    terms: join(folder, "terms.json"),
    partners: join(folder, "partners.csv"),
    sales: join(folder, "sales.csv"),
  };
  await writeFile(files.terms, JSON.stringify(makeTerms()));
  await writeFile(files.partners, makePartners());
  await writeSales(files.sales);
  const started = performance.now();
  const { status, peak } = await simulate(files);
  const seconds = (performance.now() - started) / 1_000;
  const figures = `${count} sales of 3 credits: ${seconds.toFixed(1)} s, ${Math.round(peak / 2 ** 20)} MiB`;
  console.log(`${figures} (allowed: ${MOST_SECONDS} s, ${MOST_BYTES / 2 ** 20} MiB)`);
  if (status !== 0 || seconds > MOST_SECONDS || peak > MOST_BYTES) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

/** Tiers, tenure, network and volume bonuses, a net role and standing lines, one with a cap. */
function makeTerms() {
  const affiliate = {
    rates: { "*": "5%" },
    tenure: ["0%", "1%", "2%"],
    network: { every: 100, add: "0.1%", max: "1%" },
    volume: { every: "100000", add: "0.1%", max: "2%" },
    tiers: { associate: "0%", partner: "1%" },
  };
  return {
    name: "Benchmark",
    currencies: ["USDC"],
    period: "30d",
    kinds: ["initial", "renewal", "expansion"],
    roles: {
      affiliate,
      coach: { rates: { expansion: "10%", "*": "4%" } },
      integration: { rates: { "*": "8%" } },
      template: { of: "net", rates: { "*": "5%" } },
      training: { of: "net", rates: { initial: "12%", "*": "6%" } },
    },
    standing: [
      { name: "moderators", holder: walletOf(1), rate: "2%" },
      { name: "tech", holder: walletOf(2), tenure: ["6%", "4%"], kinds: ["initial"] },
    ],
  };
}

function makePartners(): string {
  const rows = Array.from({ length: 1_000 }, (_, index) =>
    [
      `Partner ${index}`,
      walletOf(1_000 + index),
      index % 3 === 0 ? "partner" : "associate",
      `202${index % 5}-01-01`,
      "",
    ].join(","),
  );
  return ["partner,wallet,tier,joined_at,referrer", ...rows].join("\n");
}

async function writeSales(file: string): Promise<void> {
  const kinds = ["initial", "renewal", "expansion"];
  const roles = ["integration", "coach", "affiliate", "template", "training"];
  const year = 365 * 86_400_000;
  const out = createWriteStream(file);
  out.write("sale_id,customer_id,kind,amount,currency,occurred_at,product,credits\n");
  for (let index = 0; index < count; index += 1) {
    const time = new Date(Date.UTC(2025, 0, 1) + Math.floor((index * year) / count));
    const credits = [0, 1, 2].map((one) => {
      const partner = (index * 7 + one * 131) % 1_000;
      return `Partner ${partner}:${roles[(index + one) % roles.length]}:${1 + ((index + one) % 3)}`;
    });
    const amount = `${10 + ((index * 37) % 990)}.${String(index % 100).padStart(2, "0")}`;
    const sale = [`S-${index}`, `C-${index % 5_000}`, kinds[index % 3], amount, "USDC"];
    const row = [...sale, time.toISOString(), "Team", credits.join(";")].join(",");
    if (!out.write(`${row}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}

/** Runs the command as a user does. The memory is what Linux tells of the process. */
async function simulate(files: Record<string, string>) {
  const hardhat = fileURLToPath(
    new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
  );
  const options = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file]);
  const child = spawn(process.execPath, [hardhat, "simulate", ...options, "--json"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await peakOf(child.pid));
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  return { status, peak };
}

async function peakOf(pid: number | undefined): Promise<number> {
  try {
    const text = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

function walletOf(index: number): string {
  return `0x${index.toString(16).padStart(40, "0")}`;
}
