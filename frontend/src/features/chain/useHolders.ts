import type { UseQueryResult } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** Who has each power; zero where nobody has it. */
export interface Holders {
  readonly operator: Address;
  readonly attributor: Address;
  readonly standby: Address;
  readonly arbiter: Address;
  readonly guardian: Address;
}

export function useHolders(program: Program, revision: string): UseQueryResult<Holders> {
  return useView(program, ["holders"], revision, async (read) => {
    const [operator, attributor, standby, arbiter, guardian] = await read.holders();
    return { operator, attributor, standby, arbiter, guardian };
  });
}
