import { expect } from "chai";
import { type Address, encodeFunctionData, erc20Abi, parseUnits } from "viem";
import { waitFor } from "../../../scripts/chain/send.ts";
import { GRANTS_HEADER } from "../equity/openEquityWorld.ts";
import { ANA, BEN } from "../support/seed.ts";
import { commandsForSafes } from "./commandsForSafes.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";
import { SAFE } from "./realSafe.ts";

const PLAN = {
  ...{ name: "Of a Safe", authorised: "100000", rest: "holders", currencies: ["USDC", "ETH"] },
  ...{ operator: SAFE, arbiter: SAFE, guardian: SAFE, treasury: SAFE, taxAccount: SAFE },
  ...{ multiple: "3", callWindow: "900d", window: "30d", notice: "30d", pauseLimit: "90d" },
};
/** By what is done with them. */
const [CLAIMED, PAUSED, CALLED, SOLD, MOVED] = ["1", "2", "3", "4", "5"] as const;
const COMMANDS = commandsForSafes().filter((name) => name.startsWith("equity "));

describe("R8: every command of an equity plan that sends goes through a Safe", function () {
  this.timeout(900_000);
  let world: SafeWorld;
  let plan: Address;
  const done = new Set<string>();

  before(async () => {
    world = await openSafeWorld();
  });
  after(() => world?.close());

  /** Has the Safe do what a command hands out, and takes down which command that was. */
  const by = async (name: string, ...options: string[]) => {
    const { json, batches } = await world.handFor(["--plan", plan], "equity", name, ...options);
    expect(batches, name).to.not.deep.equal([]);
    for (const batch of batches) await world.execute(batch);
    done.add(`equity ${name}`);
    return json;
  };
  /** By an account that has a key. */
  const run = async (...command: string[]) => {
    const ended = await world.run(...command);
    expect(ended.status, `${command.join(" ")}: ${ended.stderr}`).to.equal(0);
    return ended.json;
  };
  const write = (name: string, document: object) =>
    world.folder.write(name, JSON.stringify(document));
  const show = (grant: string) => run("equity", "show", "--plan", plan, "--grant", grant);
  const of = (grant: string) => ["--grant", grant];
  const wait = async (days: number) => {
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [days * 86_400] });
    await provider.request({ method: "evm_mine", params: [] });
  };
  /** Pays the plan as any wallet does. */
  const pay = async (amount: string) => {
    const { chain, account, program } = world;
    const usdc = program.currencies.find(({ symbol }) => symbol === "USDC");
    if (usdc === undefined) throw new Error("no USDC");
    const args = [plan, parseUnits(amount, usdc.decimals)] as const;
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args });
    const plain = { account, chain: chain.wallet.chain, to: usdc.address, data };
    await waitFor(chain, await chain.wallet.sendTransaction(plain));
  };

  it("the creation, whose transaction it makes", async () => {
    // What all plans share is deployed once, by an account with a key; its plan is the one that all else is done to.
    plan = (await run("equity", "create", "--plan", await write("plan.json", PLAN))).plan;
    const file = await write("own.json", { ...PLAN, currencies: ["ETH"] });
    const out = world.folder.path("create.json");
    const json = await run("equity", "create", "--plan", file, "--safe", out, "--from", SAFE);
    await world.execute({ transactions: json.calls });
    const code = await world.chain.client.getCode({ address: json.plan });
    expect(code?.length).to.be.greaterThan(90);
    done.add("equity create");
  });

  it("as the operator and as a holder, of grants", async () => {
    const file = await world.folder.write(
      "grants.csv",
      [
        GRANTS_HEADER,
        `claimed,${SAFE},20000,0,2024-01-01,,,,,,,`,
        `paused,${SAFE},20000,0,2025-01-01,,1460d,,,,,`,
        `called,${ANA},20000,0,2024-01-01,,,,,,,`,
        `sold,${SAFE},20000,0,2024-01-01,,,,,,,`,
        `moved,${BEN},20000,0,2024-01-01,,,,,,,`,
        "",
      ].join("\n"),
    );
    await by("grant", "--grants", file);
    await pay("500");
    await by("sync");
    await by("claim", ...of(CLAIMED));
    await by("withhold", ...of(CLAIMED), "--rate", "20%");
    expect((await show(CLAIMED)).withholding).to.equal("20%");
    await by("pause", ...of(PAUSED));
    await by("resume", ...of(PAUSED));
    await by("resign", ...of(PAUSED));
    await by("resign", ...of(PAUSED), "--withdraw");
    await by("vote", ...of(CLAIMED));
    await by("vote", "--to", ANA);
    await by("unsign");
    await by("alive");
  });

  it("of a sale, a dismissal, a call and a move", async () => {
    const price = ["--currency", "USDC", "--price", "5"];
    await by("dismiss", ...of(CALLED), "--reason", "r");
    await by("offer", ...of(SOLD), ...price);
    await run(...["equity", "move", "--plan", plan, ...of(MOVED), "--to", SAFE, "--from", BEN]);
    await wait(8);
    await by("accept", ...of(SOLD), ...price);
    expect((await show(SOLD)).units).to.equal("0");
    await by("move", ...of(MOVED), "--to", SAFE);
    expect((await show(MOVED)).holder).to.equal(SAFE);
    await wait(23);
    await by("finish-leave", ...of(CALLED));
    await wait(330);
    await pay("80");
    await by("call", ...of(CALLED));
    await wait(31);
    await by("call", ...of(CALLED), "--finish");
    expect((await show(CALLED)).units).to.equal("0");
  });

  it("of an exit, powers and a line", async () => {
    await by("exit", "--uri", "https://example.org/exit");
    await by("exit", "--veto");
    await by("power", "--power", "guardian", "--to", BEN);
    await by("power", "--power", "guardian", "--cancel");
    const terms = {
      ...{ name: "Sales", currencies: ["USDC"], period: "30d", kinds: ["initial"], roles: {} },
      standing: [{ name: "team", rate: "10%", holder: plan }],
    };
    const file = await write("line.json", terms);
    const { program } = await run("program", "deploy", "--terms", file);
    await by("source", "--program", program, "--line", "team");
  });

  it("and none is left out; the plan's books are as its events say", async () => {
    expect([...done].toSorted()).to.deep.equal(COMMANDS.toSorted());
    expect((await run("equity", "audit", "--plan", plan)).equal).to.equal(true);
  });
});
