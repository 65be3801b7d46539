import { type Address, getAddress, type Hex, isAddress, isHex } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { readTextFile } from "../../files/readTextFile.ts";
import type { SignedAct } from "./SignedAct.ts";

/** Reads what `--sign` wrote. */
export async function readSignedAct(file: string): Promise<SignedAct> {
  const act = parse(await readTextFile(file));
  if (act !== undefined) return act;
  throw new TributaryError(`"${file}" is not what a party signed.`, {
    allowed: "a file that a command with --sign wrote",
    todo: "Have the party sign again.",
  });
}

function parse(text: string): SignedAct | undefined {
  const found = parseObject(text);
  if (found === undefined) return undefined;
  const { signature, nonce } = found;
  const of = found.program === undefined ? "plan" : "program";
  const [contract, signer] = [found[of], found.signer].map(toAddress);
  const [chainId, deadline] = [found.chainId, found.deadline].map(toNumber);
  const call = toHex(found.call);
  if (contract === undefined || signer === undefined || call === undefined) return undefined;
  if (chainId === undefined || deadline === undefined) return undefined;
  if (typeof nonce !== "string" || !/^\d{1,78}$/.test(nonce)) return undefined;
  if (signature !== null && toHex(signature) === undefined) return undefined;
  return {
    ...{ of, contract, chainId, signer, call, deadline },
    ...{ nonce: BigInt(nonce), signature: toHex(signature) },
  };
}

function parseObject(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? { ...found } : undefined;
  } catch {
    return undefined;
  }
}

function toAddress(value: unknown): Address | undefined {
  return typeof value === "string" && isAddress(value) ? getAddress(value) : undefined;
}

function toNumber(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

function toHex(value: unknown): Hex | undefined {
  return isHex(value) ? value : undefined;
}
