import { network } from "hardhat";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  pad,
  parseUnits,
  toHex,
} from "viem";
import { GAS_BARS, type GasRow } from "./gasBars.ts";
import { printGasTable } from "./printGasTable.ts";

/**
 * Measures what each operation costs: one transaction each, every slot cold at its start, an 18-decimals OpenZeppelin
 * ERC-20, steady state (accounts and balances exist, a period's slots were written before). OpenZeppelin's PaymentSplitter
 * runs beside it.
 */

const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const DAY = 86_400;
const PERIOD = 30 * DAY;
const NOT_PAID = 0xff_ff_ff;
const NO_ROLE = 255;
const NO_BONUS = { every: 0n, add: 0, max: 0 } as const;
const LINES_PER_PAGE = 480;
const SALE = parseUnits("99", 18);

const connection = await network.create();
const { viem, networkHelpers } = connection;
const client = await viem.getPublicClient();
const [operator] = await viem.getWalletClients();
if (operator === undefined) throw new Error("The development network has no accounts.");
const owner = operator.account.address;

const token = await viem.deployContract("TestToken", ["Eighteen", "E18", 18]);
const desk = await viem.deployContract("ProgramDesk");
const sales = await viem.deployContract("ProgramSales");
const implementation = await viem.deployContract("Program", [sales.address, desk.address]);
const factory = await viem.deployContract("ProgramFactory", [implementation.address]);
await token.write.mint([owner, parseUnits("1000000000", 18)]);

const CURRENCIES = [
  ["ETH", ETHER],
  ["ERC-20", token.address],
] as const;

const rows: GasRow[] = [];

function record(operation: string, gas: bigint, per = 1): void {
  rows.push({ operation, gas: Number(gas) / per, ...GAS_BARS[operation] });
}

async function gasOf(hash: Hex): Promise<bigint> {
  return (await client.waitForTransactionReceipt({ hash })).gasUsed;
}

/** A throwaway address that no other use shares. */
function party(seed: number): Address {
  return getAddress(pad(toHex(0xa11ce_0000_0000n + BigInt(seed)), { size: 20 }));
}

function role(name: string, rates: number[]) {
  return {
    name,
    net: false,
    missing: 0,
    pool: 0,
    ceiling: 1_000_000,
    rates,
    tiers: [],
    tenure: [],
    network: NO_BONUS,
    volume: NO_BONUS,
  };
}

interface Holder {
  name: string;
  holder: Address;
  rate: number;
}

async function createProgram(
  name: string,
  kinds: string[],
  roles: ReturnType<typeof role>[],
  holders: Holder[],
) {
  const start = Number(await networkHelpers.time.latest());
  const terms = {
    name,
    operator: owner,
    attributor: owner,
    arbiter: owner,
    treasury: owner,
    start,
    period: PERIOD,
    holdPeriods: 1,
    noticePeriods: 1,
    ceiling: 1_000_000,
    commission: 1_000_000,
    residualRole: NO_ROLE,
    currencies: [ETHER, token.address],
    kinds,
    tiers: [],
    roles,
    standing: holders.map(({ name, holder, rate }) => ({
      name,
      holder,
      kinds: (1 << kinds.length) - 1,
      starts: start,
      ends: 0,
      rates: [rate],
    })),
  };
  const args = [terms, "", pad("0x1")] as const;
  const pages = Math.ceil(holders.length / LINES_PER_PAGE);
  let gas = 0n;
  for (let page = 0; pages > 1 && page < pages; page += 1) {
    gas += await gasOf(await factory.write.publish([terms, BigInt(page)]));
  }
  gas += await gasOf(await factory.write.create(args));
  const address = await factory.read.predict([...args, owner]);
  const program = await viem.getContractAt("Program", address);
  await token.write.approve([address, 2n ** 256n - 1n]);
  return { program, gas };
}

/** Revenue that only standing lines share. */
async function measureRevenue(holders: number): Promise<void> {
  const { program, gas } = await createProgram(
    `Standing lines, ${holders}`,
    ["direct"],
    [],
    Array.from({ length: holders }, (_, i) => ({
      name: "",
      holder: party(i),
      rate: 1_000_000 / 1_000,
    })),
  );
  record(`deploy a program, ${holders} standing lines`, gas);
  const pay = () => operator.sendTransaction({ to: program.address, value: SALE / 100n });
  await pay();
  record(`revenue, ETH, ${holders} holders`, await gasOf(await pay()));
  const payToken = () => program.write.pay([0, token.address, SALE]);
  await payToken();
  record(`revenue, ERC-20, ${holders} holders`, await gasOf(await payToken()));
}

const SAAS_ROLES = [
  role("integration", [150_000, 150_000, 150_000]),
  role("template", [50_000, 50_000, 50_000]),
  role("training", [100_000, 100_000, 100_000]),
  role("coach", [NOT_PAID, NOT_PAID, 200_000]),
];
const SAAS_KINDS = ["initial", "renewal", "expansion"];

let posted = 0;

/** Sales of three credits, their partners taken in turn from the first `partners`. */
function batch(size: number, currency: Address, partners: number) {
  return Array.from({ length: size }, () => {
    posted += 1;
    const credit = (k: number) => ({
      partner: BigInt(1 + ((posted * 3 + k) % partners)),
      role: BigInt(k),
      weight: 1n,
    });
    return {
      id: pad(toHex(`INV-2026-${posted}`), { dir: "right" }),
      kind: 0n,
      amount: currency === ETHER ? SALE / 1000n : SALE,
      credits: [credit(0), credit(1), credit(2)],
    };
  });
}

async function measureSaas(): Promise<void> {
  const { program, gas } = await createProgram("SaaS ecosystem", SAAS_KINDS, SAAS_ROLES, [
    { name: "moderators", holder: party(9_000), rate: 20_000 },
  ]);
  record("deploy a program (SaaS)", gas);
  const partners = Array.from({ length: 150 }, (_, i) => party(10_000 + i));
  for (const wallet of partners) await networkHelpers.setBalance(wallet, 10n ** 18n);
  for (let i = 0; i < partners.length; i += 50) {
    const enrollments = partners
      .slice(i, i + 50)
      .map((wallet, k) => ({ wallet, name: `partner ${i + k}`, tier: 0, joined: 1, referrer: 0 }));
    await program.write.enroll([enrollments]);
  }
  await program.write.fund([token.address, parseUnits("1000000", 18)]);
  await program.write.fund([ETHER, parseUnits("1000", 18)], { value: parseUnits("1000", 18) });

  const postAll = async () => {
    for (const [, currency] of CURRENCIES) {
      for (let i = 0; i < 3; i += 1) {
        await program.write.post([currency, batch(50, currency, partners.length)]);
      }
    }
  };
  // Sales in every period, claims in every period: the steady state.
  const claimAll = async () => {
    for (const currency of [ETHER, token.address]) {
      for (const wallet of partners) {
        if ((await program.read.claimable([wallet, currency])) > 0n) {
          await program.write.claim([wallet, currency]);
        }
      }
    }
  };
  for (let period = 0; period < 4; period += 1) {
    await postAll();
    await claimAll();
    if (period < 3) await networkHelpers.time.increase(PERIOD);
  }
  for (const count of [3, 30, 150]) {
    for (const [name, currency] of CURRENCIES) {
      const hash = await program.write.post([currency, batch(50, currency, count)]);
      record(`sale, 3 credits, ${count} partners, ${name}`, await gasOf(hash), 50);
    }
  }
  await networkHelpers.time.increase(PERIOD);
  for (const [name, currency] of CURRENCIES) {
    const wallet = party(10_000);
    await networkHelpers.impersonateAccount(wallet);
    record(
      `claim by the partner, ${name}`,
      await gasOf(await program.write.claim([wallet, currency], { account: wallet })),
    );
    const gasMany = await gasOf(await program.write.claimMany([partners.slice(1, 101), currency]));
    record(`claim for 100 partners, each, ${name}`, gasMany, 100);
  }
  await program.write.claimLine([0n, ETHER]);
  await program.write.claimLine([0n, token.address]);
  await networkHelpers.time.increase(PERIOD);
  record(
    "claim of a standing line on 3 kinds, ETH",
    await gasOf(await program.write.claimLine([0n, ETHER])),
  );
  record(
    "claim of a standing line on 3 kinds, ERC-20",
    await gasOf(await program.write.claimLine([0n, token.address])),
  );
}

async function measurePaymentSplitter(): Promise<void> {
  const splitter = await viem.deployContract(
    "@openzeppelin/contracts-v4/finance/PaymentSplitter.sol:PaymentSplitter",
    [
      [owner, party(1)],
      [1n, 1n],
    ],
  );
  const payIn = async () => {
    await operator.sendTransaction({ to: splitter.address, value: SALE / 100n });
    await token.write.transfer([splitter.address, SALE]);
  };
  const send = (args: readonly unknown[], signature: string) =>
    operator.sendTransaction({
      to: splitter.address,
      data: encodeFunctionData({
        abi: [
          {
            type: "function",
            name: "release",
            stateMutability: "nonpayable",
            outputs: [],
            inputs: signature.split(",").map((type) => ({ type, name: "" })),
          },
        ],
        args,
      } as never),
    });
  const release = () => send([owner], "address");
  const releaseToken = () => send([token.address, owner], "address,address");
  await payIn();
  await release();
  await releaseToken();
  await payIn();
  record("PaymentSplitter 4.9.6 release, ETH", await gasOf(await release()));
  record("PaymentSplitter 4.9.6 release, ERC-20", await gasOf(await releaseToken()));
}

for (const holders of (process.env.HOLDERS ?? "2,100,1000").split(",").map(Number))
  await measureRevenue(holders);
await measureSaas();
await measurePaymentSplitter();
printGasTable(rows);
await connection.close();
