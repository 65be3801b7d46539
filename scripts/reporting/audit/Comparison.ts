import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  formatUnits,
} from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { programAbi } from "../../../generated/abis/Program.ts";
import type { Deployed } from "../../chain/Deployed.ts";
import { readMany } from "../../chain/readMany.ts";
import type { Progress } from "../../Progress.ts";
import type { Difference } from "./Difference.ts";

type View<A extends Abi> = ContractFunctionName<A, "view">;
type Arguments<A extends Abi, Name extends View<A>> = ContractFunctionArgs<A, "view", Name>;
type Answer<A extends Abi, Name extends View<A>> = ContractFunctionReturnType<
  A,
  "view",
  Name,
  Arguments<A, Name>
>;

interface Question {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly check: (answer: unknown) => void;
}

/** Collects questions to a contract's views, and how their answers should be; asks them all at one block. A program's, or a plan's. */
export class Comparison<const A extends Abi = typeof programAbi> {
  readonly differences: Difference[] = [];
  /** Currencies whose tokens no longer say what the contract holds: nothing there can be compared. */
  readonly silent: string[] = [];
  readonly #contract: Deployed;
  readonly #abi: A;
  readonly #block: bigint;
  readonly #questions: Question[] = [];

  constructor(contract: Deployed, abi: A, block: bigint) {
    this.#contract = contract;
    this.#abi = abi;
    this.#block = block;
  }

  ask<Name extends View<A>>(
    functionName: Name,
    args: Arguments<A, Name>,
    check: (answer: Answer<A, Name>) => void,
  ): void {
    this.#questions.push({
      functionName,
      args: args as readonly unknown[],
      check: check as (answer: unknown) => void,
    });
  }

  /** Asks all that was collected, telling how far it has come. */
  async run(progress?: Progress): Promise<void> {
    const { chain, address } = this.#contract;
    const abi: Abi = this.#abi;
    const calls = this.#questions.map((question) => ({ ...question, address, abi }));
    const read = () => readMany(chain, calls, this.#block, (count) => progress?.add(count));
    const answers = await (progress?.during("Comparing", calls.length, read) ?? read());
    for (const [index, { check }] of this.#questions.entries()) check(answers[index]);
    this.#questions.length = 0;
  }

  /** Notes amounts that differ, in the currency's units. */
  amount(what: string, { symbol, decimals }: Currency, expected: bigint, found: bigint): void {
    if (expected === found) return;
    this.differences.push({
      what: `${what} in ${symbol}`,
      expected: formatUnits(expected, decimals),
      found: formatUnits(found, decimals),
    });
  }

  equal<Value extends Address | string | number | bigint>(
    what: string,
    expected: Value | undefined,
    found: Value,
  ): void {
    if (expected === found) return;
    this.differences.push({ what, expected: String(expected ?? "nothing"), found: String(found) });
  }
}
