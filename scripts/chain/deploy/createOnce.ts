import { join } from "node:path";
import { type Address, type Hex, numberToHex } from "viem";
import type { Chain } from "../openChain.ts";
import { type CreationRecord, keyOf, readRecords, writeRecord } from "./CreationRecord.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";

/** Something that a factory creates from a file. */
export interface Creation<Given> {
  readonly sort: "Program" | "Plan";
  readonly account: Address;
  /** Hardhat's `paths.ignition`. */
  readonly ignitionFolder: string;
  readonly uri: string;
  /** What the file says, by which an interrupted creation is known again. */
  readonly file: object;
  /** What the factory takes, where there is none of an interrupted one. */
  readonly given: Given;
  readonly create: (record: CreationRecord<Given>) => Promise<Address>;
}

/** Creates through Ignition. What was interrupted goes on where it stopped; after one that came to its end, another is created. */
export async function createOnce<Given>(
  chain: Chain,
  { sort, account, ignitionFolder, uri, file, given, create }: Creation<Given>,
): Promise<Address> {
  const deployment = join(ignitionFolder, "deployments", deploymentIdOf(chain));
  const folder = join(deployment, `${sort.toLowerCase()}s`);
  const key = keyOf(file, account, uri);
  const records = await readRecords<Given>(folder, key);
  const last = records.at(-1);
  const unfinished = last?.address === undefined ? last : undefined;
  const index = unfinished === undefined ? records.length : records.length - 1;
  const record: CreationRecord<Given> = unfinished ?? {
    id: `${sort}_${key}_${index}`,
    salt: await freshSalt(chain, account),
    uri,
    given,
  };
  const isKept = chain.connection.networkConfig.type === "http";
  if (isKept) await writeRecord(folder, key, index, record);
  const address = await create(record);
  if (isKept) await writeRecord(folder, key, index, { ...record, address });
  return address;
}

/** The account's count of transactions: another for each creation, wherever the journal of earlier ones lies. */
async function freshSalt({ client }: Chain, account: Address): Promise<Hex> {
  return numberToHex(await client.getTransactionCount({ address: account }), { size: 32 });
}
