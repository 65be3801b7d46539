import { expect } from "chai";
import { type Address, zeroAddress, zeroHash } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { levelIn } from "../../core/equity/levelIn.ts";
import type { PlanSettings } from "../../core/equity/PlanSettings.ts";
import { SCALE } from "../../core/equity/SCALE.ts";
import { moneyUntil, shareMoney } from "../../core/equity/shareMoney.ts";
import type { Timed } from "../../core/ledger/History.ts";
import { previewLeave } from "../../core/ledger/plan/previewLeave.ts";
import { rebuildPlan } from "../../core/ledger/plan/rebuildPlan.ts";
import { vestingCurves } from "../../core/ledger/plan/vestingCurves.ts";
import type { PlanEvent } from "../../core/logs/decodePlanEvents.ts";
import { planEvent } from "./support/planEvent.ts";

const DAY = 86_400;
const MONTH = 2_628_000;
const START = 1_700_000_000;
const USDC: Currency = {
  ...{ index: 0, symbol: "USDC", decimals: 6 },
  address: "0x00000000000000000000000000000000000000bb",
};
const ANA: Address = "0x00000000000000000000000000000000000000C1";
const BEN: Address = "0x00000000000000000000000000000000000000c2";

const SETTINGS: PlanSettings = {
  ...{ name: "Team", operator: ANA, arbiter: ANA, guardian: zeroAddress, treasury: ANA },
  ...{ taxAccount: zeroAddress, authorised: 100_000n, restToTreasury: false, restClass: 0 },
  ...{ flow: false, currencies: [USDC.address], hurdles: [[0n], [5_000_000n]] },
  ...{ resignLoss: 200_000, causeLoss: 500_000, window: 365 * DAY, notice: 30 * DAY },
  ...{ pauseLimit: 90 * DAY, callWindow: 0, multiple: 0, start: START, period: 30 * DAY },
  ...{ handover: 7 * DAY, move: 7 * DAY, silence: 0 },
};

const FOUR_YEARS = {
  ...{ units: 48_000n, class: 0, start: START, cliff: 365 * DAY, length: 1_460 * DAY },
  ...{ step: MONTH, single: 500_000, double: 0, withholding: 0, agreement: zeroHash },
};

const month = (months: number): number => START + months * MONTH;

function granted(id: bigint, holder: Address, terms: Partial<typeof FOUR_YEARS> = {}) {
  const given = { ...FOUR_YEARS, holder, ...terms };
  return planEvent(START, "Granted", { id, holder, terms: given });
}

function curveOf(time: number, ...events: Timed<PlanEvent>[]) {
  const [curve] = vestingCurves(SETTINGS, [USDC], { events, time }, new Set([1n]));
  if (curve === undefined) throw new Error("no curve");
  return curve;
}

/** The same by its corners, as it is drawn. */
function drawnAt({ points }: ReturnType<typeof curveOf>, time: number): bigint {
  const index = points.findLastIndex((point) => point.time <= time);
  const [from, to] = [points[index], points[index + 1]];
  if (from === undefined) return 0n;
  if (to === undefined || from.time === to.time) return from.units;
  const part = BigInt(time - from.time);
  return from.units + ((to.units - from.units) * part) / BigInt(to.time - from.time);
}

describe("how a grant vested and will", () => {
  it("jumps at the cliff and at each step, until all is vested", () => {
    const curve = curveOf(month(20), granted(1n, ANA));
    expect(curve.cliff).to.equal(month(12));
    expect(curve.ends).to.equal(month(48));
    expect(curve.points[0]).to.deep.equal({ time: START, units: 0n });
    expect(curve.points.at(-1)).to.deep.equal({ time: month(48), units: 48_000n });
    for (const [time, units] of [
      [month(12) - 1, 0n],
      [month(12), 12_000n],
      [month(13) - 1, 12_000n],
      [month(13), 13_000n],
      [month(60), 48_000n],
    ] as const) {
      expect(curve.unitsAt(time)).to.equal(units);
      expect(drawnAt(curve, time)).to.equal(units);
    }
  });

  it("grows in a line where units vest by the second", () => {
    const curve = curveOf(month(20), granted(1n, ANA, { step: 0, cliff: 0 }));
    expect(curve.cliff).to.equal(undefined);
    expect(curve.points).to.have.length(3);
    expect(curve.unitsAt(month(24))).to.equal(24_000n);
    // A line between two corners, rounded down.
    expect(drawnAt(curve, month(24))).to.equal(23_999n);
  });

  it("stands still in a pause, which its past keeps", () => {
    const curve = curveOf(
      month(30),
      granted(1n, ANA),
      planEvent(month(15), "Paused", { id: 1n }),
      planEvent(month(15) + 90 * DAY, "Resumed", { id: 1n, shift: 90 * DAY }),
    );
    expect(curve.pauses).to.deep.equal([{ from: month(15), until: month(15) + 90 * DAY }]);
    expect(curve.cliff).to.equal(month(12));
    expect(curve.ends).to.equal(month(48) + 90 * DAY);
    expect(curve.unitsAt(month(14))).to.equal(14_000n);
    expect(drawnAt(curve, month(14))).to.equal(14_000n);
    expect(curve.unitsAt(month(17))).to.equal(15_000n);
    expect(drawnAt(curve, month(17))).to.equal(15_000n);
    expect(drawnAt(curve, month(20) + 90 * DAY)).to.equal(20_000n);
  });

  it("knows how long a pause that lasts can last", () => {
    const curve = curveOf(month(16), granted(1n, ANA), planEvent(month(15), "Paused", { id: 1n }));
    expect(curve.pauses).to.deep.equal([{ from: month(15), until: month(15) + 90 * DAY }]);
    expect(curve.ends).to.equal(month(48) + 90 * DAY);
  });

  it("leaps at an exit that was announced, and not before", () => {
    const told = planEvent(month(17), "ExitDeclared", { date: month(18), by: ANA, uri: "" });
    const operator = planEvent(START, "PowerPassed", {
      power: 0,
      former: zeroAddress,
      holder: ANA,
    });
    const curve = curveOf(month(17), operator, granted(1n, ANA), told);
    expect(curve.unitsAt(month(18) - 1)).to.equal(17_000n);
    expect(curve.unitsAt(month(18))).to.equal(33_000n);
    expect(drawnAt(curve, month(18) - 1)).to.equal(17_000n);
    expect(drawnAt(curve, month(18))).to.equal(33_000n);
    expect(drawnAt(curve, month(33))).to.equal(40_500n);
  });

  it("ends with a leave, before the cliff with nothing", () => {
    const notice = planEvent(month(17), "LeaveAnnounced", {
      ...{ id: 1n, kind: 1, date: month(18), reason: "", evidence: zeroHash },
    });
    const before = curveOf(month(17), granted(1n, ANA), notice);
    expect(before.ends).to.equal(month(18));
    expect(before.unitsAt(month(40))).to.equal(18_000n);
    const left = planEvent(month(19), "Left", {
      ...{ id: 1n, kind: 1, kept: 14_400n, contingent: 0n, lost: 33_600n },
    });
    const after = curveOf(month(20), granted(1n, ANA), notice, left);
    expect(drawnAt(after, month(19) - 1)).to.equal(18_000n);
    expect(drawnAt(after, month(19))).to.equal(14_400n);
    const early = planEvent(month(5), "LeaveAnnounced", {
      ...{ id: 1n, kind: 1, date: month(6), reason: "", evidence: zeroHash },
    });
    const nothing = curveOf(month(5), granted(1n, ANA), early);
    expect(nothing.cliff).to.equal(undefined);
    expect(nothing.unitsAt(month(40))).to.equal(0n);
  });
});

describe("what leaving would keep", () => {
  const events = [
    granted(1n, ANA),
    granted(2n, BEN, { units: 52_000n, cliff: 0, length: 0 }),
    planEvent(month(17), "Shared", {
      ...{
        currency: USDC.address,
        amount: 10_000_000_000n,
        level: (SCALE * 10_000_000_000n) / 100_000n,
      },
    }),
  ];

  it("is what vested by the date, less what resigning loses, with the money of vested units", () => {
    const ledger = rebuildPlan(SETTINGS, [USDC], { events, time: month(17) });
    expect(ledger.disagreements).to.deep.equal([]);
    const preview = previewLeave(ledger, 1n, "resigned", month(18));
    expect([preview?.kept, preview?.lost]).to.deep.equal([14_400n, 33_600n]);
    // Shared at once: 14,400 of 66,400 units have a part of the 3,000.
    const [money] = preview?.money ?? [];
    const back = (3_000_000_000n * 14_400n) / 66_400n;
    expect(money?.kept).to.equal(1_800_000_000n + back);
    expect(money?.lost).to.equal(4_800_000_000n - 1_800_000_000n - back);
    expect(ledger.grants[0]?.grant.units).to.equal(48_000n);
    const notice = planEvent(month(17), "LeaveAnnounced", {
      ...{ id: 1n, kind: 1, date: month(18), reason: "", evidence: zeroHash },
    });
    const left = planEvent(month(19), "Left", {
      ...{ id: 1n, kind: 1, kept: 14_400n, contingent: 0n, lost: 33_600n },
    });
    const gone = rebuildPlan(SETTINGS, [USDC], {
      events: [...events, notice, left],
      time: month(19),
    });
    expect(previewLeave(gone, 1n, "resigned", month(19))).to.equal(undefined);
    const dismissed = previewLeave(ledger, 1n, "dismissed", month(18));
    expect([dismissed?.kept, dismissed?.lost]).to.deep.equal([18_000n, 30_000n]);
  });
});

describe("what has to arrive until a hurdle", () => {
  const books = () =>
    rebuildPlan(SETTINGS, [USDC], {
      events: [granted(1n, ANA, { units: 600n }), granted(2n, BEN, { units: 400n, class: 1 })],
      time: month(1),
    }).books;

  it("lifts the level to it exactly, and less does not", () => {
    const target = 5_000_000n * SCALE;
    const amount = moneyUntil(books(), 0, target);
    expect(amount).to.equal(3_000_000_000n);
    const enough = books();
    shareMoney(enough, 0, amount ?? 0n);
    expect(levelIn(enough, 0).level).to.equal(target);
    const short = books();
    shareMoney(short, 0, (amount ?? 0n) - 1n);
    expect(levelIn(short, 0).level < target).to.equal(true);
    expect(moneyUntil(enough, 0, target)).to.equal(0n);
  });

  it("is no amount where nobody takes part below it", () => {
    const { books: alone } = rebuildPlan(SETTINGS, [USDC], {
      events: [granted(1n, BEN, { class: 1 })],
      time: month(1),
    });
    expect(moneyUntil(alone, 0, 5_000_000n * SCALE)).to.equal(undefined);
  });
});
