import type { Currency } from "@core/currency/Currency";
import { programAbi } from "@generated/abis/Program";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Reader } from "../../lib/site/openReader";
import { useAnswers } from "../chain/useAnswers";
import { useReader } from "../chain/useReader";
import type { Plan } from "./usePlan";
import type { PlanNow } from "./usePlanNow";

/** A standing line that a plan holds, by its program's views. */
export interface PlanSource {
  readonly address: Address;
  /** The program's and the line's names. */
  readonly program: string;
  readonly line: string;
  /** In one currency: not final yet; final, the plan's to pull; and paid to the plan so far. */
  readonly held: bigint;
  readonly locked: bigint;
  readonly paid: bigint;
  /** Whether the line is the plan's at present. */
  readonly isOwn: boolean;
  /** Whether the program has the currency at all. */
  readonly hasCurrency: boolean;
}

/** The lines that a plan pulls from, in one currency. */
export function useSources(
  plan: Plan,
  sources: PlanNow["sources"],
  currency: Currency,
  revision: string,
): UseQueryResult<readonly PlanSource[]> {
  const client = useReader();
  const lines = sources.map(({ program, line }) => `${program} ${line}`);
  return useAnswers(plan.address, ["sources", currency.address, ...lines], revision, () =>
    Promise.all(
      sources.map((source) => readSource(client, plan.address, source, currency.address)),
    ),
  );
}

async function readSource(
  client: Reader,
  plan: Address,
  { program, line }: PlanNow["sources"][number],
  currency: Address,
): Promise<PlanSource> {
  const contract = { address: program, abi: programAbi } as const;
  const [terms, { holder }] = await Promise.all([
    client.readContract({ ...contract, functionName: "terms" }),
    client.readContract({ ...contract, functionName: "lineState", args: [line] }),
  ]);
  const { name = `line ${line}` } = terms.standing[Number(line)] ?? {};
  const place = { address: program, program: terms.name, line: name, isOwn: holder === plan };
  const hasCurrency = terms.currencies.includes(currency);
  if (!hasCurrency) return { ...place, hasCurrency, held: 0n, locked: 0n, paid: 0n };
  const [account, [held, locked]] = await Promise.all([
    client.readContract({ ...contract, functionName: "account", args: [plan, currency] }),
    client.readContract({
      ...{ ...contract, functionName: "lineEarnings", args: [line, currency] },
    }),
  ]);
  return { ...place, hasCurrency, held, locked: locked + account.claimable, paid: account.claimed };
}
