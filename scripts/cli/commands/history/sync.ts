import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { counted } from "../../../../core/text/counted.ts";
import { tryToLock } from "../../../files/store/tryToLock.ts";
import { HistoryFolder } from "../../../history/HistoryFolder.ts";
import { type HistorySync, syncHistory } from "../../../history/syncHistory.ts";
import { type TablesWritten, writeTables } from "../../../history/writeTables.ts";
import { createProgress, GOES_ON } from "../../../Progress.ts";
import type { Output } from "../../Output.ts";
import { programCommand } from "../../programCommand.ts";
import { requireConfirmations } from "../../requireConfirmations.ts";

/** `history sync`: keeps a program's events in files that anybody can check, and in a database where one is named. */
export default programCommand<"out" | "confirmations">(async (program, options) => {
  const out = requireOption("out", options.out, "the folder to keep the history in");
  const confirmations = requireConfirmations(program.chain, options.confirmations);
  const progress = createProgress(GOES_ON);
  const identity = { chainId: program.chain.chainId, address: program.address };
  await mkdir(dirname(out), { recursive: true });
  const lock = tryToLock(out, "folder");
  if (lock === undefined) {
    throw new TributaryError(`Another run is at work on ${out}.`, {
      todo: "Wait until it ends, or stop it; then run this again. Nothing is lost.",
    });
  }
  try {
    const folder = await HistoryFolder.open(out, identity);
    const synced = await syncHistory(program, folder, { confirmations, progress });
    const database = process.env.DATABASE_URL;
    const written = await writeTables(program, folder, { progress, database });
    return tell(out, folder, { ...synced, ...written });
  } finally {
    lock.release();
  }
});

function tell(out: string, folder: HistoryFolder, synced: HistorySync & TablesWritten): Output {
  const { parts, events } = folder;
  const block = Number(synced.block);
  return {
    json: {
      ...{ block, events, parts: parts.length, added: synced.events, dropped: synced.dropped },
      database: synced.database,
    },
    text: [
      ...(synced.dropped > 0
        ? [`The chain was reorganised: ${synced.dropped} parts were read anew.`]
        : []),
      `Added ${counted(synced.events, "event")}; ${out} has ${counted(events, "event")} up to block ${block} in ${counted(parts.length, "part")}, all proved by what the program remembers.`,
      ...(synced.database === undefined ? [] : [`The database has them too.`]),
    ].join(" "),
  };
}
