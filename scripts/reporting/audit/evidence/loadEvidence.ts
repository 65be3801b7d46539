import { type Hex, zeroHash } from "viem";
import type { History } from "../../../../core/ledger/History.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { CREDITS_COLUMNS } from "../../../attribution/evidence/CREDITS_COLUMNS.ts";
import type { EvidentRefunds, EvidentSales } from "../../../attribution/evidence/Evidence.ts";
import { EvidenceFolder } from "../../../attribution/evidence/EvidenceFolder.ts";
import { hashFile } from "../../../attribution/evidence/hashFile.ts";
import type { Manifest, SalesManifest } from "../../../attribution/evidence/Manifest.ts";
import { parseManifest } from "../../../attribution/evidence/parseManifest.ts";
import { readEvidentRefunds } from "../../../attribution/evidence/readEvidentRefunds.ts";
import { readEvidentSales } from "../../../attribution/evidence/readEvidentSales.ts";
import { readTable } from "../../../files/table/readTable.ts";
import type { Progress } from "../../../Progress.ts";
import type { Difference } from "../Difference.ts";
import { compareCredits } from "./compareCredits.ts";

/** All evidence that a program's batches commit to, as far as a folder has it. */
export interface LoadedEvidence {
  readonly sales: ReadonlyMap<Hex, EvidentSales>;
  readonly refunds: ReadonlyMap<Hex, EvidentRefunds>;
  /** What of it is missing, was changed, or does not follow from the rest. */
  readonly differences: readonly Difference[];
}

/** Reads the evidence of a history and attributes its sales anew. */
export async function loadEvidence(
  path: string,
  { events }: Pick<History, "events">,
  progress: Progress,
): Promise<LoadedEvidence> {
  const folder = new EvidenceFolder(path);
  // A folder that is not there is a mistake of the command, not of the evidence.
  await folder.names();
  const sales = new Map<Hex, EvidentSales>();
  const refunds = new Map<Hex, EvidentRefunds>();
  const differences: Difference[] = [];
  for (const hash of hashesIn(events)) {
    const manifest = await readManifest(folder, hash, differences);
    if (manifest === undefined) continue;
    const isWhole = await checkFiles(folder, manifest, differences);
    if (!isWhole) continue;
    try {
      if (manifest.of === "refunds")
        refunds.set(hash, await readEvidentRefunds(folder.pathOf(manifest.files.refunds)));
      else sales.set(hash, await readSales(folder, manifest, { progress, hash, differences }));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      differences.push({
        what: `evidence ${hash}`,
        expected: "files that can be read",
        found: whyUnreadable(error),
      });
    }
  }
  return { sales, refunds, differences };
}

/** What to do about it is not told: here nothing is sent, and the files are another's. */
function whyUnreadable(error: Error): string {
  return error instanceof TributaryError ? error.shortMessage.replace(/\.$/, "") : error.message;
}

/** The evidence that events name, each once. */
function hashesIn(events: History["events"]): Set<Hex> {
  const given = events.flatMap(({ event }) =>
    event.eventName === "EvidenceGiven" || event.eventName === "BatchPosted"
      ? [event.args.evidence]
      : [],
  );
  return new Set(given.filter((hash) => hash !== zeroHash));
}

async function readManifest(
  folder: EvidenceFolder,
  hash: Hex,
  differences: Difference[],
): Promise<Manifest | undefined> {
  const what = `evidence ${hash}`;
  const name = `${hash.slice(2)}.json`;
  if (!(await folder.has(name))) {
    differences.push({ what, expected: `the file ${name}`, found: `none in ${folder.path}` });
    return undefined;
  }
  await checkHash(folder, name, differences);
  const manifest = parseManifest((await folder.readManifest(hash)) ?? "");
  if (typeof manifest !== "string") return manifest;
  differences.push({ what, expected: "a manifest that this version knows", found: manifest });
  return undefined;
}

/** Whether all files are there. One whose content was changed is said, and read as it is, so that what follows is found. */
async function checkFiles(
  folder: EvidenceFolder,
  { files }: Manifest,
  differences: Difference[],
): Promise<boolean> {
  let isWhole = true;
  for (const [role, name] of Object.entries(files)) {
    if (await folder.has(name)) await checkHash(folder, name, differences);
    else {
      isWhole = false;
      const found = `none in ${folder.path}`;
      differences.push({ what: `evidence: ${role}`, expected: `the file ${name}`, found });
    }
  }
  return isWhole;
}

async function checkHash(
  folder: EvidenceFolder,
  name: string,
  differences: Difference[],
): Promise<void> {
  const found = await hashFile(folder.pathOf(name));
  const [expected = ""] = name.split(".");
  if (found === expected) return;
  // Files that several manifests name are said once.
  const what = `content of ${name}`;
  if (!differences.some((one) => one.what === what)) differences.push({ what, expected, found });
}

async function readSales(
  folder: EvidenceFolder,
  { files, model }: SalesManifest,
  context: { progress: Progress; hash: Hex; differences: Difference[] },
): Promise<EvidentSales> {
  const { progress, hash, differences } = context;
  const sales = await readEvidentSales(
    {
      sales: folder.pathOf(files.sales),
      touchpoints: folder.pathOf(files.touchpoints),
      model,
    },
    progress,
  );
  const rows = await readTable(folder.pathOf(files.credits), CREDITS_COLUMNS);
  for (const { what, ...rest } of compareCredits(sales, rows))
    differences.push({ what: `evidence ${hash}: ${what}`, ...rest });
  return sales;
}
