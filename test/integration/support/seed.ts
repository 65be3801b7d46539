import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../../scripts/chain/partners/enrollPartners.ts";
import type { Folder } from "./files.ts";
import { quietProgress } from "./quiet.ts";
import { TERMS } from "./terms.ts";
import type { World } from "./world.ts";

export const ANA = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
export const BEN = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
export const CLEO = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";

export const PARTNERS = `partner,wallet,tier,joined_at,referrer
ana,${ANA},senior,2023-06-01,
ben,${BEN},,2025-01-01,ana
`;

export const SALES_HEADER = "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits";

/** A program with two partners, on a chain whose clock is in the program's first period. */
export async function seedProgram(
  world: World,
  folder: Folder,
  terms: TermsFile = TERMS,
): Promise<Program> {
  const program = await world.deployTerms(terms, folder);
  const file = await folder.write("partners.csv", PARTNERS);
  await enrollPartners(program, { file, account: world.account, progress: quietProgress() });
  return program;
}

/** A sales file of these lines. */
export function salesFile(folder: Folder, ...lines: readonly string[]): Promise<string> {
  return folder.write("sales.csv", `${[SALES_HEADER, ...lines].join("\n")}\n`);
}

/** A refunds file of these lines. */
export function refundsFile(folder: Folder, ...lines: readonly string[]): Promise<string> {
  const header = "refund_id,sale_id,amount,reason,occurred_at";
  return folder.write("refunds.csv", `${[header, ...lines].join("\n")}\n`);
}
