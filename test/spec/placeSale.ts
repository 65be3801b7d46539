import { type Address, type Hex, stringToHex } from "viem";
import { amountOf } from "../../core/deal/amountOf.ts";
import { isOutcome } from "../../core/deal/isOutcome.ts";
import { REFERRED, type Terms } from "../../core/deal/Terms.ts";
import type { SaleToPost } from "../../core/spec/postBatch.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { SaleSeed } from "./scenario.ts";

/** A seed's sale as the spec reads it, of a currency. */
export function placeSale(
  subject: Subject,
  seed: SaleSeed,
  { name, currency, occurred }: { readonly name: string; currency: number; occurred: number },
): SaleToPost {
  const { books } = subject;
  const { terms, partners } = books;
  const wallets = [...partners.keys()];
  const roles = creditedRoles(terms, seed);
  const kind = seed.kind % terms.kinds.length;
  const outcome = terms.outcomes.find((one) => one.kind === kind);
  const amount = outcome === undefined ? seed.amount : ofOutcome(outcome, currency, seed);
  return {
    ...{ id: idOf(name), kind, amount, occurred },
    payer: payerOf(subject, seed, kind),
    credits: (roles.length === 0 ? [] : seed.credits).map(({ partner, role, weight }) => ({
      partner: picked(wallets, partner),
      role: picked(roles, role),
      weight,
    })),
  };
}

export function idOf(name: string): Hex {
  return stringToHex(name, { size: 32 });
}

/** A bonus is not paid by a customer. */
function payerOf({ books, chain }: Subject, seed: SaleSeed, kind: number): Address | undefined {
  const isPaid = seed.paidHere && !isOutcome(books.terms, kind);
  return isPaid ? chain.wallet.customer.account.address : undefined;
}

/** All but referrals, which nobody may be credited with; a sale that does not fit may try. */
function creditedRoles({ roles }: Terms, { fits }: SaleSeed): readonly number[] {
  return [...roles.keys()].filter((index) => !fits || roles[index]?.stage !== REFERRED);
}

/** Where it fits, the amount of an outcome, or a part of what a period allows. */
function ofOutcome(outcome: Terms["outcomes"][number], currency: number, seed: SaleSeed): bigint {
  const allowed = amountOf(outcome.amounts, currency);
  if (!seed.fits || allowed === 0n) return seed.amount;
  return outcome.perPeriod ? (seed.amount % allowed) + 1n : allowed;
}
