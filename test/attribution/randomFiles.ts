import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createNumbers } from "../../tools/bench/createNumbers.ts";

const START = Date.UTC(2026, 0, 1);
const ROLES = ["discovery", "education", "conversion"];

/** A sales file and a touchpoints file. */
export interface Files {
  readonly sales: string;
  readonly touchpoints: string;
}

export interface RandomFiles {
  readonly sales: number;
  readonly touches: number;
  readonly customers: number;
  readonly seed: number;
}

/**
 * Writes files that are the same for a seed. Times are whole hours of 60 days, so that many touches are of one second, and many
 * of the second of a sale; amounts go up to 10^26 of the smallest unit.
 */
export async function writeRandomFiles(
  folder: string,
  { sales, touches, customers, seed }: RandomFiles,
): Promise<Files> {
  const below = createNumbers(seed);
  const time = () => new Date(START + below(60 * 24) * 3_600_000).toISOString();
  const touchRows = Array.from({ length: touches }, () =>
    [
      `C-${below(customers)}`,
      `Partner ${below(8)}`,
      ROLES[below(3)],
      `channel ${below(4)}`,
      time(),
    ].join(","),
  );
  const saleRows = Array.from({ length: sales }, (_, index) => {
    const isEther = below(5) === 0;
    const amount = `${1 + below(100_000_000)}.${isEther ? String(below(2 ** 31)).padStart(18, "7") : below(1_000_000)}`;
    const sale = [`S-${index}`, `C-${below(customers)}`, "initial", amount];
    return [...sale, isEther ? "ETH" : "USDC", time(), "Team"].join(",");
  });
  await mkdir(folder, { recursive: true });
  const files = { sales: join(folder, "sales.csv"), touchpoints: join(folder, "touchpoints.csv") };
  await writeFile(
    files.sales,
    ["sale_id,customer_id,kind,amount,currency,occurred_at,product", ...saleRows, ""].join("\n"),
  );
  await writeFile(
    files.touchpoints,
    ["customer_id,partner,role,channel,occurred_at", ...touchRows, ""].join("\n"),
  );
  return files;
}
