import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import {
  type ContractFunctionArgs,
  getAddress,
  type Hex,
  isAddress,
  isHash,
  keccak256,
  zeroHash,
} from "viem";
import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { ListedGrant } from "../ListedGrant.ts";

/** A grant as the plan takes it. */
export type NewGrant = ContractFunctionArgs<typeof equityPlanAbi, "nonpayable", "grant">[0][number];

/** A line of a grants file as the plan takes it: on chain its holder is a wallet, and its agreement a hash. */
export async function toNewGrant({ row, terms, agreement }: ListedGrant): Promise<NewGrant> {
  const { holder, starts: start, ...rest } = terms;
  if (!isAddress(holder)) {
    throw row.mistake(
      "holder",
      `"${holder}"`,
      "a wallet: 0x and 40 hexadecimal digits, in lower case or with the capitals of their checksum",
    );
  }
  return {
    ...rest,
    ...{ holder: getAddress(holder), start, agreement: await hashOf(row, agreement) },
  };
}

/** As it is given, or of a file, by its path from the grants file's folder. */
async function hashOf(row: ListedGrant["row"], agreement: string): Promise<Hex> {
  if (agreement === "") return zeroHash;
  if (isHash(agreement)) return agreement;
  try {
    return keccak256(await readFile(resolve(dirname(row.file), agreement)));
  } catch {
    throw row.mistake(
      "agreement",
      `"${agreement}"`,
      "a file beside the grants file, whose keccak256 is then put on chain, or a hash of 32 bytes",
    );
  }
}
