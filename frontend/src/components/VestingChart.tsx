import { scaleLinear, scaleUtc } from "d3-scale";
import { type ReactElement, useId } from "react";
import { type PlacedMark, placeMarks } from "./placeMarks";
import { useWidth } from "./useWidth";

/** A corner of a curve: seconds, and a part of all from 0 to 1. */
interface CurveCorner {
  readonly time: number;
  readonly part: number;
}

interface Props {
  /** What the chart shows, in words; a table must say the same in full. */
  label: string;
  /** What the top line stands for. */
  highest: string;
  corners: readonly CurveCorner[];
  now: CurveCorner;
  /** Times with a word, the most important first; today is not among them. */
  marks: readonly { readonly time: number; readonly label: string }[];
  pauses: readonly { readonly from: number; readonly until: number }[];
}

const DAY = 86_400;
const PLOT = 184;
const BOTTOM = 24;
const ROW = 16;
const HEAD = 24;
const TICK_ROOM = 92;
const MONTH = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** How something grows by time: solid what has been, dashed what is to come, hatched where the clock stands still. */
export function VestingChart(props: Props): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div className="min-h-64" ref={ref}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  );
}

function Drawing({ width, label, highest, corners, now, ...rest }: Props & { width: number }) {
  const hatch = useId();
  const first = Math.min(corners[0]?.time ?? now.time, now.time);
  const last = Math.max(corners.at(-1)?.time ?? now.time, now.time, first + DAY);
  const time = scaleUtc()
    .domain([first * 1_000, last * 1_000])
    .range([1, width - 1]);
  const x = (seconds: number): number => time(seconds * 1_000);
  const words = [{ time: now.time, label: "today" }, ...rest.marks];
  const marks = placeMarks(
    words.map((mark) => ({ at: x(mark.time), label: mark.label })),
    width,
  );
  const top = HEAD + ROW * (Math.max(...marks.map(({ row }) => row)) + 1);
  const y = scaleLinear()
    .domain([0, 1])
    .range([top + PLOT, top]);
  const pointsOf = (some: readonly CurveCorner[]): string =>
    some.map((corner) => `${x(corner.time).toFixed(1)},${y(corner.part).toFixed(1)}`).join(" ");
  const past = [...corners.filter((corner) => corner.time <= now.time), now];
  const future = [now, ...corners.filter((corner) => corner.time > now.time)];
  const height = top + PLOT + BOTTOM;
  return (
    <svg
      aria-label={label}
      className="block w-full overflow-visible"
      height={height}
      role="img"
      viewBox={`0 0 ${width} ${height}`}
    >
      <Hatch id={hatch} />
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <line className="stroke-line" key={part} x1={0} x2={width} y1={y(part)} y2={y(part)} />
      ))}
      {rest.pauses.map(({ from, until }) => (
        <rect
          fill={`url(#${hatch})`}
          height={PLOT}
          key={from}
          width={Math.max(x(until) - x(from), 2)}
          x={x(from)}
          y={top}
        />
      ))}
      <polygon
        className="fill-accent opacity-15"
        points={`${x(first)},${y(0)} ${pointsOf(past)} ${x(now.time)},${y(0)}`}
      />
      <polyline
        className="fill-none stroke-accent"
        points={pointsOf(future)}
        strokeDasharray="5 5"
        strokeLinejoin="round"
        strokeWidth="2"
      />
      <polyline
        className="fill-none stroke-accent"
        points={pointsOf(past)}
        strokeLinejoin="round"
        strokeWidth="2.5"
      />
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two marks may be alike
        <Mark bottom={top + PLOT} isNow={index === 0} key={index} mark={mark} top={top - HEAD} />
      ))}
      <text
        className="fill-muted stroke-surface text-[0.6875rem] tabular-nums [paint-order:stroke]"
        strokeLinejoin="round"
        strokeWidth="4"
        x={0}
        y={top - 6}
      >
        {highest}
      </text>
      <circle
        className="fill-accent stroke-surface"
        cx={x(now.time)}
        cy={y(now.part)}
        r="5"
        strokeWidth="2"
      />
      {time.ticks(Math.max(2, Math.floor(width / TICK_ROOM))).map((tick) => (
        <Tick
          at={time(tick)}
          key={tick.getTime()}
          text={MONTH.format(tick)}
          width={width}
          y={height - 6}
        />
      ))}
    </svg>
  );
}

function Hatch({ id }: { id: string }): ReactElement {
  return (
    <defs>
      <pattern
        height="7"
        id={id}
        patternTransform="rotate(45)"
        patternUnits="userSpaceOnUse"
        width="7"
      >
        <rect className="fill-edge opacity-50" height="7" width="2" />
      </pattern>
    </defs>
  );
}

interface MarkProps {
  mark: PlacedMark;
  isNow: boolean;
  top: number;
  bottom: number;
}

function Mark({ mark, isNow, top, bottom }: MarkProps): ReactElement {
  const y = top - ROW * mark.row;
  const aside = mark.anchor === "start" ? 4 : -4;
  return (
    <g>
      <line
        className={isNow ? "stroke-ink" : "stroke-edge"}
        strokeDasharray={isNow ? undefined : "2 3"}
        x1={mark.at}
        x2={mark.at}
        y1={y - 10}
        y2={bottom}
      />
      <text
        className={`text-[0.6875rem] ${isNow ? "fill-ink font-semibold" : "fill-muted"}`}
        textAnchor={mark.anchor}
        x={mark.at + aside}
        y={y}
      >
        {mark.label}
      </text>
    </g>
  );
}

interface TickProps {
  at: number;
  text: string;
  width: number;
  y: number;
}

/** None where it would be cut off. */
function Tick({ at, text, width, y }: TickProps): ReactElement | null {
  const half = 28;
  if (at < half || at > width - half) return null;
  return (
    <text className="fill-muted text-[0.6875rem] tabular-nums" textAnchor="middle" x={at} y={y}>
      {text}
    </text>
  );
}
