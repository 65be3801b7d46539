import type { Currency } from "@core/currency/Currency";
import type { UseQueryResult } from "@tanstack/react-query";
import { RESIDUAL_SEGMENTS } from "../chain/residualSegments";
import type { Account } from "../chain/useAccounts";
import { useView } from "../chain/useView";
import type { PartyCardProps } from "./PartyCardProps";
import { rolesOfParty } from "./rolesOfParty";

/** What a party has in one currency, by the program's views. */
export interface PartyMoney {
  readonly account: Account;
  /** What a claim would pay now: less than is claimable while the party has to accept the terms first. */
  readonly payable: bigint;
  /** Its standing lines' earnings that are not settled. */
  readonly lines: readonly {
    readonly index: number;
    readonly name: string;
    readonly held: bigint;
    readonly locked: bigint;
  }[];
  /** What one claim would add to the treasury; undefined for everybody else. */
  readonly residual: bigint | undefined;
  /** Whether the currency answers the program, without which nothing of it can be paid. */
  readonly answers: boolean;
}

export function usePartyMoney(
  { program, party, revision }: PartyCardProps,
  currency: Currency,
): UseQueryResult<PartyMoney> {
  const { lines, isTreasury } = rolesOfParty(program, party);
  const key = ["money", party, currency.address];
  return useView(program, key, revision, async (read) => {
    const [account, payable, earnings, residual, solvency] = await Promise.all([
      read.account([party, currency.address]),
      read.claimable([party, currency.address]),
      Promise.all(
        lines.map(async ({ line, index }) => {
          const [held, locked] = await read.lineEarnings([BigInt(index), currency.address]);
          return { index, name: line.name, held, locked };
        }),
      ),
      isTreasury ? read.residualEarnings([currency.address, RESIDUAL_SEGMENTS]) : undefined,
      read.solvency(),
    ]);
    const answers = solvency[currency.index]?.answers === true;
    return { account, payable, lines: earnings, residual, answers };
  });
}
