import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  formatUnits,
} from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readMany } from "../../chain/readMany.ts";
import type { Progress } from "../../Progress.ts";
import type { Difference } from "./Difference.ts";

type View = ContractFunctionName<typeof programAbi, "view">;
type Arguments<Name extends View> = ContractFunctionArgs<typeof programAbi, "view", Name>;
type Answer<Name extends View> = ContractFunctionReturnType<
  typeof programAbi,
  "view",
  Name,
  Arguments<Name>
>;

interface Question {
  readonly functionName: View;
  readonly args: readonly unknown[];
  readonly check: (answer: unknown) => void;
}

/** Collects questions to a program's views, and how their answers should be; asks them all at one block. */
export class Comparison {
  readonly differences: Difference[] = [];
  /** Currencies whose tokens no longer say what the program holds: nothing there can be compared. */
  readonly silent: string[] = [];
  readonly #program: Program;
  readonly #block: bigint;
  readonly #questions: Question[] = [];

  constructor(program: Program, block: bigint) {
    this.#program = program;
    this.#block = block;
  }

  ask<Name extends View>(
    functionName: Name,
    args: Arguments<Name>,
    check: (answer: Answer<Name>) => void,
  ): void {
    this.#questions.push({
      functionName,
      args: args as readonly unknown[],
      check: check as (answer: unknown) => void,
    });
  }

  /** Asks all that was collected, telling how far it has come. */
  async run(progress?: Progress): Promise<void> {
    const { chain, address } = this.#program;
    const abi: Abi = programAbi;
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
