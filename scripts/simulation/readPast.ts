import { stat } from "node:fs/promises";
import { unreadableFile } from "../files/unreadableFile.ts";
import type { Progress } from "../Progress.ts";
import type { PastSales } from "./PastSale.ts";
import { readPastRefunds } from "./readPastRefunds.ts";
import { readPastSales } from "./readPastSales.ts";

/** Reads what happened, with a bar for a file that takes long. */
export async function readPast(
  file: string,
  refunds: string | undefined,
  progress: Progress,
): Promise<PastSales> {
  return progress.during("Reading sales, in bytes", await sizeOf(file), async () => {
    const past = await readPastSales(file, (bytes) => progress.add(bytes));
    return {
      file,
      ...past,
      refunds: refunds === undefined ? [] : await readPastRefunds(refunds, past.sales),
    };
  });
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw unreadableFile(file, error);
  }
}
