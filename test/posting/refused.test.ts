import { appendFile } from "node:fs/promises";
import { expect } from "chai";
import { nameOfId } from "../../core/ids/nameOfId.ts";
import type { TermsFile } from "../../core/terms/TermsFile.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../scripts/chain/partners/enrollPartners.ts";
import { send } from "../../scripts/chain/send.ts";
import post from "../../scripts/cli/commands/sales/post.ts";
import refund from "../../scripts/cli/commands/sales/refund.ts";
import type { RefusedRow } from "../../scripts/files/columns/RefusedRow.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { refundSales, refundSalesOnTime } from "../../scripts/posting/sales/refundSales.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { PARTNERS, refundsFile, salesFile } from "../integration/support/seed.ts";
import { TERMS } from "../integration/support/terms.ts";
import { runVerb } from "../integration/support/verbs.ts";
import { openWorld, type World } from "../integration/support/world.ts";
import { readTotals } from "./support/openPostingWorld.ts";

const DEAL: TermsFile = {
  ...TERMS,
  kinds: [...TERMS.kinds, "bonus"],
  outcomes: { bonus: { amount: { USDC: "50" }, per: "period" } },
  postingLimit: { USDC: "1000", ETH: "1000" },
};

describe("What the program does not take is told, and the rest is posted", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  beforeEach(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await world.deployTerms(DEAL, folder);
    const file = await folder.write("partners.csv", PARTNERS);
    await enrollPartners(program, { file, account: world.account, progress: quietProgress() });
  });
  afterEach(async () => {
    await world.close();
    await folder.remove();
  });

  const sale = (id: string, changes: Readonly<Record<string, string>> = {}) => {
    const {
      kind = "initial",
      amount = "10",
      currency = "USDC",
      credits = "ana:integration:1",
    } = changes;
    return `${id},c-1,${kind},${amount},${currency},2025-01-06,pro,${credits}`;
  };
  const parameters = () => ({ account: world.account, progress: quietProgress() });
  const postRows = async (...lines: string[]) =>
    postSales(program, { ...parameters(), file: await salesFile(folder, ...lines) });
  const giveBack = async (...lines: string[]) =>
    refundSales(program, { ...parameters(), file: await refundsFile(folder, ...lines) });
  const named = (refused: readonly RefusedRow[]) => refused.map(({ line, name }) => [line, name]);
  /** Names of what the chain has. */
  const onChain = async (what: "posted" | "refunded") => {
    const totals = await readTotals(program, world.account);
    return totals[what].map((text) => nameOfId(text.split(" ")[0] as `0x${string}`));
  };
  const setStatus = (status: number) =>
    send(world.chain, {
      ...{ address: program.address, abi: programAbi, account: world.account },
      ...{ functionName: "setStatus", args: [1n, status, "checked"] },
    });

  describe("of sales", () => {
    const cases: [what: string, changes: Record<string, string>, why: string][] = [
      ["an unknown kind", { kind: "gift" }, 'column kind: found the unknown kind "gift"'],
      ["an unknown currency", { currency: "DAI" }, "column currency: found the unknown currency"],
      ["an unknown partner", { credits: "dan:coach:1" }, 'found the unknown partner "dan"'],
      ["an unknown role", { credits: "ana:seller:1" }, 'found the unknown role "seller"'],
      ["more than a period's outcome", { kind: "bonus", amount: "51" }, "at most 50 USDC"],
      ["more than a period's limit", { amount: "1000.01" }, "the terms allow 1000000000"],
      [
        "an amount of 0.00",
        { amount: "0.00" },
        'column amount: found "0.00". Allowed: an amount above 0',
      ],
      ["an amount of -0", { amount: "-0" }, "above 0"],
      ["an amount below 0", { amount: "-10.00" }, 'found "-10.00", below 0'],
      ["an amount in an accountant's brackets", { amount: "(10.00)" }, "below 0"],
      ["more decimals than the currency has", { amount: "10.1234567" }, "at most 6 decimals"],
      ["more than the books hold", { amount: "99999999999999999999999999" }, "2^96"],
    ];
    for (const [what, changes, why] of cases) {
      it(`${what}: its line and why; the others are posted, and it is once it is mended`, async () => {
        const result = await postRows(sale("s-1"), sale("s-2", changes), sale("s-3"));
        expect(result).to.deep.include({ posted: 2, alreadyPosted: 0 });
        expect(named(result.refused)).to.deep.equal([[3, "s-2"]]);
        expect(result.refused[0]?.why).to.include("sales.csv, line 3").and.include(why);
        expect(await onChain("posted")).to.deep.equal(["s-1", "s-3"]);
        const { funds } = await readTotals(program, world.account);
        expect(funds).to.equal(0n);

        const mended = await postRows(sale("s-1"), sale("s-2"), sale("s-3"));
        expect(mended).to.deep.include({ posted: 1, alreadyPosted: 2, refused: [] });
        expect(await onChain("posted")).to.deep.equal(["s-1", "s-2", "s-3"]);
      });
    }

    it("all that no longer fits into the period, which the next one takes", async () => {
      const lines = [
        ...Array.from({ length: 130 }, (_, index) => sale(`s-${index + 100}`)),
        ...[
          sale("b-1", { kind: "bonus", amount: "30" }),
          sale("b-2", { kind: "bonus", amount: "30" }),
        ],
      ];
      const first = await postRows(...lines);
      // 100 sales of 10, of a limit of 1,000: nothing is left for a bonus.
      expect(first.posted).to.equal(100);
      expect(first.refused).to.have.length(32);
      expect(named(first.refused)[0]).to.deep.equal([102, "s-200"]);
      await moveClock(world.chain, parseTime("2025-02-10") ?? 0);
      const second = await postRows(...lines);
      expect(second).to.deep.include({ posted: 31, alreadyPosted: 100 });
      expect(named(second.refused)).to.deep.equal([[133, "b-2"]]);
      expect(second.refused[0]?.why).to.include("wait for the next period");
      await moveClock(world.chain, parseTime("2025-03-10") ?? 0);
      expect(await postRows(...lines)).to.deep.include({
        posted: 1,
        alreadyPosted: 131,
        refused: [],
      });
      expect(new Set(await onChain("posted")).size).to.equal(132);
    });

    it("those of a partner who is suspended, but not the ones that it has already", async () => {
      await postRows(sale("s-1"));
      await setStatus(2);
      const result = await postRows(
        sale("s-1"),
        sale("s-2"),
        sale("s-3", { credits: "ben:coach:1" }),
      );
      expect(result).to.deep.include({ posted: 1, alreadyPosted: 1 });
      expect(named(result.refused)).to.deep.equal([[3, "s-2"]]);
      expect(result.refused[0]?.why).to.include("not active");
      await setStatus(1);
      const again = await postRows(
        sale("s-1"),
        sale("s-2"),
        sale("s-3", { credits: "ben:coach:1" }),
      );
      expect(again).to.deep.include({ posted: 1, alreadyPosted: 2, refused: [] });
    });

    it("at their own times as well", async () => {
      const file = await salesFile(
        folder,
        sale("s-1"),
        sale("s-2", { amount: "2000" }),
        sale("s-3"),
      );
      const result = await postSalesOnTime(program, { ...parameters(), file });
      expect(result).to.deep.include({ posted: 2, alreadyPosted: 0 });
      expect(named(result.refused)).to.deep.equal([[3, "s-2"]]);
    });

    it("with exit code 1, a list, and what is posted", async () => {
      const sales = await salesFile(folder, sale("s-1"), sale("s-2", { credits: "dan:coach:1" }));
      const told = await runVerb(world, post, { program: program.address, sales });
      expect(told.code).to.equal(1);
      expect(told.stdout)
        .to.include("1 posted in 1 transaction ")
        .and.include("1 was refused")
        .and.include('line 3, column credits: found the unknown partner "dan"');
      const json = await runVerb(world, post, { program: program.address, sales, json: true });
      expect(json.code).to.equal(1);
      const { posted, alreadyPosted, refused } = JSON.parse(json.stdout);
      expect({ posted, alreadyPosted }).to.deep.equal({ posted: 0, alreadyPosted: 1 });
      expect(refused[0]).to.deep.include({ line: 3, id: "s-2" });
    });
  });

  describe("of refunds", () => {
    beforeEach(() => postRows(sale("s-1", { amount: "99" }), sale("s-2", { amount: "99" })));

    const cases: [what: string, line: string, why: string][] = [
      ["of an unknown sale", "r-2,s-9,1,,", 'column sale_id: found "s-9", which is not posted'],
      [
        "of more than the sale",
        "r-2,s-2,99.01,,",
        'column amount: found "99.01". Allowed: at most 99 USDC',
      ],
      ["of more than an earlier line left", "r-2,s-1,50,,", "at most 49 USDC, which is left"],
      ["of 0.00", "r-2,s-2,0.00,,", "above 0"],
      ["below 0", "r-2,s-2,-5,,", "below 0"],
      ["of more decimals than the currency has", "r-2,s-2,1.0000001,,", "at most 6 decimals"],
    ];
    for (const [what, line, why] of cases) {
      it(`one ${what}: its line and why; the others are made, and it is once it is mended`, async () => {
        const result = await giveBack("r-1,s-1,50,late,2025-01-08", line, "r-3,s-2,9,,");
        expect(result).to.deep.include({ refunded: 2, alreadyRefunded: 0 });
        expect(named(result.refused)).to.deep.equal([[3, "r-2"]]);
        expect(result.refused[0]?.why).to.include("refunds.csv, line 3").and.include(why);
        expect(await onChain("refunded")).to.deep.equal(["r-1", "r-3"]);

        const mended = await giveBack("r-1,s-1,50,,", "r-2,s-2,5,,", "r-3,s-2,9,,");
        expect(mended).to.deep.include({ refunded: 1, alreadyRefunded: 2, refused: [] });
        expect(await onChain("refunded")).to.deep.equal(["r-1", "r-2", "r-3"]);
      });
    }

    it("one of a sale that is not posted yet is made when it is", async () => {
      const lines = ["r-1,s-3,1,,", "r-2,s-1,1,,"];
      expect(named((await giveBack(...lines)).refused)).to.deep.equal([[2, "r-1"]]);
      await postRows(sale("s-3"));
      expect(await giveBack(...lines)).to.deep.include({ refunded: 1, refused: [] });
    });

    it("one that is made, but of another sale or of less; one that came back in part is none", async () => {
      await giveBack("r-1,s-1,10,,", "r-2,s-1,10,,", "r-3,s-1,10,,");
      const lines = ["r-1,s-2,10,,", "r-2,s-1,35,,", "r-3,s-1,4,,", "r-4,s-1,25,,"];
      const result = await giveBack(...lines);
      expect(result).to.deep.include({ refunded: 1, alreadyRefunded: 1 });
      expect(named(result.refused)).to.deep.equal([
        [2, "r-1"],
        [3, "r-2"],
      ]);
      expect(result.refused[0]?.why).to.include("of another sale");
      expect(result.refused[1]?.why).to.include("of which 10 USDC was refunded");
      expect(await giveBack(...lines)).to.deep.include({ refunded: 0, alreadyRefunded: 2 });
    });

    it("one of a sale that is final", async () => {
      await moveClock(world.chain, parseTime("2025-03-02") ?? 0);
      await postRows(sale("s-3"));
      const result = await giveBack("r-1,s-1,1,,", "r-2,s-3,1,,");
      expect(result.refunded).to.equal(1);
      expect(named(result.refused)).to.deep.equal([[2, "r-1"]]);
      expect(result.refused[0]?.why).to.include("final since 2025-03-02");
    });

    it("at their own times as well", async () => {
      const late = "r-2,s-2,1,,2025-03-05";
      const file = await refundsFile(
        folder,
        "r-1,s-1,1,,2025-02-01",
        late,
        "r-3,s-2,1,,2025-02-02",
      );
      const result = await refundSalesOnTime(program, { ...parameters(), file });
      expect(result).to.deep.include({ refunded: 2, alreadyRefunded: 0 });
      expect(named(result.refused)).to.deep.equal([[3, "r-2"]]);
    });

    it("with exit code 1, a list, and what is made", async () => {
      const file = await refundsFile(folder, "r-1,s-1,1,,", "r-2,s-9,1,,");
      const told = await runVerb(world, refund, { program: program.address, file });
      expect(told.code).to.equal(1);
      expect(told.stdout).to.include("1 refunded in 1 transaction,").and.include("s-9");
      await appendFile(file, "r-3,s-2,1,,\n");
      const json = await runVerb(world, refund, { program: program.address, file, json: true });
      expect(json.code).to.equal(1);
      const { refunded, alreadyRefunded, refused } = JSON.parse(json.stdout);
      expect({ refunded, alreadyRefunded }).to.deep.equal({ refunded: 1, alreadyRefunded: 1 });
      expect(refused[0]).to.deep.include({ line: 3, id: "r-2" });
    });

    it("nothing by line where the signer may do none of it", async () => {
      const [, , , , , , , stranger = world.account] = await world.chain.wallet.getAddresses();
      const file = await refundsFile(folder, "r-1,s-1,1,,", "r-2,s-2,1,,");
      const refused = refundSales(program, { ...parameters(), account: stranger, file });
      expect(String(await refused.catch((error: unknown) => error))).to.include("attributor");
    });
  });
});
