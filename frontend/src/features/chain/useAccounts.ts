import type { Currency } from "@core/currency/Currency";
import type { programAbi } from "@generated/abis/Program";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Address, ContractFunctionReturnType } from "viem";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** A party's books in one currency, as the program's `account` gives them. */
export type Account = ContractFunctionReturnType<typeof programAbi, "view", "account">;

/** The books of some parties in a currency. */
export function useAccounts(
  program: Program,
  currency: Currency,
  parties: readonly Address[],
  revision: string,
): UseQueryResult<ReadonlyMap<Address, Account>> {
  const key = ["accounts", currency.address, ...parties];
  return useView(program, key, revision, async (read) => {
    const accounts = await Promise.all(
      parties.map((party) => read.account([party, currency.address])),
    );
    return new Map(
      parties
        .map((party, index) => [party, accounts[index]] as const)
        .flatMap(([party, account]) => (account === undefined ? [] : [[party, account] as const])),
    );
  });
}
