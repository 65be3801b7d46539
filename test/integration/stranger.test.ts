import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { type Address, type Hex, toEventSelector } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import { programReaderAbi } from "../../generated/abis/ProgramReader.ts";
import enroll from "../../scripts/cli/commands/partners/enroll.ts";
import fund from "../../scripts/cli/commands/program/fund.ts";
import dispute from "../../scripts/cli/commands/sales/dispute.ts";
import post from "../../scripts/cli/commands/sales/post.ts";
import reattribute from "../../scripts/cli/commands/sales/reattribute.ts";
import refund from "../../scripts/cli/commands/sales/refund.ts";
import show from "../../scripts/cli/commands/sales/show.ts";
import { exampleFile, type Folder, openFolder } from "./support/files.ts";
import { refundsFile, salesFile } from "./support/seed.ts";
import { jsonOf } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

// A stranger has a block explorer and the program's address, and nothing else: verified ABIs, calls, the logs of an address and
// the transaction in which it was created. What these answer stands in stranger/*.txt; with WRITE_EXPECTED=1 it is written anew.

const ANSWERS = new URL("./stranger/", import.meta.url);
const FLOWBRIDGE = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const MODERATORS = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";
const SALE_POSTED = eventTopic("SalePosted");

describe("A stranger with nothing but a block explorer", function () {
  this.timeout(300_000);
  let folder: Folder;
  let world: World;
  let program: Address;
  let reader: Address;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-07-10T00:00:00Z");
    const terms = JSON.parse(await readFile(exampleFile("saas", "terms.json"), "utf8"));
    ({ address: program } = await world.deployTerms({ ...terms, disputes: { limit: 2 } }, folder));
    const run = (verb: Parameters<typeof jsonOf>[1], options: object) =>
      jsonOf<Record<string, unknown>>(world, verb, { program, ...options });
    await run(enroll, { file: exampleFile("saas", "partners.csv") });
    await run(fund, { currency: "USDC", amount: "1000" });
    await run(post, {
      sales: await salesFile(
        folder,
        "S-1001,C-204,initial,99.00,USDC,2025-07-02T09:14:00Z,Team,Flowbridge:integration:1;Paper Crane:template:1;Onboard Academy:training:1",
        "S-1002,C-205,initial,99.00,USDC,2025-07-04T11:23:25Z,Team,Flowbridge:integration:2;Hookline Labs:integration:3;Onboard Academy:training:3;Sam Okafor:training:2",
        "S-1003,C-237,initial,29.00,USDC,2025-07-06T20:49:29Z,Starter,Hookline Labs:integration:1",
        "S-1004,C-238,renewal,50.00,USDC,2025-07-07T08:00:00Z,Team,Hookline Labs:integration:1",
      ),
    });
    await run(refund, { file: await refundsFile(folder, "R-1,S-1002,49.50,half,") });
    const claimed = { role: "integration", reason: "ours", from: FLOWBRIDGE };
    await run(dispute, { sale: "S-1003", ...claimed });
    await run(dispute, { sale: "S-1004", ...claimed });
    await run(reattribute, { sale: "S-1004", partners: "Flowbridge", reason: "it was" });
    reader = await findReader();
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  /** From the page of the program's address: the transaction that created it went to the factory, which names the reader. */
  async function findReader(): Promise<Address> {
    const [first] = await logs();
    const { to } = await world.chain.client.getTransaction({
      hash: first?.transactionHash ?? "0x",
    });
    return world.chain.client.readContract({
      ...{ address: to ?? "0x", abi: programFactoryAbi, functionName: "reader" },
    });
  }

  function logs() {
    return world.chain.client.getLogs({ address: program, fromBlock: 0n });
  }

  const at = () => ({ address: reader, abi: programReaderAbi }) as const;
  const client = () => world.chain.client;

  /** The data of the last log with these topics, as an explorer lists it. */
  async function dataOf(selector: Hex, id: string): Promise<Hex> {
    const topic = await client().readContract({ ...at(), functionName: "topicOf", args: [id] });
    const found = (await logs()).findLast(
      ({ topics }) => topics[0] === selector && topics[1] === topic,
    );
    return found?.data ?? "0x";
  }

  async function sale(id: string, selector: Hex = SALE_POSTED) {
    const args = [program, id, await dataOf(selector, id)] as const;
    return client().readContract({ ...at(), functionName: "sale", args });
  }

  it("finds a sale by its id, and reads what it paid to whom and why", async () => {
    const found = await client().readContract({
      ...{ ...at(), functionName: "find", args: [program, "S-1002"] },
    });
    const answer = await sale("S-1002");
    await expectAnswer("sale", [...found, "", ...answer]);
    const page = await readFile("docs/explorer.md", "utf8");
    expect(page, "as docs/explorer.md shows it").to.include(answer.join("\n"));
  });

  it("reads it proved, by what the command for a sale prints", async () => {
    const { data, path } = await jsonOf<{ data: Hex; path: Hex[] }>(world, show, {
      ...{ program, sale: "S-1002" },
    });
    expect(data).to.equal(await dataOf(SALE_POSTED, "S-1002"));
    const call = { ...at(), functionName: "proven" } as const;
    const proven = await client().readContract({ ...call, args: [program, "S-1002", data, path] });
    const given = await sale("S-1002");
    expect(proven[1]).to.include("The program proves it.");
    expect(given[1]).to.include("As the log says");
    expect(proven.toSpliced(1, 1)).to.deep.equal(given.toSpliced(1, 1));
    // Another sale's data under this id is not what was posted.
    const other = await dataOf(SALE_POSTED, "S-1001");
    const forged = client().readContract({ ...call, args: [program, "S-1002", other, path] });
    expect(await whyNot(forged)).to.include("ProgramReader_NotPosted");
  });

  it("reads who the partners are", async () => {
    const partners = await client().readContract({
      ...{ ...at(), functionName: "partners", args: [program, 1n] },
    });
    await expectAnswer("partners", partners);
  });

  it("reads what a party earned and what is claimable, by name and by address", async () => {
    const byName = await client().readContract({
      ...{ ...at(), functionName: "partyNamed", args: [program, "Flowbridge", 1n] },
    });
    const party = (wallet: Address) =>
      client().readContract({ ...at(), functionName: "party", args: [program, wallet] });
    expect(await party(FLOWBRIDGE)).to.deep.equal(byName);
    await expectAnswer("party", [...byName, "", ...(await party(MODERATORS))]);
  });

  it("reads whether a sale was refunded or disputed", async () => {
    const refunds = async (id: string, selector: Hex = SALE_POSTED) =>
      client().readContract({
        ...{ ...at(), functionName: "refunds" },
        args: [program, id, await dataOf(selector, id)],
      });
    await expectAnswer("refunds", [
      ...(await refunds("S-1002")),
      "",
      ...(await refunds("S-1003")),
      "",
      ...(await sale("S-1004")),
      "",
      ...(await sale("S-1004", eventTopic("SaleReattributed"))),
    ]);
  });

  it("reads the terms", async () => {
    const deal = await client().readContract({
      ...{ ...at(), functionName: "deal", args: [program] },
    });
    // The terms' hash follows from the token's address, and so from the deployment.
    await expectAnswer("deal", deal.map(withoutDeployment));
  });

  it("reads what the program has and owes", async () => {
    const money = await client().readContract({
      ...{ ...at(), functionName: "money", args: [program] },
    });
    await expectAnswer("money", money);
  });
});

function eventTopic(name: string): Hex {
  const event = programAbi.find((item) => item.type === "event" && item.name === name);
  if (event?.type !== "event") throw new RangeError(name);
  return toEventSelector(event);
}

function withoutDeployment(sentence: string): string {
  return sentence
    .replace(/(Currency: USDC, )0x\w+/, "$1…")
    .replace(/(Hash of the terms in force: )0x\w+/, "$1…");
}

async function whyNot(call: Promise<unknown>): Promise<string> {
  return call.then(() => "", String);
}

async function expectAnswer(name: string, sentences: readonly string[]): Promise<void> {
  const file = new URL(`${name}.txt`, ANSWERS);
  const text = `${sentences.join("\n")}\n`;
  if (process.env.WRITE_EXPECTED === "1") await writeFile(file, text);
  expect(text).to.equal(await readFile(file, "utf8"));
}
