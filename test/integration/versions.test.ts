import { expect } from "chai";
import { encodeFunctionData, type Hex, parseAbi, zeroAddress } from "viem";
import type { History } from "../../core/ledger/History.ts";
import { hashTerms } from "../../core/terms/hashTerms.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { readVersions } from "../../scripts/chain/history/readVersions.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import { openProgram, type Program } from "../../scripts/chain/openProgram.ts";
import propose from "../../scripts/cli/commands/terms/propose.ts";
import { DEAL } from "./support/deal.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { refusal } from "./support/refusal.ts";
import { jsonOf } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

type Client = Program["chain"]["client"];

describe("The terms that were in force before", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let history: History;
  let first: Hex;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    const { address, termsHash } = await world.deployTerms(DEAL, folder);
    first = termsHash;
    const terms = await folder.write(
      "amended.json",
      JSON.stringify({ ...DEAL, commission: "50%" }),
    );
    await jsonOf(world, propose, { program: address, terms });
    await moveClock(world.chain, parseTime("2025-04-01") ?? 0);
    program = await openProgram(world.chain, address);
    history = await readHistory(program);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  /** The program behind a node that answers some requests in another way. */
  const behind = (changes: Partial<Client>): Program => ({
    ...program,
    chain: { ...program.chain, client: { ...program.chain.client, ...changes } },
  });
  const found = async (changes: Partial<Client>) => {
    const versions = await readVersions(behind(changes), history.events, history.time);
    const terms = versions.get(first);
    return terms && { hash: hashTerms(terms), commission: terms.commission };
  };
  const forgetful = { readContract: () => Promise.reject(new Error("missing trie node")) };
  const original = () => ({ hash: first, commission: 1_000_000 });

  it("are not those in force now", () => {
    expect(program.termsHash).to.not.equal(first);
    expect(program.terms.commission).to.equal(500_000);
    expect([...history.terms.keys()].sort()).to.deep.equal([first, program.termsHash].sort());
  });

  it("are found in the transaction that gave them, by a node that forgets old states", async () => {
    expect(await found(forgetful as unknown as Partial<Client>)).to.deep.equal(original());
  });

  it("are found inside a Safe's transaction", async () => {
    const { event } = history.events.find(
      ({ event: one }) => one.eventName === "TermsAgreed",
    ) as History["events"][number];
    const sent = await program.chain.client.getTransaction({ hash: event.transactionHash });
    const input = encodeFunctionData({
      abi: parseAbi(["function execTransaction(address to, uint256 value, bytes data)"]),
      args: [zeroAddress, 0n, sent.input],
    });
    const getTransaction = async () => ({ ...sent, input });
    const changes = { ...forgetful, getTransaction } as unknown as Partial<Client>;
    expect(await found(changes)).to.deep.equal(original());
  });

  it("are found in the state of that time, where the transaction does not tell", async () => {
    const getTransaction = async () => ({ input: "0x" });
    expect(await found({ getTransaction } as unknown as Partial<Client>)).to.deep.equal(original());
  });

  it("are asked of another node where none of it is known", async () => {
    const getTransaction = async () => ({ input: "0x" });
    const changes = { ...forgetful, getTransaction } as unknown as Partial<Client>;
    const error = await refusal(readVersions(behind(changes), history.events, history.time));
    expect(error.message).to.include(first).and.include("archive node");
  });
});
