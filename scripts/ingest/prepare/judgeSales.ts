import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import { type Judgement, judge } from "../rules/judge.ts";
import type { Surroundings } from "../rules/meets.ts";
import type { Rules } from "../rules/Rules.ts";
import { type Revenue, revenueOf } from "../rules/revenueOf.ts";
import { byText } from "./byText.ts";
import { toSetAside } from "./toSetAside.ts";

export interface JudgedSales {
  /** Those that count, with their revenue as the amount; in the order of time. */
  readonly sales: readonly SaleFact[];
  /** Those that do not, by their ids. */
  readonly setAside: ReadonlyMap<string, SetAside>;
}

/** Asks the rules for each sale whether it counts. */
export function judgeSales(
  told: readonly SaleFact[],
  rules: Rules,
  around: (sale: SaleFact) => Surroundings,
): JudgedSales {
  const sales: SaleFact[] = [];
  const setAside = new Map<string, SetAside>();
  for (const sale of told) {
    const revenue = revenueOf(sale, rules);
    const { verdict, rule, reason } = judgementOf(sale, rules, around(sale), revenue);
    if (verdict !== "include") setAside.set(sale.id, toSetAside(sale, { verdict, rule, reason }));
    else if ("amount" in revenue) sales.push({ ...sale, ...revenue });
  }
  sales.sort((a, b) => a.occurredAt - b.occurredAt || byText(a.id, b.id));
  return { sales, setAside };
}

function judgementOf(
  sale: SaleFact,
  rules: Rules,
  around: Surroundings,
  revenue: Revenue,
): Judgement {
  const judgement = judge(sale, rules, around);
  if (judgement.verdict !== "include") return judgement;
  if ("untold" in revenue) {
    const { untold } = revenue;
    const reason = `the rules say "${untold}": "${rules[untold]}", but ${sale.from} does not tell it; give a file that does, or what is revenue in a sales file in its place`;
    return { verdict: "review", rule: "(basis)", reason };
  }
  if (revenue.amount > 0n) return judgement;
  const reason = "nothing is left of it without tax, shipping and fees";
  return { verdict: "exclude", rule: "(nothing left)", reason };
}
