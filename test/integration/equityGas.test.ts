import { expect } from "chai";
import hre from "hardhat";
import { type Address, type Hex, padHex, parseEventLogs, toHex, zeroHash } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";

/** What a transaction of a plan may cost at most, in steady state: everybody was paid, and votes, before. */
const BARS = {
  "receive ETH": 45_500n,
  "receive a token": 51_000n,
  "receive a token, 8 classes": 85_000n,
  "claim ETH": 55_000n,
  "claim a token": 62_500n,
  "claim ETH for 50, each": 28_000n,
  "claim a token for 50, each": 28_000n,
  "grant to a holder who votes": 205_000n,
} as const;

const DAY = 86_400;
const MONEY = 10n ** 18n;
const FIRST_HOLDER = 0xaaaabbbbccccddddeeeeaaaabbbbccccdddd1111n;
const FIFTY = Array.from({ length: 50 }, (_, index) => BigInt(index + 1));

type Settings = { readonly currencies?: "both" | "token"; readonly classes?: number };

describe("the gas of an equity plan", () => {
  it("is the same for 3 grants and for 1,000 when money comes, and below its bar", async () => {
    const plan = await openPlan({});
    await plan.grant(3);
    await plan.share();
    const few = await plan.share();
    for (let i = 0; i < 20; i++) await plan.grant(50);
    await plan.share();
    expect(await plan.share()).to.deep.equal(few);
    below("receive ETH", few.ether);
    below("receive a token", few.token);
    await plan.close();
  });

  it("is below its bar with eight classes", async () => {
    const plan = await openPlan({ classes: 8 });
    await plan.grant(8);
    await plan.share();
    below("receive a token, 8 classes", (await plan.share()).token);
    await plan.close();
  });

  it("is below its bars for claims, one by one and for many", async () => {
    const plan = await openPlan({});
    await plan.grant(52);
    await plan.share();
    for (const currency of [ETHER, plan.token]) {
      await plan.claim(51n, currency);
      await plan.claimMany(currency);
    }
    await plan.share();
    below("claim ETH", await plan.claim(51n, ETHER));
    below("claim a token", await plan.claim(51n, plan.token));
    below("claim ETH for 50, each", (await plan.claimMany(ETHER)) / 50n);
    below("claim a token for 50, each", (await plan.claimMany(plan.token)) / 50n);
    await plan.close();
  });

  it("is below its bar for a grant that votes", async () => {
    const plan = await openPlan({ currencies: "token" });
    await plan.grant(2);
    await plan.share();
    await plan.grant(1);
    below("grant to a holder who votes", await plan.grant(1));
    await plan.close();
  });
});

function below(operation: keyof typeof BARS, gas: bigint): void {
  expect(gas <= BARS[operation], `${operation}: ${gas}, at most ${BARS[operation]}`).to.equal(true);
}

/** A plan on a chain of its own, whose time does not pass by hours: the operator's last act is kept once. */
async function openPlan({ currencies = "both", classes = 1 }: Settings) {
  const connection = await hre.network.create();
  const { viem } = connection;
  const client = await viem.getPublicClient();
  const [wallet] = await viem.getWalletClients();
  if (wallet === undefined) throw new Error("The development network has no accounts.");
  const own = wallet.account.address;
  const code = await viem.deployContract("EquityPlan", [
    (await viem.deployContract("EquityGrants", [own])).address,
    (await viem.deployContract("EquityLeaving")).address,
    (await viem.deployContract("EquityBuyouts")).address,
    (await viem.deployContract("EquityHolders")).address,
    (await viem.deployContract("EquityPowers")).address,
    (await viem.deployContract("EquitySigned")).address,
    (await viem.deployContract("EquityViews")).address,
  ]);
  const factory = await viem.deployContract("EquityPlanFactory", [code.address]);
  const token = await viem.deployContract("TestToken", ["Token", "TKN", 18]);
  const taken: Address[] = currencies === "both" ? [token.address, ETHER] : [token.address];
  const { logs } = await receiptOf(
    await factory.write.create([
      {
        ...{
          name: "Gas",
          operator: own,
          arbiter: own,
          guardian: own,
          treasury: own,
          taxAccount: own,
        },
        ...{ authorised: 1_000_000n, restToTreasury: true, restClass: 0, flow: false },
        currencies: taken,
        hurdles: Array.from({ length: classes }, (_, group) =>
          taken.map(() => BigInt(group) * 1_000_000n),
        ),
        ...{
          resignLoss: 0,
          causeLoss: 0,
          window: DAY,
          notice: DAY,
          pauseLimit: DAY,
          callWindow: 0,
        },
        ...{ multiple: 0, start: 0, period: 0, handover: DAY, move: 0, silence: 0 },
      },
      "ipfs://plan",
      zeroHash,
    ]),
  );
  const [created] = parseEventLogs({ abi: factory.abi, eventName: "PlanCreated", logs });
  if (created === undefined) throw new Error("No plan was created.");
  const plan = await viem.getContractAt("EquityPlan", created.args.plan);
  const gasOf = async (hash: Hex) => (await receiptOf(hash)).gasUsed;

  function receiptOf(hash: Hex) {
    return client.waitForTransactionReceipt({ hash });
  }

  let made = 0;
  return {
    token: token.address,
    close: () => connection.close(),
    claim: async (id: bigint, currency: Address) => gasOf(await plan.write.claim([id, currency])),
    claimMany: async (currency: Address) =>
      gasOf(await plan.write.claimMany([FIFTY, currency], { gas: 15_000_000n })),
    /** Grants vested units to holders of the same numbers each time. */
    async grant(count: number): Promise<bigint> {
      const list = Array.from({ length: count }, (_, index) => ({
        ...{ holder: holderOf(index), units: 100n, class: (made + index) % classes, start: 1 },
        ...{ cliff: 0, length: 0, step: 0, single: 0, double: 0, withholding: 0 },
        agreement: padHex("0x11", { size: 32 }),
      }));
      made += count;
      return gasOf(await plan.write.grant([list], { gas: 16_000_000n }));
    },
    /** Money comes in each currency, and is shared. */
    async share(): Promise<{ token: bigint; ether: bigint }> {
      await token.write.mint([plan.address, MONEY]);
      const ofToken = await gasOf(await plan.write.sync([token.address]));
      if (currencies === "token") return { token: ofToken, ether: 0n };
      await wallet?.sendTransaction({ to: plan.address, value: MONEY });
      return { token: ofToken, ether: await gasOf(await plan.write.sync([ETHER])) };
    },
  };
}

/** An address without zero bytes, as most are. */
function holderOf(index: number): Address {
  return toHex(FIRST_HOLDER + BigInt(index), { size: 20 });
}
