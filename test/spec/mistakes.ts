import { type Hex, size, slice } from "viem";
import type { BatchToPost } from "../../core/spec/postBatch.ts";
import type { Refusal } from "../../core/spec/SpecError.ts";
import { packRaw, type RawBatch } from "./packRaw.ts";
import type { PlacedBatch } from "./placeBatch.ts";

/** What can be wrong with a batch that would be posted, beside what its sales say. */
export const MISTAKES = [
  ...["other head", "overlap", "ahead", "empty window", "closed lane", "no lane", "outside"],
  ...["cut short", "too long", "falling ids", "id twice", "no id", "partner twice", "far place"],
  ...["no sales", "role twice", "zero partner", "no payment", "other payment"],
] as const;

export type Mistake = (typeof MISTAKES)[number];

/** A batch with a mistake, as the spec reads it; and what it is refused for where the spec has no word for it. */
export interface Mistaken {
  readonly batch: BatchToPost;
  readonly refusal: Refusal | undefined;
}

/** Makes a mistake, where the batch has what it takes. */
export function mistake(
  { spec, raw }: PlacedBatch,
  what: Mistake,
  { now, part }: { readonly now: number; readonly part: number },
): Mistaken | undefined {
  const windows = wrongWindow(spec, what, now);
  if (windows !== undefined) return { batch: { ...spec, ...windows }, refusal: undefined };
  const [first, second] = raw.sales;
  switch (what) {
    case "outside": {
      if (spec.until === 0) return undefined;
      const late = { ...raw, sales: raw.sales.map((sale) => ({ ...sale, time: spec.until })) };
      return repack(spec, late, "outsideWindow");
    }
    case "cut short":
      return withBytes(spec, slice(spec.packed, 0, Math.max(1, part % size(spec.packed))));
    case "too long":
      return withBytes(spec, `${spec.packed}${"00".repeat(1 + (part % 100))}`);
    case "falling ids":
      if (second === undefined) return undefined;
      return repack(spec, { ...raw, sales: raw.sales.toReversed() }, "badForm");
    case "id twice": {
      if (first === undefined || second === undefined) return undefined;
      const twice = raw.sales.map((sale, i) => (i === 1 ? { ...sale, id: first.id } : sale));
      return repack(spec, { ...raw, sales: twice }, "badForm");
    }
    case "no id": {
      const nameless = raw.sales.map((sale, i) =>
        i === 0 ? { ...sale, id: `0x${"00".repeat(32)}` as const } : sale,
      );
      return repack(spec, { ...raw, sales: nameless }, "badForm");
    }
    case "partner twice": {
      const [partner] = raw.partners;
      if (partner === undefined) return undefined;
      return repack(spec, { ...raw, partners: [partner, ...raw.partners] }, "badForm");
    }
    case "zero partner":
      return repack(spec, { ...raw, partners: [0, ...raw.partners] }, "badForm");
    case "no sales":
      return repack(spec, { ...raw, count: 0 }, "badForm");
    case "no payment":
      return spec.sales.some(({ payer }) => payer !== undefined)
        ? { batch: spec, refusal: undefined }
        : undefined;
    case "far place":
      return farPlace(spec, raw, part);
    case "role twice":
      return roleTwice(spec, raw);
    default:
      return undefined;
  }
}

function wrongWindow(
  { from, until, lane, head }: BatchToPost,
  what: Mistake,
  now: number,
): Partial<BatchToPost> | undefined {
  const isLate = lane === 0;
  switch (what) {
    case "other head":
      return { head: head ^ 1n };
    case "overlap":
      return isLate ? { until: 1 } : { from: 0 };
    case "ahead":
      return isLate ? { from: 1 } : { until: now + 1 };
    case "empty window":
      return isLate ? { from: 1, until: 1 } : { until: from };
    case "closed lane":
      return { lane: 15, head: 0n, from: 1, until: Math.max(2, until) };
    case "no lane":
      return { lane: 16 };
    default:
      return undefined;
  }
}

function farPlace(spec: BatchToPost, raw: RawBatch, part: number): Mistaken | undefined {
  const index = raw.sales.findIndex(({ credits }) => credits.length > 0);
  if (index < 0) return undefined;
  const far = raw.partners.length + (part % 1_000);
  const sales = raw.sales.map((sale, i) =>
    i === index ? { ...sale, credits: sale.credits.map((one) => ({ ...one, place: far })) } : sale,
  );
  return repack(spec, { ...raw, sales }, "badForm");
}

/** The same credit again, without weights. */
function roleTwice(spec: BatchToPost, raw: RawBatch): Mistaken | undefined {
  const index = raw.sales.findIndex(({ credits, weighted }) => credits.length > 0 && !weighted);
  if (index < 0) return undefined;
  const sales = raw.sales.map((sale, i) =>
    i === index ? { ...sale, credits: sale.credits.flatMap((one) => [one, one]) } : sale,
  );
  return repack(spec, { ...raw, sales }, "unknownRole");
}

function repack(spec: BatchToPost, raw: RawBatch, refusal: Mistaken["refusal"]): Mistaken {
  return { batch: { ...spec, packed: packRaw(raw) }, refusal };
}

function withBytes(spec: BatchToPost, packed: Hex): Mistaken {
  return { batch: { ...spec, packed }, refusal: "badForm" };
}
