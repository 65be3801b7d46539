import { type Address, zeroAddress } from "viem";
import type { Currency } from "../../core/currency/Currency.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { joinWords } from "../../core/text/joinWords.ts";
import { requireAddress } from "./requireAddress.ts";

/** Where money is to go: refuses what would swallow it. */
export function requireDestination(
  from: Payer,
  text: string | undefined,
  what: "program" | "plan" = "program",
): Address {
  const to = requireAddress("to", text);
  const mistake = careless(from, to, what);
  if (mistake === undefined) return to;
  throw new TributaryError(`${to} is ${mistake}: what is paid there is lost.`, {
    allowed: "the address of a wallet, a Safe or an exchange's account that is yours",
    todo: "Give that with --to.",
  });
}

/** What pays: a program or a plan. */
interface Payer {
  readonly address: Address;
  readonly currencies: readonly Currency[];
}

function careless({ address, currencies }: Payer, to: Address, what: string): string | undefined {
  if (to === zeroAddress) return "nobody's address";
  if (to === address) return `the ${what} itself`;
  const symbols = currencies.filter((one) => one.address === to).map(({ symbol }) => symbol);
  return symbols.length === 0 ? undefined : `the address of ${joinWords(symbols)}`;
}
