import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect } from "chai";
import { GAS_OF_CALLS } from "../../scripts/chain/recording/GAS_OF_CALLS.ts";
import { readTotals } from "../posting/support/openPostingWorld.ts";
import { openServed, type Served } from "../posting/support/openServed.ts";
import { startCommand } from "../posting/support/startCommand.ts";
import { refundsFile, SALES_HEADER } from "./support/seed.ts";
import { TERMS } from "./support/terms.ts";

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");
const row = (id: string, amount: string, partner = "ana") =>
  `${id},c,initial,${amount},USDC,2025-01-06,p,${partner}:integration:1`;

const MILESTONE = {
  name: "many",
  measure: "sales",
  reaches: "1000",
  pays: { USDC: "1" },
} as const;

describe("--dry-run", function () {
  this.timeout(300_000);
  let served: Served;
  let journal: string;

  before(async () => {
    served = await openServed({ ...TERMS, milestones: [MILESTONE] });
    journal = served.folder.path("journal.sqlite");
  });
  after(() => served.close());

  const write = (...rows: string[]) =>
    served.folder.write("sales.csv", `${[SALES_HEADER, ...rows].join("\n")}\n`);
  const run = (...command: string[]) => runJson(...command, "--program", served.program.address);
  const runJson = async (...command: string[]) => {
    const { status, stdout, stderr, isEndless } = await startCommand(served.server.url, [
      ...[...command, "--json"],
    ]).ended;
    expect(isEndless, stderr).to.equal(false);
    return { status, stderr, json: stdout === "" ? {} : JSON.parse(stdout) };
  };
  const textOf = async (...command: string[]) => {
    const at = ["--program", served.program.address, "--dry-run"];
    return (await startCommand(served.server.url, [...command, ...at]).ended).stdout;
  };
  const transactions = async () => (await readTotals(served.program, served.account)).transactions;

  it("measures gas with the code that its source compiles to", async () => {
    const file = new URL("../../scripts/chain/recording/GasOfCalls.yul", import.meta.url);
    const { contracts } = JSON.parse(
      solc.compile(
        JSON.stringify({
          language: "Yul",
          sources: { "GasOfCalls.yul": { content: await readFile(file, "utf8") } },
          settings: {
            evmVersion: "shanghai",
            optimizer: { enabled: true, details: { yul: true } },
            outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
          },
        }),
      ),
    );
    expect(`0x${contracts["GasOfCalls.yul"].GasOfCalls.evm.bytecode.object}`).to.equal(
      GAS_OF_CALLS,
    );
  });

  it("of sales says what would be posted, refused, funded and spent; then posting does that", async () => {
    const file = await write(
      row("s-1", "99.00"),
      row("s-2", "242.57"),
      row("s-3", "5.00", "nobody"),
    );
    const before = await transactions();
    const files = ["--sales", file, "--journal", journal];
    const dry = await run("sales", "post", ...files, "--dry-run");
    expect(dry.status, dry.stderr).to.equal(1);
    expect(dry.json).to.deep.include({
      ...{ dryRun: true, wouldPost: 2, alreadyPosted: 0 },
      funding: [{ currency: "USDC", amount: "58.0669" }],
    });
    expect(dry.json.refused[0]).to.include({ line: 4, id: "s-3" });
    expect(await transactions()).to.equal(before);
    expect(existsSync(journal)).to.equal(false);

    const { json: posted } = await run("sales", "post", ...files);
    expect(posted).to.deep.include({
      posted: 2,
      funded: dry.json.funding,
      refused: dry.json.refused,
    });
    const receipts = await spentSince(before);
    expect(Number(dry.json.gas) / receipts).to.be.within(0.95, 1.1);
    const again = await run("sales", "post", ...files, "--dry-run");
    expect(again.json).to.deep.include({ wouldPost: 0, alreadyPosted: 2, funding: [], gas: 0 });
  });

  it("of refunds says what would be refunded and refused", async () => {
    const before = await transactions();
    const file = await refundsFile(
      served.folder,
      "r-1,s-1,9.90,late,2025-01-07",
      "r-2,s-1,1000.00,late,2025-01-07",
    );
    const { status, json } = await run("sales", "refund", "--file", file, "--dry-run");
    expect(status).to.equal(1);
    expect(json).to.include({ dryRun: true, wouldRefund: 1, alreadyRefunded: 0, transactions: 1 });
    expect(json.gas).to.be.greaterThan(21_000);
    expect(json.refused[0].id).to.equal("r-2");
    expect(await textOf("sales", "refund", "--file", file)).to.include(
      "1 would be refunded in 1 transaction, with at most",
    );
    expect(await transactions()).to.equal(before);
  });

  it("of refunds in several batches measures each after those before, of one sale as well", async () => {
    const sales = await served.salesFile("m", 6);
    const posted = await run("sales", "post", "--sales", sales, "--journal", journal);
    expect(posted.json.posted, posted.stderr).to.equal(6);
    // All but the first ones are refunds of what those before have left of it.
    const rows = Array.from({ length: 120 }, (_, at) => `m-${at},m-5,0.10,late,2025-01-07`);
    const file = await refundsFile(served.folder, ...rows);
    const before = await transactions();
    const dry = await run("sales", "refund", "--file", file, "--dry-run");
    expect(dry.status, dry.stderr).to.equal(0);
    expect(dry.json).to.include({ wouldRefund: 120, alreadyRefunded: 0 });
    expect(await transactions()).to.equal(before);
    const done = await run("sales", "refund", "--file", file, "--journal", journal);
    expect(done.json.refunded, done.stderr).to.equal(120);
    expect(done.json.transactions).to.equal(dry.json.transactions).and.be.greaterThan(1);
    expect(dry.json.gas / done.json.gasUsed).to.be.within(1, 1.25);
  });

  for (const [name, command, functions] of [
    [
      "partners tier",
      ["partners", "tier", "--partner", "ben", "--tier", "senior", "--reason", "r"],
      ["setTier"],
    ],
    [
      "partners status",
      ["partners", "status", "--partner", "ben", "--status", "suspended", "--reason", "r"],
      ["setStatus"],
    ],
    [
      "partners leave",
      ["partners", "leave", "--from", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
      ["leaveProgram"],
    ],
    [
      "program fund",
      ["program", "fund", "--amount", "5", "--currency", "USDC"],
      ["approve", "fund"],
    ],
    [
      "reserve add",
      ["reserve", "add", "--amount", "5", "--currency", "USDC"],
      ["approve", "addReserve"],
    ],
  ] as const) {
    it(`of \`${name}\` says which calls would be sent`, async () => {
      const before = await transactions();
      const { status, stderr, json } = await run(...command, "--dry-run");
      expect(status, stderr).to.equal(0);
      expect(json.calls.map((call: { function: string }) => call.function)).to.deep.equal(
        functions,
      );
      expect(json.gas).to.be.greaterThan(21_000);
      expect(await transactions()).to.equal(before);
    });
  }

  it("of an enrolment says so, and of what the program refuses why", async () => {
    const before = await transactions();
    const file = await served.folder.write(
      "new.csv",
      "partner,wallet,tier,joined_at,referrer\ncleo,0x90F79bf6EB2c4f870365E785982E1f101E93b906,,,\n",
    );
    const { json } = await run("partners", "enroll", "--file", file, "--dry-run");
    expect(json.calls).to.have.length(1);
    expect(await textOf("partners", "enroll", "--file", file)).to.include(
      "Nothing was sent. 1 transaction would be, of ",
    );
    expect(json.calls[0]).to.include({ function: "enroll", to: served.program.address });
    const refused = await run(
      ...["partners", "enroll", "--file", file, "--dry-run"],
      ...["--from", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
    );
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.include("it is not the program's operator");
    expect(await transactions()).to.equal(before);
  });

  it("of a deployment measures it on a chain of its own; then deploying takes that", async () => {
    // Others than the chain has already.
    const standing = TERMS.standing?.map((line) => ({ ...line, rate: "3%" }));
    const terms = await served.folder.write("terms.json", JSON.stringify({ ...TERMS, standing }));
    const before = await transactions();
    const { status, stderr, json } = await runJson(
      ...["program", "deploy", "--terms", terms, "--dry-run"],
    );
    expect(status, stderr).to.equal(0);
    expect(json).to.deep.include({ dryRun: true, chainId: 31_337 });
    expect(json.created.transactions).to.equal(1);
    expect(json.shared?.transactions ?? 10).to.equal(10);
    expect(await transactions()).to.equal(before);
    const deployed = await runJson("program", "deploy", "--terms", terms);
    expect(deployed.status, deployed.stderr).to.equal(0);
    const spent = await gasSince(before);
    expect(spent.some((gas) => Math.abs(gas / json.created.gas - 1) < 0.01)).to.equal(true);
    const wrong = await served.folder.write("wrong.json", JSON.stringify({ ...TERMS, ceiling: 1 }));
    const refused = await runJson("program", "deploy", "--terms", wrong, "--dry-run");
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.include("ceiling");
  });

  /** Gas of the account's transactions since it had made so many, together. */
  const spentSince = async (count: number) => sumOf(await gasSince(count));
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

  /** Of each, the latest first. */
  const gasSince = async (count: number): Promise<number[]> => {
    const { client } = served.program.chain;
    const spent: number[] = [];
    for (let block = await client.getBlockNumber(); ; block--) {
      const { transactions: own } = await client.getBlock({
        blockNumber: block,
        includeTransactions: true,
      });
      for (const { nonce, hash } of own) {
        if (nonce < count) continue;
        spent.push(Number((await client.getTransactionReceipt({ hash })).gasUsed));
      }
      if (own.some(({ nonce }) => nonce < count)) return spent;
    }
  };
});
