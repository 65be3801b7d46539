import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Hex, zeroHash } from "viem";
import { attributeInto } from "../attribution/attributeInto.ts";
import type { Progress } from "../cli/Progress.ts";
import { requireOption } from "../cli/requireOption.ts";
import { findSalesEvidence } from "../evidence/findSalesEvidence.ts";
import { giveRefundsEvidence } from "../evidence/giveRefundsEvidence.ts";
import { writeSalesEvidence } from "../evidence/writeSalesEvidence.ts";
import { exportStored } from "../input/exportStored.ts";
import { readMapping } from "../input/mapping/readMapping.ts";
import { readRules } from "../input/rules/readRules.ts";
import { openStore } from "../input/store/openStore.ts";
import { unreadableFile } from "../text/unreadableFile.ts";
import type { Look } from "./lookAt.ts";
import type { Sources } from "./Sources.ts";

/** A file to post or to refund from, and what its batches commit to. */
interface RoundFile {
  readonly file: string;
  readonly evidence: Hex;
}

export interface Round {
  readonly sales: readonly RoundFile[];
  readonly refunds: readonly RoundFile[];
}

/** Writes what the sources have now as files that can be posted, into a folder. */
export async function prepareRound(
  sources: Sources,
  look: Look,
  folder: string,
  progress: Progress,
): Promise<Round> {
  const stored = sources.store === undefined ? undefined : await takeStored(sources, folder);
  const listed = [...look.sales, ...(stored === undefined ? [] : [stored.sales])];
  const given = sources.refunds === undefined ? [] : [sources.refunds];
  const refunds = [...given, ...(stored === undefined ? [] : [stored.refunds])];
  const folderOfEvidence = sources.evidence?.folder;
  return {
    sales: await Promise.all(
      listed.map((file, index) =>
        sources.attribution === undefined
          ? findCredited(folderOfEvidence, file)
          : attribute(sources, file, join(folder, `credited-${index}.csv`), progress),
      ),
    ),
    refunds: await Promise.all(
      refunds.map(async (file) => ({
        file,
        evidence: await giveRefundsEvidence(folderOfEvidence, file),
      })),
    ),
  };
}

async function findCredited(folder: string | undefined, file: string): Promise<RoundFile> {
  return { file, evidence: await findSalesEvidence(folder, file) };
}

async function takeStored({ store: path = "", mapping, rules }: Sources, folder: string) {
  if (!existsSync(path)) throw unreadableFile(path, { code: "ENOENT" });
  const files = {
    sales: join(folder, "stored-sales.csv"),
    refunds: join(folder, "stored-refunds.csv"),
  };
  const store = openStore(path);
  try {
    await exportStored(store, await readMapping(mapping), files, await readRules(rules));
    return files;
  } finally {
    store.close();
  }
}

/** Gives sales their credits. With evidence they are made of the very files that are published. */
async function attribute(
  { attribution, evidence }: Sources,
  sales: string,
  file: string,
  progress: Progress,
): Promise<RoundFile> {
  if (attribution === undefined) return { file: sales, evidence: zeroHash };
  const { touchpoints, model } = attribution;
  const given = { sales, touchpoints };
  const written =
    evidence === undefined
      ? undefined
      : await writeSalesEvidence({
          ...{ ...given, folder: evidence.folder },
          saltFile: requireOption("salt-file", evidence.saltFile, "the file that hides customers"),
        });
  await attributeInto(file, { ...(written?.files ?? given), model, memory: undefined, progress });
  return { file, evidence: (await written?.finish(file, model)) ?? zeroHash };
}
