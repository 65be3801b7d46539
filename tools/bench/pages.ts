import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import hre from "hardhat";
import { freePort } from "../../scripts/cli/local/freePort.ts";
import { findChromium } from "../checks/findChromium.ts";
import { runCommand } from "./audit/runCommand.ts";
import { seedAudited } from "./audit/seedAudited.ts";
import { limitedNode } from "./pages/limitedNode.ts";
import { publishSite } from "./pages/publishSite.ts";
import { openContext, type Visit, visitParty, visitProgram } from "./pages/visit.ts";

// `npm run bench -- pages`: what a visitor waits for on the built site, for a program of 100,000 sales and 5,000 partners over 30 million
// blocks, on nodes that give 10,000 and 500 blocks of logs a request; with history files and without, and again. SALES=2000 is shorter.

const DELAY = 20;
const BLOCKS = 30_000_000;
const PER_BATCH = 50;
const MOST_KILOBYTES = 170;

interface Bar {
  readonly what: string;
  readonly most: number;
  readonly unit: string;
  readonly of: (visit: Visit) => number | undefined;
}

const FIRST: readonly Bar[] = [
  { what: "numbers", most: 2, unit: "s", of: ({ numbers }) => numbers },
  { what: "newest sale", most: 4, unit: "s", of: ({ newestSale }) => newestSale },
  { what: "longest task of the page", most: 100, unit: "ms", of: ({ longestTask }) => longestTask },
  { what: "heap of the page", most: 150, unit: "MiB", of: ({ heap }) => heap },
  { what: "layout shift", most: 0.02, unit: "", of: ({ layoutShift }) => layoutShift },
];
const FROM_FILES: readonly Bar[] = [
  ...FIRST,
  { what: "all of the past", most: 10, unit: "s", of: ({ whole }) => whole },
];
const AGAIN: readonly Bar[] = [
  { what: "numbers", most: 1.5, unit: "s", of: ({ numbers }) => numbers },
  { what: "requests until then", most: 20, unit: "", of: ({ requests }) => requests },
];

const sales = Number(process.env.SALES ?? 100_000);
const partners = Math.min(5_000, sales);
const folder = await mkdtemp(join(tmpdir(), "bench-pages-"));
const port = await freePort(28_545);
const url = `http://127.0.0.1:${port}`;
const override = { initialDate: "2025-01-01T00:00:00Z" };
const server = await hre.network.createServer({ network: "default", override }, "127.0.0.1", port);
await server.listen();
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
try {
  const blocksApart = Math.floor(BLOCKS / Math.ceil(sales / PER_BATCH));
  const { program } = await seedAudited(url, folder, { sales, partners, blocksApart });
  const root = join(folder, "site");
  const out = join(root, "history");
  const synced = ["history", "sync", "--program", program, "--out", out, "--confirmations", "0"];
  const { status } = await runCommand(url, synced);
  if (status !== 0) throw new Error("history sync failed.");
  const site = await publishSite(root);
  console.log("\nJavaScript before a page can show a number, packed");
  for (const { page, kilobytes } of site.weights())
    printRow(page, kilobytes, { most: MOST_KILOBYTES, unit: "kB" });
  for (const blocks of [10_000, 500]) {
    const node = await limitedNode(url, { blocks, delay: DELAY });
    const chains = [{ id: 31_337, nodes: [node.url] }];
    for (const files of [true, false]) {
      const listed = { address: program, chain: 31_337, ...(files && { history: "history" }) };
      await site.list({ chains, programs: [listed] });
      const context = await openContext(browser);
      const page = `${site.url}?program=${program}`;
      const wait = { sales, mostSeconds: files ? 60 : 240 };
      const title = `${blocks} blocks a request, ${files ? "history files" : "the node alone"}`;
      const first = await visitProgram(context, page, node, wait);
      print(`${title}, first visit`, first, files ? FROM_FILES : FIRST);
      const party = `${page}#/program/${program}/partner/0x${(1_000).toString(16).padStart(40, "0")}`;
      const claim = await visitParty(context, party);
      printRow("a partner’s claim", claim, { most: 2, unit: "s" });
      print(`${title}, second visit`, await visitProgram(context, page, node, wait), AGAIN);
      await context.close();
    }
    await node.close();
  }
  await site.close();
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${DELAY} ms to the node`);

function print(title: string, visit: Visit, bars: readonly Bar[]): void {
  console.log(`\n${title}`);
  for (const bar of bars) printRow(bar.what, bar.of(visit), bar);
  const { whole, proved } = visit;
  console.log(
    `  all of the past after ${whole?.toFixed(1) ?? "–"} s, proved after ${proved?.toFixed(1) ?? "–"} s`,
  );
}

function printRow(
  what: string,
  value: number | undefined,
  { most, unit }: Pick<Bar, "most" | "unit">,
): void {
  const isMet = value !== undefined && value <= most;
  if (!isMet) process.exitCode = 1;
  const figure = value === undefined ? "not reached" : `${value.toFixed(most < 1 ? 3 : 1)} ${unit}`;
  console.log(
    `  ${isMet ? "✓" : "✗"} ${what.padEnd(26)} ${figure.trim()} (allowed: ${most} ${unit})`,
  );
}
