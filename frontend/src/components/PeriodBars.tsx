import { scaleBand } from "d3-scale";
import type { ReactElement } from "react";
import { useWidth } from "./useWidth";

interface PeriodBar {
  readonly key: string;
  readonly label: string;
  /** The height as a part of the highest bar's; the words say the amount. */
  readonly weight: number;
  readonly title: string;
  /** Drawn hatched: not final yet. */
  readonly isOpen: boolean;
}

const HEIGHT = 200;
const BOTTOM = 24;
const TOP = 22;

interface Props {
  label: string;
  /** What the highest bar stands for. */
  highest: string;
  bars: readonly PeriodBar[];
}

/** Amounts per period as bars. A table must say the same in full. */
export function PeriodBars({ label, highest, bars }: Props): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>();
  const x = scaleBand<string>()
    .domain(bars.map(({ key }) => key))
    .range([0, Math.max(width, 1)])
    .padding(0.3);
  const y = (part: number): number => TOP + (1 - part) * (HEIGHT - BOTTOM - TOP);
  const bandwidth = Math.min(x.bandwidth(), 56);
  const every = Math.ceil(bars.length / Math.max(1, Math.floor(width / 48)));
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg
          aria-label={label}
          className="block w-full"
          height={HEIGHT}
          role="img"
          viewBox={`0 0 ${width} ${HEIGHT}`}
        >
          <defs>
            <pattern
              height="6"
              id="open-period"
              patternTransform="rotate(45)"
              patternUnits="userSpaceOnUse"
              width="6"
            >
              <rect className="fill-accent-soft" height="6" width="6" />
              <rect className="fill-accent" height="6" width="2.5" />
            </pattern>
          </defs>
          <text className="fill-muted text-[0.6875rem] tabular-nums" x={0} y={TOP - 8}>
            {highest}
          </text>
          {[0, 0.5, 1].map((part) => (
            <line className="stroke-line" key={part} x1={0} x2={width} y1={y(part)} y2={y(part)} />
          ))}
          {bars.map((bar, index) => {
            const left = (x(bar.key) ?? 0) + (x.bandwidth() - bandwidth) / 2;
            return (
              <g key={bar.key}>
                <rect
                  className={bar.isOpen ? "" : "fill-accent"}
                  height={HEIGHT - BOTTOM - y(bar.weight)}
                  rx="2"
                  width={bandwidth}
                  x={left}
                  y={y(bar.weight)}
                  {...(bar.isOpen && { fill: "url(#open-period)" })}
                >
                  <title>{bar.title}</title>
                </rect>
                {index % every === 0 && (
                  <text
                    className="fill-muted text-[0.6875rem] tabular-nums"
                    textAnchor="middle"
                    x={left + bandwidth / 2}
                    y={HEIGHT - 6}
                  >
                    {bar.label}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
