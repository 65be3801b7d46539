import type { TermsExample } from "../TermsExample.ts";

const ON = "2025-01-10";

/** What kinds of sale there are. */
export const KIND_EXAMPLES: readonly TermsExample[] = [
  {
    title: "A rate for each kind",
    rule: 'A rate for each kind of sale; `"*"` is every kind that is not named. A kind without a rate pays the role nothing.',
    terms: {
      kinds: ["initial", "renewal", "expansion"],
      roles: {
        seller: { rates: { initial: "20%", "*": "5%" } },
        coach: { rates: { expansion: "10%" } },
      },
    },
    sales: [
      { id: "s1", on: ON, kind: "initial", amount: "100", credits: "ana:seller:1;ben:coach:1" },
      { id: "s2", on: ON, kind: "expansion", amount: "100", credits: "ana:seller:1;ben:coach:1" },
    ],
  },
  {
    title: "Classes of products",
    rule: "A rate may be for one class of products: the sale's `product` names it. `kind/class` goes before `*/class`, that before the kind, and that before `*`.",
    terms: {
      products: ["software", "services"],
      roles: { seller: { rates: { "*/software": "30%", "*": "10%" } } },
    },
    sales: [
      { id: "s1", on: ON, product: "software", amount: "100", credits: "ana:seller:1" },
      { id: "s2", on: ON, product: "services", amount: "100", credits: "ana:seller:1" },
    ],
  },
  {
    title: "Outcomes",
    rule: 'A bonus that the operator pays, exactly the amount that the terms name. It is no revenue: `"*"` does not mean it, it brings no volume, and its ceiling is always 100 %.',
    terms: {
      kinds: ["course", "completion"],
      outcomes: { completion: { amount: "50" } },
      roles: { teacher: { rates: { "*": "40%", completion: "80%" } } },
    },
    sales: [
      { id: "s1", on: ON, kind: "course", amount: "200", credits: "ana:teacher:1" },
      { id: "s2", on: ON, kind: "completion", amount: "50", credits: "ana:teacher:1" },
    ],
  },
  {
    title: "Outcomes in a period",
    rule: '`"per": "period"`: all of a period and currency are at most the amount together; what goes beyond is not posted.',
    terms: {
      kinds: ["course", "engagement"],
      outcomes: { engagement: { amount: "100", per: "period" } },
      roles: { student: { rates: { engagement: "100%" } } },
    },
    sales: [
      { id: "s1", on: ON, kind: "engagement", amount: "70", credits: "ana:student:1" },
      { id: "s2", on: ON, kind: "engagement", amount: "40", credits: "ben:student:1" },
    ],
  },
];
