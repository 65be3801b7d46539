import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { TributaryError } from "../../core/TributaryError.ts";
import { firstRow } from "../files/table/firstRow.ts";
import { RowError } from "../files/table/RowError.ts";
import { unreadableFile } from "../files/unreadableFile.ts";
import { Inputs } from "./Inputs.ts";
import type { KeptFields } from "./KeptFields.ts";
import { balanceHistory, HISTORY_COLUMNS } from "./sources/balanceHistory.ts";
import { balanceReport, REPORT_COLUMNS } from "./sources/balanceReport.ts";
import { readBalance } from "./sources/readBalance.ts";
import { readDealRows } from "./sources/readDealRows.ts";
import { readPayments } from "./sources/readPayments.ts";
import { readRefundRows } from "./sources/readRefundRows.ts";
import { readSaleRows } from "./sources/readSaleRows.ts";
import { readStoreFacts } from "./sources/readStoreFacts.ts";
import { readTouchRows } from "./sources/readTouchRows.ts";
import { readVisitRows } from "./sources/readVisitRows.ts";
import { openStore } from "./store/openStore.ts";

export interface ReadInputsParameters {
  /** Files, and folders whose files are all read. */
  readonly paths: readonly string[];
  readonly keep: KeptFields;
  /** The zone of times in Stripe's files that do not say theirs. */
  readonly zone: string;
  readonly onFile: (file: string, what: string) => void;
}

interface Form {
  readonly what: string;
  /** Columns by which a file of it is known. */
  readonly columns: readonly string[];
  readonly read: (file: string, inputs: Inputs, keep: KeptFields, zone: string) => Promise<void>;
}

const HISTORY = { columns: HISTORY_COLUMNS, read: balanceHistory };
const REPORT = { columns: REPORT_COLUMNS, read: balanceReport };

/** Forms that have more columns come before those that have some of them. */
const FORMS: readonly Form[] = [
  { what: "deals", columns: ["customer_id", "partner", "expires_at"], read: readDealRows },
  { what: "touchpoints", columns: ["customer_id", "partner", "role"], read: readTouchRows },
  { what: "visits", columns: ["customer_id", "url"], read: readVisitRows },
  { what: "refunds", columns: ["refund_id", "sale_id"], read: readRefundRows },
  { what: "sales", columns: ["sale_id", "kind", "amount"], read: readSaleRows },
  {
    what: "Stripe's itemized balance",
    columns: ["balance_transaction_id", "reporting_category"],
    read: (file, inputs, keep, zone) => readBalance(file, REPORT, inputs, keep, zone),
  },
  {
    what: "Stripe's balance history",
    columns: ["id", "Type", "Source"],
    read: (file, inputs, keep, zone) => readBalance(file, HISTORY, inputs, keep, zone),
  },
  { what: "Stripe's payments", columns: ["id", "Amount", "Status"], read: readPayments },
];

const TABLES = [".csv", ".jsonl", ".ndjson", ".parquet"];
const STORES = [".sqlite", ".db"];

/** Reads all inputs, each file as what its columns say it is. */
export async function readInputs(parameters: ReadInputsParameters): Promise<Inputs> {
  const { paths, keep, zone, onFile } = parameters;
  const inputs = new Inputs();
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      if (STORES.includes(extname(file))) {
        onFile(file, "the endpoint's store");
        readStoreFile(file, inputs);
        continue;
      }
      const first = await firstRow(file);
      if (first === undefined) {
        onFile(file, "nothing");
        continue;
      }
      const names = first.names();
      const form = FORMS.find(({ columns }) => columns.every((name) => names.includes(name)));
      if (form === undefined) throw unknownForm(file, names);
      onFile(file, form.what);
      await form.read(file, inputs, keep, zone);
    }
  }
  return inputs;
}

function readStoreFile(file: string, inputs: Inputs): void {
  const store = openStore(file);
  try {
    readStoreFacts(store, inputs);
  } finally {
    store.close();
  }
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error) => {
    throw unreadableFile(path, error);
  });
  if (!found.isDirectory()) return [path];
  const known = (await readdir(path)).filter((name) =>
    [...TABLES, ...STORES].includes(extname(name)),
  );
  if (known.length > 0) return known.sort().map((name) => join(path, name));
  throw new TributaryError(`There is nothing to read in ${path}.`, {
    allowed: `files that end with ${[...TABLES, ...STORES].join(", ")}`,
  });
}

function unknownForm(file: string, names: readonly string[]): TributaryError {
  return new RowError(
    file,
    1,
    undefined,
    `columns of no file that is known: ${names.slice(0, 8).join(",")}`,
    FORMS.map(({ what, columns }) => `${what} (with ${columns.join(", ")})`).join("; "),
  );
}
