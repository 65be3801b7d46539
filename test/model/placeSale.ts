import { stringToHex } from "viem";
import type { SaleToPost } from "../../scripts/lib/model/postSale.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { SaleSeed } from "./scenario.ts";

/** A seed's sale as the model reads it and as a program takes it, with its currency's address. */
export function placeSale(subject: Subject, id: string, seed: SaleSeed) {
  const { books, chain, currencies } = subject;
  const { terms, partners } = books;
  const { index: currency, address } = picked(currencies, seed.currency);
  const wallets = [...partners.keys()];
  const credits = terms.roles.length === 0 ? [] : seed.credits;
  const placed = credits.map(({ partner, role, weight }) => ({
    partner: partner % wallets.length,
    role: role % terms.roles.length,
    weight,
  }));
  const { amount } = seed;
  const kind = seed.kind % terms.kinds.length;
  const model: SaleToPost = {
    ...{ id, kind, currency, amount },
    payer: seed.paidHere ? chain.wallet.customer.account.address : undefined,
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
  return { model, sale, address };
}
