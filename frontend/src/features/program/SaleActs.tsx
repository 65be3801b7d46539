import type { ReactElement } from "react";
import { useEver } from "../../components/useEver";
import { canDecide } from "./canDecide";
import { canDispute } from "./canDispute";
import { DecideSale } from "./DecideSale";
import { DisputeSale } from "./DisputeSale";
import type { SaleActsProps } from "./SaleActsProps";

/** What partners and the arbiter can do about a sale; nothing where neither can do anything. */
export function SaleActs(props: SaleActsProps): ReactElement | null {
  const isDisputable = useEver(canDispute(props));
  const isOpen = useEver(canDecide(props));
  if (!isDisputable && !isOpen) return null;
  return (
    <div className="flex flex-col gap-6 border-t border-line pt-5">
      {isOpen && <DecideSale {...props} />}
      {isDisputable && <DisputeSale {...props} />}
    </div>
  );
}
