import type { Currency } from "../../../core/currency/Currency.ts";
import { missesOf } from "../../../core/deal/missesOf.ts";
import type { Program } from "../openProgram.ts";
import type { Signer } from "../openSigner.ts";
import type { KnownPartner } from "./readPartners.ts";
import { readReached } from "./readReached.ts";

export interface Graduated {
  readonly partner: string;
  readonly tier: string;
  readonly transaction: string;
}

/** Gives each partner the highest tier whose criteria it meets, in whichever currency it meets them. */
export async function graduatePartners(
  { program, act }: Signer,
  partners: readonly KnownPartner[],
): Promise<Graduated[]> {
  const done: Graduated[] = [];
  for (const partner of partners.filter(({ isActive }) => isActive)) {
    const next = await findTier(program, partner);
    if (next === undefined) continue;
    const { tier, currency } = next;
    const args = [BigInt(partner.number), tier, currency.address] as const;
    const { transactionHash } = await act("graduate", args);
    const name = program.terms.tiers[tier] ?? String(tier);
    done.push({ partner: partner.name, tier: name, transaction: transactionHash });
  }
  return done;
}

/** The highest tier above its own that a partner may have, and the currency in which it has earned it. */
async function findTier(
  program: Program,
  partner: KnownPartner,
): Promise<{ tier: number; currency: Currency } | undefined> {
  const above = program.terms.graduations
    .filter(({ tier }) => tier > partner.tier)
    .sort((a, b) => b.tier - a.tier);
  if (above.length === 0) return undefined;
  const reached = await readReached(program, partner);
  for (const graduation of above) {
    const found = reached.find(
      (one) => missesOf(graduation, one, one.currency.index) === undefined,
    );
    if (found !== undefined) return { tier: graduation.tier, currency: found.currency };
  }
  return undefined;
}
