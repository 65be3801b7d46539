import type { Currency } from "../../currency/Currency.ts";
import { BONUSES, type BonusRule } from "../../deal/bonuses.ts";
import {
  NET,
  NO_ROLE,
  NOT_PAID,
  REFERRED,
  type Role,
  type Terms,
  TO_OTHERS,
  TO_POOL,
} from "../../deal/Terms.ts";
import { ONE } from "../../money/ppm.ts";
import { formatPercentage } from "../../text/formatPercentage.ts";
import { joinWords } from "../../text/joinWords.ts";
import { printableName } from "../../text/printableName.ts";
import { describeAmounts } from "./describeAmounts.ts";
import { describeKinds } from "./describeKinds.ts";
import { describeYears } from "./describeYears.ts";
import type { TermsTable, TermsText } from "./TermsText.ts";

/** What a role earns, in sentences. */
export function describeRole(
  terms: Terms,
  index: number,
  currencies: readonly Currency[],
): TermsText {
  const role = terms.roles[index];
  if (role === undefined) throw new RangeError(`The terms have no role ${index}.`);
  const title = printableName(role.name);
  const table = tenureTable(role);
  return {
    title,
    sentences: [
      ...baseSentences(terms, role),
      ...tierSentence(terms, role),
      ...BONUSES.flatMap((rule) => bonusSentence(role, rule, currencies)),
      ...ceilingSentence(role),
      ...missingSentence(terms, role),
      ...residualSentence(terms, index),
    ],
    ...(table !== undefined && { table }),
  };
}

function baseSentences(terms: Terms, role: Role): string[] {
  const byRate = new Map<number, number[]>();
  for (const [kind, rate] of role.rates.entries()) {
    if (rate === NOT_PAID) continue;
    byRate.set(rate, [...(byRate.get(rate) ?? []), kind]);
  }
  if (byRate.size === 0) return ["Has no rate of its own."];
  const parts = [...byRate].map(
    ([rate, kinds]) => `${formatPercentage(rate)} of ${describeKinds(terms.kinds, kinds)}`,
  );
  return [`Earns ${joinWords(parts)}${baseOf(role)}.`];
}

function baseOf({ stage }: Role): string {
  if (stage === NET) return ", counted on what standing lines and gross roles leave";
  if (stage === REFERRED)
    return ", counted on each line of a partner whom the earner referred: nobody is credited with it";
  return "";
}

/** Nothing where it goes to the residual, which is said of every sale. */
function missingSentence({ pools }: Terms, { missing, pool }: Role): string[] {
  if (missing === TO_OTHERS)
    return ["Where nobody fills it, the filled roles share it in proportion to their base rates."];
  if (missing !== TO_POOL) return [];
  return [`Where nobody fills it, it goes to the pool ${printableName(pools[pool]?.name ?? "")}.`];
}

function tierSentence(terms: Terms, role: Role): string[] {
  const parts = role.tiers.flatMap((rate, tier) =>
    rate === 0
      ? []
      : [`+${formatPercentage(rate)} in tier ${printableName(terms.tiers[tier] ?? `${tier}`)}`],
  );
  return parts.length === 0 ? [] : [`The partner’s tier adds ${joinWords(parts)}.`];
}

function bonusSentence(
  role: Role,
  { key, sentence }: BonusRule,
  currencies: readonly Currency[],
): string[] {
  const { every, add, max } = role[key];
  if (every === 0n || (typeof every !== "bigint" && every.length === 0)) return [];
  const step =
    typeof every === "bigint" ? every.toLocaleString("en") : describeAmounts(every, currencies);
  const [subject, counted] = sentence;
  return [
    `${subject} adds +${formatPercentage(add)} for every ${step} ${counted}, at most +${formatPercentage(max)}.`,
  ];
}

function ceilingSentence({ ceiling }: Role): string[] {
  return ceiling >= ONE ? [] : [`One credit’s rate never exceeds ${formatPercentage(ceiling)}.`];
}

function residualSentence(terms: Terms, index: number): string[] {
  return terms.residualRole === index && terms.residualRole !== NO_ROLE
    ? ["Whoever plays this role also gets what remains of the sale."]
    : [];
}

function tenureTable({ tenure }: Role): TermsTable | undefined {
  if (tenure.every((rate) => rate === 0)) return undefined;
  return {
    caption: "Addition by the partner’s year since joining",
    columns: ["Year", "Adds"],
    rows: describeYears(tenure, "+"),
  };
}
