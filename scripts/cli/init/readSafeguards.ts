import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { AmountsOfFile, TermsFile } from "../../../core/terms/TermsFile.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import { parseAmount } from "../../../core/text/parseAmount.ts";
import { readAddress } from "./readAddress.ts";

type Safeguard = "guardian" | "standby" | "postingLimit";

/** What bounds the harm of a stolen key, as a terms file has it. */
export type Safeguards = Pick<TermsFile, Safeguard>;

/** Asks for one of them, with the answer where none is given. */
type Ask = <Answer>(
  option: Safeguard,
  asks: string,
  read: (text: string) => Answer,
  fallback: string,
) => Promise<Answer>;

/** Typed where one is left out. */
const NONE = "none";

/** Asks for the safeguards of a deal, each of which may be left out; the limit is the example's own by default, where that fits. */
export async function readSafeguards(
  ask: Ask,
  example: TermsFile,
  currencies: readonly string[],
): Promise<Safeguards> {
  const guardian = await ask(
    "guardian",
    "Who cancels what a thief of another key proposes, and has no power over money (guardian): an address, best a Safe or the partners' multisig",
    orNone(readAddress),
    NONE,
  );
  const standby = await ask(
    "standby",
    "Who takes the attributor's place at once where its key is lost or stolen (standby): an address",
    orNone(readAddress),
    NONE,
  );
  const postingLimit = await ask(
    "postingLimit",
    `The most that is posted in one period, and so the most that a stolen attributor can give away in it (postingLimit), such as ${exampleOf(currencies)}`,
    orNone((text) => readLimit(text, currencies)),
    fallbackOf(example, currencies),
  );
  return {
    ...(guardian !== undefined && { guardian }),
    ...(standby !== undefined && { standby }),
    ...(postingLimit !== undefined && { postingLimit }),
  };
}

function orNone<Answer>(read: (text: string) => Answer): (text: string) => Answer | undefined {
  return (text) => (text === NONE || text === "" ? undefined : read(text));
}

/** `10000`, or `USDC=10000;ETH=2` where there are several currencies: a limit that forgets one is none. */
function readLimit(text: string, currencies: readonly string[]): AmountsOfFile {
  const [only] = currencies;
  if (only !== undefined && currencies.length === 1 && !text.includes("=")) {
    return readAmount(text, only);
  }
  const pairs = text.split(";").map((pair) => pair.split("=").map((part) => part.trim()));
  const amounts = new Map(pairs.map(([symbol = "", amount = ""]) => [symbol, amount]));
  const isEach = currencies.every((symbol) => amounts.has(symbol));
  if (isEach && amounts.size === currencies.length) {
    return Object.fromEntries(
      currencies.map((symbol) => [symbol, readAmount(amounts.get(symbol) ?? "", symbol)]),
    );
  }
  throw new TributaryError(`"${text}" is no limit in each currency.`, {
    allowed: `an amount of ${joinWords(currencies)}, such as ${exampleOf(currencies)}, or "${NONE}"`,
  });
}

function readAmount(text: string, symbol: string): string {
  const parsed = parseAmount(text, symbol, decimalsOf(symbol));
  if ("amount" in parsed) return text;
  throw new TributaryError(`The limit in ${symbol} is no amount.`, parsed);
}

function exampleOf(currencies: readonly string[]): string {
  if (currencies.length === 1) return "10000";
  return currencies.map((symbol) => `${symbol}=10000`).join(";");
}

function fallbackOf({ postingLimit }: TermsFile, currencies: readonly string[]): string {
  return typeof postingLimit === "string" && currencies.length === 1 ? postingLimit : NONE;
}
