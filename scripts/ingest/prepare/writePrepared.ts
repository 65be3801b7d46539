import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toIsoTime } from "../../../core/text/toIsoTime.ts";
import { sheetOf } from "../../files/table/sheetOf.ts";
import { writeCsv } from "../../files/table/writeCsv.ts";
import type { SetAside } from "../facts/SetAside.ts";
import type { Prepared } from "./prepareInputs.ts";
import { writeRefunds } from "./writeRefunds.ts";
import { writeSales } from "./writeSales.ts";

const TOUCH_FIELDS = ["customer_id", "partner", "role", "channel", "occurred_at"];

const SET_ASIDE_FIELDS = [
  ...["what", "id", "customer_id", "kind", "amount", "currency", "occurred_at", "product"],
  ...["from", "rule", "reason"],
];

/**
 * Writes touchpoints.csv, sales.csv and refunds.csv, and what is not among them as excluded.csv and review.csv, for people.
 * @param hide What stands for a customer's name in all of them.
 */
export async function writePrepared(
  folder: string,
  prepared: Prepared,
  hide: (name: string) => string,
): Promise<void> {
  const { sales, refunds, touches, setAside, nameOf } = prepared;
  const named = (name: string) => (name === "" ? "" : hide(nameOf(name)));
  await mkdir(folder, { recursive: true });
  const hasIds = touches.some(({ id }) => id !== "");
  await writeCsv(
    join(folder, "touchpoints.csv"),
    hasIds ? [...TOUCH_FIELDS, "touch_id"] : TOUCH_FIELDS,
    // One row at a time: all of them together would take as much as the touches.
    touches
      .values()
      .map(({ customer, partner, role, channel, occurredAt, id }) => [
        ...[named(customer), partner, role, channel, toIsoTime(occurredAt)],
        ...(hasIds ? [id] : []),
      ]),
  );
  await writeSales(join(folder, "sales.csv"), sales, named);
  await writeRefunds(join(folder, "refunds.csv"), refunds);
  for (const [name, verdict] of [
    ["excluded.csv", "exclude"],
    ["review.csv", "review"],
  ] as const) {
    const rows = setAside
      .filter((one) => one.verdict === verdict)
      // A name that is told of is told as it stands.
      .map((one) => toFields(one, one.what === "name" ? hide : named));
    await writeFile(join(folder, name), sheetOf(SET_ASIDE_FIELDS, rows));
  }
}

function toFields(one: SetAside, named: (name: string) => string): string[] {
  const { what, id, customer, kind, amount, currency, occurredAt, product } = one;
  const time = occurredAt === undefined ? "" : toIsoTime(occurredAt);
  return [
    ...[what, id, named(customer), kind, amount, currency, time, product],
    ...[one.from, one.rule, one.reason],
  ];
}
