import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { formatUnits } from "viem";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../scripts/chain/partners/enrollPartners.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { refundSalesOnTime } from "../../scripts/posting/sales/refundSales.ts";
import { buildStatement } from "../../scripts/reporting/statement/buildStatement.ts";
import { exampleFile } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { openWorld, type World } from "./support/world.ts";

interface Expected {
  readonly at: string;
  readonly lines: Record<string, { source: string; partner: string; amount: string }[]>;
  readonly progress: { partner: string; earned: string; sales: number; months: number }[];
}

/** The first sales of the examples, whose lines anyone can check by hand; the chain is held to them in examples.test.ts. */
const WORKED = {
  "value-stack": {
    "D-001": ["100", "150", "100", "300", "200", "150", "3000"],
  },
  saas: { "S-1001": ["14.85", "4.95", "9.9", "1.98", "67.32"] },
  education: { "E-001": ["80", "40", "30", "10", "6", "34"] },
  "ecommerce-collective": { "M-001": ["546", "234", "150", "50", "20", "0"] },
  "micro-influencers": { "I-000": ["600", "4400"] },
  "lifetime-value": { "L-001": ["300", "30", "72", "798"] },
};

describe("The worked numbers of the examples", () => {
  for (const [example, sales] of Object.entries(WORKED)) {
    it(`are those of ${example}`, async () => {
      const { lines } = await expectedOf(example);
      for (const [sale, amounts] of Object.entries(sales))
        expect(lines[sale]?.map(({ amount }) => amount)).to.deep.equal(amounts);
    });
  }
});

describe("A creator of the micro-influencers", () => {
  it("earns a base fee of 300 and 12 % of 5,000, and keeps 780 after a refund of 1,000", async () => {
    const world = await openWorld("2024-12-31T12:00:00Z");
    try {
      const program = await play(world, "micro-influencers");
      const history = await readHistory(program);
      const rows = buildStatement(rebuildBooks(program.currencies, history), history.time, 0);
      const row = rows.find(({ partner }) => partner === "bo.runs");
      expect(row && formatUnits(row.earned, 6)).to.equal("900");
      expect(row && formatUnits(row.earned - row.reversed, 6)).to.equal("780");
    } finally {
      await world.close();
    }
  });
});

describe("The graduation tiers", () => {
  let world: World;
  let program: Program;
  let expected: Expected;

  before(async () => {
    world = await openWorld("2024-12-31T12:00:00Z");
    program = await play(world, "graduation-tiers");
    expected = await expectedOf("graduation-tiers");
  });
  after(() => world.close());

  it("count what each agency has reached", async () => {
    for (const { partner, earned, sales } of expected.progress) {
      const { contract, number, currency } = await find(partner);
      const progress = await world.chain.client.readContract({
        ...contract,
        functionName: "progressOf",
        args: [number, currency],
      });
      expect([formatUnits(progress.earned, 6), progress.sales]).to.deep.equal([earned, sales]);
    }
  });

  it("let anyone graduate an agency that meets the criteria, from the next period on, and none that does not", async () => {
    const expert = program.terms.tiers.indexOf("expert");
    const { contract, number, currency } = await find("Saffron");
    const graduate = (tier: number) =>
      world.chain.client.simulateContract({
        ...contract,
        account: contract.address,
        functionName: "graduate",
        args: [number, tier, currency],
      });
    await graduate(expert);
    const refusal = await graduate(program.terms.tiers.indexOf("leader")).catch(String);
    expect(refusal).to.include("Program_NotReached");
  });

  async function find(name: string) {
    const { members } = rebuildBooks(program.currencies, await readHistory(program));
    const partner = [...members.values()].find((one) => one.name === name);
    const currency = program.terms.currencies[1];
    if (partner === undefined || currency === undefined) throw new Error(`no partner ${name}`);
    const contract = { address: program.address, abi: programAbi } as const;
    return { contract, number: BigInt(partner.number), currency };
  }
});

async function expectedOf(example: string): Promise<Expected> {
  return JSON.parse(await readFile(exampleFile(example, "expected.json"), "utf8")) as Expected;
}

/** Deploys an example and lets all of its data happen. */
async function play(world: World, example: string): Promise<Program> {
  const program = await world.deploy(exampleFile(example, "terms.json"));
  const at = (name: string) => ({
    file: exampleFile(example, name),
    account: world.account,
    progress: quietProgress(),
  });
  await enrollPartners(program, at("partners.csv"));
  await postSalesOnTime(program, at("sales.csv"));
  await refundSalesOnTime(program, at("refunds.csv"));
  await moveClock(world.chain, parseTime((await expectedOf(example)).at) ?? 0);
  return program;
}
