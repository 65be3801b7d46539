import { groupDigits } from "@core/text/groupDigits";
import type { ReactElement } from "react";

/** A number of units: whole, grouped, in tabular figures; its exact value in the document. */
export function Units({ units }: { units: bigint }): ReactElement {
  return (
    <data className="whitespace-nowrap tabular-nums" value={units.toString()}>
      {groupDigits(units.toString())}
    </data>
  );
}
