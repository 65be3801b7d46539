import { stringToHex, zeroHash } from "viem";
import { programAbi, programFactoryAbi } from "../../generated/abis.ts";
import { GROSS, NO_CLAUSES, NO_EXTRAS } from "../../scripts/lib/terms/ParsedTerms.ts";
import { moveClock } from "../model/moveClock.ts";
import { type Chain, openChain } from "../model/openChain.ts";
import { placeTerms } from "../model/placeTerms.ts";
import type { TermsSeed } from "../model/scenario.ts";
import { TRANSACTION } from "../model/transaction.ts";

export const ETHER = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";

const PERIOD = 30 * 24 * 3_600;
const CREDIT = { partner: 1n, role: 0n, weight: 1n };

/** One role of 10 %, one standing line of 10 %, sales held for one more period. */
const SEED: TermsSeed = {
  age: 0,
  period: PERIOD,
  holdPeriods: 1,
  ceiling: 1_000_000,
  commission: 1_000_000,
  ether: true,
  kinds: ["sale"],
  tiers: [],
  residualRole: undefined,
  roles: [
    {
      name: "seller",
      stage: GROSS,
      missing: 0,
      pool: 0,
      ceiling: 1_000_000,
      rates: [100_000],
      tiers: [],
      tenure: [],
      network: { every: 0n, add: 0, max: 0 },
      volume: { every: 0n, add: 0, max: 0 },
    },
  ],
  standing: [
    { holder: 0, kinds: 1, starts: 0, lasts: undefined, rates: [100_000], clauses: NO_CLAUSES },
  ],
  ...NO_EXTRAS,
};

export type Subject = Awaited<ReturnType<typeof openSubject>>;

/** Ids of what waits: a sale to refund, payments to release and to post, a sale not yet posted. */
export const IDS = {
  held: idOf("held"),
  disputed: idOf("disputed"),
  overdue: idOf("overdue"),
  late: idOf("late"),
  paid: idOf("paid"),
  fresh: idOf("fresh"),
} as const;

/** A program in which every function has something to do, for whoever may call it. */
export async function openSubject() {
  const chain = await openChain();
  const { client, wallet, factory } = chain;
  const placed = placeTerms(SEED, chain, chain.clock.now).terms;
  // The holder must be able to send transactions.
  const holder = wallet.treasury.account.address;
  const terms = { ...placed, standing: placed.standing.map((line) => ({ ...line, holder })) };
  const creation = [terms, "", zeroHash] as const;
  const caller = wallet.operator.account.address;
  const address = await client.readContract({
    ...{ address: factory, abi: programFactoryAbi },
    functionName: "predict",
    args: [...creation, caller],
  });
  const program = { address, abi: programAbi } as const;
  await wallet.operator.writeContract({
    ...{ address: factory, abi: programFactoryAbi, ...TRANSACTION },
    functionName: "create",
    args: creation,
  });
  const enrolled = { name: "partner", tier: 0, joined: terms.start, referrer: 0 };
  await wallet.operator.writeContract({
    ...{ ...program, ...TRANSACTION },
    functionName: "enroll",
    args: [[{ ...enrolled, wallet: wallet.partner.account.address }]],
  });
  await wallet.operator.writeContract({
    ...{ ...program, ...TRANSACTION },
    functionName: "fund",
    args: [ETHER, 10_000n],
    value: 10_000n,
  });
  const subject = { chain, program, terms };
  await postSale(subject, idOf("locked"));
  await paySale(subject, IDS.late);
  await moveClock(chain, terms.start + 3 * PERIOD);
  await postSale(subject, IDS.held);
  await paySale(subject, IDS.paid);
  await forceEther(chain, address);
  return subject;
}

export function saleOf(id: `0x${string}`) {
  return { id, kind: 0n, amount: 1_000n, credits: [CREDIT] };
}

type Opened = { chain: Chain; program: { address: `0x${string}`; abi: typeof programAbi } };

async function postSale({ chain, program }: Opened, id: `0x${string}`) {
  await chain.wallet.attributor.writeContract({
    ...{ ...program, ...TRANSACTION },
    functionName: "post",
    args: [ETHER, [saleOf(id)]],
  });
}

async function paySale({ chain, program }: Opened, id: `0x${string}`) {
  await chain.wallet.customer.writeContract({
    ...{ ...program, ...TRANSACTION },
    functionName: "paySale",
    args: [id, 0, ETHER, 1_000n],
    value: 1_000n,
  });
}

/** As a block reward would: without running the program's code. */
async function forceEther({ client, provider }: Chain, address: `0x${string}`) {
  const balance = (await client.getBalance({ address })) + 5n;
  const params = [address, `0x${balance.toString(16)}`];
  await provider.request({ method: "hardhat_setBalance", params });
}

function idOf(text: string) {
  return stringToHex(text, { size: 32 });
}
