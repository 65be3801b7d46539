import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import reconcile from "../../scripts/cli/commands/report/reconcile.ts";
import refund from "../../scripts/cli/commands/sales/refund.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { refundsFile, salesFile, seedProgram } from "./support/seed.ts";
import { refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

/** Of 100 Ana earns 15, and 2 are for the moderators' standing line. */
const SALES = [
  "s-1,c,initial,100,USDC,2025-01-06,,ana:integration:1",
  "s-2,c,initial,33.33,USDC,2025-01-07,,",
  "s-3,c,initial,100,USDC,2025-03-03,,ana:integration:1",
];
const TIMELY = "r-1,s-1,10,back,2025-01-20";
const LATE = [
  "cb-1,s-1,40,fraudulent,2025-04-20",
  "cb-2,s-1,50,fraudulent,2025-04-21",
  "cb-3,s-2,33.33,fraudulent,2025-04-22",
];

interface Document {
  readonly refunds: Record<string, number>;
  readonly findings: { readonly id: string; readonly status: string; readonly note: string }[];
  readonly acknowledged: Record<string, string | number>[];
}

describe("Refunds after the lock", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
    const parameters = { account: world.account, progress: quietProgress() };
    await moveClock(world.chain, parseTime("2025-01-15") ?? 0);
    const first = await salesFile(folder, ...SALES.slice(0, 2));
    await postSales(program, { ...parameters, file: first });
    await refundSales(program, { ...parameters, file: await refundsFile(folder, TIMELY) });
    await moveClock(world.chain, parseTime("2025-03-05") ?? 0);
    await postSales(program, { ...parameters, file: await salesFile(folder, ...SALES) });
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const acknowledging = (...lines: readonly string[]) =>
    folder.write("late.csv", `${["refund_id,amount,reason", ...lines].join("\n")}\n`);

  const run = async (refunds: readonly string[], options: object = {}) => {
    const { code, stdout, stderr } = await runVerb(world, reconcile, {
      ...{ program: program.address, json: true },
      sales: await salesFile(folder, ...SALES),
      refunds: await refundsFile(folder, TIMELY, ...refunds),
      ...options,
    });
    expect(stderr).to.equal("");
    return { code, document: JSON.parse(stdout) as Document };
  };

  it("are missing until they are acknowledged, and say since when the sale is final", async () => {
    const { code, document } = await run(LATE);
    expect(code).to.equal(1);
    expect(document.refunds).to.include({ matched: 1, missing: 3, acknowledged: 0 });
    expect(document.findings.map(({ id, note }) => [id, note])).to.deep.equal(
      ["cb-1", "cb-2", "cb-3"].map((id) => [
        id,
        "its sale is final since 2025-03-02; --acknowledged takes a file that names it",
      ]),
    );
  });

  it("fail no run once they are, and each tells what others keep of it", async () => {
    const acknowledged = await acknowledging(
      "cb-1,40,lost at the bank",
      "cb-2,50.00,lost at the bank",
      "cb-3,33.33,=not disputed",
      "cb-1,40,lost at the bank",
    );
    const out = folder.path("late-report.csv");
    const { code, document } = await run(LATE, { acknowledged, out });
    expect(code).to.equal(0);
    expect(document.refunds).to.include({ matched: 1, missing: 0, acknowledged: 3 });
    expect(document.findings).to.deep.equal([]);
    const common = { currency: "USDC", reason: "lost at the bank" };
    expect(document.acknowledged).to.deep.equal([
      // 15 × 40 % and 2 × 40 %.
      ...[{ ...common, id: "cb-1", sale: "s-1", amount: "40", cost: "6.8", occurredAt: at("20") }],
      ...[{ ...common, id: "cb-2", sale: "s-1", amount: "50", cost: "8.5", occurredAt: at("21") }],
      {
        ...{ id: "cb-3", sale: "s-2", currency: "USDC", amount: "33.33", cost: "0.6666" },
        ...{ reason: "=not disputed", occurredAt: at("22") },
      },
    ]);
    const text = await readFile(out, "utf8");
    expect(text).to.include(
      "refund,cb-1,s-1,acknowledged,,,,USDC,40,,,,lost at the bank,2025-04-20 00:00:00 UTC,,,6.8",
    );
    expect(text).to.include("'=not disputed");
  });

  it("that tell totals cost what they add to what has gone back", async () => {
    const acknowledged = await acknowledging("t-2,50,lost", "t-3,60,lost");
    const refunds = await folder.write(
      "totals.csv",
      `refund_id,sale_id,amount,reason,occurred_at,total\n${TIMELY},\nt-2,s-1,50,x,2025-04-20,50\nt-3,s-1,60,x,2025-04-21,60\n`,
    );
    const { code, document } = await run([], { acknowledged, refunds });
    expect(code).to.equal(0);
    // 10 went back in time: 17 % of 40, then of 10.
    expect(document.acknowledged.map(({ id, cost }) => [id, cost])).to.deep.equal([
      ["t-2", "6.8"],
      ["t-3", "1.7"],
    ]);
  });

  it("fail no run of sales refund, which makes the others", async () => {
    const run = async (acknowledged?: string) => {
      const { code, stdout } = await runVerb(world, refund, {
        ...{ program: program.address, json: true, acknowledged },
        file: await refundsFile(folder, TIMELY, ...LATE),
      });
      const { alreadyRefunded, acknowledged: count, refused } = JSON.parse(stdout);
      return [code, alreadyRefunded, count, refused.map(({ id }: { id: string }) => id)];
    };
    expect(await run()).to.deep.equal([1, 1, 0, ["cb-1", "cb-2", "cb-3"]]);
    const two = await acknowledging("cb-1,40.0,lost", "cb-3,33,lost", "cb-2,50,lost");
    expect(await run(two)).to.deep.equal([1, 1, 2, ["cb-3"]]);
    const all = await acknowledging("cb-1,40,lost", "cb-3,33.33,lost", "cb-2,50,lost", "r-1,10,x");
    expect(await run(all)).to.deep.equal([0, 1, 3, []]);
  });

  const at = (day: string) => parseTime(`2025-04-${day}`) ?? 0;

  it("show in the table for people, in rows of their own", async () => {
    const acknowledged = await acknowledging("cb-1,40,lost");
    const { code, stdout } = await runVerb(world, reconcile, {
      ...{ program: program.address, json: false, acknowledged },
      sales: await salesFile(folder, ...SALES),
      refunds: await refundsFile(folder, TIMELY, LATE[0] ?? ""),
    });
    expect(code).to.equal(0);
    expect(stdout).to.match(/cb-1 +s-1 +USDC +40 +6\.8 +lost/);
    expect(stdout).to.include("All of it matches.");
  });

  for (const [what, refund, line, note] of [
    [
      "can still be made",
      "r-3,s-3,10,x,2025-03-04",
      "r-3,10,late",
      "acknowledged, though it can still be made: run sales refund",
    ],
    [
      "is acknowledged with another amount",
      LATE[0],
      "cb-1,39,late",
      "its sale is final since 2025-03-02; --acknowledged takes a file that names it; acknowledged with 39, which is not 40",
    ],
    [
      "is of a sale that is not posted",
      "r-9,s-9,10,x,2025-03-04",
      "r-9,10,late",
      "its sale is not posted",
    ],
  ] as const) {
    it(`stay missing where one ${what}`, async () => {
      const acknowledged = await acknowledging(line);
      const { code, document } = await run([refund ?? ""], { acknowledged });
      expect(code).to.equal(1);
      expect(document.findings.map((one) => one.note)).to.deep.equal([note]);
      expect(document.acknowledged).to.deep.equal([]);
    });
  }

  it("that the source took back are acknowledged likewise, with what others gave for nothing", async () => {
    const bare = { refunds: await folder.write("none.csv", "refund_id,sale_id,amount\n") };
    expect(
      (await run([], bare)).document.findings.map(({ id, status }) => [id, status]),
    ).to.deep.equal([["r-1", "unknown"]]);
    const acknowledged = await acknowledging("r-1,10,the bank returned it");
    const { code, document } = await run([], { ...bare, acknowledged });
    expect(code).to.equal(0);
    expect(document.acknowledged).to.deep.equal([
      {
        ...{ id: "r-1", sale: "s-1", currency: "USDC", amount: "10", cost: "-1.7" },
        ...{ reason: "the bank returned it", occurredAt: null },
      },
    ]);
    const other = await acknowledging("r-1,9,the bank returned it");
    const left = await run([], { ...bare, acknowledged: other });
    expect(left.code).to.equal(1);
    expect(left.document.findings[0]?.note).to.include("acknowledged with 9, which is not 10");
  });

  it("are refused where two lines contradict each other, or no reason is given", async () => {
    const refuse = async (...lines: readonly string[]) =>
      refusalOf(world, reconcile, {
        program: program.address,
        sales: await salesFile(folder, ...SALES),
        refunds: await refundsFile(folder, TIMELY, ...LATE),
        acknowledged: await acknowledging(...lines),
      });
    expect(await refuse("cb-1,40,a", "cb-1,41,a")).to.include("line 3, column amount");
    expect(await refuse("cb-1,40,a", "cb-1,40,b")).to.include("line 3, column reason");
    expect(await refuse("cb-1,40,")).to.include("line 2, column reason");
  });

  it("need the source's refunds beside them", async () => {
    const refused = await refusalOf(world, reconcile, {
      program: program.address,
      sales: await salesFile(folder, ...SALES),
      acknowledged: await acknowledging("cb-1,40,a"),
    });
    expect(refused).to.include("--refunds");
  });
});
