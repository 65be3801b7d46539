import { formatAmount } from "@core/text/formatAmount";
import type { ReactElement } from "react";

interface Props {
  amount: bigint;
  decimals: number;
  /** Leave out where the table's header names it. */
  symbol?: string;
}

/** An amount of money: tabular figures, its exact value on hover and in the document. */
export function Amount({ amount, decimals, symbol }: Props): ReactElement {
  const { text, exact } = formatAmount(amount, decimals);
  return (
    <data className="tabular-nums" title={exact} value={amount.toString()}>
      <span className="whitespace-nowrap">{text}</span>
      {symbol !== undefined && <span className="unit"> {symbol}</span>}
    </data>
  );
}
