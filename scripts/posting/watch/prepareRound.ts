import { join } from "node:path";
import { type Hex, zeroHash } from "viem";
import { requireOption } from "../../../core/requireOption.ts";
import { attributeInto } from "../../attribution/attributeInto.ts";
import { findSalesEvidence } from "../../attribution/evidence/findSalesEvidence.ts";
import { giveRefundsEvidence } from "../../attribution/evidence/giveRefundsEvidence.ts";
import { writeSalesEvidence } from "../../attribution/evidence/writeSalesEvidence.ts";
import type { ModelParameters } from "../../attribution/models/ModelParameters.ts";
import type { SetAside } from "../../ingest/facts/SetAside.ts";
import type { Progress } from "../../Progress.ts";
import type { Look } from "./lookAt.ts";
import type { Sources } from "./Sources.ts";
import { takeStored } from "./takeStored.ts";

/** A file to post or to refund from, and what its batches commit to. */
interface RoundFile {
  readonly file: string;
  readonly evidence: Hex;
}

export interface Round {
  readonly sales: readonly RoundFile[];
  readonly refunds: readonly RoundFile[];
  /** When there is more to do though nothing changes, in milliseconds. */
  readonly dueAt: number;
  /** Refunds that have failed since they were told. */
  readonly failed: readonly SetAside[];
  /** Ids of the store's sales that nobody can be credited for. */
  readonly ofNobody: readonly string[];
}

/** Writes what the sources have now as files that can be posted, into a folder. */
export async function prepareRound(
  sources: Sources,
  look: Look,
  folder: string,
  progress: Progress,
): Promise<Round> {
  const { attribution, evidence } = sources;
  const stored = sources.store === undefined ? undefined : await takeStored(sources, folder);
  const touchpoints = attribution?.touchpoints;
  const listed = [
    ...look.sales.map((sales) => ({ sales, touchpoints })),
    ...(stored?.hasSales ? [stored] : []),
  ];
  const refunds = [sources.refunds, stored?.refunds].filter((file) => file !== undefined);
  const sales: RoundFile[] = [];
  // One after the other: each may take much memory.
  for (const [index, { sales: file, touchpoints: touches }] of listed.entries()) {
    sales.push(
      attribution === undefined || touches === undefined
        ? await findCredited(evidence?.folder, file)
        : await attribute(
            { sales: file, touchpoints: touches },
            attribution.model,
            evidence,
            join(folder, `credited-${index}.csv`),
            progress,
          ),
    );
  }
  return {
    sales,
    refunds: await Promise.all(
      refunds.map(async (file) => ({
        file,
        evidence: await giveRefundsEvidence(evidence?.folder, file),
      })),
    ),
    dueAt: stored?.settlesAt ?? Number.POSITIVE_INFINITY,
    failed: stored?.failed ?? [],
    ofNobody: stored?.ofNobody ?? [],
  };
}

async function findCredited(folder: string | undefined, file: string): Promise<RoundFile> {
  return { file, evidence: await findSalesEvidence(folder, file) };
}

/** Gives sales their credits. With evidence they are made of the very files that are published. */
async function attribute(
  given: { readonly sales: string; readonly touchpoints: string },
  model: ModelParameters,
  evidence: Sources["evidence"],
  file: string,
  progress: Progress,
): Promise<RoundFile> {
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
