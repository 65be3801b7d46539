import { expect } from "chai";
import { type Address, erc20Abi, getAddress, parseUnits, size, zeroHash } from "viem";
import { decodeSale } from "../../core/batches/decodeSale.ts";
import { HEAD, splitFields } from "../../core/batches/fields.ts";
import { toId } from "../../core/ids/toId.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readEventsNamed } from "../../scripts/chain/history/readEventsNamed.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { readPartners } from "../../scripts/chain/partners/readPartners.ts";
import { findPlaces } from "../../scripts/chain/sales/findPlaces.ts";
import { send } from "../../scripts/chain/send.ts";
import postCommand from "../../scripts/cli/commands/sales/post.ts";
import { RowError } from "../../scripts/files/table/RowError.ts";
import { encodeBatch } from "../../scripts/posting/lanes/encodeBatch.ts";
import { LATE_LANE } from "../../scripts/posting/lanes/Lane.ts";
import { toBatchSale } from "../../scripts/posting/sales/groupByCurrency.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { readSalesFile } from "../../scripts/posting/sales/readSalesFile.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { tryToPost } from "../../scripts/posting/sales/tryToPost.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { refusal } from "./support/refusal.ts";
import { ANA, refundsFile, SALES_HEADER, salesFile, seedProgram } from "./support/seed.ts";
import { runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const LINE = "s-1,c-1,initial,99.00,USDC,2025-01-06,pro,ana:integration:1";

describe("Posting and refunding", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());
  beforeEach(async () => {
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
  });
  afterEach(() => world.close());

  const parameters = (file: string) => ({
    file,
    account: world.account,
    progress: quietProgress(),
  });
  const post = async (...lines: string[]) =>
    postSales(program, parameters(await salesFile(folder, ...lines)));
  const refund = async (...lines: string[]) =>
    refundSales(program, parameters(await refundsFile(folder, ...lines)));
  const read = () => ({ address: program.address, abi: programAbi }) as const;
  const posted = async () => (await readEventsNamed(program, ["SalePosted"])).length;
  const transactions = () => world.chain.client.getTransactionCount({ address: world.account });
  const token = (): Address =>
    program.currencies.find(({ symbol }) => symbol === "USDC")?.address ?? "0x";
  const sale = async (id: string) => {
    const [place] = await findPlaces(program, toId(id));
    if (place === undefined) throw new Error(`${id} is not posted`);
    const amount = splitFields(place.head, HEAD)(HEAD.amount);
    return { amount, refunded: amount - place.left };
  };

  describe("posting", () => {
    it("posts each sale once, and funds exactly what it owes", async () => {
      const first = await post(LINE, "s-2,c-1,expansion,10,ETH,2025-01-07,pro,ana:coach:1");
      expect(first.posted).to.equal(2);
      expect(first.alreadyPosted).to.equal(0);
      // 15 % and 2 % of 99 USDC; 20 + 1 + 2.5 % and 2 % of 10 ETH.
      expect(first.funded.map(({ currency, amount }) => [currency.symbol, amount])).to.deep.equal([
        ["ETH", parseUnits("2.55", 18)],
        ["USDC", parseUnits("16.83", 6)],
      ]);
      const solvency = await world.chain.client.readContract({
        ...read(),
        functionName: "solvency",
      });
      expect(solvency.map(({ funds }) => funds)).to.deep.equal([0n, 0n]);

      const again = await post(LINE, "s-2,c-1,expansion,10,ETH,2025-01-07,pro,ana:coach:1");
      expect(again).to.deep.include({ posted: 0, alreadyPosted: 2, transactions: 0, gasUsed: 0n });
    });

    it("goes on where it was interrupted", async () => {
      await post(LINE);
      const rest = await post(LINE, LINE.replace("s-1", "s-2"), LINE.replace("s-1", "s-3"));
      expect(rest).to.deep.include({ posted: 2, alreadyPosted: 1 });
      expect(await posted()).to.equal(3);
    });

    it("cuts batches so that each transaction stays below 2^24 gas and 128 KiB", async () => {
      const credits = "ana:integration:1;ben:integration:2;ana:coach:1;ben:support:1";
      const lines = Array.from(
        { length: 1_800 },
        (_, i) => `b-${i},c,expansion,${i + 1}.5,USDC,2025-01-06,p,${credits}`,
      );
      const result = await post(...lines);
      expect(result.posted).to.equal(1_800);
      expect(result.transactions).to.be.greaterThan(1);
      const events = await readEventsNamed(program, ["SalePosted"]);
      const hashes = [...new Set(events.map(({ transactionHash }) => transactionHash))];
      expect(hashes).to.have.length(result.transactions);
      let gas = 0n;
      for (const hash of hashes) {
        const { gasUsed } = await world.chain.client.getTransactionReceipt({ hash });
        const { gas: limit, input } = await world.chain.client.getTransaction({ hash });
        expect(gasUsed < limit && limit <= 1n << 24n, `${gasUsed} of ${limit}`).to.equal(true);
        expect(size(input)).to.be.lessThan(128 * 1_024);
        gas += gasUsed;
      }
      expect(result.gasUsed).to.equal(gas);
    });

    it("accepts sales that nobody is credited for, long ids and weights with decimals", async () => {
      const long = "an-invoice-number-that-is-longer-than-31-bytes";
      await post(
        `${long},c,initial,10,USDC,2025-01-06,p,ana:integration:0.75;ben:integration:0.25`,
        "s-9,c,initial,1,USDC,2025-01-06,p,",
      );
      expect((await sale(long)).amount).to.equal(10_000_000n);
      const [first, second] = await readEventsNamed(program, ["SalePosted"]);
      const linesOf = (id: string) =>
        [first, second]
          .filter((event) => event?.args.saleId === toId(id))
          .flatMap((event) => (event === undefined ? [] : decodeSale(event.args).lines))
          .map(({ amount }) => amount);
      expect(linesOf(long)).to.deep.equal([1_125_000n, 375_000n]);
      expect(linesOf("s-9")).to.deep.equal([]);
    });

    it("uses what the operator has funded before, and only adds what is missing", async () => {
      const usdc = program.currencies[1];
      if (usdc === undefined) throw new Error("no USDC");
      await addFunds(program, world.account, usdc, 100_000_000n);
      expect((await post(LINE)).funded).to.deep.equal([]);
      const more = await post("s-2,c,initial,1000,USDC,2025-01-06,p,ana:integration:1");
      // 170 owed, of 100 the first sale took 16.83.
      expect(more.funded.map(({ amount }) => amount)).to.deep.equal([parseUnits("86.83", 6)]);
    });

    it("learns from one call what the funds lack", async () => {
      const usdc = program.currencies[1];
      if (usdc === undefined) throw new Error("no USDC");
      const partners = await readPartners(program);
      const { listed } = await readSalesFile(await salesFile(folder, LINE), program, partners);
      const sales = listed.map((one) => toBatchSale(one, undefined));
      const setting = { currency: usdc, companions: () => [], evidence: zeroHash };
      const batch = { lane: LATE_LANE, from: 0, until: 0, sales };
      const { data } = encodeBatch(setting, batch, 0n);
      const tried = async () =>
        tryToPost(program, world.account, data, await world.chain.client.getBlockNumber());
      expect(await tried()).to.deep.equal({ owed: parseUnits("16.83", 6) });
      await addFunds(program, world.account, usdc, parseUnits("20", 6));
      expect(await tried()).to.deep.equal({ funds: [0n, parseUnits("3.17", 6)] });
      // Nothing was posted by asking.
      expect(await posted()).to.equal(0);
    });

    it("posts sales that a customer paid on chain with the customer's payment", async () => {
      const customer = (await world.chain.wallet.getAddresses())[5];
      if (customer === undefined) throw new Error("no customer");
      const amount = parseUnits("10", 18);
      const paySale = {
        abi: programAbi,
        address: program.address,
        account: customer,
        functionName: "paySale",
      } as const;
      const ether = program.currencies[0]?.address ?? "0x";
      const kind = program.terms.kinds.indexOf("initial");
      // A payment of another amount under the id is not the sale's.
      const other = (await world.chain.wallet.getAddresses())[6] ?? "0x";
      await send(world.chain, {
        ...paySale,
        account: other,
        args: [toId("s-1"), kind, ether, 1n],
        value: 1n,
      });
      await send(world.chain, {
        ...paySale,
        args: [toId("s-1"), kind, ether, amount],
        value: amount,
      });
      const result = await post(
        "s-1,c,initial,10,ETH,2025-01-06,p,ana:integration:1",
        "s-2,c,initial,10,ETH,2025-01-06,p,",
      );
      expect(result.posted).to.equal(2);
      // Only the second one's standing line.
      expect(result.funded.map((one) => one.amount)).to.deep.equal([parseUnits("0.2", 18)]);
      const events = await readEventsNamed(program, ["SalePosted"]);
      const payers = events.map(({ args }) => decodeSale(args).payer);
      expect(payers).to.deep.equal([getAddress(customer), undefined]);
    });

    describe("tells of sales that are posted otherwise than the file says, in anything that pays", () => {
      const BOTH = LINE.replace("ana:integration:1", "ana:integration:1;ben:integration:1");
      const cases: [what: string, before: string, line: string, field: string, posted?: string][] =
        [
          ["another amount", LINE, LINE.replace("99.00", "98.00"), "amount", "99"],
          ["another kind", LINE, LINE.replace("initial", "renewal"), "kind", "initial"],
          [
            "another date",
            LINE,
            LINE.replace("2025-01-06", "2025-01-07"),
            "occurred_at",
            "2025-01-06",
          ],
          ["a credit less", LINE, LINE.replace("ana:integration:1", ""), "credits"],
          ["another partner", LINE, LINE.replace("ana:", "ben:"), "credits"],
          ["another role", LINE, LINE.replace("integration", "coach"), "credits"],
          ["other parts", BOTH, BOTH.replace("ben:integration:1", "ben:integration:2"), "credits"],
        ];
      for (const [what, before, line, field, posted] of cases) {
        for (const journal of ["the journal that posted it", "none"]) {
          it(`${what}, by ${journal}`, async () => {
            const kept = journal === "none" ? {} : { journal: folder.path("journal.sqlite") };
            const run = async (text: string) =>
              postSales(program, { ...parameters(await salesFile(folder, text)), ...kept });
            await run(before);
            expect(await run(before)).to.deep.include({ posted: 0, differing: [] });
            const result = await run(line);
            expect(result).to.deep.include({ posted: 0, alreadyPosted: 1, transactions: 0 });
            const [differing] = result.differing;
            expect(differing).to.deep.include({ line: 2, name: "s-1" });
            expect(differing?.fields.map((one) => one.field)).to.deep.equal([field]);
            if (posted !== undefined) expect(differing?.fields[0]?.posted).to.equal(posted);
            expect((await sale("s-1")).amount).to.equal(99_000_000n);
          });
        }
      }

      it("but not where the same is written otherwise", async () => {
        await post(BOTH);
        const other = BOTH.replace(
          "ana:integration:1;ben:integration:1",
          "ben:integration:3;ana:integration:3",
        )
          .replace("99.00", "99")
          .replace("2025-01-06", "2025-01-06T01:00:00+01:00");
        expect(await post(other)).to.deep.include({ posted: 0, differing: [] });
      });

      it("with the command's exit code 1 and what differs in its JSON", async () => {
        await post(LINE);
        const file = await salesFile(folder, LINE.replace("99.00", "98.00"));
        const options = { program: program.address, sales: file };
        const { code, stdout } = await runVerb(world, postCommand, { ...options, json: true });
        expect(code).to.equal(1);
        const { differing, differences } = JSON.parse(stdout);
        expect(differing).to.deep.equal(["s-1"]);
        expect(differences).to.deep.equal([
          { id: "s-1", line: 2, fields: [{ field: "amount", file: "98", posted: "99" }] },
        ]);
        const told = await runVerb(world, postCommand, options);
        expect(told.stdout).to.include('line 2, s-1: amount "98", posted as "99"');
      });
    });

    it("moves a development chain's clock to each sale's time", async () => {
      const file = await salesFile(
        folder,
        LINE.replace("2025-01-06", "2025-02-10T12:00:00Z"),
        LINE.replace("s-1", "s-2").replace("2025-01-06", "2025-01-20T08:30:05+01:00"),
      );
      await postSalesOnTime(program, parameters(file));
      const events = await readEventsNamed(program, ["SalePosted"]);
      const times = await Promise.all(
        events.map(
          async ({ blockNumber }) => (await world.chain.client.getBlock({ blockNumber })).timestamp,
        ),
      );
      expect(times).to.deep.equal([
        BigInt(parseTime("2025-01-20T07:30:05Z") ?? 0),
        BigInt(parseTime("2025-02-10T12:00:00Z") ?? 0),
      ]);
    });
  });

  describe("bad sales are refused by line and column, and change nothing", () => {
    const credits = (text: string) => LINE.replace("ana:integration:1", text);
    const cases: [what: string, line: string, column: string, message: string][] = [
      ["no amount", LINE.replace("99.00", ""), "amount", "nothing"],
      ["no number as its amount", LINE.replace("99.00", "much"), "amount", "digits"],
      ["an amount with its currency", LINE.replace("99.00", "$99.00"), "amount", "digits"],
      ["an amount in other digits", LINE.replace("99.00", "９９"), "amount", "digits"],
      ["an amount in notation", LINE.replace("99.00", "9.9E+1"), "amount", "digits"],
      [
        "a time that does not exist",
        LINE.replace("2025-01-06", "2025-01-32"),
        "occurred_at",
        "2025-01-32",
      ],
      ["no id", LINE.replace("s-1", ""), "sale_id", "nothing"],
      ["a weight of 0", credits("ana:integration:0"), "credits", '"0"'],
      ["a weight that is no number", credits("ana:integration:much"), "credits", '"much"'],
      ["a weight of 2^32", credits("ana:integration:4294967296"), "credits", "2^32"],
      ["a credit without weight", credits("ana:integration"), "credits", "partner:role:weight"],
      [
        "a partner twice in a role",
        credits("ana:integration:1;ana:integration:2"),
        "credits",
        "twice",
      ],
      ["a sale twice", LINE.replace("s-1", "s-0"), "sale_id", "line 2"],
    ];
    for (const [what, line, column, message] of cases) {
      it(what, async () => {
        const before = await transactions();
        const error = await refusal(post(LINE.replace("s-1", "s-0"), line));
        expect(error).to.be.instanceOf(RowError);
        expect(error).to.deep.include({ line: 3, column });
        expect(error.message).to.include("sales.csv, line 3").and.include(message);
        expect(await transactions()).to.equal(before);
        expect(await posted()).to.equal(0);
      });
    }

    it("a file that is no CSV", async () => {
      const file = await folder.write("sales.csv", `${SALES_HEADER}\n${LINE}\ns-2,c,"ini`);
      const error = await refusal(postSales(program, parameters(file)));
      expect(error).to.be.instanceOf(RowError);
      expect((error as RowError).line).to.equal(3);
    });

    for (const [what, text, column] of [
      ["a line with too few fields", `${SALES_HEADER}\n${LINE}\ns-2,c,initial\n`, "amount"],
      ["a line with too many fields", `${SALES_HEADER}\n${LINE}\n${LINE},x\n`, "credits"],
    ] as const) {
      it(what, async () => {
        const file = await folder.write("sales.csv", text);
        const error = (await refusal(postSales(program, parameters(file)))) as RowError;
        expect(error).to.deep.include({ line: 3, column });
      });
    }

    for (const [what, header, message] of [
      ["an unknown column", `${SALES_HEADER},colour`, '"colour"'],
      ["a missing column", SALES_HEADER.replace("amount,", ""), "amount"],
      ["a column twice", `${SALES_HEADER},kind`, "second time"],
      ["an empty file", "", "empty"],
    ] as const) {
      it(what, async () => {
        const file = await folder.write("sales.csv", `${header}\n`);
        expect((await refusal(postSales(program, parameters(file)))).message)
          .to.include("line 1")
          .and.include(message);
      });
    }
  });

  describe("a post that cannot be paid for is refused before anything is sent", () => {
    it("says what is missing", async () => {
      const poor = (await world.chain.wallet.getAddresses())[7];
      if (poor === undefined) throw new Error("no account");
      const call = { address: program.address, abi: programAbi, account: world.account } as const;
      const [attributor, handOver] = [1, 0] as const;
      const proposal = [attributor, handOver, poor] as const;
      await send(world.chain, { ...call, functionName: "proposePower", args: proposal });
      await moveClock(world.chain, parseTime("2025-01-13") ?? 0);
      const accepting = { ...call, account: poor, functionName: "acceptPower" } as const;
      await send(world.chain, { ...accepting, args: [attributor, handOver] });
      const lines = Array.from({ length: 120 }, (_, i) => LINE.replace("s-1", `s-${i}`));
      const file = await salesFile(folder, ...lines);
      const error = await refusal(postSales(program, { ...parameters(file), account: poor }));
      // 17 % of 120 sales of 99.
      expect(error.message)
        .to.include("2019.6 USDC")
        .and.include("has 0 USDC")
        .and.include("program fund");
      // It accepted.
      expect(await world.chain.client.getTransactionCount({ address: poor })).to.equal(1);
      expect(await posted()).to.equal(0);
    });

    it("says who may post", async () => {
      const stranger = (await world.chain.wallet.getAddresses())[8];
      if (stranger === undefined) throw new Error("no account");
      const file = await salesFile(folder, LINE);
      const error = await refusal(postSales(program, { ...parameters(file), account: stranger }));
      expect(error.message).to.include("attributor");
    });

    it("says when the program starts", async () => {
      await world.close();
      world = await openWorld("2024-12-01T00:00:00Z");
      program = await seedProgram(world, folder);
      const error = await refusal(post(LINE));
      expect(error.message).to.include("2025-01-01").and.include("--clock");
    });
  });

  describe("refunding", () => {
    beforeEach(() => post(LINE, LINE.replace("s-1", "s-2")));

    it("reverses each refund once, whole or in part", async () => {
      const lines = ["r-1,s-1,9.90,too slow,2025-01-08", "r-2,s-2,99,cancelled,2025-01-08"];
      expect(await refund(...lines)).to.deep.include({
        refunded: 2,
        alreadyRefunded: 0,
        transactions: 1,
      });
      expect(await refund(...lines)).to.deep.include({
        refunded: 0,
        alreadyRefunded: 2,
        transactions: 0,
      });
      expect((await sale("s-1")).refunded).to.equal(9_900_000n);
      const statement = await world.chain.client.readContract({
        ...read(),
        functionName: "account",
        args: [ANA, token()],
      });
      // 29.70 less 16.335.
      expect(statement.net).to.equal(parseUnits("13.365", 6));
      // The funds have it back.
      const [, usdc] = await world.chain.client.readContract({
        ...read(),
        functionName: "solvency",
      });
      expect(usdc?.funds).to.equal(parseUnits("18.513", 6));
    });

    const refused: [what: string, line: string, column: string, message: string][] = [
      ["a refund twice", "r-1,s-2,1,,", "refund_id", "line 2"],
    ];
    for (const [what, line, column, message] of refused) {
      it(`refuses ${what}, and changes nothing`, async () => {
        const before = await transactions();
        const error = (await refusal(refund("r-1,s-1,50,late,2025-01-08", line))) as RowError;
        expect(error).to.deep.include({ line: 3, column });
        expect(error.message).to.include(message);
        expect(await transactions()).to.equal(before);
      });
    }

    it("allows it a second before", async () => {
      await moveClock(world.chain, (parseTime("2025-03-02") ?? 0) - 2);
      expect((await refund("r-1,s-1,1,,")).refunded).to.equal(1);
    });
  });

  it("never takes more of the token than it needs", async () => {
    const balance = () =>
      world.chain.client.readContract({
        address: token(),
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [world.account],
      });
    const allowance = () =>
      world.chain.client.readContract({
        address: token(),
        abi: erc20Abi,
        functionName: "allowance",
        args: [world.account, program.address],
      });
    const before = await balance();
    await post(LINE);
    expect(before - (await balance())).to.equal(parseUnits("16.83", 6));
    expect(await allowance()).to.equal(0n);
  });
});
