import { expect } from "chai";
import { type Address, parseUnits, zeroAddress } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import type { History } from "../../core/ledger/History.ts";
import { readLedger } from "../../core/ledger/readLedger.ts";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { send } from "../../scripts/chain/send.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { noticesIn } from "../../scripts/reporting/notices/noticesIn.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { salesFile, seedProgram } from "./support/seed.ts";
import { tamper } from "./support/tamper.ts";
import { TERMS } from "./support/terms.ts";
import { openWorld, type World } from "./support/world.ts";

/** A thief that has used the limit up; the standby that has taken its place; the limit that the guardian has reset. */
describe("Powers in the books", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let history: History;
  let guardian: Address;
  let standby: Address;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    [, , , , , guardian = "0x", standby = "0x"] = await world.chain.wallet.getAddresses();
    const limited = { ...TERMS, currencies: ["USDC"], postingLimit: "1000" };
    program = await seedProgram(world, folder, { ...limited, guardian, standby });
    await post(world.account, "s-1", "990");
    const [refused] = (await post(world.account, "s-2", "990")).refused;
    expect(refused?.why).to.include("the terms allow");
    const usdc = program.currencies.find(({ symbol }) => symbol === "USDC");
    if (usdc === undefined) throw new Error("no USDC");
    await addFunds(program, world.account, usdc, parseUnits("1000", 6));
    await act(guardian, "appointStandby");
    await act(guardian, "resetLimits");
    await post(standby, "s-2", "990");
    history = await readHistory(program);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  async function post(account: Address, id: string, amount: string) {
    const line = `${id},c-1,initial,${amount}.00,USDC,2025-01-03,pro,ana:integration:1`;
    const file = await salesFile(folder, line);
    return postSales(program, { file, account, progress: quietProgress() });
  }

  function act(account: Address, functionName: "appointStandby" | "resetLimits") {
    const call = { address: program.address, abi: programAbi, account } as const;
    return send(world.chain, { ...call, functionName, args: [] });
  }

  const found = async (changed: History) =>
    (await auditProgram(program, changed)).differences.map(({ what }) => what).join("\n");

  it("are told to pages", () => {
    const { holders } = readLedger(
      history.events.map(({ event }) => event),
      ETHER,
    );
    expect([...holders]).to.have.deep.members([
      ["operator", world.account],
      ["attributor", standby],
      ["arbiter", world.account],
      ["guardian", guardian],
    ]);
  });

  it("are as the program says", async () => {
    const { equal, differences } = await auditProgram(program, history);
    expect(differences).to.deep.equal([]);
    expect(equal).to.equal(true);
  });

  it("are told to everybody, but for those that the program began with", () => {
    const books = rebuildBooks(program.currencies, history);
    const told = history.events.flatMap(({ event, time }, place) => {
      const rest = history.events.slice(place + 1).map((one) => one.event);
      const following = rest.filter((one) => one.transactionHash === event.transactionHash);
      return noticesIn(books, { event, time, place, following });
    });
    const ofPowers = told.filter(({ kind }) => kind === "power");
    expect(ofPowers.map(({ type, subject }) => [type, subject])).to.deep.equal([
      ["power.passed", `${standby} is the attributor now`],
      ["power.passed", "Nobody is the standby now"],
      ["limits.reset", "The attributor has the limits of period 0 anew"],
    ]);
    expect(ofPowers.map(({ party }) => party)).to.deep.equal([undefined, undefined, undefined]);
  });

  it("show an audit where a holder is another", async () => {
    const changed = tamper(
      history,
      "PowerPassed",
      (args) => ({ ...args, holder: guardian }),
      ({ former }) => former !== zeroAddress,
    );
    expect(await found(changed)).to.match(/^attributor$/m);
  });

  it("show an audit where a limit was passed and nobody reset it", async () => {
    const changed = tamper(history, "LimitsReset", () => undefined);
    expect(await found(changed)).to.include("posted in the period");
  });
});
