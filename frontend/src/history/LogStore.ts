import type { MinedLog } from "@core/logs/MinedLog";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Address, Hash } from "viem";
import type { Reader } from "../lib/site/openReader";
import type { HistorySource } from "./HistorySource";
import type { BlockRange } from "./ReadBlocks";

type Source = Pick<HistorySource, "rpcUrl" | "address">;

interface Schema extends DBSchema {
  ranges: {
    key: [chain: Hash, node: string, program: Address, from: number];
    value: {
      readonly chain: Hash;
      readonly node: string;
      readonly program: Address;
      readonly from: number;
      readonly to: number;
      readonly logs: readonly MinedLog[];
    };
  };
}

/**
 * What was read of a program on earlier visits, where the browser keeps it. Chains are told apart by their first block; what one
 * node told is not kept for another, for claims and plain receipts are as the node tells them.
 */
export class LogStore {
  readonly #database: IDBPDatabase<Schema> | undefined;
  readonly #chain: Hash;
  readonly #source: Source;

  private constructor(database: IDBPDatabase<Schema> | undefined, chain: Hash, source: Source) {
    this.#database = database;
    this.#chain = chain;
    this.#source = source;
  }

  static async open(client: Reader, source: Source): Promise<LogStore> {
    const first = await client.getBlock({ blockNumber: 0n }).catch(() => undefined);
    // A private window, or a node without the first block, keeps nothing.
    const database =
      first &&
      (await openDB<Schema>("tributary", 1, {
        upgrade(opened) {
          opened.createObjectStore("ranges", { keyPath: ["chain", "node", "program", "from"] });
        },
      }).catch(() => undefined));
    return new LogStore(database, first?.hash ?? "0x", source);
  }

  async load(): Promise<BlockRange<MinedLog>[]> {
    const kept = (await this.#database?.getAll("ranges", this.#all())) ?? [];
    return kept.map(({ from, to, logs }) => ({ from: BigInt(from), to: BigInt(to), logs }));
  }

  async save({ from, to, logs }: BlockRange<MinedLog>): Promise<void> {
    const { rpcUrl: node, address: program } = this.#source;
    const key = { chain: this.#chain, node, program, from: Number(from) };
    // Where there is no room, it is read again next time.
    await this.#database?.put("ranges", { ...key, to: Number(to), logs }).catch(() => undefined);
  }

  async clear(): Promise<void> {
    await this.#database?.delete("ranges", this.#all());
  }

  #all(): IDBKeyRange {
    const { rpcUrl, address } = this.#source;
    const bound = (from: number): Schema["ranges"]["key"] => [this.#chain, rpcUrl, address, from];
    return IDBKeyRange.bound(bound(0), bound(Number.MAX_SAFE_INTEGER));
  }
}
