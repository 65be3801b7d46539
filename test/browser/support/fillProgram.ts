import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, parseEther, parseUnits, zeroHash } from "viem";
import { toId } from "../../../core/ids/toId.ts";
import { accountAt } from "./accountAt.ts";
import { postSales, type UntimedSale } from "./postSales.ts";
import { showPosted } from "./showPosted.ts";
import { DAY, type Rename } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

export interface Subject {
  readonly program: Address;
  readonly token: Address;
  readonly rename: Rename;
}

const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
const NAMES = ["northwind", "contoso", "fabrikam", "tailspin", "wingtip"];
const NUMBERS = NAMES.map((_, index) => index + 1);
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

function salesOf(period: number): readonly UntimedSale[] {
  return Array.from({ length: 4 }, (_, index) => {
    const number = period * 4 + index;
    const kind = number % 3;
    const coach = { partner: 2, role: 1, weight: 1 };
    return {
      id: toId(`INV-${String(number).padStart(4, "0")}`),
      kind,
      amount: 1_234_567_891n + BigInt(number) * 987_654_321n,
      payer: undefined,
      credits: [
        { partner: 1 + (number % 2), role: 0, weight: 1 },
        { partner: 3, role: 2, weight: 2 },
        { partner: 4, role: 2, weight: 1 },
        ...(kind === 2 ? [coach] : []),
      ],
    };
  });
}

async function postPeriod(
  connection: Connection,
  { program, token }: Subject,
  period: number,
): Promise<void> {
  const posting = { program, partners: NUMBERS };
  await postSales(connection, { ...posting, currency: token, sales: salesOf(period) });
  const inEther = {
    id: toId(`ETH-${period}`),
    kind: 0,
    amount: parseEther("0.5") + BigInt(period) * 123_456_789_123_456_789n,
    payer: undefined,
    credits: [{ partner: 1, role: 0, weight: 1 }],
  };
  await postSales(connection, { ...posting, currency: ETHER, sales: [inEther] });
}

async function refundOne(
  connection: Connection,
  { program, rename }: Subject,
  period: number,
): Promise<void> {
  const contract = await connection.viem.getContractAt("Program", program);
  const sale = salesOf(period)[1];
  if (sale === undefined) return;
  const shown = await showPosted(await connection.viem.getPublicClient(), program, sale.id);
  await contract.write.refund([
    [
      {
        id: toId(`RF-${period}`),
        sale: shown,
        tag: 0n,
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
    kind: 0,
    amount: parseEther("1"),
    payer: customer,
    credits: [{ partner: 1, role: 0, weight: 1 }],
  };
  await contract.write.paySale([sale.id, 0, ETHER, sale.amount], {
    account: customer,
    value: sale.amount,
  });
  await postSales(connection, { program, currency: ETHER, partners: NUMBERS, sales: [sale] });
  const [wallet] = await connection.viem.getWalletClients();
  await wallet?.sendTransaction({ to: program, value: parseEther("0.25") });
}
