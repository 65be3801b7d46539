import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, pad, toHex } from "viem";
import { readPartnersFile } from "../../scripts/chain/partners/readPartnersFile.ts";
import { readPastRefunds } from "../../scripts/simulation/readPastRefunds.ts";
import { readPastSales } from "../../scripts/simulation/readPastSales.ts";
import { readSimulatedTerms } from "../../scripts/simulation/readSimulatedTerms.ts";
import { AS_IT_WAS } from "../../scripts/simulation/Scenario.ts";
import type { Simulation } from "../../scripts/simulation/Simulation.ts";
import { simulateTerms } from "../../scripts/simulation/simulateTerms.ts";
import { BASE, type ExamplePartner, type TermsExample } from "./TermsExample.ts";

/** What `simulate` makes of an example, by the same files that a user would give it. */
export async function runExample(example: TermsExample): Promise<Simulation> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-terms-"));
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  try {
    const terms = await write("terms.json", JSON.stringify({ ...BASE, ...example.terms }));
    const past = await readPastSales(await write("sales.csv", salesFile(example)), ignore);
    const refunds = await readPastRefunds(
      await write("refunds.csv", refundsFile(example)),
      past.sales,
    );
    const simulated = await readSimulatedTerms(terms, past.sales[0]?.time ?? 0);
    const listed = await write("partners.csv", partnersFile(example));
    const partners = await readPartnersFile(listed, simulated.terms);
    const inputs = { simulated, past: { file: "sales.csv", ...past, refunds }, partners };
    return simulateTerms({ ...inputs, scenario: AS_IT_WAS }, ignore);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function salesFile({ sales }: TermsExample): string {
  const rows = sales.map(({ id, kind = BASE.kinds[0], amount, on, product = "", credits = "" }) =>
    [id, kind, amount, BASE.currencies[0], on, product, credits].join(","),
  );
  return ["sale_id,kind,amount,currency,occurred_at,product,credits", ...rows, ""].join("\n");
}

function refundsFile({ refunds = [] }: TermsExample): string {
  const rows = refunds.map(({ sale, amount, on }, index) =>
    [`refund-${index}`, sale, amount, "", on].join(","),
  );
  return ["refund_id,sale_id,amount,reason,occurred_at", ...rows, ""].join("\n");
}

function partnersFile(example: TermsExample): string {
  const rows = partnersOf(example).map(({ partner, tier, joined, referrer }, index) =>
    [partner, walletOf(index), tier, joined, referrer].join(","),
  );
  return ["partner,wallet,tier,joined_at,referrer", ...rows, ""].join("\n");
}

/** Those that the example lists, and whoever else is credited. */
function partnersOf({ partners = [], sales }: TermsExample): ExamplePartner[] {
  const listed = new Set(partners.map(({ partner }) => partner));
  const credited = sales
    .flatMap(({ credits = "" }) => credits.split(";"))
    .map((credit) => credit.split(":")[0] ?? "")
    .filter((name) => name !== "" && !listed.has(name));
  return [...partners, ...[...new Set(credited)].map((partner) => ({ partner }))];
}

function walletOf(index: number): Address {
  return pad(toHex(0x1000 + index), { size: 20 });
}

function ignore(): void {
  // A progress bar has no place here.
}
