import { rm, writeFile } from "node:fs/promises";
import { erc20Abi, maxUint256 } from "viem";
import { decodeSale } from "../../../core/batches/decodeSale.ts";
import type { Currency } from "../../../core/currency/Currency.ts";
import { toId } from "../../../core/ids/toId.ts";
import { readEventsNamed } from "../../../scripts/chain/history/readEventsNamed.ts";
import { SALES_HEADER } from "../../integration/support/seed.ts";
import type { Served } from "../support/openServed.ts";
import { type Ended, type Running, startCommand } from "../support/startCommand.ts";
import type { Mischief } from "../support/startProxy.ts";
import type { Random } from "./random.ts";

/** A sale of a file: amounts are in the smallest unit of a currency of 6 decimals. */
export interface TrialSale {
  readonly id: string;
  readonly amount: bigint;
}

type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** One trial: a file, a journal, a chain as it was, and what goes wrong. */
export class Trial {
  readonly served: Served;
  readonly random: Random;
  readonly mischief: Open<Mischief>;
  readonly file: string;
  readonly journal: string;
  /** All runs of the command, as they ended. */
  readonly runs: Ended[] = [];
  /** What the file should have in the end. */
  sales: readonly TrialSale[];
  /** What was on the chain before the file changed, and may stay there as it is. */
  readonly before = new Map<string, string>();
  /** What may be left in the funds, because the file owed more at first. */
  mayLeave = 0n;
  readonly #proxy: string;

  constructor(
    served: Served,
    proxy: { readonly url: string; readonly mischief: Open<Mischief> },
    random: Random,
    name: string,
  ) {
    Object.assign(proxy.mischief, {
      fate: undefined,
      refuse: undefined,
      ask: undefined,
      lie: undefined,
      before: undefined,
    });
    this.served = served;
    this.random = random;
    this.mischief = proxy.mischief;
    this.#proxy = proxy.url;
    this.file = served.folder.path(`${name}.csv`);
    this.journal = served.folder.path(`${name}.sqlite`);
    this.sales = Array.from({ length: random.between(1, 6) }, (_, index) =>
      this.newSale(`s-${index}`),
    );
  }

  newSale(id: string): TrialSale {
    return { id, amount: BigInt(this.random.between(1, 500_000_000)) };
  }

  text(sales = this.sales): string {
    const rows = sales.map(
      ({ id, amount }) =>
        `${id},c,initial,${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, "0")},USDC,2025-01-06,p,ana:integration:1`,
    );
    return `${[SALES_HEADER, ...rows].join("\n")}\n`;
  }

  write(text = this.text()): Promise<void> {
    return writeFile(this.file, text);
  }

  start(journal = this.journal, blocks?: number): Running {
    return startCommand(
      this.#proxy,
      [
        ...["sales", "post", "--program", this.served.program.address, "--sales", this.file],
        ...["--journal", journal, "--json"],
      ],
      blocks,
    );
  }

  async end(run: Running): Promise<Ended> {
    const ended = await run.ended;
    this.runs.push(ended);
    return ended;
  }

  run(journal?: string, blocks?: number): Promise<Ended> {
    return this.end(this.start(journal, blocks));
  }

  /** Runs it, and sends a signal as some request arrives: before the node has it, or once it has answered. */
  async killAt(request: number, signal: NodeJS.Signals): Promise<Ended> {
    const run = this.start();
    let count = 0;
    const kill = () => {
      if (++count === request) run.kill(signal);
    };
    if (this.random.chance(0.5)) {
      this.mischief.fate = () => {
        kill();
        return count === request && this.random.chance(0.5) ? "lost" : "fine";
      };
    } else {
      this.mischief.lie = (_, result) => {
        kill();
        return result;
      };
    }
    const ended = await this.end(run);
    Object.assign(this.mischief, { fate: undefined, lie: undefined });
    return ended;
  }

  request(method: string, ...params: unknown[]): Promise<unknown> {
    return this.served.program.chain.connection.provider.request({ method, params });
  }

  /** What of this trial's sales is on the chain: amounts by names. */
  async onChain(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const names = new Map(
      [...this.sales.map(({ id }) => id), ...this.before.keys()].map((name) => [toId(name), name]),
    );
    for (const { args } of await readEventsNamed(this.served.program, ["SalePosted"])) {
      const name = names.get(args.saleId);
      // Whatever is posted twice is told as such.
      if (name !== undefined)
        found.set(
          name,
          `${found.has(name) ? `${found.get(name)} and ` : ""}${decodeSale(args).amount}`,
        );
    }
    return found;
  }

  /** Notes what is on the chain, and takes another file from here on. */
  async change(sales: readonly TrialSale[], owedAtFirst: bigint): Promise<void> {
    for (const [name, amount] of await this.onChain()) this.before.set(name, amount);
    for (const { id } of this.sales) if (!this.before.has(id)) this.before.set(id, "");
    this.sales = sales;
    this.mayLeave = owedAtFirst;
    await this.write();
  }

  usdc(): Currency {
    const found = this.served.program.currencies.find(({ symbol }) => symbol === "USDC");
    if (found === undefined) throw new Error("no USDC");
    return found;
  }

  /** An allowance that suffices for any number of posters. */
  async allow(): Promise<void> {
    const { chain, address } = this.served.program;
    await chain.wallet.writeContract({
      ...{ account: this.served.account, chain: chain.wallet.chain, abi: erc20Abi },
      ...{ address: this.usdc().address, functionName: "approve", args: [address, maxUint256] },
    });
  }

  async forgetJournal(): Promise<void> {
    for (const end of ["", "-wal", "-shm"]) await rm(`${this.journal}${end}`, { force: true });
  }
}
