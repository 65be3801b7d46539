import { RESIDUAL_RATE } from "@core/deal/Terms";
import type { Ledger, LedgerLine, LedgerReceipt, LedgerSale } from "@core/ledger/Ledger";
import { expect, test } from "@playwright/test";
import { moneyFlowOf } from "./moneyFlowOf";
import { weightOf } from "./weightOf";

const CURRENCY = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const TREASURY = "0x00000000000000000000000000000000000000FF";
const PLACE = { block: 1n, time: 1n, transaction: "0x", index: 0 } as const;

const TERMS = {
  name: "Acme",
  treasury: TREASURY,
  kinds: ["initial", "renewal"],
  roles: [{ name: "seller" }],
  standing: [{ name: "crew", holder: TREASURY }],
} as const;

function walletOf(number: number): `0x${string}` {
  return `0x${`${number}`.padStart(40, "0")}`;
}

function lineOf(number: number, amount: bigint, rate = 100_000): LedgerLine {
  return { number, partner: walletOf(number), role: 0, rate, amount, reversed: 0n };
}

function ledgerOf(lines: readonly LedgerLine[], amount: bigint, refunded = 0n): Ledger {
  const sale: LedgerSale = {
    id: "0x01",
    at: 0x1_0000,
    head: 0n,
    words: [],
    occurredAt: 1,
    kind: 0,
    currency: CURRENCY,
    amount,
    payer: undefined,
    refunded,
    returned: 0n,
    lines,
    refunds: [],
    place: PLACE,
  };
  const receipt: LedgerReceipt = {
    kind: 1,
    currency: CURRENCY,
    amount: 50n,
    from: undefined,
    place: PLACE,
  };
  return {
    uri: undefined,
    sales: [sale, { ...sale, id: "0x02", at: 0x1_0001, currency: TREASURY }],
    batches: [],
    receipts: [receipt],
    claims: [],
    partners: [],
    partnerByWallet: new Map(),
    settlements: [],
    disputes: new Map(),
    amendments: [],
    changes: [],
    tiers: [],
    movedFrom: new Map(),
    holders: new Map(),
  };
}

function amountsOf(ledger: Ledger, stage: string): bigint {
  const { nodes } = moneyFlowOf(ledger, TERMS, CURRENCY, [20n]);
  return nodes
    .filter((node) => node.stage === stage)
    .reduce((total, { amount }) => total + amount, 0n);
}

test("every stage carries the whole revenue of the currency, net of refunds", () => {
  const reversed = { ...lineOf(1, 100n), reversed: 30n };
  const ledger = ledgerOf([reversed, lineOf(2, 77n, RESIDUAL_RATE)], 1_000n, 300n);
  for (const stage of ["kind", "program", "line", "party"]) {
    expect(amountsOf(ledger, stage)).toBe(750n);
  }
});

test("what went back of a sale that was made void after it was final is left out", () => {
  const taken = { ...lineOf(1, 100n), reversed: 100n };
  const ledger = ledgerOf([taken], 1_000n);
  const sales = ledger.sales.map((sale) => ({ ...sale, returned: 100n }));
  for (const stage of ["kind", "program", "line", "party"])
    expect(amountsOf({ ...ledger, sales }, stage)).toBe(950n);
});

test("what remains for a role is told apart from its rate", () => {
  const { nodes } = moneyFlowOf(
    ledgerOf([lineOf(2, 77n, RESIDUAL_RATE)], 100n),
    TERMS,
    CURRENCY,
    [],
  );
  expect(nodes.map(({ name }) => name)).toContain("seller (what remains)");
});

test("many parties share one node, and nothing of their money is lost", () => {
  const lines = Array.from({ length: 30 }, (_, index) => lineOf(index + 1, BigInt(index + 1)));
  const ledger = ledgerOf(lines, 10_000n);
  const { nodes } = moneyFlowOf(ledger, TERMS, CURRENCY, [20n]);
  const parties = nodes.filter(({ stage }) => stage === "party");
  expect(parties).toHaveLength(7);
  expect(parties.map(({ name }) => name)).toContain("25 others");
  expect(amountsOf(ledger, "party")).toBe(10_050n);
});

test("weights are parts of the whole", () => {
  expect(weightOf(0n, 0n)).toBe(0);
  expect(weightOf(1n, 4n)).toBe(0.25);
  expect(weightOf(2n ** 96n, 2n ** 96n)).toBe(1);
});
