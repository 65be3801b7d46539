import { printableName } from "@core/text/printableName";
import { programAbi } from "@generated/abis/Program";
import { type Address, isAddressEqual, toHex } from "viem";
import type { Program } from "../chain/useProgram";
import { amountIn } from "./amountIn";
import type { ReadKeyNumbers } from "./compareNodes";
import type { KeyNumber } from "./KeyNumber";

/**
 * What two nodes have to say alike of a program: its terms' hash, what it remembers of its history, what it has and owes in each currency; and
 * of a party what it can claim, with its standing lines.
 */
export function readProgramNumbers(program: Program, party?: Address): ReadKeyNumbers {
  return async (client, blockNumber) => {
    const contract = { address: program.address, abi: programAbi, blockNumber } as const;
    const [termsHash, history, solvency] = await Promise.all([
      client.readContract({ ...contract, functionName: "termsHash" }),
      client.readContract({ ...contract, functionName: "history" }),
      client.readContract({ ...contract, functionName: "solvency" }),
    ]);
    const totals = program.currencies.flatMap((currency): KeyNumber[] => {
      const own = solvency.find((one) => isAddressEqual(one.currency, currency.address));
      const { symbol } = currency;
      if (own === undefined) return [];
      return [
        { what: `Held by the program in ${symbol}`, value: amountIn(currency, own.balance) },
        { what: `Owed by the program in ${symbol}`, value: amountIn(currency, own.owed) },
      ];
    });
    const claims = program.currencies.map(async (currency): Promise<KeyNumber[]> => {
      if (party === undefined) return [];
      const { claimable } = await client.readContract({
        ...{ ...contract, functionName: "account", args: [party, currency.address] },
      });
      const what = `Claimable in ${currency.symbol}`;
      return [{ what, value: amountIn(currency, claimable) }];
    });
    const lines = linesOf(program, party).flatMap(({ name, index }) =>
      program.currencies.map(async (currency): Promise<KeyNumber> => {
        const [, locked] = await client.readContract({
          ...{ ...contract, functionName: "lineEarnings", args: [BigInt(index), currency.address] },
        });
        const what = `Locked in line “${printableName(name)}” in ${currency.symbol}`;
        return { what, value: amountIn(currency, locked) };
      }),
    );
    return [
      { what: "Hash of the terms", value: termsHash },
      { what: "History", value: toHex(history) },
      ...totals,
      ...(await Promise.all(claims)).flat(),
      ...(await Promise.all(lines)),
    ];
  };
}

function linesOf({ terms }: Program, party: Address | undefined) {
  return terms.standing
    .map(({ name, holder }, index) => ({ name, holder, index }))
    .filter(({ holder }) => party !== undefined && isAddressEqual(holder, party));
}
