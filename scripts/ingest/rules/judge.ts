import type { SaleFact } from "../facts/SaleFact.ts";
import { meets, type Surroundings } from "./meets.ts";
import type { Rules, Verdict } from "./Rules.ts";

export interface Judgement {
  readonly verdict: Verdict;
  /** The rule's name; "(otherwise)" where none was met. */
  readonly rule: string;
  readonly reason: string;
  /** Whether the rule is about this sale, or about what is doubtful of it. */
  readonly isDecision: boolean;
}

/** What becomes of a sale by the first rule that it meets. */
export function judge(sale: SaleFact, rules: Rules, around: Surroundings): Judgement {
  const rule = rules.rules.find(({ when }) => meets(sale, when, around));
  if (rule !== undefined) {
    const { sale, attributes } = rule.when;
    const isDecision = sale !== undefined || attributes?.doubt !== undefined;
    return { verdict: rule.verdict, rule: rule.name, reason: rule.reason ?? "", isDecision };
  }
  const verdict = rules.otherwise ?? "include";
  return { verdict, rule: "(otherwise)", reason: "no rule was met", isDecision: false };
}
