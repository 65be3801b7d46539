import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "./randomFiles.ts";

/** A path such as `a > b`, as many sales at its end, and as many customers who took it and bought nothing. */
export interface Journey {
  readonly path: string;
  readonly sales: number;
  readonly nulls?: number;
  readonly amount?: string;
}

/** Writes journeys as files: a customer each, whose partners are the path's channels in the role of affiliates, an hour apart. */
export async function writeJourneys(folder: string, journeys: readonly Journey[]): Promise<Files> {
  const touches = ["customer_id,partner,role,channel,occurred_at"];
  const sales = ["sale_id,customer_id,kind,amount,currency,occurred_at,product"];
  let customer = 0;
  for (const { path, sales: bought, nulls = 0, amount = "1" } of journeys) {
    const steps = path.split(" > ");
    for (let copy = 0; copy < bought + nulls; copy += 1) {
      customer += 1;
      for (const [hour, name] of steps.entries()) {
        touches.push(`C-${customer},${name},affiliate,${name},${timeAt(hour)}`);
      }
      if (copy >= bought) continue;
      sales.push(`S-${customer},C-${customer},initial,${amount},USDC,${timeAt(steps.length)},`);
    }
  }
  const files = { sales: join(folder, "sales.csv"), touchpoints: join(folder, "touchpoints.csv") };
  await writeFile(files.sales, `${sales.join("\n")}\n`);
  await writeFile(files.touchpoints, `${touches.join("\n")}\n`);
  return files;
}

function timeAt(hour: number): string {
  return new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
}
