import type { ReactElement } from "react";
import type { Address } from "viem";
import { planHref } from "../../lib/site/Route";
import { useKind } from "./useKind";

/** The way to a party's page where it is an equity plan; nothing where it is none. */
export function PlanLink({ address }: { address: Address }): ReactElement | null {
  const kind = useKind(address);
  if (kind.data !== "plan") return null;
  return (
    <a
      className="text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
      href={planHref(address)}
    >
      an equity plan
    </a>
  );
}
