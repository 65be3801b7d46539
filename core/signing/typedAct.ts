import { type Address, encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import type { ShownSale } from "../batches/showSales.ts";
import { ACTS, type ActName } from "./ACTS.ts";
import { PLAN_ACTS, type PlanActName } from "./PLAN_ACTS.ts";
import type { Signable } from "./toSignable.ts";

/** What a wallet signs for an act that others post, as `eth_signTypedData_v4` takes it. */
export interface TypedAct {
  readonly domain: {
    readonly name: "Tributary";
    readonly version: "1";
    readonly chainId: number;
    readonly verifyingContract: Address;
  };
  readonly types: { readonly [type: string]: readonly { name: string; type: string }[] };
  readonly primaryType: string;
  readonly message: { readonly [field: string]: unknown };
}

/** Where an act is good, and until when. */
export interface ActPlace {
  /** The program, or the equity plan. */
  readonly contract: Address;
  readonly chainId: number;
  /** The signer's next one, by the program's `nonces`. */
  readonly nonce: bigint;
  readonly deadline: bigint;
}

/**
 * The typed data of an act, for its party to sign and anybody to post with `actSigned`.
 *
 * @param args Of the program's function, in its order.
 */
export function typedAct(name: ActName, args: readonly unknown[], place: ActPlace): TypedAct {
  return toTyped(ACTS[name], name === "dispute" ? disputeFields(args) : args, place);
}

/** The same of an act of an equity plan's holder. */
export function typedPlanAct(
  name: PlanActName,
  args: readonly unknown[],
  place: ActPlace,
): TypedAct {
  return toTyped(PLAN_ACTS[name], args, place);
}

function toTyped(
  { type, fields }: Signable,
  args: readonly unknown[],
  { contract, chainId, nonce, deadline }: ActPlace,
): TypedAct {
  const values = [...args, nonce, deadline];
  return {
    domain: { name: "Tributary", version: "1", chainId, verifyingContract: contract },
    types: { [type]: fields },
    primaryType: type,
    message: Object.fromEntries(fields.map((field, index) => [field.name, values[index]])),
  };
}

/** A sale is signed by its id, which a wallet can show, and the hash of its words. */
function disputeFields([
  party,
  sale,
  role,
  reason,
  evidence,
]: readonly unknown[]): readonly unknown[] {
  const { id, head, words } = sale as ShownSale;
  return [party, id, role, reason, evidence, hashSale(head, words)];
}

function hashSale(head: bigint, words: readonly bigint[]): Hex {
  return keccak256(encodeAbiParameters(parseAbiParameters("uint256, uint256[]"), [head, words]));
}
