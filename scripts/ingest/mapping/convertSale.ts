import { formatUnits } from "viem";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { findRate } from "../../files/rates/findRate.ts";
import { formatFiatRate } from "../../files/rates/formatFiatRate.ts";
import { RATE_DECIMALS } from "../../files/rates/readRates.ts";
import type { Conversion } from "../facts/Conversion.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { currencyRuleOf } from "./currencyRuleOf.ts";
import type { CurrencyRule, Mapping } from "./Mapping.ts";

/** A sale in the program's currency: under another name, converted, or with the reason why it is neither. */
export function convertSale(sale: SaleFact, mapping: Mapping): SaleFact {
  const rule = currencyRuleOf(mapping, sale.currency);
  if (typeof rule === "string") return { ...sale, currency: rule };
  if (rule === undefined) {
    if (isNamed(sale, mapping)) return sale;
    const unconverted = `the mapping does not say which currency of the program ${sale.currency} is; name it among its "currencies"`;
    return { ...sale, unconverted };
  }
  const conversion =
    rule.by === "rates" ? byRates(sale, rule, mapping) : byExport(sale, rule, mapping);
  return typeof conversion === "string"
    ? { ...sale, unconverted: conversion }
    : { ...sale, conversion };
}

/** A sales file has the program's names already. */
function isNamed({ source, currency }: SaleFact, { currencies }: Mapping): boolean {
  if (currencies === undefined || source === "file") return true;
  return Object.values(currencies).some(
    (rule) => (typeof rule === "string" ? rule : rule.to).toUpperCase() === currency.toUpperCase(),
  );
}

function byRates(
  { currency, decimals, occurredAt }: SaleFact,
  rule: CurrencyRule,
  { rates = new Map() }: Mapping,
): Conversion | string {
  const rate = findRate(rates, currency, occurredAt);
  if (rate === undefined)
    return `the rates have none of ${currency} on or before ${formatIsoTime(occurredAt)}; add a line with its date`;
  const own = rule.decimals ?? decimalsOf(rule.to);
  return {
    ...{ currency: rule.to, decimals: own },
    numerator: rate.rate * 10n ** BigInt(own),
    denominator: 10n ** BigInt(decimals + RATE_DECIMALS),
    how: `x ${formatFiatRate(rate)} by ${rate.file} of ${formatIsoTime(rate.time)}`,
  };
}

function byExport(
  { decimals, currency, converted, from }: SaleFact,
  rule: CurrencyRule,
  mapping: Mapping,
): Conversion | string {
  if (converted === undefined || converted.amount <= 0n || converted.of <= 0n)
    return `${from} does not tell what it made of ${currency} in another currency; give an export that does, or convert by rates`;
  if (currencyRuleOf(mapping, converted.currency) !== rule.to)
    return `${from} converted it to ${converted.currency}, which the mapping does not name as ${rule.to}`;
  const own = rule.decimals ?? decimalsOf(rule.to);
  const unit = 10n ** BigInt(converted.decimals);
  const [paid, made] = [
    formatUnits(converted.of, decimals),
    formatUnits(converted.amount, converted.decimals),
  ];
  return {
    ...{ currency: rule.to, decimals: own },
    numerator: converted.amount * 10n ** BigInt(own),
    denominator: converted.of * unit,
    fees: converted.fees === undefined ? undefined : (converted.fees * 10n ** BigInt(own)) / unit,
    how: `x ${made} / ${paid} by ${converted.column} of ${from}`,
  };
}
