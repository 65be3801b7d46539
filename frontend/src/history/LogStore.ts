import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Address, Hash, PublicClient } from "viem";
import type { MinedLog } from "./MinedLog";
import type { BlockRange } from "./ReadBlocks";

interface Schema extends DBSchema {
  ranges: {
    key: [chain: Hash, program: Address, from: number];
    value: {
      readonly chain: Hash;
      readonly program: Address;
      readonly from: number;
      readonly to: number;
      readonly logs: readonly MinedLog[];
    };
  };
}

/** What was read of a program on earlier visits, where the browser keeps it. Chains are told apart by their first block. */
export class LogStore {
  readonly #database: IDBPDatabase<Schema> | undefined;
  readonly #chain: Hash;
  readonly #program: Address;

  private constructor(database: IDBPDatabase<Schema> | undefined, chain: Hash, program: Address) {
    this.#database = database;
    this.#chain = chain;
    this.#program = program;
  }

  static async open(client: PublicClient, program: Address): Promise<LogStore> {
    const first = await client.getBlock({ blockNumber: 0n }).catch(() => undefined);
    // A private window, or a node without the first block, keeps nothing.
    const database =
      first &&
      (await openDB<Schema>("tributary", 1, {
        upgrade(opened) {
          opened.createObjectStore("ranges", { keyPath: ["chain", "program", "from"] });
        },
      }).catch(() => undefined));
    return new LogStore(database, first?.hash ?? "0x", program);
  }

  async load(): Promise<BlockRange<MinedLog>[]> {
    const kept = (await this.#database?.getAll("ranges", this.#all())) ?? [];
    return kept.map(({ from, to, logs }) => ({ from: BigInt(from), to: BigInt(to), logs }));
  }

  async save({ from, to, logs }: BlockRange<MinedLog>): Promise<void> {
    const key = { chain: this.#chain, program: this.#program, from: Number(from) };
    // Where there is no room, it is read again next time.
    await this.#database?.put("ranges", { ...key, to: Number(to), logs }).catch(() => undefined);
  }

  async clear(): Promise<void> {
    await this.#database?.delete("ranges", this.#all());
  }

  #all(): IDBKeyRange {
    const bound = (from: number): [Hash, Address, number] => [this.#chain, this.#program, from];
    return IDBKeyRange.bound(bound(0), bound(Number.MAX_SAFE_INTEGER));
  }
}
