import { HOLDER, type TermsExample } from "../TermsExample.ts";

const ON = "2025-01-10";

/** What partners earn on a sale. */
export const ROLE_EXAMPLES: readonly TermsExample[] = [
  {
    title: "A role of the sale",
    rule: 'A gross role takes its rate of the whole sale: `"of": "gross"`, the default.',
    terms: { roles: { seller: { rates: { "*": "15%" } } } },
    sales: [{ id: "s1", on: ON, amount: "200", credits: "ana:seller:1" }],
  },
  {
    title: "Several partners in one role",
    rule: "The role's rate is divided by weight. Equal weights divide it equally.",
    terms: { roles: { seller: { rates: { "*": "20%" } } } },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:seller:1;ben:seller:3" }],
  },
  {
    title: "A role of what is left",
    rule: "A net role takes its rate of what standing lines and gross roles leave of the sale.",
    terms: {
      roles: {
        seller: { rates: { "*": "20%" } },
        support: { of: "net", rates: { "*": "50%" } },
      },
      standing: [{ name: "operations", holder: HOLDER, rate: "10%" }],
    },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:seller:1;ben:support:1" }],
  },
  {
    title: "Commission",
    rule: "It scales the rate of every role, and of no standing line: the roles share a commission pool.",
    terms: {
      commission: "30%",
      roles: { discovery: { rates: { "*": "60%" } }, trust: { rates: { "*": "40%" } } },
    },
    sales: [{ id: "s1", on: ON, amount: "1000", credits: "ana:discovery:1;ben:trust:1" }],
  },
  {
    title: "Tiers",
    rule: "A partner's tier adds to the role's rate. The first tier that the file names is everybody's at first.",
    terms: {
      roles: { affiliate: { rates: { "*": "10%" }, tiers: { associate: "0%", partner: "5%" } } },
    },
    partners: [{ partner: "ana" }, { partner: "ben", tier: "partner" }],
    sales: [
      { id: "s1", on: ON, amount: "100", credits: "ana:affiliate:1" },
      { id: "s2", on: ON, amount: "100", credits: "ben:affiliate:1" },
    ],
  },
  {
    title: "Tenure",
    rule: "Each entry is what a full year since the partner joined adds; the last repeats. The first counts from the day it joined.",
    terms: { roles: { affiliate: { rates: { "*": "10%" }, tenure: ["0%", "2%", "4%"] } } },
    partners: [
      { partner: "ana", joined: "2025-01-01" },
      { partner: "ben", joined: "2023-12-01" },
      { partner: "eve", joined: "2015-01-01" },
    ],
    sales: [
      { id: "s1", on: ON, amount: "100", credits: "ana:affiliate:1" },
      { id: "s2", on: ON, amount: "100", credits: "ben:affiliate:1" },
      { id: "s3", on: ON, amount: "100", credits: "eve:affiliate:1" },
    ],
  },
  {
    title: "Network",
    rule: "Every so many active partners add to the rate, up to a most. Five partners are two full steps of two.",
    terms: {
      roles: {
        affiliate: { rates: { "*": "10%" }, network: { every: 2, add: "1%", max: "10%" } },
      },
    },
    partners: ["ana", "ben", "eve", "lea", "max"].map((partner) => ({ partner })),
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:affiliate:1" }],
  },
  {
    title: "Volume",
    rule: "Every so much revenue of the last closed period, in the sale's currency, adds to the rate.",
    terms: {
      roles: {
        affiliate: { rates: { "*": "10%" }, volume: { every: "1000", add: "1%", max: "5%" } },
      },
    },
    sales: [
      { id: "s1", on: ON, amount: "2500", credits: "ana:affiliate:1" },
      { id: "s2", on: "2025-02-10", amount: "100", credits: "ana:affiliate:1" },
    ],
  },
  {
    title: "The ceiling of a role",
    rule: "All additions together never bring one credit's rate above it.",
    terms: {
      roles: {
        affiliate: { rates: { "*": "30%" }, tenure: ["0%", "10%", "20%"], ceiling: "45%" },
      },
    },
    partners: [{ partner: "ana", joined: "2020-01-01" }],
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:affiliate:1" }],
  },
  {
    title: "A role that nobody filled: to the residual",
    rule: "The default: what it would have earned is the operator's.",
    terms: { roles: { seller: { rates: { "*": "20%" } }, coach: { rates: { "*": "10%" } } } },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:seller:1" }],
  },
  {
    title: "A role that nobody filled: to the others",
    rule: "The filled roles of the same stage grow in proportion, by what the base rates of the missing ones add to theirs, each up to its own ceiling.",
    terms: {
      roles: {
        seller: { rates: { "*": "20%" } },
        trainer: { rates: { "*": "10%" } },
        coach: { rates: { "*": "15%" }, missing: "renormalise" },
      },
    },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:seller:1;ben:trainer:1" }],
  },
  {
    title: "A value stack with a role that nobody filled",
    rule: "The shares are exact: what the commission and the missing role make of a rate is not rounded, a line's amount is, once, at the end. What a rate shows is rounded down to whole parts per million, 2.7777 % for the first here; the amount is not worked out from that.",
    terms: {
      commission: "25%",
      roles: {
        discovery: { rates: { "*": "10%" } },
        education: { rates: { "*": "15%" } },
        trust: { rates: { "*": "10%" }, missing: "renormalise" },
        conversion: { rates: { "*": "30%" } },
        success: { rates: { "*": "20%" } },
        expansion: { rates: { "*": "15%" } },
      },
    },
    sales: [
      {
        ...{ id: "s1", on: ON, amount: "3600" },
        credits: "ana:discovery:1;ben:education:1;eve:conversion:1;lea:success:1;max:expansion:1",
      },
    ],
  },
  {
    title: "A role that nobody filled: to a pool",
    rule: "The pool earns the role's base rate, and has books like a partner's.",
    terms: {
      pools: { community: HOLDER },
      roles: {
        seller: { rates: { "*": "20%" } },
        coach: { rates: { "*": "10%" }, missing: { pool: "community" } },
      },
    },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:seller:1" }],
  },
  {
    title: "Referral",
    rule: "Who referred a partner earns a rate of each of the partner's lines, beside them: nobody is credited with it and the partner loses nothing.",
    terms: {
      roles: {
        seller: { rates: { "*": "20%" } },
        mentor: { of: "referral", rates: { "*": "5%" } },
      },
    },
    partners: [{ partner: "ana" }, { partner: "ben", referrer: "ana" }],
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ben:seller:1" }],
  },
  {
    title: "The residual to a role",
    rule: "Whoever played it gets what remains, beside the role's rate if it has one: the brand that sells in a collective.",
    terms: {
      roles: { influencer: { rates: { "*": "10%" } }, brand: {} },
      standing: [{ name: "operations", holder: HOLDER, rate: "5%" }],
      residual: { role: "brand" },
    },
    sales: [{ id: "s1", on: ON, amount: "100", credits: "ana:influencer:1;acme:brand:1" }],
  },
];
