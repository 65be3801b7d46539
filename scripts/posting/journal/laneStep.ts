import { type Address, decodeFunctionData } from "viem";
import { nextHead } from "../../../core/batches/nextHead.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Call } from "./Transaction.ts";

/** A lane's place on the chain before and after a batch. */
export interface LaneStep {
  readonly lane: number;
  readonly currency: Address;
  /** What the batch names. */
  readonly head: bigint;
  /** What it leaves: whoever finds this has the batch posted, by whatever transaction. */
  readonly next: bigint;
}

/** The step that a call takes in a lane; undefined where it posts no batch. */
export function laneStep(
  { currencies }: Pick<Program, "currencies">,
  { purpose, data }: Pick<Call, "purpose" | "data">,
): LaneStep | undefined {
  if (purpose !== "post") return undefined;
  const { functionName, args } = decodeFunctionData({ abi: programAbi, data });
  if (functionName !== "post") return undefined;
  const [currency, lane, head, from, until, evidence, packed] = args;
  const index = currencies.find(({ address }) => address === currency)?.index ?? 0;
  const place = { lane: Number(lane), head, from: Number(from), until: Number(until) };
  const next = nextHead({ ...place, currency: index, evidence, packed });
  return { lane: Number(lane), currency, head, next };
}
