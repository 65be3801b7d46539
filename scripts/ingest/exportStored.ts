import type { DatabaseSync } from "node:sqlite";
import { Inputs } from "./facts/Inputs.ts";
import type { UnreadEvents } from "./facts/UnreadEvents.ts";
import type { Mapping } from "./mapping/Mapping.ts";
import type { Nobody } from "./prepare/describeNobody.ts";
import { prepareInputs } from "./prepare/prepareInputs.ts";
import { NO_SALE } from "./prepare/sortRefunds.ts";
import { writeRefunds } from "./prepare/writeRefunds.ts";
import { writeSales } from "./prepare/writeSales.ts";
import { NO_RULES, type Rules } from "./rules/Rules.ts";
import { readStoreFacts } from "./sources/readStoreFacts.ts";

export interface ExportedFiles {
  readonly sales: string;
  readonly refunds: string;
}

export interface Exported {
  readonly sales: number;
  readonly refunds: number;
  /** Sales and refunds that are left out, by the rules or for what Stripe says of them. */
  readonly setAside: number;
  /** Refunds whose sale is not known, and which are not written. */
  readonly waiting: number;
  readonly nobody: Nobody;
  /** Sales under an open dispute. */
  readonly disputed: readonly string[];
  /** Events of kinds that nobody reads. */
  readonly unread: readonly UnreadEvents[];
}

/** Writes what of the store is revenue as files of sales and refunds, in the order of time: the same as `sales prepare` would. */
export async function exportStored(
  store: DatabaseSync,
  mapping: Mapping,
  files: ExportedFiles,
  rules: Rules = NO_RULES,
): Promise<Exported> {
  const inputs = new Inputs();
  readStoreFacts(store, inputs);
  const { sales, refunds, setAside, nameOf, nobody } = prepareInputs(inputs, {
    ...{ mapping, rules, skew: 0 },
  });
  const left = setAside.filter(({ what }) => what === "sale" || what === "refund");
  const waiting = left.filter(({ rule }) => rule === NO_SALE).length;
  await writeSales(files.sales, sales, nameOf);
  await writeRefunds(files.refunds, refunds);
  return {
    sales: sales.length,
    refunds: refunds.length,
    setAside: left.length - waiting,
    waiting,
    nobody,
    disputed: [...inputs.disputed],
    unread: inputs.unread,
  };
}
