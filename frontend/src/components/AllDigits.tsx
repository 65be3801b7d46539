import { formatAmount } from "@core/text/formatAmount";
import type { ReactElement } from "react";

interface Props {
  amount: bigint;
  decimals: number;
}

/** An amount to the last unit, below a figure that leaves some digits out; nothing where it has them all. */
export function AllDigits({ amount, decimals }: Props): ReactElement | null {
  const { text, exact } = formatAmount(amount, decimals);
  if (!text.endsWith("…")) return null;
  return (
    <span className="block text-xs font-normal tracking-normal text-muted tabular-nums">
      exactly {exact}
    </span>
  );
}
