import { type Address, getAddress, isAddress, zeroAddress } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { listOf } from "../../../core/text/listOf.ts";
import { PARTNER_NAME, partnerNameOf } from "../../../core/text/partnerNameOf.ts";
import { tidyText } from "../../../core/text/tidyText.ts";
import { PARTNER_COLUMNS } from "../../files/columns/PARTNER_COLUMNS.ts";
import { timeIn } from "../../files/columns/timeIn.ts";
import type { Columns } from "../../files/table/checkHeader.ts";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import { refuseRepeated } from "../../files/table/refuseRepeated.ts";

/** One line of a partners file. */
export interface ListedPartner {
  readonly row: Row;
  readonly name: string;
  readonly wallet: Address;
  /** Index of the tier; undefined where the file leaves it open. */
  readonly tier: number | undefined;
  /** UTC seconds; undefined where the file leaves it open. */
  readonly joined: number | undefined;
  /** Name of the partner who referred this one; empty for none. */
  readonly referrer: string;
}

/** Reads partners.csv: `partner,wallet,tier,joined_at,referrer`. */
export async function readPartnersFile(
  file: string,
  terms: Terms,
  columns: Columns = PARTNER_COLUMNS,
): Promise<ListedPartner[]> {
  const rows = await readTable(file, columns);
  const partners = rows.map((row) => ({
    row,
    name: readName(row),
    wallet: readWallet(row),
    tier: readTier(row, terms),
    joined: readJoined(row),
    referrer: tidyText(row.get("referrer")),
  }));
  refuseRepeated(rows, "partner", tidyText);
  refuseRepeated(rows, "wallet", (wallet) => wallet.toLowerCase());
  return partners;
}

function readName(row: Row): string {
  const text = row.require("partner");
  const name = partnerNameOf(text);
  if (name === undefined) throw row.mistake("partner", `"${tidyText(text)}"`, PARTNER_NAME);
  return name;
}

function readWallet(row: Row): Address {
  const text = row.require("wallet");
  if (isAddress(text) && text !== zeroAddress) return getAddress(text);
  throw row.mistake(
    "wallet",
    `"${text}"`,
    "an address, in lower case or with the capitals of its checksum",
  );
}

function readTier(row: Row, { tiers }: Terms): number | undefined {
  const text = row.get("tier");
  if (text === "") return undefined;
  const tier = tiers.indexOf(text);
  if (tier >= 0) return tier;
  const allowed =
    tiers.length === 0
      ? "nothing, for the terms have no tiers"
      : `${listOf(tiers)}, or nothing for "${tiers[0]}"`;
  throw row.mistake("tier", `the unknown tier "${text}"`, allowed);
}

function readJoined(row: Row): number | undefined {
  return timeIn(row, "joined_at");
}
