import type { Currency } from "../../core/currency/Currency.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import type { Program } from "../chain/openProgram.ts";
import { requireCurrency } from "./requireCurrency.ts";

/** The currency that is named, which has to answer: money goes into the program, or out of it. */
export function requireAnswering(program: Program, symbol: string | undefined): Currency {
  const currency = requireCurrency(program, symbol);
  if (!program.silent.includes(currency)) return currency;
  throw new TributaryError(
    `${currency.symbol} does not answer, so that nothing of it can be paid in or out.`,
    { todo: "Ask its issuer; once it answers again, run this again." },
  );
}
