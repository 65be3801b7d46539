import { readFile } from "node:fs/promises";
import { expect } from "chai";
import hre from "hardhat";
import { type Address, erc20Abi, formatUnits } from "viem";
import { earningsOf } from "../../../core/equity/earningsOf.ts";
import { vestedUnits } from "../../../core/equity/vestedUnits.ts";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { parseTime } from "../../../core/text/parseTime.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { deployProgram } from "../../../scripts/chain/deploy/deployProgram.ts";
import { readHistory } from "../../../scripts/chain/history/readHistory.ts";
import { findLine } from "../../../scripts/chain/lines/findLine.ts";
import { moveClock } from "../../../scripts/chain/moveClock.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../../scripts/chain/partners/enrollPartners.ts";
import { send } from "../../../scripts/chain/send.ts";
import { auditPlan } from "../../../scripts/equity/audit/auditPlan.ts";
import { balanceOfPlan } from "../../../scripts/equity/chain/balanceOfPlan.ts";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../../scripts/equity/chain/readGrantsNow.ts";
import { readMoney } from "../../../scripts/equity/chain/readMoney.ts";
import { readPlanHistory } from "../../../scripts/equity/chain/readPlanHistory.ts";
import { readPlanNow } from "../../../scripts/equity/chain/readPlanNow.ts";
import { createPlan } from "../../../scripts/equity/create/createPlan.ts";
import { makeGrants } from "../../../scripts/equity/grant/makeGrants.ts";
import type { Happening } from "../../../scripts/equity/Happening.ts";
import type { ListedGrant } from "../../../scripts/equity/ListedGrant.ts";
import type { Plan } from "../../../scripts/equity/PlanFile.ts";
import { readGrants } from "../../../scripts/equity/readGrants.ts";
import { readHappenings } from "../../../scripts/equity/readHappenings.ts";
import { readPlan } from "../../../scripts/equity/readPlan.ts";
import { drawPlanReport } from "../../../scripts/equity/report/drawPlanReport.ts";
import { reportHistory } from "../../../scripts/equity/report/reportHistory.ts";
import { reportSimulation } from "../../../scripts/equity/report/reportSimulation.ts";
import { postSalesOnTime } from "../../../scripts/posting/sales/postSalesOnTime.ts";
import { auditProgram } from "../../../scripts/reporting/audit/auditProgram.ts";
import { exampleFile, type Folder, openFolder } from "../support/files.ts";
import { quietProgress } from "../support/quiet.ts";
import { type Server, startServer } from "../support/server.ts";

const EXAMPLE = "phantom-equity";
/** Which line of the program pays which plan. */
const LINES = { profit: "profit share", exit: "exit" } as const;
const NAMES = ["profit", "exit"] as const;

interface Played {
  readonly name: (typeof NAMES)[number];
  readonly plan: EquityPlan;
  readonly file: Plan;
  readonly grants: readonly ListedGrant[];
  readonly happenings: readonly Happening[];
  readonly ids: ReadonlyMap<string, bigint>;
}

/** Something that is done at a time. */
interface Due {
  readonly time: number;
  readonly act: () => Promise<unknown>;
}

const at = (name: string) => exampleFile(EXAMPLE, name);

describe("The example phantom-equity, played whole on a chain", () => {
  let server: Server;
  let connection: Awaited<ReturnType<typeof hre.network.create<"generic">>>;
  let chain: Chain;
  let account: Address;
  let folder: Folder;
  let program: Program;
  const played: Played[] = [];
  /** By plan: what was paid for units. */
  const sold = new Map<string, bigint>();
  let expected: Record<string, { at: string; rows: Record<string, string>[] }[]>;

  before(async () => {
    folder = await openFolder();
    expected = JSON.parse(await readFile(at("plans-expected.json"), "utf8"));
    // Both plans do things in the same second.
    server = await startServer("2021-12-31T12:00:00Z", undefined, {
      allowBlocksWithSameTimestamp: true,
    });
    const override = { url: server.url };
    connection = await hre.network.create({ network: "localhost", override });
    chain = await openChain(connection);
    account = await accountOf(chain, undefined);
    const ignitionFolder = hre.config.paths.ignition;
    for (const name of NAMES) {
      const path = at(`${name}-plan.json`);
      const plan = await createPlan(chain, {
        ...{ plan: path, account, ignitionFolder },
      });
      const file = await readPlan(path);
      const grants = await readGrants(at(`${name}-grants.csv`), plan.settings);
      const happenings = await readHappenings(at(`${name}-happenings.csv`), file, grants);
      const made = await makeGrants(plan, {
        ...{ file: at(`${name}-grants.csv`), account, progress: quietProgress() },
      });
      const ids = new Map(made.grants.map((one) => [one.name, one.id ?? 0n]));
      played.push({ name, plan, file, grants, happenings, ids });
    }
    // The terms name the plans, which are there before the program is.
    const terms: TermsFile = JSON.parse(await readFile(at("terms.json"), "utf8"));
    const holderOf = (line: string) =>
      played.find(({ name }) => LINES[name] === line)?.plan.address;
    const standing = (terms.standing ?? []).map((line) => ({
      ...line,
      holder: holderOf(line.name) ?? line.holder,
    }));
    program = await deployProgram(chain, {
      terms: await folder.write("terms.json", JSON.stringify({ ...terms, standing })),
      ...{ account, ignitionFolder },
    });
    expect(played.map(({ plan }) => plan.currencies[0]?.address)).to.deep.equal(
      played.map(() => program.currencies.find(({ symbol }) => symbol === "USDC")?.address),
    );
    await enrollPartners(program, {
      ...{ file: at("partners.csv"), account, progress: quietProgress() },
    });
  });
  after(async () => {
    await connection.close();
    await server.close();
    await folder.remove();
  });

  /** Makes it this very second, for what is tried first, too, and even if the last block was of it. */
  const setTime = async (time: number) => {
    await moveClock(chain, time);
    await connection.provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
  };

  /** Calls a plan, at a time where that is given. */
  const call = async (
    { plan }: Played,
    account: Address,
    time: number,
    functionName: string,
    args: readonly unknown[],
  ) => {
    const known = { account, address: plan.address, abi: EXPLAINED_PLAN_ABI };
    await setTime(time);
    await send(chain, { ...known, functionName, args } as Parameters<typeof send>[1]);
  };

  /** Pays the line into the plan, and shares what came; it is what the file of happenings has. */
  const bringMoney = async (one: Played, { time, amount }: Happening) => {
    const { plan, name } = one;
    const [currency] = plan.currencies;
    if (currency === undefined) throw new Error("no currency");
    const { index } = findLine(program, LINES[name]);
    const before = await balanceOfPlan(plan, currency);
    await setTime(time);
    await send(chain, {
      ...{ account, address: program.address, abi: programAbi },
      ...{ functionName: "claimLine", args: [BigInt(index), currency.address] },
    });
    const arrived = ((await balanceOfPlan(plan, currency)) ?? 0n) - (before ?? 0n);
    expect(formatUnits(arrived, 6), `${name} at ${time}`).to.equal(formatUnits(amount, 6));
    await call(one, account, time, "sync", [currency.address]);
  };

  /** What is done of something that happens; what is told ahead is told the notice before. */
  const dueOf = (one: Played, happening: Happening): Due[] => {
    const { plan, ids, grants } = one;
    const { time, what, grant, amount } = happening;
    const id = ids.get(grant) ?? 0n;
    const holder = grants.find((listed) => listed.id === grant)?.terms.holder as Address;
    const { operator, notice, currencies } = plan.settings;
    const usdc = currencies[0] as Address;
    const told = time - notice;
    const does = (by: Address, when: number, name: string, args: readonly unknown[]): Due => ({
      ...{ time: when, act: () => call(one, by, when, name, args) },
    });
    const allow = async () => {
      await setTime(time);
      await send(chain, {
        ...{ account: operator, address: usdc, abi: erc20Abi },
        ...{ functionName: "approve", args: [plan.address, amount] },
      });
    };
    const booked = does(account, time, "finishLeave", [id]);
    const ways: Partial<Record<Happening["what"], () => Due[]>> = {
      money: () => [{ time, act: () => bringMoney(one, happening) }],
      claim: () => [does(account, time, "claim", [id, usdc])],
      pause: () => [does(operator, time, "pause", [id])],
      resume: () => [does(operator, time, "resume", [id])],
      exit: () => [does(operator, told, "declareExit", ["https://example.org/exit"])],
      resign: () => [does(holder, told, "resign", [id, time]), booked],
      dismiss: () => [does(operator, told, "dismiss", [id, time, "the work has ended"]), booked],
      offer: () => [{ time, act: allow }, does(operator, time, "offer", [id, usdc, amount])],
      accept: () => {
        const offers = one.happenings.filter((other) => other.what === "offer");
        const { amount: price = 0n } = offers.findLast((offer) => offer.time < time) ?? {};
        sold.set(grant, price);
        return [does(holder, time, "acceptOffer", [id, usdc, price])];
      },
    };
    const way = ways[what];
    if (way === undefined) throw new Error(what);
    return way();
  };

  /** Posts the sales before a time, each when it happened. */
  const createPoster = async () => {
    const [header = "", ...lines] = (await readFile(at("sales.csv"), "utf8")).trim().split("\n");
    const sales = lines.map((line) => ({ line, time: parseTime(line.split(",")[4] ?? "") ?? 0 }));
    return async (until: number) => {
      const due = sales.splice(0, sales.filter(({ time }) => time < until).length);
      if (due.length === 0) return 0;
      const text = `${[header, ...due.map(({ line }) => line)].join("\n")}\n`;
      const file = await folder.write("sales.csv", text);
      await postSalesOnTime(program, { file, account, progress: quietProgress() });
      return due.length;
    };
  };

  it("has at each date what the model has, to the last unit, in contract, audit and report", async () => {
    const post = await createPoster();
    const dues = played.flatMap((one) => one.happenings.flatMap((what) => dueOf(one, what)));
    const checks = (expected.profit ?? []).map(({ at: date }) => {
      const time = parseTime(date) ?? 0;
      return { time, act: () => compareAll(time, date) };
    });
    expect(checks).to.have.length(3);
    const all = [...dues, ...checks].toSorted((one, other) => one.time - other.time);
    let posted = 0;
    for (const { time, act } of all) {
      posted += await post(time);
      await act();
    }
    expect(posted).to.equal(47);
    const first = parseTime("2022-01-01") ?? 0;
    const { timestamp } = await chain.client.getBlock();
    expect((Number(timestamp) - first) / 86_400).to.be.greaterThan(4 * 365);
    const audit = await auditProgram(program, await readHistory(program));
    expect(audit.differences).to.deep.equal([]);
  });

  const compareAll = async (time: number, date: string) => {
    await moveClock(chain, time);
    for (const one of played) {
      await compareContract(one, time, date);
      await compareEvents(one, time);
    }
  };

  /** What the contract answers is what is expected. */
  const compareContract = async ({ name, plan, ids }: Played, time: number, date: string) => {
    const wanted = expected[name]?.find((one) => one.at === date);
    const [currency] = plan.currencies;
    if (wanted === undefined || currency === undefined) throw new Error(date);
    const show = (amount: bigint) => formatUnits(amount, currency.decimals);
    const { outstanding } = await readPlanNow(plan, "overview", []);
    const { level, waiting, treasury } = await readMoney(plan, currency);
    const live = await readGrantsNow(plan, await idsOf(plan));
    const history = await readPlanHistory(plan);
    const { grants } = reportHistory(plan, history, undefined);
    const rows = [...ids].map(([grant, id]) => {
      const { state, vested, earnings } = live[Number(id) - 1] ?? {};
      const { held = 0n, payable_ = 0n, owed = 0n, paid = 0n } = earnings?.[0] ?? {};
      const withheld = grants[Number(id) - 1]?.grant.books[0]?.withheld ?? 0n;
      const isSold = name === "profit" && state?.units === 0n;
      return {
        ...{ grant, holder: state?.holder, units: `${state?.units}`, vested: `${vested}` },
        ...{ held: show(held), payable: show(payable_), paid: show(paid), owed: show(owed) },
        ...{ withheld: show(withheld), sold: isSold ? show(sold.get(grant) ?? 0n) : "0" },
        currency: currency.symbol,
      };
    });
    expect({
      ...{ name: plan.settings.name, at: date, outstanding: `${outstanding}`, rows },
      ...{ treasury: show(treasury), waiting: show(waiting), level: `${level}` },
    }).to.deep.equal(wanted);
    expect(Number((await chain.client.getBlock()).timestamp)).to.equal(time);
  };

  /** What follows from the events alone is what the contract has, and the report of the chain that of the files. */
  const compareEvents = async ({ plan, file, grants, happenings }: Played, time: number) => {
    const history = await readPlanHistory(plan);
    const audit = await auditPlan(plan, history);
    expect(audit.differences).to.deep.equal([]);
    expect(audit.checked.grants).to.equal(grants.length);
    const told = reportHistory(plan, history, undefined);
    const model = reportSimulation(file, grants, happenings, time);
    expect(told.exit === undefined || told.exit > time ? undefined : told.exit).to.equal(
      model.exit,
    );
    for (const [index, one] of model.grants.entries()) {
      const other = told.grants[index];
      if (other === undefined) throw new Error(one.name);
      for (const moment of [...one.curve.points, ...other.curve.points].map((point) => point.time))
        if (moment <= time)
          expect(other.curve.unitsAt(moment), `${one.name} at ${moment}`).to.equal(
            one.curve.unitsAt(moment),
          );
      expect(vestedUnits(told.books, other.grant, time)).to.equal(
        vestedUnits(model.books, one.grant, time),
      );
      expect(earningsOf(told.books, other.grant, 0, time)).to.deep.equal(
        earningsOf(model.books, one.grant, 0, time),
      );
    }
    const prices = [{ currency: 0, upTo: undefined }];
    const tables = (page: string) => page.match(/<h3>By .*?(?=<h2>Grants)/s)?.[0] ?? "";
    const [drawn, simulated] = [told, model].map((report) =>
      tables(drawPlanReport({ ...report, grants: [], prices })),
    );
    expect(drawn).to.include("left by rounding");
    expect(drawn).to.equal(simulated);
  };
});
