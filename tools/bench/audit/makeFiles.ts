import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";

const DAY = 86_400_000;

/** Tiers, tenure, network and volume bonuses, a net role and standing lines: rates that follow from much. */
export function makeTerms(): TermsFile {
  return {
    name: "Benchmark",
    starts: "2025-01-01",
    currencies: ["USDC"],
    period: "30d",
    holdPeriods: 1,
    kinds: ["initial", "renewal", "expansion"],
    roles: {
      affiliate: {
        rates: { "*": "5%" },
        tenure: ["0%", "1%", "2%"],
        network: { every: 100, add: "0.1%", max: "1%" },
        volume: { every: "100000", add: "0.1%", max: "2%" },
        tiers: { associate: "0%", partner: "1%" },
      },
      integration: { rates: { "*": "8%" } },
      training: { of: "net", rates: { initial: "12%", "*": "6%" } },
    },
    standing: [
      { name: "moderators", holder: walletOf(1), rate: "2%" },
      { name: "tech", holder: walletOf(2), tenure: ["6%", "4%"], kinds: ["initial"] },
    ],
  };
}

export function makePartners(count: number): string {
  const rows = Array.from({ length: count }, (_, index) =>
    [
      `Partner ${index}`,
      walletOf(1_000 + index),
      index % 3 === 0 ? "partner" : "associate",
      `202${index % 5}-01-01`,
      "",
    ].join(","),
  );
  return `${["partner,wallet,tier,joined_at,referrer", ...rows].join("\n")}\n`;
}

/** Sales of 2025, and three touches before each: two partners of one role, and a third one of another. */
export async function writeInput(
  files: { readonly sales: string; readonly touchpoints: string },
  count: number,
  partners: number,
): Promise<void> {
  const kinds = ["initial", "renewal", "expansion"];
  const sales = openCsv(
    files.sales,
    "sale_id,customer_id,kind,amount,currency,occurred_at,product",
  );
  const touches = openCsv(files.touchpoints, "customer_id,partner,role,channel,occurred_at");
  for (let index = 0; index < count; index += 1) {
    const time = Date.UTC(2025, 0, 2) + Math.floor((index * 180 * DAY) / count);
    const amount = `${10 + ((index * 37) % 990)}.${String(index % 100).padStart(2, "0")}`;
    const sale = [`S-${index}`, `C-${index}`, kinds[index % 3], amount, "USDC"];
    await sales.add([...sale, new Date(time).toISOString(), "Team"]);
    const roles = ["affiliate", "affiliate", index % 2 === 0 ? "integration" : "training"];
    for (const [one, role] of roles.entries()) {
      const partner = `Partner ${(index * 7 + one * 131) % partners}`;
      const at = new Date(time - (3 - one) * 3_600_000).toISOString();
      await touches.add([`C-${index}`, partner, role, "ad", at]);
    }
  }
  await sales.close();
  await touches.close();
}

function openCsv(file: string, header: string) {
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  return {
    async add(fields: readonly (string | undefined)[]) {
      if (!out.write(`${fields.join(",")}\n`)) await once(out, "drain");
    },
    async close() {
      out.end();
      await finished(out);
    },
  };
}

function walletOf(index: number): string {
  return `0x${index.toString(16).padStart(40, "0")}`;
}
