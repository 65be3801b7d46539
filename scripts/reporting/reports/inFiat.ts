import type { Currency } from "../../../core/currency/Currency.ts";
import { roundedDiv } from "../../../core/money/roundedDiv.ts";
import { RATE_DECIMALS, type Rate } from "../../files/rates/readRates.ts";
import type { Fiat } from "./Fiat.ts";

/** An amount in the fiat's smallest unit, to the nearest; a half goes up. */
export function inFiat(amount: bigint, { decimals }: Currency, { rate }: Rate, fiat: Fiat): bigint {
  return roundedDiv(
    amount * rate * 10n ** BigInt(fiat.decimals),
    10n ** BigInt(decimals + RATE_DECIMALS),
  );
}
