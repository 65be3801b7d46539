import { existsSync } from "node:fs";
import { join } from "node:path";
import { unreadableFile } from "../../files/unreadableFile.ts";
import { Inputs } from "../../ingest/facts/Inputs.ts";
import type { SetAside } from "../../ingest/facts/SetAside.ts";
import { readMapping } from "../../ingest/mapping/readMapping.ts";
import { prepareInputs } from "../../ingest/prepare/prepareInputs.ts";
import { writePrepared } from "../../ingest/prepare/writePrepared.ts";
import { readRules } from "../../ingest/rules/readRules.ts";
import { endpointStore } from "../../ingest/sources/endpointStore.ts";
import { touchpoints as touchpointsFile } from "../../ingest/sources/touchpoints.ts";
import { DISPUTE_WON, REFUND_FAILED } from "../../ingest/store/storedRefunds.ts";
import type { Sources } from "./Sources.ts";

/** The rules of what went back and came again. */
const CAME_BACK = [REFUND_FAILED, DISPUTE_WON];

/** What the endpoint's store has to be posted, in files. */
export interface TakenStore {
  readonly sales: string;
  readonly touchpoints: string;
  readonly refunds: string;
  /** Whether there is any sale among them. */
  readonly hasSales: boolean;
  /** When the next sale settles, in milliseconds; infinite where all have. */
  readonly settlesAt: number;
  /** Refunds that have failed since they were told. */
  readonly failed: readonly SetAside[];
  /** Ids of its sales with neither a customer nor a code or link of a partner. */
  readonly ofNobody: readonly string[];
}

/**
 * Writes what the store tells as `sales prepare` does, but for the sales that more may be told of: the event that says who the
 * customer is, or that a refund is pending, may be the last.
 */
export async function takeStored(sources: Sources, folder: string): Promise<TakenStore> {
  const { store = "", settle, skew, attribution } = sources;
  const [mapping, rules] = [await readMapping(sources.mapping), await readRules(sources.rules)];
  const inputs = new Inputs();
  // Of before the store is read: what comes while the rest is read is not in it.
  const now = Date.now();
  const receivedAt = readStore(store, inputs);
  if (attribution?.touchpoints !== undefined)
    await touchpointsFile.read(attribution.touchpoints, inputs);
  const prepared = prepareInputs(inputs, { mapping, rules, skew });
  const settlesAt = (sale: string) => ((receivedAt.get(sale) ?? 0) + settle) * 1_000;
  const sales = prepared.sales.filter(({ id }) => settlesAt(id) <= now);
  const refunds = prepared.refunds.filter(({ saleId }) => settlesAt(saleId) <= now);
  await writePrepared(folder, { ...prepared, sales, refunds }, (name) => name);
  const open = [...receivedAt.keys()].map(settlesAt).filter((time) => time > now);
  return {
    sales: join(folder, "sales.csv"),
    touchpoints: join(folder, "touchpoints.csv"),
    refunds: join(folder, "refunds.csv"),
    hasSales: sales.length > 0,
    settlesAt: open.reduce((first, time) => Math.min(first, time), Number.POSITIVE_INFINITY),
    failed: prepared.setAside.filter(({ rule }) => CAME_BACK.includes(rule)),
    ofNobody: prepared.nobody.sales.filter((id) => settlesAt(id) <= now),
  };
}

function readStore(path: string, inputs: Inputs): ReadonlyMap<string, number> {
  if (!existsSync(path)) throw unreadableFile(path, { code: "ENOENT" });
  return endpointStore.read(path, inputs);
}
