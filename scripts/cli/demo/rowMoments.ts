import { readFile } from "node:fs/promises";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { postSalesOnTime } from "../../posting/sales/postSalesOnTime.ts";
import { refundSalesOnTime } from "../../posting/sales/refundSales.ts";
import { QUIET } from "../../QUIET.ts";
import type { Stage } from "./Stage.ts";
import type { Moment } from "./Story.ts";

const TIME = /\d{4}-\d{2}-\d{2}T[\d:]+Z/;

/** The sales of a file, each posted when it happened. */
export function saleMoments(stage: Stage, program: Program, path: string): Promise<Moment[]> {
  return rowMoments(stage, path, async (file) => {
    const { account } = stage;
    return postSalesOnTime(program, { file, account, progress: QUIET });
  });
}

/** The refunds of a file, the same way. */
export function refundMoments(stage: Stage, program: Program, path: string): Promise<Moment[]> {
  return rowMoments(stage, path, async (file) => {
    const { account } = stage;
    return refundSalesOnTime(program, { file, account, progress: QUIET });
  });
}

/** A file of each row alone, for other programs have theirs between them and a chain's clock only goes forward. */
async function rowMoments(
  stage: Stage,
  path: string,
  play: (file: string) => Promise<{ readonly refused: readonly RefusedRow[] }>,
): Promise<Moment[]> {
  const [header = "", ...rows] = (await readFile(path, "utf8")).trim().split("\n");
  return rows.map((row) => ({
    at: TIME.exec(row)?.[0] ?? "",
    isTimed: true,
    act: async () => {
      const file = await stage.copy(path, () => `${header}\n${row}\n`);
      const [refused] = (await play(file)).refused;
      if (refused !== undefined) throw new RangeError(refused.why);
    },
  }));
}
