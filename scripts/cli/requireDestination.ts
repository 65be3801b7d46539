import { type Address, zeroAddress } from "viem";
import { TributaryError } from "../../core/TributaryError.ts";
import { joinWords } from "../../core/text/joinWords.ts";
import type { Program } from "../chain/openProgram.ts";
import { requireAddress } from "./requireAddress.ts";

/** Where money is to go: refuses what would swallow it. */
export function requireDestination(program: Program, text: string | undefined): Address {
  const to = requireAddress("to", text);
  const what = careless(program, to);
  if (what === undefined) return to;
  throw new TributaryError(`${to} is ${what}: what is paid there is lost.`, {
    allowed: "the address of a wallet, a Safe or an exchange's account that is yours",
    todo: "Give that with --to.",
  });
}

function careless({ address, currencies }: Program, to: Address): string | undefined {
  if (to === zeroAddress) return "nobody's address";
  if (to === address) return "the program itself";
  const symbols = currencies.filter((one) => one.address === to).map(({ symbol }) => symbol);
  return symbols.length === 0 ? undefined : `the address of ${joinWords(symbols)}`;
}
