import type { ReactElement } from "react";
import { useEver } from "../../components/useEver";
import { useIsOperating } from "../chain/useIsOperating";
import { canDecide } from "./canDecide";
import { canDispute } from "./canDispute";
import { canRefund } from "./canRefund";
import { DecideSale } from "./DecideSale";
import { DisputeSale } from "./DisputeSale";
import { RefundSale } from "./RefundSale";
import type { SaleActsProps } from "./SaleActsProps";

/** What partners, the arbiter and the operator can do about a sale; nothing where none can do anything. */
export function SaleActs(props: SaleActsProps): ReactElement | null {
  const isDisputable = useEver(canDispute(props));
  const isOpen = useEver(canDecide(props));
  const isOperating = useIsOperating(props.card);
  const isRefundable = useEver(isOperating && canRefund(props));
  if (!isDisputable && !isOpen && !isRefundable) return null;
  return (
    <div className="flex flex-col gap-6 border-t border-line pt-5">
      {isOpen && <DecideSale {...props} />}
      {isDisputable && <DisputeSale {...props} />}
      {isRefundable && <RefundSale {...props} />}
    </div>
  );
}
