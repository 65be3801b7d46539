import type { Currency } from "@core/currency/Currency";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** What a standing line has earned and not settled. */
export interface StandingEarnings {
  readonly held: bigint;
  readonly locked: bigint;
}

/** Every standing line's earnings in a currency, in the order of the terms. */
export function useStandingEarnings(
  program: Program,
  currency: Currency,
  revision: string,
): UseQueryResult<readonly StandingEarnings[]> {
  const { terms } = program;
  return useView(program, ["standing", currency.address], revision, (read) =>
    Promise.all(
      terms.standing.map(async (_, line) => {
        const [held, locked] = await read.lineEarnings([BigInt(line), currency.address]);
        return { held, locked };
      }),
    ),
  );
}
