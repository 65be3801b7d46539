import type { Currency } from "../../core/currency/Currency.ts";
import type { Program } from "./openProgram.ts";

/**
 * A program as a file names its currencies: where one of them no longer tells its symbol, and the file has one symbol that is no
 * other's, it is that one's.
 */
export function nameSilent(program: Program, symbols: Iterable<string>): Program {
  const { currencies } = program;
  const [nameless, ...others] = currencies.filter(({ symbol, address }) => symbol === address);
  const told = new Set(currencies.map(({ symbol }) => symbol));
  const [symbol, ...more] = [...new Set(symbols)].filter((one) => !told.has(one));
  if (nameless === undefined || symbol === undefined) return program;
  if (others.length > 0 || more.length > 0) return program;
  const name = (one: Currency) => (one === nameless ? { ...one, symbol } : one);
  return { ...program, currencies: currencies.map(name), silent: program.silent.map(name) };
}
