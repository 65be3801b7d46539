import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, parseEther, parseUnits, zeroHash } from "viem";
import { toId } from "../../../core/ids/toId.ts";
import { accountAt } from "./accountAt.ts";
import { DAY, type Rename } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

export interface Subject {
  readonly program: Address;
  readonly token: Address;
  readonly rename: Rename;
}

interface Sale {
  readonly id: `0x${string}`;
  readonly kind: bigint;
  readonly amount: bigint;
  readonly credits: readonly {
    readonly partner: bigint;
    readonly role: bigint;
    readonly weight: bigint;
  }[];
}

const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const NAMES = ["northwind", "contoso", "fabrikam", "tailspin", "wingtip"];
const PERIODS = 4;

/**
 * Enrolls partners and lets sales, refunds, payments and plain transfers happen over several periods.
 *
 * @param also What happens elsewhere in each of the periods.
 */
export async function fillProgram(
  connection: Connection,
  subjects: readonly Subject[],
  also: (period: number) => Promise<void>,
): Promise<void> {
  const { networkHelpers } = connection;
  for (const subject of subjects) await open(connection, subject);
  for (let period = 0; period < PERIODS; period++) {
    for (const subject of subjects) await postPeriod(connection, subject, period);
    await also(period);
    await networkHelpers.time.increase(10 * DAY);
    for (const subject of subjects) await refundOne(connection, subject, period);
    if (period < PERIODS - 1) await networkHelpers.time.increase(20 * DAY);
  }
  for (const subject of subjects) await payOnChain(connection, subject);
}

async function open(connection: Connection, { program, token, rename }: Subject): Promise<void> {
  const contract = await connection.viem.getContractAt("Program", program);
  const currency = await connection.viem.getContractAt("TestToken", token);
  const joined = Number((await contract.read.terms()).start);
  await contract.write.enroll([
    NAMES.map((name, index) => ({
      wallet: accountAt(ACTORS.partners[index] ?? 0).address,
      name: rename(name),
      tier: index % 2,
      joined: joined - index * 300 * DAY,
      referrer: index > 1 ? 1 : 0,
    })),
  ]);
  const operator = accountAt(ACTORS.operator).address;
  const funds = parseUnits("100000", 6);
  await currency.write.mint([operator, funds]);
  await currency.write.approve([program, funds]);
  await contract.write.fund([token, funds]);
  await contract.write.fund([ETHER, parseEther("10")], { value: parseEther("10") });
}

function salesOf(period: number): readonly Sale[] {
  return Array.from({ length: 4 }, (_, index) => {
    const number = period * 4 + index;
    const kind = BigInt(number % 3);
    const coach = { partner: 2n, role: 1n, weight: 1n };
    return {
      id: toId(`INV-${String(number).padStart(4, "0")}`),
      kind,
      amount: 1_234_567_891n + BigInt(number) * 987_654_321n,
      credits: [
        { partner: 1n + BigInt(number % 2), role: 0n, weight: 1n },
        { partner: 3n, role: 2n, weight: 2n },
        { partner: 4n, role: 2n, weight: 1n },
        ...(kind === 2n ? [coach] : []),
      ],
    };
  });
}

async function postPeriod(
  connection: Connection,
  { program, token }: Subject,
  period: number,
): Promise<void> {
  const contract = await connection.viem.getContractAt("Program", program);
  await contract.write.post([token, salesOf(period), zeroHash]);
  const inEther = {
    id: toId(`ETH-${period}`),
    kind: 0n,
    amount: parseEther("0.5") + BigInt(period) * 123_456_789_123_456_789n,
    credits: [{ partner: 1n, role: 0n, weight: 1n }],
  };
  await contract.write.post([ETHER, [inEther], zeroHash]);
}

async function refundOne(
  connection: Connection,
  { program, rename }: Subject,
  period: number,
): Promise<void> {
  const contract = await connection.viem.getContractAt("Program", program);
  const sale = salesOf(period)[1];
  if (sale === undefined) return;
  await contract.write.refund([
    [
      {
        id: toId(`RF-${period}`),
        saleId: sale.id,
        amount: sale.amount / 3n,
        reason: rename("part of the seats was cancelled"),
      },
    ],
    zeroHash,
  ]);
}

/** A customer's payment that is attributed, and a transfer that nobody announced. */
async function payOnChain(connection: Connection, { program, rename }: Subject): Promise<void> {
  const contract = await connection.viem.getContractAt("Program", program);
  const customer = accountAt(ACTORS.customer).address;
  const sale = {
    id: toId(rename("WEB-1")),
    kind: 0n,
    amount: parseEther("1"),
    credits: [{ partner: 1n, role: 0n, weight: 1n }],
  };
  await contract.write.paySale([sale.id, 0, ETHER, sale.amount], {
    account: customer,
    value: sale.amount,
  });
  await contract.write.postPaid([ETHER, [sale], [customer], zeroHash]);
  const [wallet] = await connection.viem.getWalletClients();
  await wallet?.sendTransaction({ to: program, value: parseEther("0.25") });
}
