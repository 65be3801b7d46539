import { expect } from "chai";
import hre from "hardhat";
import { type Address, zeroAddress } from "viem";
import { sum } from "../../core/money/sum.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { openChain } from "../../scripts/chain/openChain.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { readProgram } from "../../scripts/chain/readProgram.ts";
import { calendarOf } from "../../scripts/cli/demo/calendarOf.ts";
import { openStage } from "../../scripts/cli/demo/openStage.ts";
import type { Story } from "../../scripts/cli/demo/Story.ts";
import { STORIES_START, seedPrograms } from "../../scripts/cli/demo/seedPrograms.ts";
import { auditPlan } from "../../scripts/equity/audit/auditPlan.ts";
import type { EquityPlan } from "../../scripts/equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../scripts/equity/chain/readGrantsNow.ts";
import { readPlanHistory } from "../../scripts/equity/chain/readPlanHistory.ts";
import { readPlanNow } from "../../scripts/equity/chain/readPlanNow.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { quietProgress } from "./support/quiet.ts";
import { type Server, startServer } from "./support/server.ts";

const DAY = 86_400;
const ACTIVE = 1;
const SUSPENDED = 2;
/** Of disputes, in the contract's order. */
const OPEN = 1;
const VOID = 3;

/** A month's last day, early and late on days in the middle of one, and a day that few years have. */
const DATES = ["2027-02-28T23:59:30Z", "2026-07-15T00:00:30Z", "2028-02-29T12:00:00Z"];

for (const date of DATES) {
  describe(`The demo on ${date}`, () => {
    const now = Date.parse(date) / 1_000;
    let connection: Awaited<ReturnType<typeof hre.network.create<"generic">>>;
    let server: Server;
    let stories: readonly Story[];
    let programs: readonly Program[];
    let plan: EquityPlan;

    before(async () => {
      const calendar = calendarOf(now);
      server = await startServer(calendar.moved(STORIES_START));
      const override = { url: server.url };
      connection = await hre.network.create({ network: "localhost", override });
      const stage = await openStage(hre, await openChain(connection), calendar);
      stories = await seedPrograms(stage, now, quietProgress());
      programs = stories.map(({ program }) => program);
      const plans = stories.flatMap((story) => story.plan ?? []);
      expect(plans).to.have.length(1);
      plan = plans[0] as EquityPlan;
    });
    after(async () => {
      await connection.close();
      await server.close();
    });

    /** What each program answers, one after the other. */
    const ofAll = async <Answer>(ask: (program: Program) => Promise<readonly Answer[]>) =>
      (await Promise.all(programs.map(ask))).flat();

    const walletsOf = async (program: Program): Promise<readonly Address[]> => {
      const [enrolled] = await readProgram(program, "partnerCount", []);
      const numbers = Array.from({ length: Number(enrolled) }, (_, index) => BigInt(index) + 1n);
      const partners = numbers.map((number) => readProgram(program, "partnerAt", [number]));
      return (await Promise.all(partners)).map(({ wallet }) => wallet);
    };

    /** What each party has of each currency in each program. */
    const booksOf = (
      read: (program: Program, party: Address, currency: Address) => Promise<bigint>,
    ) =>
      ofAll(async (program) => {
        const wallets = await walletsOf(program);
        const pairs = wallets.flatMap((wallet) =>
          program.currencies.map(({ address }) => [wallet, address] as const),
        );
        return Promise.all(pairs.map(([wallet, address]) => read(program, wallet, address)));
      });

    const disputes = () =>
      ofAll(async (program) => {
        const count = Number(await readProgram(program, "batchCount", []));
        // Each batch is of one sale.
        const batches = Array.from({ length: count }, (_, index) => BigInt(index));
        const states = batches.map((batch) => readProgram(program, "stateOf", [batch, 0n]));
        return Promise.all(states);
      });

    it("ends at that very time", async () => {
      const { timestamp } = await plan.chain.client.getBlock();
      expect(Number(timestamp)).to.equal(now);
    });

    it("has something to claim, something that locks tomorrow and something that is held longer", async () => {
      const claimable = await booksOf((program, ...whose) =>
        readProgram(program, "claimable", whose),
      );
      expect(sum(claimable) > 0n).to.equal(true);

      const ends = await ofAll(async (program) => {
        const period = await readProgram(program, "currentPeriod", []);
        const [, , locks] = await readProgram(program, "periodTimes", [period - 1n]);
        const held = (of: bigint) =>
          booksOf(async (one, ...whose) =>
            one === program ? (await readProgram(one, "statement", [...whose, of])).held : 0n,
          ).then(sum);
        return [
          { wait: Number(locks) - now, next: await held(period - 1n), later: await held(period) },
        ];
      });
      const tomorrow = ends.filter(({ wait, next }) => wait > DAY && wait <= 2 * DAY && next > 0n);
      expect(tomorrow).to.have.length(2);
      expect(tomorrow.every(({ later }) => later > 0n)).to.equal(true);
    });

    it("has an amendment in notice whose consents are missing", async () => {
      const amendments = await ofAll(async (program) => [
        await readProgram(program, "amendment", []),
      ]);
      const [proposed, ...others] = amendments.filter(({ from }) => from > 0);
      expect(others).to.have.length(0);
      expect(proposed?.from).to.be.greaterThan(now);
      expect(proposed?.consents).to.equal(1);
    });

    it("has an open dispute, with frozen money, a void sale and a refund", async () => {
      const states = await disputes();
      expect(states.filter(({ dispute }) => dispute === OPEN)).to.have.length(1);
      expect(states.filter(({ dispute }) => dispute === VOID)).to.have.length(1);
      expect(states.some(({ dispute, refunded }) => dispute === 0 && refunded > 0n)).to.equal(true);
      const frozen = await ofAll((program) =>
        Promise.all(
          program.currencies.map(({ address }) => readProgram(program, "frozenOf", [address])),
        ),
      );
      expect(sum(frozen) > 0n).to.equal(true);
    });

    it("has an offer for a line, and arrears of one", async () => {
      const lines = await ofAll(async (program) => {
        const indices = program.terms.standing.map((_, index) => BigInt(index));
        return Promise.all(indices.map((line) => readProgram(program, "lineState", [line])));
      });
      expect(lines.filter(({ price }) => price > 0n)).to.have.length(1);
      const arrears = await ofAll((program) => {
        const pairs = program.terms.standing.flatMap((_, index) =>
          program.currencies.map(({ address }) => [BigInt(index), address] as const),
        );
        return Promise.all(
          pairs.map(async (args) => (await readProgram(program, "lineProgress", args)).arrears),
        );
      });
      expect(arrears.filter((amount) => amount > 0n)).to.have.length(1);
    });

    it("has a wallet that moved, a move that waits and a suspended partner", async () => {
      const payouts = await ofAll(async (program) => {
        const wallets = await walletsOf(program);
        return Promise.all(
          wallets.map(async (own) => ({
            own,
            ...(await readProgram(program, "payoutOf", [own])),
          })),
        );
      });
      expect(payouts.filter(({ own, wallet }) => own !== wallet)).to.have.length(1);
      const [moving, ...others] = payouts.filter(({ moveTo }) => moveTo !== zeroAddress);
      expect(others).to.have.length(0);
      expect(moving?.moveAt).to.be.greaterThan(now);
      const statuses = await ofAll(async (program) => {
        const wallets = await walletsOf(program);
        return Promise.all(
          wallets.map(
            async (_, index) =>
              (await readProgram(program, "partnerAt", [BigInt(index) + 1n])).status,
          ),
        );
      });
      expect(statuses.filter((status) => status === SUSPENDED)).to.have.length(1);
      expect(statuses.filter((status) => status === ACTIVE)).to.have.length(14);
    });

    it("has a plan that holds a line: vested and other units, a pause, a leaver, an offer, money in two currencies", async () => {
      const holders = programs.flatMap(({ terms }) => terms.standing.map(({ holder }) => holder));
      expect(holders).to.include(plan.address);
      const grants = await readGrantsNow(plan, await idsOf(plan));
      expect(grants).to.have.length(5);
      const partly = grants.filter(({ vested, state }) => vested > 0n && vested < state.units);
      expect(partly).to.have.length(3);
      for (const { earnings } of partly)
        for (const { held, payable_ } of earnings) {
          expect(held > 0n).to.equal(true);
          expect(payable_ > 0n).to.equal(true);
        }
      expect(plan.currencies).to.have.length(2);
      expect(grants.filter(({ state }) => state.stopped > 0)).to.have.length(1);
      expect(grants.filter(({ state }) => state.left)).to.have.length(1);
      expect(grants.filter(({ vested }) => vested === 0n)).to.have.length(1);
      const waiting = grants.map(({ id }) => readPlanNow(plan, "waitingFor", [id]));
      const offers = (await Promise.all(waiting)).filter(([, { price }]) => price > 0n);
      expect(offers).to.have.length(1);
    });

    it("comes out equal in every audit", async () => {
      for (const program of programs) {
        const { differences } = await auditProgram(program, await readHistory(program));
        expect(differences, program.terms.name).to.deep.equal([]);
      }
      const { differences } = await auditPlan(plan, await readPlanHistory(plan));
      expect(differences).to.deep.equal([]);
    });
  });
}
