import { type Address, getAddress, type Hex, isAddress, isHash, isHex } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { readTextFile } from "../../files/readTextFile.ts";

/** What a partner signs to take part: its own record, and the terms. */
export interface Joining {
  readonly wallet: Address;
  readonly name: string;
  readonly tier: number;
  /** UTC seconds. */
  readonly joined: number;
  /** The number of who referred it, or 0. */
  readonly referrer: number;
  readonly termsHash: Hex;
  /** Until when the operator can use the signature. */
  readonly deadline: number;
}

/** The same with the signature, for one program. */
export interface SignedJoining extends Joining {
  readonly program: Address;
  readonly signature: Hex;
}

/** Reads what `partners sign` wrote. */
export async function readSignedJoining(file: string): Promise<SignedJoining> {
  const text = await readTextFile(file);
  const document = parse(text);
  if (document !== undefined) return document;
  throw new TributaryError(`"${file}" is not what a partner signed.`, {
    allowed: "a file that `partners sign` wrote",
    todo: "Have the partner sign again.",
  });
}

function parse(text: string): SignedJoining | undefined {
  try {
    const found = JSON.parse(text) as Record<keyof SignedJoining, unknown>;
    const { program, wallet, name, tier, joined, referrer, termsHash, deadline, signature } = found;
    if (!isAddress(String(program)) || !isAddress(String(wallet))) return undefined;
    if (!isHash(String(termsHash)) || !isHex(signature) || typeof name !== "string")
      return undefined;
    const numbers = [tier, joined, referrer, deadline].map(Number);
    if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return undefined;
    return {
      program: getAddress(String(program)),
      wallet: getAddress(String(wallet)),
      ...{ name, signature, termsHash: String(termsHash) as Hex },
      ...{ tier: Number(tier), joined: Number(joined), referrer: Number(referrer) },
      deadline: Number(deadline),
    };
  } catch {
    return undefined;
  }
}
