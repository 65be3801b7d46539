import { expect } from "chai";
import { encodeFunctionData, erc20Abi, parseUnits } from "viem";
import { toId } from "../../../core/ids/toId.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { addFunds } from "../../../scripts/chain/funds/addFunds.ts";
import { waitFor } from "../../../scripts/chain/send.ts";
import { ADVISER, DEAL } from "../support/deal.ts";
import { postPacked } from "../support/postPacked.ts";
import { ANA, BEN, CLEO, SALES_HEADER } from "../support/seed.ts";
import { commandsForSafes } from "./commandsForSafes.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";
import { SAFE } from "./realSafe.ts";

const NEW = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";
/** Has the attributor's power at first. */
const ATTRIBUTOR = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const HEADER = "partner,wallet,tier,joined_at,referrer";

const TERMS: Partial<TermsFile> = {
  ...DEAL,
  ...{ attributor: ATTRIBUTOR, guardian: SAFE, standby: SAFE },
  standing: (DEAL.standing ?? []).map((line) =>
    ["tech", "profit"].includes(line.name) ? { ...line, holder: SAFE } : line,
  ),
};

const COMMANDS = commandsForSafes().filter((name) => !name.startsWith("equity "));

describe("R8: every command that sends goes through a Safe", function () {
  this.timeout(900_000);
  let world: SafeWorld;
  const done = new Set<string>();

  before(async () => {
    world = await openSafeWorld(TERMS);
  });
  after(() => world?.close());

  /** Has the Safe do what a command hands out, and takes down which command that was. */
  const by = async (...command: string[]) => {
    const at = command.findIndex((word) => word.startsWith("--"));
    const name = command.slice(0, at === -1 ? command.length : at).join(" ");
    const { json, batches } = await world.hand(...command);
    expect(batches, name).to.not.deep.equal([]);
    for (const batch of batches) await world.execute(batch);
    done.add(name);
    return json;
  };
  /** By the network's own account, or another that has a key there. */
  const run = async (...command: string[]) => {
    const ended = await world.run(...command, "--program", world.program.address);
    expect(ended.status, `${command.join(" ")}: ${ended.stderr}`).to.equal(0);
    return ended.json;
  };
  const wait = async (days: number) => {
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [days * 86_400] });
    await provider.request({ method: "evm_mine", params: [] });
  };
  const write = (name: string, ...lines: string[]) =>
    world.folder.write(name, `${lines.join("\n")}\n`);
  const usdc = () => {
    const found = world.program.currencies.find(({ symbol }) => symbol === "USDC");
    if (found === undefined) throw new Error("no USDC");
    return found;
  };
  const USDC = ["--currency", "USDC"];

  it("as the operator, of partners", async () => {
    const lines = [
      `vault,${SAFE},,2025-01-01,`,
      `ana,${ANA},,2025-01-01,`,
      `ben,${BEN},,2025-01-01,`,
    ];
    await by("partners", "enroll", "--file", await write("partners.csv", HEADER, ...lines));
    const file = await write("cleo.csv", HEADER, `cleo,${CLEO},,2025-01-02,`);
    const out = world.folder.path("cleo.json");
    await run("partners", "sign", "--file", file, "--out", out, "--from", CLEO);
    await by("partners", "admit", "--file", out);
    await by("partners", "tier", "--partner", "ben", "--tier", "senior", "--reason", "r");
    await by("partners", "attest", "--partner", "ana", "--score", "5");
    for (const status of ["suspended", "active"]) {
      await by("partners", "status", "--partner", "ben", "--status", status, "--reason", "r");
    }
    await by("sales", "open-lane", "--lane", "2", "--begins", "2025-01-05");
  });

  it("as a partner", async () => {
    await by("partners", "accept");
    await by("partners", "withhold", "--rate", "10%");
    await by("partners", "recovery", "--partner", "vault", "--address", NEW);
    await by("partners", "cancel-recovery", "--partner", "vault");
    await by("partners", "move", "--partner", "vault", "--to", NEW);
    await by("partners", "cancel-move", "--partner", "vault");
    await by("partners", "unsign");
    await by("partners", "leave", "--reason", "r");
    await by("partners", "return", "--reason", "r");
  });

  it("of a sale that was posted twice", async () => {
    const { chain, program, account } = world;
    await addFunds(program, account, usdc(), parseUnits("100", 6));
    const { timestamp } = await chain.client.getBlock();
    const sale = {
      ...{ id: toId("twice"), time: Number(timestamp) - 10, amount: 10_000_000n },
      ...{ kind: 0, payer: undefined, credits: [{ partner: 1, role: 0, weight: 1 }] },
    };
    const place = { account, currency: usdc().address };
    await postPacked(program, place, [sale]);
    await postPacked(program, place, [sale]);
    await by("sales", "void-duplicates");
  });

  it("as who has or takes powers", async () => {
    await by("roles", "propose", "--power", "attributor", "--to", ANA);
    await by("roles", "cancel", "--power", "attributor");
    await by("roles", "propose", "--power", "attributor", "--to", SAFE);
    await wait(8);
    await by("roles", "accept", "--power", "attributor");
    await by("roles", "reset");
    await by("roles", "remove");
    await by("roles", "standby");
    await by("roles", "alive");
  });

  it("of sales, refunds and disputes", async () => {
    const sale = (id: string, partner: string) =>
      `${id},c,initial,100,USDC,2025-01-06,p,${partner}:seller:1`;
    const rows = ["ana", "vault", "ben", "ana", "ana"].map((who, at) => sale(`s-${at + 1}`, who));
    const sales = await write("sales.csv", SALES_HEADER, ...rows);
    await by("sales", "post", "--sales", sales);
    const refund = "refund_id,sale_id,amount,reason,occurred_at";
    const refunds = await write("refunds.csv", refund, "r-1,s-5,10,late,2025-01-07");
    await by("sales", "refund", "--file", refunds);
    await by("sales", "dispute", "--sale", "s-2", "--reason", "mine");
    for (const [id, from] of [
      ["s-1", ANA],
      ["s-3", BEN],
      ["s-4", ANA],
    ] as const) {
      await run("sales", "dispute", "--sale", id, "--reason", "r", "--from", from);
    }
    await by("sales", "uphold", "--sale", "s-1", "--reason", "r");
    await by("sales", "void", "--sale", "s-3", "--reason", "r");
    const to = ["--partners", "ana;community"];
    await by("sales", "reattribute", "--sale", "s-4", ...to, "--reason", "r");
  });

  it("of money that comes in and goes out", async () => {
    const amount = ["--amount", "20"];
    await by("program", "fund", ...USDC, ...amount);
    await by("program", "withdraw", ...USDC, "--amount", "1");
    await by("program", "pay", ...USDC, ...amount, "--kind", "renewal");
    await by("sales", "pay", ...USDC, ...amount, "--kind", "initial", "--sale", "paid");
    const { chain, account, program } = world;
    const data = encodeFunctionData({
      ...{ abi: erc20Abi, functionName: "transfer", args: [program.address, 7_000_000n] },
    });
    const plain = { account, chain: chain.wallet.chain, to: usdc().address, data };
    await waitFor(chain, await chain.wallet.sendTransaction(plain));
    await by("program", "sync", ...USDC);
    await by("reserve", "add", ...USDC, "--amount", "50");
    await by("reserve", "announce", ...USDC, "--amount", "5");
  });

  it("of standing lines, as the operator, the arbiter and the holder", async () => {
    const tech = ["--line", "tech"];
    const price = [...USDC, "--price", "5"];
    await by("line", "buyout", ...tech, ...price);
    await by("line", "withdraw-offer", ...tech);
    await by("line", "buyout", ...tech, ...price);
    await by("line", "exit", "--line", "helpers");
    const profit = ["--line", "profit"];
    const why = ["--remedy", "suspend", "--reason", "r"];
    await by("line", "notice", ...profit, ...why);
    await by("line", "withdraw-notice", ...profit);
    await by("line", "notice", ...profit, ...why);
    await wait(8);
    await by("line", "sell", ...tech, ...price);
    await wait(25);
    await by("line", "execute", ...profit);
    await by("line", "resume", ...profit);
  });

  it("of other terms", async () => {
    const { standing = [], ...rest } = TERMS;
    const ends = standing.map((line) =>
      line.name === "profit" ? { ...line, ends: "2026-01-26" } : line,
    );
    const powers = { operator: SAFE, arbiter: SAFE, treasury: SAFE };
    const file = await write(
      "other.json",
      JSON.stringify({ ...rest, ...powers, received: "renewal", standing: ends }),
    );
    await by("terms", "propose", "--terms", file);
    await by("terms", "consent", "--line", "profit");
    await by("terms", "withdraw");
  });

  it("of a reserve, after its notice", async () => {
    await wait(25);
    await by("reserve", "withdraw", ...USDC, "--amount", "5");
  });

  it("of what is reached, locked or over", async () => {
    const act = world.folder.path("act.json");
    await run("partners", "accept", "--from", ANA, "--sign", act);
    await by("acts", "post", "--file", act);
    await wait(75);
    await by("sales", "close", "--sale", "s-2");
    await by("sales", "release", "--sale", "paid");
    await by("partners", "count", "--partner", "ana", ...USDC);
    await by("partners", "graduate", "--partner", "ana");
    // Where there are several currencies the partner alone says in which.
    await by("milestones", "pay", "--partner", "vault", ...USDC);
  });

  it("of what others have, and as the guardian", async () => {
    await by("claim", "--partner", "ana");
    await by("roles", "suspend");
    await by("roles", "replace", "--power", "arbiter", "--to", ADVISER);
  });

  it("of a program that it creates", async () => {
    const own = { name: "Its own", currencies: ["ETH"], period: "30d", kinds: ["initial"] };
    const roles = { seller: { rates: { "*": "20%" } } };
    const terms = await write("own.json", JSON.stringify({ ...own, roles, operator: SAFE }));
    const out = world.folder.path("deploy.json");
    const command = ["program", "deploy", "--terms", terms, "--safe", out, "--from", SAFE];
    const { status, stderr, json } = await world.run(...command);
    expect(status, stderr).to.equal(0);
    await world.execute({ transactions: json.calls });
    const code = await world.chain.client.getCode({ address: json.program });
    expect(code?.length).to.be.greaterThan(90);
    done.add("program deploy");
  });

  it("and none is left out; the books of all of it are equal", async () => {
    expect([...done].toSorted()).to.deep.equal(COMMANDS.toSorted());
    expect((await run("audit")).equal).to.equal(true);
  });
});
