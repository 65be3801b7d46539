import { printableName } from "@core/text/printableName";
import type { ReactElement } from "react";
import { Name } from "../../components/Name";
import { useEver } from "../../components/useEver";
import { BuyoutActs } from "./BuyoutActs";
import type { LineActsProps } from "./LineActsProps";
import { PayArrears } from "./PayArrears";

/** What can be done with a standing line now; nothing where nothing can. */
export function LineActs(props: LineActsProps): ReactElement | null {
  const { program, line, standing } = props;
  const isOpen = standing.price > 0n || standing.arrears > 0n;
  if (!useEver(isOpen)) return null;
  const name = program.terms.standing[line]?.name ?? `line ${line}`;
  return (
    <section
      aria-label={printableName(name)}
      className="flex flex-col gap-4 border-t border-line pt-6"
    >
      <h3 className="text-sm font-semibold">
        Line <Name text={name} />
      </h3>
      <BuyoutActs {...props} />
      <PayArrears {...props} />
    </section>
  );
}
