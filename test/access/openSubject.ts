import { type Address, encodeFunctionData, type Hex, parseAbi, stringToHex, zeroHash } from "viem";
import type { BatchSale } from "../../core/batches/Batch.ts";
import { SALE_POSTED } from "../../core/batches/leafOf.ts";
import { packBatch } from "../../core/batches/packBatch.ts";
import { readPosted } from "../../core/batches/readPosted.ts";
import type { ShownSale } from "../../core/batches/showSales.ts";
import { ETHER } from "../../core/currency/ETHER.ts";
import type { Terms } from "../../core/deal/Terms.ts";
import { FOR_MILESTONES } from "../../core/ledger/lineEvents.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import { moveClock } from "../spec/moveClock.ts";
import { type Chain, openChain } from "../spec/openChain.ts";
import { TRANSACTION } from "../spec/transaction.ts";
import { encodeCall } from "./encodeCall.ts";
import {
  amendedTerms,
  GUARDIAN,
  orphanedTerms,
  PERIOD,
  RESERVE,
  STANDBY,
  subjectTerms,
} from "./subjectTerms.ts";

/** `Remedy`. */
export const REMEDY = { suspend: 1, end: 2 } as const;

const TOKEN = parseAbi(["function mint(address, uint256)", "function approve(address, uint256)"]);

export type Subject = Awaited<ReturnType<typeof openSubject>>;

/** Lane 0 knows no windows. */
const LATE = 0n;

/** Ids of what waits: sales to refund, to dispute and in dispute, one posted twice, payments to release and to post, a sale not yet posted. */
export const IDS = {
  held: idOf("held"),
  twice: idOf("twice"),
  disputed: idOf("disputed"),
  overdue: idOf("overdue"),
  late: idOf("late"),
  paid: idOf("paid"),
  fresh: idOf("fresh"),
} as const;

/** As the contract has them. */
export const POWER = { operator: 0, attributor: 1, standby: 2, arbiter: 3, guardian: 4 } as const;
export const WAY = { handOver: 0, joint: 1, notice: 2 } as const;

/**
 * Three programs in which every function has something to do, for whoever may call it: in the quiet one everything can be
 * proposed, in the busy one everything that can wait waits, and the operator of the orphaned one has been silent and its partner left.
 */
export async function openSubject() {
  const chain = await openChain();
  const terms = subjectTerms(chain);
  const quiet = await create(chain, terms, zeroHash);
  const busy = await create(chain, terms, idOf("busy"));
  const orphaned = await create(chain, orphanedTerms(terms), idOf("orphaned"));
  const guardian = actorOf(chain, await chain.actAs(GUARDIAN));
  const { attributor, arbiter, partner, customer, operator } = actorsOf(chain);
  const post = async (program: Address, id: Hex): Promise<ShownSale> => {
    const { logs } = await attributor(program, await encodePost(chain, program, [saleOf(id)]));
    const [log] = logs.filter(({ topics }) => topics[0] === SALE_POSTED);
    if (log === undefined) throw new Error(`The receipt of ${id} tells no sale.`);
    // Alone in its batch, it is its root.
    return { ...readPosted(log), proof: [] };
  };
  const pay = (id: Hex) => encodeCall("paySale", [id, 0, ETHER, 1_000n]);

  await post(quiet, idOf("locked"));
  await post(orphaned, idOf("locked"));
  await customer(quiet, pay(IDS.late), 1_000n);
  const overdue = await post(busy, IDS.overdue);
  await partner(
    busy,
    encodeCall("dispute", [chain.wallet.partner.account.address, overdue, 0n, "", zeroHash]),
  );
  await arbiter(busy, encodeCall("giveNotice", [1n, REMEDY.suspend, "", zeroHash]));

  // A notice can be executed once it is over, and for a period from then on.
  await moveClock(chain, terms.start + PERIOD);
  await operator(quiet, encodeCall("announceWithdrawal", [ETHER, 1n]));
  await arbiter(busy, encodeCall("executeNotice", [1n]));
  await moveClock(chain, terms.start + 2 * PERIOD);
  await arbiter(busy, encodeCall("giveNotice", [0n, REMEDY.end, "", zeroHash]));
  // Its days are over by the next period.
  await operator(busy, encodeCall("offerBuyout", [0n, ETHER, 1n]));

  await moveClock(chain, terms.start + 3 * PERIOD);
  const held = await post(quiet, IDS.held);
  const twice = [await post(quiet, IDS.twice), await post(quiet, IDS.twice)] as const;
  await customer(quiet, pay(IDS.paid), 1_000n);
  await forceEther(chain, quiet);

  const amended = amendedTerms(terms, chain.clock.now);
  const disputed = await post(busy, IDS.disputed);
  await partner(
    busy,
    encodeCall("dispute", [chain.wallet.partner.account.address, disputed, 0n, "", zeroHash]),
  );
  const { address } = chain.wallet.customer.account;
  await partner(
    busy,
    encodeCall("setRecovery", [
      chain.wallet.partner.account.address,
      chain.wallet.stranger.account.address,
    ]),
  );
  await partner(busy, encodeCall("proposeMove", [chain.wallet.partner.account.address, address]));
  await operator(busy, encodeCall("proposeAmendment", [amended, "", zeroHash]));
  await proposePowers(chain, busy, guardian);
  await guardian(orphaned, encodeCall("appointStandby", []));
  const party = chain.wallet.partner.account.address;
  await partner(orphaned, encodeCall("reachMilestone", [1n, 0n, ETHER]));
  const more = encodeCall("addReserve", [FOR_MILESTONES, ETHER, RESERVE]);
  await customer(orphaned, more, RESERVE);
  await partner(orphaned, encodeCall("leaveProgram", [party, ""]));
  await partner(orphaned, encodeCall("setRecovery", [party, address]));
  const proposal = [POWER.operator, WAY.notice, address] as const;
  await guardian(orphaned, encodeCall("proposePower", proposal));
  // In it the partner has left.
  const left = await create(chain, terms, idOf("left"));
  await partner(left, encodeCall("leaveProgram", [chain.wallet.partner.account.address, ""]));
  await approveAll(chain, quiet);
  const shown = { held, twice, disputed, overdue };
  return { chain, quiet, busy, left, orphaned, terms, amended, shown };
}

export function saleOf(id: Hex, payer?: Address): BatchSale {
  const credits = [{ partner: 1, role: 0, weight: 1 }];
  return { ...{ id, time: 1, amount: 1_000n, kind: 0, payer }, credits };
}

/** The data of a post that succeeds as the next one. */
export async function encodePost(
  { client }: Chain,
  program: Address,
  sales: readonly BatchSale[],
): Promise<Hex> {
  const lane = { address: program, abi: programAbi, functionName: "laneOf" } as const;
  const [, , head] = await client.readContract({ ...lane, args: [LATE, ETHER] });
  const packed = packBatch({ partners: [], sales });
  return encodeCall("post", [ETHER, LATE, head, 0n, 0n, zeroHash, packed]);
}

/** Every actor has a token that it lets the program take. */
async function approveAll(chain: Chain, program: Address): Promise<void> {
  const [token = "0x"] = chain.tokens;
  const elsewhere = [await chain.actAs(STANDBY), await chain.actAs(GUARDIAN)];
  for (const wallet of [...Object.values(chain.wallet), ...elsewhere]) {
    for (const [name, to] of [
      ["mint", wallet.account.address],
      ["approve", program],
    ] as const) {
      const data = encodeFunctionData({ abi: TOKEN, functionName: name, args: [to, 10n] });
      await wallet.sendTransaction({ to: token, data, ...TRANSACTION });
    }
  }
}

/** A program with a partner, funds and a reserve. */
async function create(chain: Chain, terms: Terms, salt: Hex): Promise<Address> {
  const { client, wallet, factory } = chain;
  const creation = [terms, "", salt] as const;
  const { address: caller } = wallet.operator.account;
  const address = await client.readContract({
    ...{ address: factory, abi: programFactoryAbi },
    functionName: "predict",
    args: [...creation, caller],
  });
  await wallet.operator.writeContract({
    ...{ address: factory, abi: programFactoryAbi, ...TRANSACTION },
    functionName: "create",
    args: creation,
  });
  const partner = { name: "partner", tier: 0, joined: terms.start, referrer: 0 };
  const { operator } = actorsOf(chain);
  await operator(
    address,
    encodeCall("enroll", [[{ ...partner, wallet: wallet.partner.account.address }]]),
  );
  await operator(address, encodeCall("fund", [ETHER, 10_000n]), 10_000n);
  await operator(address, encodeCall("addReserve", [FOR_MILESTONES, ETHER, RESERVE]), RESERVE);
  return address;
}

/** Proposes every power in every way, to the customer. */
async function proposePowers(chain: Chain, program: Address, guardian: Act) {
  const { operator, arbiter } = actorsOf(chain);
  const to = chain.wallet.customer.account.address;
  const { handOver, joint, notice } = WAY;
  const all: readonly [Act, keyof typeof POWER, number][] = [
    [operator, "operator", handOver],
    [operator, "attributor", handOver],
    [operator, "standby", handOver],
    [arbiter, "arbiter", handOver],
    [guardian, "guardian", handOver],
    [guardian, "operator", joint],
    [operator, "arbiter", joint],
    [arbiter, "guardian", joint],
    [operator, "arbiter", notice],
  ];
  for (const [act, power, way] of all)
    await act(program, encodeCall("proposePower", [POWER[power], way, to]));
}

type Act = ReturnType<typeof actorOf>;

/** Sends calls as a wallet. */
function actorOf({ client }: Chain, sender: Chain["wallet"]["partner"]) {
  return async (to: Address, data: Hex, value = 0n) => {
    const hash = await sender.sendTransaction({ to, data, value, ...TRANSACTION });
    return client.waitForTransactionReceipt({ hash });
  };
}

function actorsOf(chain: Chain) {
  const as = (sender: Chain["wallet"]["partner"]) => actorOf(chain, sender);
  const { attributor, arbiter, partner, customer, operator } = chain.wallet;
  return {
    attributor: as(attributor),
    arbiter: as(arbiter),
    partner: as(partner),
    customer: as(customer),
    operator: as(operator),
  };
}

/** As a block reward would: without running the program's code. */
async function forceEther({ client, provider }: Chain, address: Address) {
  const balance = (await client.getBalance({ address })) + 5n;
  const params = [address, `0x${balance.toString(16)}`];
  await provider.request({ method: "hardhat_setBalance", params });
}

function idOf(text: string) {
  return stringToHex(text, { size: 32 });
}
