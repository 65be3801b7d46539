import { zeroAddress } from "viem";
import type { Currency } from "../../currency/Currency.ts";
import type { Amounts } from "../../deal/amountOf.ts";
import { handoverOf } from "../../deal/handoverOf.ts";
import type { Terms } from "../../deal/Terms.ts";
import { counted } from "../../text/counted.ts";
import { formatDate } from "../../text/formatDate.ts";
import { formatDuration } from "../../text/formatDuration.ts";
import { formatTime } from "../../text/formatTime.ts";
import { joinWords } from "../../text/joinWords.ts";
import { printableName } from "../../text/printableName.ts";
import { describeAmounts } from "./describeAmounts.ts";
import { describeCriteria } from "./describeCriteria.ts";
import type { TermsText } from "./TermsText.ts";

const DAY = 86_400;

/** Bonuses, pools, tiers to reach, and how the deal changes and is argued about. */
export function describeRules(terms: Terms, currencies: readonly Currency[]): readonly TermsText[] {
  return [
    ...outcomeTexts(terms, currencies),
    ...terms.pools.map(({ name, holder }) => ({
      title: `Pool ${printableName(name)}`,
      holder,
      sentences: ["Gets the share of roles that nobody filled, where they say so."],
    })),
    ...terms.graduations.map((graduation) => ({
      title: `Tier ${printableName(terms.tiers[graduation.tier] ?? "")}`,
      sentences: [
        `Whoever reached ${joinWords(describeCriteria(graduation, currencies))} has it from the next period on; anyone may trigger it.`,
      ],
    })),
    ...milestoneTexts(terms, currencies),
    { title: "Amendments", sentences: amendmentSentences(terms) },
    { title: "Powers", sentences: powerSentences(terms) },
    { title: "Disputes", sentences: [disputeSentence(terms)] },
    { title: "Payments", sentences: paymentSentences(terms, currencies) },
  ];
}

function outcomeTexts({ outcomes, kinds }: Terms, currencies: readonly Currency[]): TermsText[] {
  return outcomes.map(({ kind, perPeriod, amounts }) => ({
    title: `Bonus ${printableName(kinds[kind] ?? "")}`,
    sentences: [
      perPeriod
        ? `The operator pays at most ${describeAmounts(amounts, currencies)} in a period, shared by the roles that have a rate on it.`
        : `The operator pays ${describeAmounts(amounts, currencies)} each time, shared by the roles that have a rate on it.`,
      "It is no revenue: standing lines earn on it only where they name it.",
    ],
  }));
}

function milestoneTexts({ milestones }: Terms, currencies: readonly Currency[]): TermsText[] {
  return milestones.map(({ name, sales, earned, pays }) => ({
    title: `Milestone ${printableName(name)}`,
    sentences: [
      `${describeAmounts(pays, currencies)} once, out of the reserve of milestones, for a partner who reached ${sales > 0 ? counted(sales, "sale") : `${describeAmounts(earned, currencies)} earned`}.`,
    ],
  }));
}

function amendmentSentences(terms: Terms): string[] {
  const { noticePeriods, lineNoticePeriods, period, checkpoints } = terms;
  const dates = checkpoints.map((time) => (time % DAY === 0 ? formatDate(time) : formatTime(time)));
  return [
    noticePeriods === 0
      ? "The terms can never be amended."
      : `Other terms need ${formatDuration(Math.max(noticePeriods * period, handoverOf(terms)))} of notice and begin with a period. They never touch what was posted before, and a standing line ends earlier only if its holder consents.`,
    `Before the arbiter suspends a standing line or ends it for breach, its holder has ${formatDuration(lineNoticePeriods * period)} of notice.`,
    ...(dates.length === 0 ? [] : [`The parties mean to renegotiate on ${joinWords(dates)}.`]),
  ];
}

function powerSentences({ guardian, standby, rules, period }: Terms): string[] {
  const { handoverDays, silencePeriods } = rules;
  return [
    `Whoever holds a power hands it on in two steps, ${counted(BigInt(handoverDays), "day")} apart at least.`,
    guardian === zeroAddress
      ? "There is no guardian."
      : `The guardian ${guardian} can cancel hand-overs and amendments of addresses, and remove the attributor; it has no power over money.`,
    ...(standby === zeroAddress
      ? []
      : [`Operator or guardian can put ${standby} in the attributor’s place at once.`]),
    silencePeriods === 0
      ? "An operator that is gone is never succeeded."
      : `An operator that has done nothing for ${formatDuration(silencePeriods * period)} can be succeeded.`,
  ];
}

function disputeSentence({ rules }: Terms): string {
  if (rules.disputes === 0) return "Sales cannot be disputed.";
  const sales = rules.disputes === 1 ? "one held sale" : `${rules.disputes} held sales`;
  const periods =
    rules.disputePeriods === 1 ? "one more period" : `${rules.disputePeriods} more periods`;
  return `A partner can dispute ${sales} in a period, which freezes their lines. The arbiter lets each stand, voids it or gives it to other partners within ${periods}; after that it stands as posted.`;
}

function paymentSentences({ rules }: Terms, currencies: readonly Currency[]): string[] {
  const { acceptance, postingLimit, refundLimit, leastSale, minimumPayout } = rules;
  const { moveDays, taxAccount } = rules;
  const show = (amounts: Amounts) => describeAmounts(amounts, currencies);
  return [
    ...(acceptance ? ["A partner accepts the terms before its first claim."] : []),
    ...(postingLimit.length > 0
      ? [`At most ${show(postingLimit)} of sales can be posted in a period.`]
      : []),
    ...(refundLimit.length > 0
      ? [
          `The attributor can refund at most ${show(refundLimit)} of a period; beyond that the operator does.`,
        ]
      : []),
    ...(leastSale.length > 0
      ? [`A sale of less than ${show(leastSale)} counts for no tier and milestone by count.`]
      : []),
    ...(minimumPayout.length > 0
      ? [
          `Payments to many at once pass over whoever has less than ${show(minimumPayout)}; anyone can still claim it alone.`,
        ]
      : []),
    moveDays === 0
      ? "A partner can have its payments moved to another wallet at once."
      : `A partner can have its payments moved to another wallet, ${moveDays === 1 ? "a day" : `${moveDays} days`} after it says so.`,
    ...(taxAccount === zeroAddress
      ? []
      : [`A partner can have a part of its payments go to the tax account ${taxAccount}.`]),
  ];
}
