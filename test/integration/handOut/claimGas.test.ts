import { expect } from "chai";
import { type Address, getAddress, type Hex, numberToHex } from "viem";
import { programAbi } from "../../../generated/abis/Program.ts";
import { claimForAll } from "../../../scripts/chain/claim/claimForAll.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { send, waitFor } from "../../../scripts/chain/send.ts";
import { type Folder, openFolder } from "../support/files.ts";
import { quietProgress } from "../support/quiet.ts";
import { TERMS } from "../support/terms.ts";
import { openWorld, type World } from "../support/world.ts";

const HOLDERS = 150;
/** Burns all gas that it is given. */
const BURNER: Hex = "0xfe";
/** Writes as many slots as 90,000 gas allow, as a wallet does that keeps books of what it gets. */
const HEAVY: Hex = "0x60015f5560016001556001600255600160035500";
const DAYS = 86_400;

const holder = (index: number) =>
  getAddress(numberToHex(BigInt(index) + 0x70_000_000_000n, { size: 20 }));

describe("R3, R9: gas of paying everyone at once", function () {
  this.timeout(300_000);
  let world: World;
  let folder: Folder;
  let program: Program;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    const standing = Array.from({ length: HOLDERS }, (_, index) => ({
      ...{ name: `holder ${index}`, holder: holder(index), rate: "0.1%" },
    }));
    program = await world.deployTerms(
      { ...TERMS, currencies: ["ETH"], standing, noticePeriods: 0 },
      folder,
    );
    const { chain, account } = world;
    await setCode(holder(3), BURNER);
    await setCode(holder(70), HEAVY);
    const hash = await chain.wallet.sendTransaction({
      ...{ account, chain: chain.wallet.chain, to: program.address, value: 10n ** 18n },
    });
    await waitFor(chain, hash);
    await increaseTime(100 * DAYS);
    const [ether] = program.currencies;
    for (let line = 0n; line < HOLDERS; line++) {
      const args = [line, ether?.address ?? "0x"] as const;
      await send(chain, {
        ...{ account, address: program.address, abi: programAbi, functionName: "settleLine", args },
      });
    }
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const setCode = (address: Address, code: Hex) =>
    world.chain.connection.provider.request({
      ...{ method: "hardhat_setCode", params: [address, code] },
    });
  const increaseTime = async (seconds: number) => {
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [numberToHex(seconds)] });
    await provider.request({ method: "evm_mine", params: [] });
  };

  it("gives each recipient what the program lets it take, whatever the others burn", async () => {
    const { chain, account } = world;
    const [currency] = program.currencies;
    if (currency === undefined) throw new Error("no currency");
    const first = await chain.client.getBlockNumber();
    const wallets = Array.from({ length: HOLDERS }, (_, index) => holder(index));
    const { paid, unpaid, transactions } = await claimForAll(program, {
      ...{ account, currency, wallets, progress: quietProgress() },
    });
    expect(unpaid).to.deep.equal([holder(3)]);
    expect(new Set(paid.map(({ party }) => party)).size).to.equal(HOLDERS - 1);
    expect(transactions).to.equal(2);
    for (let block = first + 1n; block <= (await chain.client.getBlockNumber()); block++) {
      const { transactions: own } = await chain.client.getBlock({
        ...{ blockNumber: block, includeTransactions: true },
      });
      for (const { gas, input } of own) {
        expect(gas <= 1n << 24n).to.equal(true);
        expect(gas >= 100_000n * BigInt(countOf(input))).to.equal(true);
      }
    }
  });
});

/** How many parties a `claimMany` names. */
function countOf(input: Hex): number {
  return (input.length - 2 - 8) / 64 - 3;
}
