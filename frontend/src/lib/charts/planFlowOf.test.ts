import { claimGrant } from "@core/equity/claimGrant";
import { addGrant } from "@core/equity/grantUnits";
import type { PlanSettings } from "@core/equity/PlanSettings";
import { shareMoney } from "@core/equity/shareMoney";
import { createPlanLedger, type PlanLedger } from "@core/ledger/plan/PlanLedger";
import { expect, test } from "@playwright/test";
import type { Address } from "viem";
import { planFlowOf } from "./planFlowOf";

const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const NOBODY = "0x0000000000000000000000000000000000000000";
const CURRENCY = { index: 0, symbol: "USDC", decimals: 6, address: TOKEN } as const;
const DAY = 86_400;

const SETTINGS: PlanSettings = {
  ...{ name: "Team", operator: TOKEN, arbiter: TOKEN, guardian: NOBODY, treasury: TOKEN },
  ...{ taxAccount: TOKEN, authorised: 1_000n, restToTreasury: true, restClass: 0, flow: false },
  ...{ currencies: [TOKEN], hurdles: [[0n], [5_000_000n]], resignLoss: 0, causeLoss: 0 },
  ...{ window: DAY, notice: DAY, pauseLimit: DAY, callWindow: 0, multiple: 0, start: 0 },
  ...{ period: DAY, handover: DAY, move: DAY, silence: 0 },
};

function walletOf(number: number): Address {
  return `0x${`${number}`.padStart(40, "0")}`;
}

/** A plan in which half of the units are granted, to this many holders, and 1,000 came in. */
function planWith(holders: number, withholding: number): PlanLedger {
  const ledger = createPlanLedger(SETTINGS, [CURRENCY]);
  for (let number = 1; number <= holders; number++) {
    const grant = addGrant(ledger.books, {
      ...{ holder: walletOf(number), units: BigInt(500 / holders), class: 0, starts: 0, cliff: 0 },
      ...{ length: 0, step: 0, single: 0, double: 0, withholding },
    });
    ledger.grants.push({
      ...{ id: BigInt(number), holder: walletOf(number), grant, move: undefined },
      ...{ offeredFrom: 0, calledUntil: 0, entries: [] },
    });
  }
  shareMoney(ledger.books, 0, 1_000_000_000n);
  return ledger;
}

function flowOf(ledger: PlanLedger, arrived = 0n) {
  const log = {
    address: TOKEN,
    blockHash: "0x",
    blockNumber: 1n,
    data: "0x",
    logIndex: 0,
  } as const;
  return planFlowOf({
    ...{ ledger, place: 0, name: "Team", arrived, time: 1 },
    sources: [{ name: "shop: profit share", paid: 400_000_000n }],
    events: [
      {
        ...{
          ...log,
          transactionHash: "0x",
          transactionIndex: 0,
          removed: false,
          topics: ["0x", "0x"],
        },
        eventName: "Shared",
        args: { currency: TOKEN, amount: 1_000_000_000n, level: 0n },
      },
    ],
  });
}

function amountOf(flow: ReturnType<typeof flowOf>, from: RegExp, to: RegExp): bigint {
  const named = (id: string) => flow.nodes.find((node) => node.id === id)?.name ?? "";
  const found = flow.links.filter((link) => from.test(named(link.from)) && to.test(named(link.to)));
  return found.reduce((sum, { amount }) => sum + amount, 0n);
}

test("what programs did not pay, others did; what is not granted is the treasury's", () => {
  const flow = flowOf(planWith(2, 0));
  expect(flow.total).toBe(1_000_000_000n);
  expect(amountOf(flow, /shop/, /Team/)).toBe(400_000_000n);
  expect(amountOf(flow, /other payments/, /Team/)).toBe(600_000_000n);
  expect(amountOf(flow, /Team/, /class 0/)).toBe(500_000_000n);
  expect(amountOf(flow, /Team/, /treasury/)).toBe(500_000_000n);
  expect(amountOf(flow, /class 0/, /^0x/)).toBe(500_000_000n);
});

test("what was withheld of a payment is the tax account's, and the rest the holder's", () => {
  const ledger = planWith(1, 100_000);
  const [first] = ledger.grants;
  if (first !== undefined) claimGrant(ledger.books, first.grant, 0, 1);
  const flow = flowOf(ledger);
  expect(amountOf(flow, /class 0/, /tax account/)).toBe(50_000_000n);
  expect(amountOf(flow, /class 0/, /^0x/)).toBe(450_000_000n);
});

test("what arrived and is not shared has an end of its own", () => {
  const flow = flowOf(planWith(1, 0), 7n);
  expect(flow.total).toBe(1_000_000_007n);
  expect(amountOf(flow, /Team/, /not shared yet/)).toBe(7n);
});

test("many holders share one node, and nothing is lost by it", () => {
  const flow = flowOf(planWith(20, 0));
  expect(flow.nodes.filter(({ stage }) => stage === "party")).toHaveLength(7);
  expect(amountOf(flow, /class 0/, /./)).toBe(500_000_000n);
});
