import { type Address, type Hex, parseAbi, parseSignature } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { answerOf } from "../answerOf.ts";
import type { Chain } from "../openChain.ts";
import type { Program } from "../openProgram.ts";
import { readPermitDomain } from "./readPermitDomain.ts";

/** What a token's holder signs so that somebody may take an amount of it: EIP-2612. */
const FIELDS = [
  { name: "owner", type: "address" },
  { name: "spender", type: "address" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
] as const;
const ABI = parseAbi([
  "function nonces(address owner) view returns (uint256)",
  "function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
]);
/** Seconds that a signature counts, which is used at once. */
const PATIENCE = 3_600n;

/** An account's signature for a token, as a program takes it. */
export interface Permit {
  readonly deadline: bigint;
  readonly v: number;
  readonly r: Hex;
  readonly s: Hex;
}

/** Signs that a program may take an amount of a token. Refuses where the token does not take it. */
export async function signPermit(
  { chain, address: spender }: Program,
  owner: Address,
  currency: Currency,
  value: bigint,
): Promise<Permit> {
  const { address, symbol } = currency;
  const [domain, nonce, { timestamp }] = await Promise.all([
    readPermitDomain(chain, address),
    answerOf(chain.client.readContract({ ...{ address, abi: ABI }, ...NONCES, args: [owner] })),
    chain.client.getBlock(),
  ]);
  if (domain === undefined || nonce === undefined) {
    throw new NoPermitError(`The token ${symbol} knows no permit of EIP-2612.`, address);
  }
  const deadline = timestamp + PATIENCE;
  const { r, s, yParity } = parseSignature(
    await sign(chain, owner, {
      ...{ domain, types: { Permit: FIELDS }, primaryType: "Permit" },
      message: { owner, spender, value, nonce, deadline },
    }),
  );
  const permit = { deadline, v: 27 + yParity, r, s };
  const args = [owner, spender, value, deadline, permit.v, r, s] as const;
  // Others' forms, and accounts whose signature is no key's, show here.
  const taken = chain.client.simulateContract({ address, abi: ABI, functionName: "permit", args });
  if ((await answerOf(taken)) !== undefined) return permit;
  throw new NoPermitError(`The token ${symbol} does not take the permit of ${owner}.`, address);
}

const NONCES = { functionName: "nonces" } as const;

async function sign(
  { wallet, networkName }: Chain,
  account: Address,
  typed: Omit<Parameters<typeof wallet.signTypedData>[0], "account">,
): Promise<Hex> {
  const signature = await answerOf(wallet.signTypedData({ account, ...typed }));
  if (signature !== undefined) return signature;
  throw new NoPermitError(`The network "${networkName}" has no key of ${account} to sign with.`);
}

export class NoPermitError extends TributaryError {
  override readonly name = "NoPermitError";

  constructor(message: string, found?: Address) {
    super(message, {
      ...(found !== undefined && { found: `the token at ${found}` }),
      todo: "Leave out --permit: the approval that it replaces is a transaction of its own where one is needed.",
    });
  }
}
