import type { Doubt } from "../facts/Doubt.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside, Why } from "../facts/SetAside.ts";
import { judge } from "../rules/judge.ts";
import type { Surroundings } from "../rules/meets.ts";
import type { Rules, Verdict } from "../rules/Rules.ts";
import { type Revenue, revenueOf } from "../rules/revenueOf.ts";
import { byText } from "./byText.ts";
import { toSetAside } from "./toSetAside.ts";

export interface JudgedSales {
  /** Those that count, with their revenue as the amount; in the order of time. */
  readonly sales: readonly SaleFact[];
  /** Those that do not, by their ids. */
  readonly setAside: ReadonlyMap<string, SetAside>;
  /** By the ids of sales the rule that has decided what was doubtful of it. */
  readonly decided: ReadonlyMap<string, string>;
}

/**
 * Asks the rules for each sale whether it counts. One of which something is doubtful waits, unless a rule is about it or about the
 * doubt, or leaves it out.
 */
export function judgeSales(
  told: readonly SaleFact[],
  rules: Rules,
  around: (sale: SaleFact) => Surroundings,
  doubts: ReadonlyMap<string, readonly Doubt[]>,
): JudgedSales {
  const sales: SaleFact[] = [];
  const setAside = new Map<string, SetAside>();
  const decided = new Map<string, string>();
  for (const one of told) {
    const own = doubts.get(one.id) ?? [];
    const sale = inDoubt(one, own);
    const revenue = revenueOf(sale, rules);
    const judgement = judge(sale, rules, around(sale));
    const { verdict, rule, reason } = judgement;
    const isOpen = own.length > 0 && !judgement.isDecision && verdict !== "exclude";
    if (own.length > 0 && !isOpen && verdict !== "review")
      decided.set(sale.id, `the rule "${rule}"`);
    const why = isOpen ? whyInDoubt(own) : whyNot({ verdict, rule, reason }, sale, rules, revenue);
    if (why !== undefined) setAside.set(sale.id, toSetAside(sale, why));
    else if ("amount" in revenue) sales.push({ ...sale, ...revenue });
  }
  sales.sort((a, b) => a.occurredAt - b.occurredAt || byText(a.id, b.id));
  return { sales, setAside, decided };
}

/** A sale of which something is doubtful says so to the rules. */
function inDoubt(sale: SaleFact, [doubt]: readonly Doubt[]): SaleFact {
  if (doubt === undefined) return sale;
  return { ...sale, attributes: { ...sale.attributes, doubt: doubt.rule } };
}

function whyInDoubt(doubts: readonly Doubt[]): Why {
  const rules = [...new Set(doubts.map(({ rule }) => rule))];
  const reasons = [...new Set(doubts.map(({ reason }) => reason))];
  return { verdict: "review", rule: rules.join(" "), reason: reasons.join("; ") };
}

/** Undefined where it counts. */
function whyNot(
  judged: { readonly verdict: Verdict; readonly rule: string; readonly reason: string },
  { from, unconverted }: SaleFact,
  rules: Rules,
  revenue: Revenue,
): Why | undefined {
  const { verdict, rule, reason: why } = judged;
  if (verdict !== "include") return { verdict, rule, reason: why };
  if (unconverted !== undefined)
    return { verdict: "review", rule: "(currency)", reason: unconverted };
  if ("untold" in revenue) {
    const { untold } = revenue;
    const reason = `the rules say "${untold}": "${rules[untold]}", but ${from} does not tell it; give a file that does, or what is revenue in a sales file in its place`;
    return { verdict: "review", rule: "(basis)", reason };
  }
  if (revenue.amount > 0n) return undefined;
  const reason = "nothing is left of it without tax, shipping and fees";
  return { verdict: "exclude", rule: "(nothing left)", reason };
}
