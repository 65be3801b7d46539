import { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import { decodeFunctionData } from "viem";
import { toId } from "../../core/ids/toId.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readEventsNamed } from "../../scripts/chain/history/readEventsNamed.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import { findPlaces } from "../../scripts/chain/sales/findPlaces.ts";
import { send } from "../../scripts/chain/send.ts";
import openLane from "../../scripts/cli/commands/sales/openLane.ts";
import status from "../../scripts/cli/commands/sales/status.ts";
import voidDuplicates from "../../scripts/cli/commands/sales/voidDuplicates.ts";
import { IN_MEMORY, openJournal } from "../../scripts/posting/journal/openJournal.ts";
import type { Lanes } from "../../scripts/posting/lanes/Lane.ts";
import { type LaneBatch, nextBatch, type Timed } from "../../scripts/posting/lanes/nextBatch.ts";
import { type PostSalesParameters, postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { openFolder } from "../integration/support/files.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { refusal } from "../integration/support/refusal.ts";
import { refundsFile, salesFile } from "../integration/support/seed.ts";
import { jsonOf } from "../integration/support/verbs.ts";
import { openPostingWorld, type PostingWorld } from "./support/openPostingWorld.ts";

const LANES: Lanes = {
  timely: { lane: 1, earliest: 100, head: 0n },
  late: { lane: 0, earliest: 0, head: 0n },
  now: 200,
};

describe("Sales in batches of lanes", () => {
  /** All batches of sales at some times, of at most so many sales each. */
  const cut = (times: readonly number[], most: number, lanes = LANES) => {
    const batches: LaneBatch<Timed>[] = [];
    let left = times.map((time) => ({ time }));
    let { timely } = lanes;
    for (;;) {
      const batch = nextBatch(left, { ...lanes, timely }, (some) => Math.min(most, some.length));
      if (batch === undefined) return batches;
      batches.push(batch);
      left = left.filter((sale) => !batch.sales.includes(sale));
      timely = { ...timely, earliest: Math.max(timely.earliest, batch.until) };
    }
  };
  const shown = (batches: readonly LaneBatch<Timed>[]) =>
    batches.map(({ lane, from, until, sales }) => [
      ...[lane, from, until],
      sales.map(({ time }) => time),
    ]);

  const cases: [what: string, times: number[], most: number, expected: unknown[]][] = [
    ["are none of no sales", [], 9, []],
    [
      "follow each other by time",
      [130, 110, 120],
      2,
      [
        [1, 100, 121, [110, 120]],
        [1, 121, 131, [130]],
      ],
    ],
    [
      "never cut a second in two",
      [110, 120, 120],
      2,
      [
        [1, 100, 111, [110]],
        [1, 111, 121, [120, 120]],
      ],
    ],
    [
      "leave to the late lane what was before them, and what is not yet",
      [99, 110, 200, 150],
      9,
      [
        [1, 100, 151, [110, 150]],
        [0, 0, 0, [99, 200]],
      ],
    ],
    [
      "leave a second with too many to the late lane",
      [110, 110, 110, 120],
      2,
      [
        [1, 100, 121, [120]],
        [0, 0, 0, [110, 110]],
        [0, 0, 0, [110]],
      ],
    ],
  ];
  for (const [what, times, most, expected] of cases) {
    it(what, () => {
      expect(shown(cut(times, most))).to.deep.equal(expected);
    });
  }

  it("are all late where the late lane is asked for", () => {
    const lanes = { ...LANES, timely: LANES.late };
    expect(shown(cut([110, 120], 9, lanes))).to.deep.equal([[0, 0, 0, [110, 120]]]);
  });

  describe("of a program", () => {
    let world: PostingWorld;
    let journal: string;

    before(async () => {
      world = await openPostingWorld();
      await moveClock(world.program.chain, parseTime("2025-01-20") ?? 0);
      await world.mark();
    });
    after(() => world.close());
    beforeEach(async () => {
      await world.restore();
      journal = world.newJournal();
    });

    const post = (file: string, options: Partial<PostSalesParameters> = {}) => {
      const { account, program } = world;
      const progress = quietProgress();
      const settings = { pollingInterval: 1 };
      return postSales(program, { account, progress, file, journal, settings, ...options });
    };
    const batches = async () =>
      (await readEventsNamed(world.program, ["BatchPosted"])).map(({ args }) => [
        ...[Number(args.lane), Number(args.from), Number(args.until), Number(args.sales)],
      ]);
    const line = (id: string, date: string, amount = "10") =>
      `${id},c,initial,${amount},USDC,${date},p,ana:integration:1`;
    const at = (text: string) => parseTime(text) ?? 0;
    const withFile = async (
      lines: readonly string[],
      work: (file: string) => Promise<void>,
    ): Promise<void> => {
      const folder = await openFolder();
      try {
        await work(await salesFile(folder, ...lines));
      } finally {
        await folder.remove();
      }
    };

    it("go by the first lane in windows that follow each other, and late ones by the other", () =>
      withFile([line("a", "2025-01-06"), line("b", "2025-01-08")], async (file) => {
        await post(file);
        const start = world.program.terms.start;
        expect(await batches()).to.deep.equal([[1, start, at("2025-01-08") + 1, 2]]);
        await withFile(
          [line("c", "2025-01-07"), line("d", "2025-01-09"), line("a", "2025-01-06")],
          async (next) => {
            expect(await post(next)).to.deep.include({ posted: 2, alreadyPosted: 1 });
          },
        );
        expect((await batches()).slice(1)).to.deep.equal([
          [1, at("2025-01-08") + 1, at("2025-01-09") + 1, 1],
          [0, 0, 0, 1],
        ]);
      }));

    it("go by a lane of their own once the operator has opened it", () =>
      withFile([line("a", "2025-01-06")], async (file) => {
        const closed = await refusal(post(file, { lane: 2 }));
        expect(closed.message).to.include("lane 2 is not open").and.include("open-lane");
        const program = world.program.address;
        await jsonOf(world.world, openLane, { program, lane: "2", begins: "2025-01-01" });
        await post(file, { lane: 2 });
        expect((await batches()).map(([lane]) => lane)).to.deep.equal([2]);
      }));

    it("are known from the chain where the journal's index has changed on the disk", () =>
      withFile([line("a", "2025-01-06"), line("b", "2025-01-08")], async (file) => {
        await post(file);
        for (const change of [
          "UPDATE posted SET id = replace(id, substr(id, 3, 2), 'ff')",
          "UPDATE posted SET head = '0x1'",
          "DELETE FROM posted WHERE place = 1",
          "UPDATE batches SET block = 0",
          "UPDATE facts SET value = '99999999 0x' WHERE name LIKE '%up to'",
        ]) {
          const database = new DatabaseSync(journal);
          database.exec(change);
          database.close();
          expect(await post(file), change).to.deep.include({ posted: 0, alreadyPosted: 2 });
        }
        expect(await batches()).to.have.length(1);
      }));

    /** Posts the last batch once more by another lane, as a poster does that does not look. */
    const postAgain = async (lane: bigint) => {
      const { program, account } = world;
      const { chain, address } = program;
      const usdc = program.currencies.find(({ symbol }) => symbol === "USDC");
      if (usdc === undefined) throw new Error("no USDC");
      await addFunds(program, account, usdc, 100_000_000n);
      const [batch] = await readEventsNamed(program, ["BatchPosted"]);
      const hash = batch?.transactionHash ?? "0x";
      const { input: data } = await chain.client.getTransaction({ hash });
      const { functionName, args } = decodeFunctionData({ abi: programAbi, data });
      if (functionName !== "post") throw new Error(functionName);
      const [currency, , , , until, evidence, packed] = args;
      await send(chain, {
        ...{ account, address, abi: programAbi, functionName },
        args: [currency, lane, 0n, BigInt(at("2025-01-01")), until, evidence, packed],
      });
    };

    it("are found, told and made void where they were posted twice in two lanes", () =>
      withFile([line("a", "2025-01-06"), line("b", "2025-01-06")], async (file) => {
        const { program } = world;
        await jsonOf(world.world, openLane, {
          ...{ program: program.address, lane: "2", begins: "2025-01-01" },
        });
        await post(file);
        await postAgain(2n);
        expect(await findPlaces(program, toId("a"))).to.have.length(2);
        await post(file);
        const told = await jsonOf<{ repeated: { sale: string }[] }>(world.world, status, {
          ...{ program: program.address, journal },
        });
        expect(told.repeated.map(({ sale }) => sale)).to.deep.equal(["a", "b"]);
        const { duplicates } = await jsonOf<{ duplicates: { outcome: string }[] }>(
          world.world,
          voidDuplicates,
          { program: program.address },
        );
        expect(duplicates.map(({ outcome }) => outcome)).to.deep.equal(["void", "void"]);
        const left = (await findPlaces(program, toId("a"))).map((one) => one.left > 0n);
        expect(left).to.deep.equal([true, false]);
        const after = await jsonOf<{ repeated: unknown[] }>(world.world, status, {
          ...{ program: program.address, journal },
        });
        expect(after.repeated).to.deep.equal([]);
      }));

    it("have a refund skipped, told and made anew where another came in between", () =>
      withFile([line("a", "2025-01-06")], async (file) => {
        await post(file);
        const folder = await openFolder();
        const { account, program } = world;
        const progress = quietProgress();
        const shared = { account, progress, settings: { pollingInterval: 1 } };
        const one = await refundsFile(folder, "r-1,a,1,,2025-01-10");
        const both = await folder.write(
          "both.csv",
          "refund_id,sale_id,amount,reason,occurred_at\nr-1,a,1,,2025-01-10\nr-2,a,2,,2025-01-10\n",
        );
        let isDone = false;
        const result = await refundSales(program, {
          ...{ ...shared, file: both, journal },
          observe: async (step) => {
            if (step !== "refund: planned" || isDone) return;
            isDone = true;
            const other = world.newJournal();
            const second = { ...shared, account, file: one, journal: other };
            await world.request("evm_setAutomine", true);
            await refundSales(program, second).catch(() => undefined);
          },
        });
        await folder.remove();
        const made = await readEventsNamed(program, ["SaleRefunded"]);
        expect(made.map(({ args }) => args.amount).sort()).to.deep.equal([1_000_000n, 2_000_000n]);
        expect(result.refused).to.deep.equal([]);
      }));

    it("are read from the first block on by a journal that has nothing yet", () =>
      withFile([line("a", "2025-01-06")], async (file) => {
        await post(file, { journal: IN_MEMORY });
        await post(file);
        const opened = openJournal(journal, world.program);
        try {
          expect(opened.posted.placesOf(toId("a"))).to.have.length(1);
          expect(opened.posted.isWhole()).to.equal(true);
        } finally {
          opened.close();
        }
      }));
  });
});
