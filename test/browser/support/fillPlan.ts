import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, type ContractFunctionArgs, parseEther, parseUnits, zeroHash } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { accountAt } from "./accountAt.ts";
import { DAY } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;
type NewGrant = ContractFunctionArgs<typeof equityPlanAbi, "nonpayable", "grant">[0][number];

export interface PlanSubject {
  readonly plan: Address;
  readonly token: Address;
  /** Whose line 0 the plan holds. */
  readonly program: Address | undefined;
}

interface Filled extends PlanSubject {
  readonly connection: Connection;
}

/** The grants of `fillPlan`, by what happens to them. */
export const GRANTS = {
  /** Partly vested, was paused, was paid. */
  vesting: 1n,
  /** Fully vested, below its hurdle in USDC; an offer waits. */
  offered: 2n,
  /** Before its cliff, paused. */
  paused: 3n,
  /** Its holder resigned. */
  left: 4n,
  /** About to move to `ACTORS.moved[0]`. */
  moving: 5n,
  /** The second one of the first holder. */
  second: 6n,
} as const;

const [VESTING = 0, OFFERED = 0, PAUSED = 0, LEFT = 0, MOVING = 0] = ACTORS.partners;
const MONTH = 2_628_000;
const YEARS = { cliff: 365 * DAY, length: 1_460 * DAY };
const AT_ONCE = { cliff: 0, length: 0, step: 0 };
const PLAIN = { class: 0, single: 0, double: 0, withholding: 0, agreement: zeroHash } as const;

/** Lets a period of a plan pass: afterwards something of each kind is under way. */
export async function fillPlan(
  connection: Connection,
  subject: PlanSubject,
  period: number,
): Promise<void> {
  const steps = [open, carryOn, propose, arrive];
  await steps[period]?.({ ...subject, connection });
}

/** The first grant alone, and money that nobody has settled. */
export async function fillFlowPlan(
  connection: Connection,
  subject: Omit<PlanSubject, "program">,
): Promise<void> {
  const filled = { ...subject, connection, program: undefined };
  const contract = await contractOf(filled);
  const { start } = await contract.read.settings();
  await contract.write.grant([grantsFrom(start).slice(0, 1)]);
  await payToken(filled, "1000");
  await contract.write.sync([filled.token]);
}

function by(index: number): { account: Address } {
  return { account: accountAt(index).address };
}

function contractOf({ connection, plan }: Filled) {
  return connection.viem.getContractAt("IEquityPlan", plan);
}

function grantsFrom(start: number): NewGrant[] {
  const of = (index: number): Address => accountAt(index).address;
  const triggers = { single: 500_000, double: 250_000, withholding: 100_000 };
  const since = { start: start - 18 * MONTH };
  return [
    { ...PLAIN, ...triggers, ...YEARS, ...since, step: MONTH, holder: of(VESTING), units: 48_000n },
    { ...PLAIN, ...AT_ONCE, ...since, class: 1, holder: of(OFFERED), units: 30_000n },
    { ...PLAIN, ...YEARS, start, step: 0, holder: of(PAUSED), units: 20_000n },
    { ...PLAIN, ...YEARS, ...since, cliff: 0, step: MONTH, holder: of(LEFT), units: 12_000n },
    { ...PLAIN, ...AT_ONCE, ...since, holder: of(MOVING), units: 10_000n },
    {
      ...PLAIN,
      start,
      cliff: 0,
      length: 730 * DAY,
      step: 0,
      class: 1,
      holder: of(VESTING),
      units: 6_000n,
    },
  ];
}

async function open(filled: Filled): Promise<void> {
  const { connection, program } = filled;
  const contract = await contractOf(filled);
  await contract.write.grant([grantsFrom((await contract.read.settings()).start)]);
  if (program !== undefined) {
    await contract.write.addSource([program, 0n]);
    await pay(connection, program, "4");
  }
  await payToken(filled, "2000");
  await pay(connection, filled.plan, "1");
  await share(filled);
  await contract.write.claim([GRANTS.vesting, filled.token], by(VESTING));
  await contract.write.pause([GRANTS.vesting]);
  const { timestamp } = await (await connection.viem.getPublicClient()).getBlock();
  await contract.write.resign([GRANTS.left, Number(timestamp) + 31 * DAY], by(LEFT));
}

async function carryOn(filled: Filled): Promise<void> {
  const contract = await contractOf(filled);
  await contract.write.resume([GRANTS.vesting]);
  await contract.write.pause([GRANTS.paused]);
}

/** A leave is booked, units are on offer, a move is proposed. */
async function propose(filled: Filled): Promise<void> {
  const { connection, token, plan, program } = filled;
  const contract = await contractOf(filled);
  await contract.write.finishLeave([GRANTS.left]);
  const currency = await connection.viem.getContractAt("TestToken", token);
  const price = parseUnits("900", 6);
  await currency.write.mint([accountAt(ACTORS.operator).address, price]);
  await currency.write.approve([plan, price]);
  await contract.write.offer([GRANTS.offered, token, price]);
  const [to = 0] = ACTORS.moved;
  await contract.write.proposeMove([GRANTS.moving, accountAt(to).address], by(MOVING));
  if (program !== undefined) await pay(connection, program, "2");
}

/** What arrives is not shared. */
async function arrive(filled: Filled): Promise<void> {
  await payToken(filled, "500.123457");
}

async function share(filled: Filled): Promise<void> {
  const contract = await contractOf(filled);
  for (const currency of [filled.token, ETHER]) await contract.write.sync([currency]);
}

async function payToken({ connection, token, plan }: Filled, amount: string): Promise<void> {
  const currency = await connection.viem.getContractAt("TestToken", token);
  await currency.write.mint([plan, parseUnits(amount, 6)]);
}

async function pay(connection: Connection, to: Address, amount: string): Promise<void> {
  const [wallet] = await connection.viem.getWalletClients();
  await wallet?.sendTransaction({ to, value: parseEther(amount) });
}
