import type { Currency } from "@core/currency/Currency";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Program } from "./useProgram";
import { useView } from "./useView";

/** How a standing line stands beside its terms. */
export interface StandingLineState {
  /** The address that it goes by; who acts is its current wallet. */
  readonly holder: Address;
  /** Seconds; 0 never. */
  readonly ends: number;
  readonly suspended: boolean;
  /** Bit 0 the operator, bit 1 the holder: who has agreed to end it. */
  readonly agreed: number;
  /** 1 a suspension, 2 an end, 0 no notice. */
  readonly remedy: number;
  readonly noticeUntil: number;
  readonly price: bigint;
  readonly priceCurrency: Address;
  /** When the holder can accept it. */
  readonly priceFrom: number;
  /** Towards its clauses, in the currency asked for. */
  readonly capped: bigint;
  readonly counted: bigint;
  readonly arrears: bigint;
}

/** The states of some standing lines, by their index. */
export function useStandingLineStates(
  program: Program,
  lines: readonly number[],
  currency: Currency,
  revision: string,
): UseQueryResult<ReadonlyMap<number, StandingLineState>> {
  const key = ["line states", currency.address, ...lines.map(String)];
  return useView(program, key, revision, async (read) => {
    const entries = await Promise.all(
      lines.map(async (line) => {
        const [state, progress] = await Promise.all([
          read.lineState([BigInt(line)]),
          read.lineProgress([BigInt(line), currency.address]),
        ]);
        return [line, { ...state, ...progress }] as const;
      }),
    );
    return new Map(entries);
  });
}
