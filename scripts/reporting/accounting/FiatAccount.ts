import type { Currency } from "../../../core/currency/Currency.ts";
import { roundedDiv } from "../../../core/money/roundedDiv.ts";
import type { Rates } from "../../files/rates/readRates.ts";
import type { Fiat } from "../reports/Fiat.ts";
import { inFiat } from "../reports/inFiat.ts";
import { rateAt } from "../reports/rateAt.ts";

/** Digits after the point in which amounts add up: those of a currency and of a rate together. */
const EXACT = 36;

/**
 * Counts amounts of currencies in fiat, each at the rate of its time. What has been told so far is always the exact sum, to the
 * nearest unit of the fiat, a half away from 0: no line is lost because it is small, and rounding never adds up.
 */
export class FiatAccount {
  readonly #fiat: Fiat;
  readonly #rates: Rates;
  /** The exact sum in 10^-36 of the fiat, and what was told of it in the fiat's smallest unit. */
  #sum = 0n;
  #told = 0n;

  constructor(fiat: Fiat, rates: Rates) {
    this.#fiat = fiat;
    this.#rates = rates;
  }

  /** What one more amount adds, in the fiat's smallest unit. */
  add(amount: bigint, currency: Currency, time: number): bigint {
    const rate = rateAt(this.#rates, currency, time);
    const exact = { ...this.#fiat, decimals: EXACT };
    const size = inFiat(amount < 0n ? -amount : amount, currency, rate, exact);
    this.#sum += amount < 0n ? -size : size;
    const before = this.#told;
    this.#told = this.#rounded();
    return this.#told - before;
  }

  #rounded(): bigint {
    const unit = 10n ** BigInt(EXACT - this.#fiat.decimals);
    return this.#sum < 0n ? -roundedDiv(-this.#sum, unit) : roundedDiv(this.#sum, unit);
  }
}
