import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeJourneys } from "./attribution/writeJourneys.ts";

// `npm run bench -- attribution`: how long six models at once take over 10,000,000 touchpoints and 2,000,000 sales of 5,000
// partners, and the memory at most. The input is made here, the same each time, and the work is done in a process of its own.
// `-- --touchpoints 50000000` has five times as many, `--format csv` reads CSV. Fails above the bars that are printed.

const { values } = parseArgs({
  options: {
    touchpoints: { type: "string", default: "10000000" },
    format: { type: "string", default: "parquet" },
    memory: { type: "string" },
  },
});
const count = Number(values.touchpoints);
const isLarge = count > 10_000_000;
const most = { seconds: isLarge ? 25 : 5, memory: (isLarge ? 3 : 1) * 2 ** 30 };
const memory = values.memory === undefined ? most.memory : Number(values.memory) * 2 ** 20;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peak: number;
  readonly attributed: number;
  readonly touches: number;
}

const folder = await mkdtemp(join(tmpdir(), "bench-attribution-"));
try {
  const files = await writeJourneys(folder, count, values.format);
  const measured = await measure([files.sales, files.touchpoints, String(memory)]);
  const { seconds, cpuSeconds, peak, attributed, touches } = measured;
  const figures = `${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s), ${Math.round(peak / 2 ** 20)} MiB`;
  console.log(
    `${count} touchpoints (${values.format}), ${attributed} sales with ${touches} touches, six models`,
  );
  console.log(`${figures} (allowed: ${most.seconds} s, ${most.memory / 2 ** 20} MiB)`);
  if (seconds > most.seconds || peak > most.memory) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

async function measure(commandLine: readonly string[]): Promise<Measured> {
  const script = fileURLToPath(new URL("attribution/measureModels.ts", import.meta.url));
  const child = spawn(process.execPath, [script, ...commandLine], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`the measured process ended with ${status}`);
  return JSON.parse(output) as Measured;
}
