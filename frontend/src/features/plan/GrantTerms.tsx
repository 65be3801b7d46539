import { formatPercentage } from "@core/text/formatPercentage";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { zeroHash } from "viem";
import { Fact } from "../../components/Fact";
import { HexText } from "../../components/HexText";
import { keepUnits } from "../../lib/text/keepUnits";
import { roughSpan } from "../../lib/text/roughSpan";
import type { GrantCardProps, MaybePast } from "./HolderCardProps";
import type { LiveGrant } from "./useGrants";
import type { PlanPast } from "./usePlanPast";

/** What a grant promises. */
export function GrantTerms({
  grant,
  past,
}: Pick<GrantCardProps, "grant"> & MaybePast): ReactElement {
  const agreement = past && agreementOf(grant, past);
  return (
    <dl className="grid gap-x-10 gap-y-5 text-sm sm:grid-cols-2 lg:grid-cols-3">
      {termsOf(grant).map(([term, says]) => (
        <Fact key={term} term={term}>
          {says}
        </Fact>
      ))}
      {agreement !== undefined && (
        <Fact hint="the hash of what was agreed" term="Agreement">
          <HexText hex={agreement} href={undefined} what="hash" />
        </Fact>
      )}
    </dl>
  );
}

function termsOf(grant: LiveGrant): readonly (readonly [term: string, says: string])[] {
  const { start, cliff, length, step, shift, single, double, withholding } = grant;
  const rate = (ppm: number): string => keepUnits(formatPercentage(ppm));
  const steps = step > 1 ? `, in steps of ${roughSpan(step)}` : "";
  return [
    ["Vests", length === 0 ? "at its start" : `over ${roughSpan(length)}${steps}`],
    ["Since", formatTime(start)],
    ["Cliff", cliff === 0 ? "none" : roughSpan(cliff)],
    ...(shift === 0 ? [] : [["Paused in all", roughSpan(shift)] as const]),
    [
      "At an exit",
      single === 0 ? "nothing vests early" : `${rate(single)} of what is not vested vests`,
    ],
    [
      "Dismissed around an exit",
      double === 0 ? "nothing more" : `${rate(double)} of the rest vests`,
    ],
    ["Withheld for tax", withholding === 0 ? "nothing" : `${rate(withholding)} of each payment`],
  ];
}

/** Told as it was granted; the plan keeps no more than the event. */
function agreementOf({ id }: LiveGrant, { history }: PlanPast) {
  for (const { event } of history.events) {
    if (event.eventName !== "Granted" || event.args.id !== id) continue;
    const { agreement } = event.args.terms;
    return agreement === zeroHash ? undefined : agreement;
  }
  return undefined;
}
