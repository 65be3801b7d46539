import type { Address } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { NO_BONUSES } from "../../core/deal/bonuses.ts";
import { GROSS, NO_CLAUSES, NO_EXTRAS, NO_ROLE, type Terms } from "../../core/deal/Terms.ts";
import type { Chain } from "../spec/openChain.ts";

export const PERIOD = 30 * 24 * 3_600;

export const STANDBY: Address = "0x00000000000000000000000000000000005ba4db";
export const GUARDIAN: Address = "0x000000000000000000000000000000000064a4d1";

/** What is put into the reserve of milestones, in wei. */
export const RESERVE = 10n ** 12n;

const WHOLE = 1_000_000;

/** One role of 10 %, two standing lines of 10 %, sales held for one more period, and every procedure that terms can have. */
export function subjectTerms({ wallet, clock, tokens }: Chain): Terms {
  const line = {
    // A holder must be able to send transactions.
    holder: wallet.treasury.account.address,
    kinds: 1,
    starts: clock.now,
    ends: 0,
    rates: [100_000],
    clauses: NO_CLAUSES,
  };
  return {
    name: "Subject",
    operator: wallet.operator.account.address,
    attributor: wallet.attributor.account.address,
    arbiter: wallet.arbiter.account.address,
    treasury: wallet.treasury.account.address,
    start: clock.now,
    period: PERIOD,
    holdPeriods: 1,
    noticePeriods: 1,
    ceiling: WHOLE,
    commission: WHOLE,
    residualRole: NO_ROLE,
    // Several, so that a milestone is its partner's own choice.
    currencies: [ETHER, ...tokens],
    kinds: ["sale"],
    tiers: ["low", "high"],
    roles: [
      {
        name: "seller",
        stage: GROSS,
        missing: 0,
        pool: 0,
        ceiling: WHOLE,
        rates: [100_000],
        tiers: [0, 0],
        tenure: [],
        ...NO_BONUSES,
      },
    ],
    standing: [
      { ...line, name: "first" },
      { ...line, name: "second" },
    ],
    ...NO_EXTRAS,
    standby: STANDBY,
    guardian: GUARDIAN,
    graduations: [{ tier: 1, earned: [], sales: 1, months: 1, score: 0 }],
    milestones: [{ name: "first sale", sales: 1, earned: [], pays: [1n, ...tokens.map(() => 1n)] }],
    rules: {
      ...NO_EXTRAS.rules,
      disputes: 3,
      disputePeriods: 1,
      silencePeriods: 6,
      taxAccount: wallet.customer.account.address,
    },
  };
}

/** The same with short periods, and a milestone for which the reserve is too small at first. */
export function orphanedTerms(terms: Terms): Terms {
  const milestones = terms.milestones.map((one) => ({
    ...one,
    pays: one.pays.map(() => RESERVE + 1n),
  }));
  return { ...terms, period: PERIOD / 30, milestones };
}

/** An amendment of them that ends the first line when it comes into force, the notice and a period after now. */
export function amendedTerms(terms: Terms, now: number): Terms {
  const from = terms.start + (Math.floor((now - terms.start) / PERIOD) + 2) * PERIOD;
  const standing = terms.standing.map((line, index) =>
    index > 0 ? line : { ...line, ends: from },
  );
  return { ...terms, name: "Amended", standing };
}
