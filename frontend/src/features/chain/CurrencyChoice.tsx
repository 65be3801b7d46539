import type { Currency } from "@core/currency/Currency";
import type { ReactElement } from "react";
import { Choice } from "../../components/Choice";

interface Props {
  label: string;
  currencies: readonly Currency[];
  chosen: Currency;
  onChoose: (currency: Currency) => void;
}

/** One of a program's currencies; nothing to choose where it has one only. */
export function CurrencyChoice({
  label,
  currencies,
  chosen,
  onChoose,
}: Props): ReactElement | null {
  if (currencies.length < 2) return null;
  return (
    <Choice
      label={label}
      onChoose={(value) => {
        const currency = currencies.find(({ address }) => address === value);
        if (currency !== undefined) onChoose(currency);
      }}
      options={currencies.map(({ address, symbol }) => ({ value: address, label: symbol }))}
      value={chosen.address}
    />
  );
}
