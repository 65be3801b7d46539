import { type VestingCurve, vestingCurves } from "@core/ledger/plan/vestingCurves";
import { greater } from "@core/money/greater";
import { formatDate } from "@core/text/formatDate";
import { groupDigits } from "@core/text/groupDigits";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { weightOf } from "../../lib/charts/weightOf";
import type { GrantCardProps, WithPast } from "./HolderCardProps";
import type { LiveGrant } from "./useGrants";
import { VestingTable } from "./VestingTable";

const VestingChart = lazy(async () => {
  const { VestingChart: component } = await import("../../components/VestingChart");
  return { default: component };
});

const VIEWS = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

/** How a grant's units vested, and will as all stands now. */
export function Vesting({ plan, past, grant }: GrantCardProps & WithPast): ReactElement | null {
  const [view, setView] = useState<"chart" | "table">("chart");
  const { history } = past;
  const curve = useMemo(
    () =>
      vestingCurves(plan.settings, plan.currencies, history, new Set([grant.id])).find(
        ({ id }) => id === grant.id,
      ),
    [plan, history, grant.id],
  );
  if (curve === undefined) return null;
  return (
    <div>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h3 className="text-sm font-semibold">How the units vest</h3>
        <Choice label="Show as" onChoose={setView} options={VIEWS} value={view} />
      </div>
      {view === "chart" ? (
        <Curve curve={curve} grant={grant} now={history.time} />
      ) : (
        <VestingTable curve={curve} now={history.time} />
      )}
      <p className="mt-3 text-sm text-muted">{nextOf(curve, history.time)}</p>
    </div>
  );
}

interface CurveProps {
  curve: VestingCurve;
  grant: LiveGrant;
  now: number;
}

function Curve({ curve, grant, now }: CurveProps): ReactElement {
  const { pauses, ends, unitsAt } = curve;
  // Nothing comes after the end but that it is booked, which has happened.
  const points = curve.points.filter(({ time }) => time <= Math.max(ends, now));
  const most = points.reduce((highest, { units }) => greater(highest, units), unitsAt(now));
  const corner = ({ time, units }: (typeof points)[number]) => ({
    time,
    part: weightOf(units, most),
  });
  return (
    <Suspense fallback={<div className="h-64" />}>
      <VestingChart
        corners={points.map(corner)}
        highest={`${groupDigits(most.toString())} units`}
        label={summaryOf(curve, now)}
        marks={marksOf(curve, grant)}
        now={corner({ time: now, units: unitsAt(now) })}
        pauses={pauses}
      />
    </Suspense>
  );
}

function marksOf({ cliff, pauses }: VestingCurve, { leaving, leaveAt, left }: LiveGrant) {
  return [
    ...(cliff === undefined ? [] : [{ time: cliff, label: "cliff" }]),
    ...pauses.map(({ from }) => ({ time: from, label: "paused" })),
    ...(leaving === 0 ? [] : [{ time: leaveAt, label: left ? "left" : "leaves" }]),
  ];
}

/** The chart in words. */
function summaryOf(curve: VestingCurve, now: number): string {
  const { points, cliff, pauses, ends, unitsAt } = curve;
  const show = (units: bigint): string => groupDigits(units.toString());
  const first = points[0]?.time ?? now;
  return [
    `Vested units by time: ${show(unitsAt(now))} today, ${show(unitsAt(ends))} on ${formatDate(ends)}.`,
    `Vesting began on ${formatDate(first)}.`,
    ...(cliff === undefined ? [] : [`The cliff is on ${formatDate(cliff)}.`]),
    ...pauses.map(
      ({ from, until }) =>
        `The clock stands still from ${formatDate(from)} to ${formatDate(until)} at most.`,
    ),
    "The table shows all of it.",
  ].join(" ");
}

/** What comes next. */
function nextOf({ points, ends, unitsAt }: VestingCurve, now: number): string {
  const vested = unitsAt(now);
  const next = points.find(({ time, units }) => time > now && units > vested);
  if (next === undefined) return "Nothing more of it will vest as all stands now.";
  const more = groupDigits((next.units - vested).toString());
  const isLast = next.units === unitsAt(ends);
  if (isLast) return `${more} more will have vested on ${formatDate(ends)}, as all stands now.`;
  return `${more} more on ${formatDate(next.time)}, all on ${formatDate(ends)}, as all stands now.`;
}
