import { expect } from "chai";
import { type Address, encodeFunctionData, type Hex, numberToHex, parseAbi, zeroHash } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { packBatch } from "../../../core/batches/packBatch.ts";
import { type ShownSale, showSales } from "../../../core/batches/showSales.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { toTerms } from "../../../core/terms/encodeTerms.ts";
import { parseTerms } from "../../../core/terms/parseTerms.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import { encodeCall } from "../../access/encodeCall.ts";
import { moveClock } from "../../spec/moveClock.ts";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";

export const PERIOD = 30 * 24 * 3_600;
/** What every sale and payment of these tests is: its 10 % and 2 % come out whole. */
export const PAID = 1_000n;
/** The rates below of it. */
export const SELLER_EARNS = 100n;
export const POOL_EARNS = 50n;
export const LINE_EARNS = 20n;

/** An ERC-20 that tests can hand out. */
export interface Token {
  readonly address: Address;
  give(to: Address, amount: bigint): Promise<void>;
}

const TOKEN = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function balanceOf(address account) view returns (uint256)",
]);

/** Who plays which role; the chain's own wallets play the others. */
export interface Cast {
  readonly operator?: Address;
  readonly attributor?: Address;
  readonly arbiter?: Address;
  readonly guardian?: Address;
  readonly treasury?: Address;
  readonly holder?: Address;
  readonly pool?: Address;
}

export type Deal = Awaited<ReturnType<typeof openDeal>>;

/** A program in ETH and a token: a seller of 10 %, a pool of 5 % for which nobody is credited, a standing line of 2 %. */
export async function openDeal(world: World, cast: Cast = {}, token: Token = testToken(world)) {
  const { chain } = world;
  const { client, wallet, factory, clock } = chain;
  const { operator, attributor, arbiter, treasury } = wallet;
  const keys = {
    operator: operator.account.address,
    attributor: attributor.account.address,
    arbiter: arbiter.account.address,
    treasury: treasury.account.address,
  };
  const terms = termsFor(
    { ...keys, ...cast },
    {
      account: keys.operator,
      holder: keys.treasury,
      pool: wallet.customer.account.address,
      time: clock.now,
      token: token.address,
    },
  );
  const as = (role: keyof typeof keys): Account => ({
    address: wallet[role].account.address,
    call: async (to, data, value = 0n) => {
      await wallet[role].sendTransaction({ to, data, value, ...TRANSACTION });
    },
  });
  const create = [terms, "", nextId()] as const;
  const creation = { address: factory, abi: programFactoryAbi, args: create } as const;
  const { result: program } = await client.simulateContract({
    ...{ ...creation, functionName: "create", account: wallet.operator.account },
  });
  await wallet.operator.writeContract({ ...creation, functionName: "create", ...TRANSACTION });

  const balanceOf = (account: Address, of: Address) =>
    of === ETHER
      ? client.getBalance({ address: account })
      : client.readContract({
          ...{ address: of, abi: TOKEN, functionName: "balanceOf" },
          args: [account],
        });
  const send = async (from: (typeof wallet)["operator"], data: Hex, value = 0n) => {
    const hash = await from.sendTransaction({ to: program, data, value, ...TRANSACTION });
    return client.waitForTransactionReceipt({ hash });
  };
  const read = { address: program, abi: programAbi } as const;
  return {
    ...{ chain, program, terms, send, balanceOf, read },
    ...{ token: token.address, give: token.give },
    operator: as("operator"),
    attributor: as("attributor"),
    arbiter: as("arbiter"),
    stranger: wallet.stranger,
    /** Moves the clock until all that was posted so far is locked. */
    lock: () => moveClock(chain, clock.now + 2 * PERIOD),
    owed: (party: Address, of: Address) =>
      client.readContract({ ...read, functionName: "claimable", args: [party, of] }),
    /** What an account gets by an act, in one currency. */
    gained: async (account: Address, of: Address, act: () => Promise<unknown>) => {
      const before = await balanceOf(account, of);
      await act();
      return (await balanceOf(account, of)) - before;
    },
  };
}

let ids = 0;

/** One that was not used before. */
export function nextId(): Hex {
  ids += 1;
  return numberToHex(ids, { size: 32 });
}

/** A sale of the only kind, by the seller with the number 1. */
export function saleBy(partner: number, payer?: Address): BatchSale {
  const credits = [{ partner, role: 0, weight: 1 }];
  return { ...{ id: nextId(), time: 1, amount: PAID, kind: 0, payer }, credits };
}

/** Posts a sale as whoever is the attributor, in whichever way that calls. Gives what shows it. */
export async function postAs(
  { chain: { client }, program, read }: Deal,
  attributor: Account,
  currency: Address,
  sale: BatchSale,
): Promise<ShownSale> {
  const lane = [0n, currency] as const;
  const [, , head] = await client.readContract({ ...read, functionName: "laneOf", args: lane });
  const packed = packBatch({ partners: [FIRST_POOL], sales: [sale] });
  const from = await client.getBlockNumber();
  await attributor.call(
    program,
    encodeCall("post", [currency, 0n, head, 0n, 0n, zeroHash, packed]),
  );
  const logs = await client.getLogs({ address: program, fromBlock: from + 1n });
  const [batch] = decodeEventsNamed(logs, ["BatchPosted"]);
  if (batch === undefined) throw new Error("Nothing was posted.");
  return showSales(decodeEventsNamed(logs, ["SalePosted"]), batch.args.root)(0);
}

/** Gives an account tokens, and the program leave to take them. */
export async function giveTokens({ program, token, give }: Deal, to: Account): Promise<void> {
  await give(to.address, 10n * PAID);
  const approval = { abi: TOKEN, functionName: "approve", args: [program, 10n * PAID] } as const;
  await to.call(token, encodeFunctionData(approval));
}

function testToken({ chain }: World): Token {
  const [address] = chain.tokens;
  if (address === undefined) throw new Error("The chain has no token.");
  return {
    address,
    give: async (to, amount) => {
      await chain.wallet.stranger.writeContract({
        ...{ address, abi: TOKEN, functionName: "mint", ...TRANSACTION },
        args: [to, amount],
      });
    },
  };
}

/** Enrolls a partner and puts funds in, so that sales paid elsewhere can be posted. */
export async function prepareDeal(deal: Deal, partner: Address): Promise<void> {
  await enrollAs(deal, deal.operator, partner);
  await fundAs(deal, deal.operator);
}

export async function enrollAs(
  { program, terms }: Deal,
  operator: Account,
  wallet: Address,
): Promise<void> {
  const joining = { wallet, name: "seller", tier: 0, joined: terms.start, referrer: 0 };
  await operator.call(program, encodeCall("enroll", [[joining]]));
}

export async function fundAs(deal: Deal, operator: Account): Promise<void> {
  await giveTokens(deal, operator);
  await operator.call(deal.program, encodeCall("fund", [deal.token, 5n * PAID]));
  await operator.call(deal.program, encodeCall("fund", [ETHER, 5n * PAID]), 5n * PAID);
}

function termsFor(
  { pool, holder, ...roles }: Cast,
  on: { account: Address; holder: Address; pool: Address; time: number; token: Address },
): Terms {
  const file: TermsFile = {
    ...{ name: "Collective", currencies: ["ETH", "TOKEN"], period: "30d", kinds: ["sale"] },
    ...roles,
    roles: {
      seller: { rates: { "*": "10%" } },
      community: { rates: { "*": "5%" }, missing: { pool: "commons" } },
    },
    pools: { commons: pool ?? on.pool },
    standing: [{ name: "moderators", holder: holder ?? on.holder, rate: "2%" }],
    disputes: { limit: 3 },
    moveDelay: "7d",
  };
  const { terms, mistakes } = parseTerms(file, () => 6);
  expect(mistakes).to.deep.equal([]);
  return toTerms(terms, { ...on, tokens: new Map([["TOKEN", on.token]]) });
}
