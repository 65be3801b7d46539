import { type Address, concat, type Hex, numberToHex, size } from "viem";

/** A call with what it sends, in wei. */
export interface ValueCall {
  readonly to: Address;
  readonly value: bigint;
  readonly data: Hex;
}

/** Calls as the code that is lent to an account reads them: `AfterCalls.yul`, `GasOfCalls.yul`. */
export function encodeCalls(calls: readonly ValueCall[]): Hex {
  return concat(
    calls.flatMap(({ to, value, data }) => [
      to,
      ...[numberToHex(value, { size: 32 }), numberToHex(size(data), { size: 4 }), data],
    ]),
  );
}
