import { type Address, getAddress, isAddress, parseUnits, zeroAddress } from "viem";
import type { JsonMistake } from "../json/JsonMistake.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { MICRO_DECIMALS } from "../text/formatMicro.ts";
import { listOf } from "../text/listOf.ts";
import { parseDuration } from "../text/parseDuration.ts";
import { parsePercentage } from "../text/parsePercentage.ts";
import { parseTime, TIME_FORMAT } from "../text/parseTime.ts";

const LEAST_PERIOD = 3_600;
const MOST_PERIOD = 2 ** 32 - 1;
const DAY = 86_400;
const MOST_DAYS = 255;

/** Reads values of a terms file and notes each mistake, so that all are told at once. */
export class TermsReader {
  readonly mistakes: JsonMistake[] = [];

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

  /** An amount above 0 in millionths of its currency. */
  amount(path: string, text: string): bigint {
    const amount = parseUnits(text, MICRO_DECIMALS);
    if (amount === 0n) this.note(path, `"${text}"`, "an amount above 0");
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
      this.note(path, `"${text}"`, 'from "1h" to "49710d"');
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
