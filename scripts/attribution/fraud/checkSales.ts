import type { DuckDBConnection } from "@duckdb/node-api";
import { OWN_MEMORY, openDuckDb } from "../../files/duckdb/openDuckDb.ts";
import { CHECKS, type CheckName, type Flag } from "./Flag.ts";
import type { FraudFiles } from "./FraudFiles.ts";
import type { FraudRules } from "./FraudRules.ts";
import { fillFraudTables } from "./fillFraudTables.ts";
import { findDuplicateCustomers } from "./findDuplicateCustomers.ts";
import { findLastClicks } from "./findLastClicks.ts";
import { findRefundRates } from "./findRefundRates.ts";
import { findSelfReferrals } from "./findSelfReferrals.ts";
import { findVelocity } from "./findVelocity.ts";
import { readRows } from "./readRows.ts";

/** What the checks came to. */
export interface CheckedSales {
  readonly sales: number;
  /** The checks that were run. */
  readonly checks: readonly CheckName[];
  readonly flags: readonly Flag[];
}

type Check = (connection: DuckDBConnection, rules: FraudRules) => Promise<Flag[]>;

const FINDERS: Readonly<Record<CheckName, Check>> = {
  "self-referral": findSelfReferrals,
  "duplicate-customer": findDuplicateCustomers,
  velocity: findVelocity,
  "refund-rate": findRefundRates,
  "last-click": findLastClicks,
};

/**
 * Runs all checks that are not turned off over the files. It only reads.
 * @param memory Bytes that the whole process may take, but for the flags; undefined leaves it to the database.
 * @param tell Told when the files are read, and after each check.
 */
export async function checkSales(
  files: FraudFiles,
  rules: FraudRules,
  memory: number | undefined,
  tell: () => void = () => undefined,
): Promise<CheckedSales> {
  const { connection, close } = await openDuckDb(
    memory === undefined ? undefined : memory - OWN_MEMORY,
  );
  try {
    await fillFraudTables(connection, files, rules.lookback);
    const checks = CHECKS.filter((check) => !rules.off.includes(check));
    const flags: Flag[] = [];
    tell();
    for (const check of checks) {
      for (const flag of await FINDERS[check](connection, rules)) flags.push(flag);
      tell();
    }
    const [row] = await readRows(connection, "SELECT count(*)::INTEGER AS count FROM sales");
    return { sales: Number(row?.count), checks, flags };
  } finally {
    await close();
  }
}
