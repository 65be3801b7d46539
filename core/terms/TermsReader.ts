import { type Address, getAddress, isAddress, parseUnits, zeroAddress } from "viem";
import type { Amounts } from "../deal/amountOf.ts";
import type { JsonMistake } from "../json/JsonMistake.ts";
import { counted } from "../text/counted.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { MICRO_DECIMALS } from "../text/formatMicro.ts";
import { listOf } from "../text/listOf.ts";
import { parseDuration } from "../text/parseDuration.ts";
import { parsePercentage } from "../text/parsePercentage.ts";
import { parseTime, TIME_FORMAT } from "../text/parseTime.ts";
import type { AmountsOfFile } from "./TermsFile.ts";

const LEAST_PERIOD = 86_400;
const MOST_PERIOD = 2 ** 32 - 1;
const DAY = 86_400;
const MOST_DAYS = 255;

/** The most that the terms hold of one amount. */
const MOST = 2n ** 96n - 1n;

/** A currency of a terms file, and how many decimals its amounts have. */
export interface FileCurrency {
  readonly symbol: string;
  readonly decimals: number;
}

/** Reads values of a terms file and notes each mistake, so that all are told at once. */
export class TermsReader {
  readonly mistakes: JsonMistake[] = [];
  readonly #currencies: readonly FileCurrency[];

  /** @param currencies In the order of the file. */
  constructor(currencies: readonly FileCurrency[]) {
    this.#currencies = currencies;
  }

  note(path: string, found: string, allowed: string): void {
    this.mistakes.push({ path, found, allowed });
  }

  /** A name that there is not, with those that there are and the one that was probably meant. */
  unknown(
    path: string,
    what: string,
    name: string,
    { names, allowed = listOf(names) }: { names: readonly string[]; allowed?: string },
  ): void {
    const near = didYouMean(name, names);
    // One name alone is told once.
    const isOne = near !== "" && names.length === 1 && allowed === listOf(names);
    const told = isOne ? `the only ${what} that there is` : allowed;
    this.note(path, `the unknown ${what} "${name}"`, `${told}${near}`);
  }

  percentage(path: string, text: string): number {
    const ppm = parsePercentage(text);
    if (ppm !== undefined) return ppm;
    const places = /\.(\d*?)0*%$/.exec(text)?.[1]?.length ?? 0;
    if (places > 4) {
      this.note(
        path,
        `"${text}"`,
        "at most four decimals, so that it is a whole number of parts per million",
      );
    } else {
      this.note(path, `"${text}"`, 'a percentage from "0%" to "100%"');
    }
    return 0;
  }

  percentages(path: string, texts: readonly string[]): number[] {
    return texts.map((text, index) => this.percentage(`${path}[${index}]`, text));
  }

  /** A multiple above 0, in millionths. */
  multiple(path: string, text: string): bigint {
    const multiple = parseUnits(text, MICRO_DECIMALS);
    if (multiple === 0n) this.note(path, `"${text}"`, "a number above 0");
    return multiple;
  }

  /** An amount for each currency by its place, ETH's first; 0 in one that is not named. None at all where there is no value. */
  amounts(path: string, value: AmountsOfFile | undefined): Amounts {
    if (value === undefined) return [];
    const named = typeof value === "string" ? this.#bare(path, value) : value;
    const symbols = this.#currencies.map(({ symbol }) => symbol);
    for (const symbol of Object.keys(named)) {
      if (symbols.includes(symbol)) continue;
      this.unknown(`${path}.${symbol}`, "currency", symbol, { names: symbols });
    }
    const read = (currency: FileCurrency | undefined): bigint => {
      const text = currency && named[currency.symbol];
      if (currency === undefined || text === undefined) return 0n;
      const place = typeof value === "string" ? path : `${path}.${currency.symbol}`;
      return this.#amount(place, text, currency);
    };
    const ether = this.#currencies.find(({ symbol }) => symbol === "ETH");
    const tokens = this.#currencies.filter((currency) => currency !== ether);
    return [ether, ...tokens].map(read);
  }

  /** The same of a limit: a currency that it does not name would have none. */
  limits(path: string, value: AmountsOfFile | undefined): Amounts {
    const missing = this.#currencies.filter(({ symbol }) => {
      return typeof value === "object" && value[symbol] === undefined;
    });
    for (const { symbol } of missing)
      this.note(path, `no limit for ${symbol}`, "one for each currency");
    return this.amounts(path, value);
  }

  /** One amount stands for the only currency. */
  #bare(path: string, text: string): Readonly<Record<string, string>> {
    const [first, ...others] = this.#currencies;
    if (first === undefined) return {};
    if (others.length > 0) {
      const count = this.#currencies.length;
      const example = this.#currencies.map(({ symbol }) => `"${symbol}": "…"`);
      this.note(
        path,
        `one amount for ${count} currencies`,
        `one for each, { ${example.join(", ")} }`,
      );
      return {};
    }
    return { [first.symbol]: text };
  }

  #amount(path: string, text: string, { symbol, decimals }: FileCurrency): bigint {
    const places = /\.(\d*?)0*$/.exec(text)?.[1]?.length ?? 0;
    const amount = parseUnits(text, decimals);
    if (places > decimals) {
      this.note(path, `"${text}"`, `at most ${counted(decimals, "decimal")}, as ${symbol} has`);
    } else if (amount === 0n) this.note(path, `"${text}"`, "an amount above 0");
    else if (amount > MOST)
      this.note(path, `"${text}"`, `less than 2^96 of ${symbol}'s smallest unit`);
    return amount;
  }

  time(path: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    const seconds = parseTime(text);
    if (seconds === undefined) this.note(path, `"${text}"`, TIME_FORMAT);
    return seconds;
  }

  period(path: string, text: string): number {
    const seconds = parseDuration(text) ?? 0;
    if (seconds < LEAST_PERIOD || seconds > MOST_PERIOD) {
      this.note(path, `"${text}"`, 'from "1d" to "49710d"');
    }
    return seconds;
  }

  /** Whole days. */
  days(path: string, text: string): number {
    const days = (parseDuration(text) ?? 0) / DAY;
    if (!Number.isInteger(days) || days > MOST_DAYS) {
      this.note(path, `"${text}"`, `whole days from "1d" to "${MOST_DAYS}d"`);
    }
    return days;
  }

  address(path: string, text: string | undefined): Address | undefined {
    if (text === undefined) return undefined;
    if (!isAddress(text)) {
      this.note(
        path,
        text,
        "an address whose capital letters match its checksum, or one in lower case",
      );
      return undefined;
    }
    if (text === zeroAddress) this.note(path, "the zero address", "an address that someone holds");
    return getAddress(text);
  }
}
