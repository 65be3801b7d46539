import { stringToHex } from "viem";
import { REFERRED, type Terms } from "../../core/deal/Terms.ts";
import { toUnits } from "../../core/money/toUnits.ts";
import { decimalsIn } from "../../core/spec/decimalsIn.ts";
import type { SaleToPost } from "../../core/spec/postSale.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { SaleSeed } from "./scenario.ts";

/** A seed's sale as the spec reads it and as a program takes it, with its currency's address. */
export function placeSale(subject: Subject, id: string, seed: SaleSeed) {
  const { books, chain, currencies } = subject;
  const { terms, partners } = books;
  const { index: currency, address } = picked(currencies, seed.currency);
  const wallets = [...partners.keys()];
  const roles = creditedRoles(terms, seed);
  const credits = roles.length === 0 ? [] : seed.credits;
  const placed = credits.map(({ partner, role, weight }) => ({
    partner: partner % wallets.length,
    role: picked(roles, role),
    weight,
  }));
  const kind = seed.kind % terms.kinds.length;
  const outcome = terms.outcomes.find((one) => one.kind === kind);
  const amount =
    outcome === undefined ? seed.amount : ofOutcome(outcome, decimalsIn(books, currency), seed);
  const spec: SaleToPost = {
    ...{ id, kind, currency, amount },
    payer:
      seed.paidHere && outcome === undefined ? chain.wallet.customer.account.address : undefined,
    credits: placed.map((credit) => ({ ...credit, partner: picked(wallets, credit.partner) })),
  };
  const sale = {
    ...{ amount, id: stringToHex(id, { size: 32 }), kind: BigInt(kind) },
    credits: placed.map(({ partner, role, weight }) => ({
      partner: BigInt(partner + 1),
      role: BigInt(role),
      weight: BigInt(weight),
    })),
  };
  return { spec, sale, address };
}

/** All but referrals, which nobody may be credited with; a sale that does not fit may try. */
function creditedRoles({ roles }: Terms, { fits }: SaleSeed): readonly number[] {
  return [...roles.keys()].filter((index) => !fits || roles[index]?.stage !== REFERRED);
}

/** Where it fits, the amount of an outcome, or a part of what a period allows. */
function ofOutcome(outcome: Terms["outcomes"][number], decimals: number, seed: SaleSeed): bigint {
  if (!seed.fits) return seed.amount;
  const allowed = toUnits(outcome.amount, decimals);
  return outcome.perPeriod ? (seed.amount % allowed) + 1n : allowed;
}
