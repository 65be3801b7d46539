import type { StandingLineOfFile } from "../../../core/terms/TermsFile.ts";
import { HOLDER, type TermsExample } from "../TermsExample.ts";

const FIRST = "2025-01-10";
const SECOND = "2025-02-10";

const one = (name: string, line: Partial<StandingLineOfFile>) => ({
  standing: [{ name, holder: HOLDER, ...line }],
});

/** What standing lines earn. */
export const LINE_EXAMPLES: readonly TermsExample[] = [
  {
    title: "A rate of all revenue",
    rule: "A fixed holder's rate of all revenue of its kinds, whoever brought it; worked out once a period, so that ten thousand holders cost no more than two.",
    terms: one("moderators", { rate: "2%" }),
    sales: [{ id: "s1", on: FIRST, amount: "100" }],
  },
  {
    title: "A rate by year",
    rule: "`tenure` in place of `rate`: the rate in each year since the line started; the last repeats.",
    terms: one("technology", { tenure: ["30%", "20%", "10%"] }),
    sales: [
      { id: "s1", on: FIRST, amount: "100" },
      { id: "s2", on: "2026-02-10", amount: "100" },
      { id: "s3", on: "2030-02-10", amount: "100" },
    ],
  },
  {
    title: "From one day to another",
    rule: "A line earns from `starts` on and no more from `ends` on.",
    terms: one("launch", { rate: "10%", starts: "2025-01-05", ends: "2025-02-01" }),
    sales: [
      { id: "s1", on: "2025-01-02", amount: "100" },
      { id: "s2", on: FIRST, amount: "100" },
      { id: "s3", on: SECOND, amount: "100" },
    ],
  },
  {
    title: "A cap",
    rule: "The most that the line earns, in a year since its start or in all. The rest is residual.",
    terms: one("technology", { rate: "30%", cap: { amount: "500", per: "year" } }),
    sales: [
      { id: "s1", on: FIRST, amount: "1000" },
      { id: "s2", on: SECOND, amount: "1000" },
      { id: "s3", on: "2026-01-10", amount: "1000" },
    ],
  },
  {
    title: "A threshold",
    rule: "The line earns only of the revenue beyond it.",
    terms: one("profit share", { rate: "10%", threshold: { amount: "1500" } }),
    sales: [
      { id: "s1", on: FIRST, amount: "1000" },
      { id: "s2", on: SECOND, amount: "1000" },
    ],
  },
  {
    title: "A fee",
    rule: "Earned in each period that begins while the line runs, beside its rate. It is paid out of what is left of the period, line by line, older ones first; and then out of the line's own reserve. What neither covers is owed.",
    terms: one("creator", { rate: "5%", fee: "300" }),
    sales: [
      { id: "s1", on: FIRST, amount: "1000" },
      { id: "s2", on: SECOND, amount: "100" },
    ],
  },
  {
    title: "A minimum",
    rule: "The least that the line earns in each such period, its fee counted.",
    terms: one("creator", { rate: "50%", minimum: "200" }),
    sales: [
      { id: "s1", on: FIRST, amount: "1000" },
      { id: "s2", on: SECOND, amount: "300" },
    ],
  },
];
