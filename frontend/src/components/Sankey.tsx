import { type ReactElement, useMemo } from "react";
import { type PlacedNode, type SankeyLink, type SankeyNode, sankeyLayout } from "./sankeyLayout";
import { useWidth } from "./useWidth";

const NARROW = 640;
const LABEL_GAP = 8;

interface Props {
  /** What the chart shows, in words; a table must say the same in full. */
  label: string;
  nodes: readonly SankeyNode[];
  links: readonly SankeyLink[];
}

/** A chart of amounts on their way from column to column. On phones it leaves out the last column. */
export function Sankey({ label, nodes, links }: Props): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>();
  const isNarrow = width < NARROW;
  const chart = useMemo(() => {
    if (width === 0) return undefined;
    const last = Math.max(...nodes.map(({ column }) => column));
    const shown = isNarrow ? nodes.filter(({ column }) => column < last) : nodes;
    const ids = new Set(shown.map(({ id }) => id));
    return sankeyLayout(
      shown,
      links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      width,
    );
  }, [nodes, links, width, isNarrow]);

  return (
    <div className="min-h-72" ref={ref}>
      {chart !== undefined && (
        <svg
          aria-label={label}
          className="block w-full overflow-visible"
          height={chart.height}
          role="img"
          viewBox={`0 0 ${width} ${chart.height}`}
        >
          <g fill="none">
            {chart.links.map((link) => (
              <path
                className="stroke-accent opacity-20 transition-opacity hover:opacity-45"
                d={link.path}
                key={`${link.from}>${link.to}`}
                strokeWidth={link.thickness}
              >
                <title>{link.title}</title>
              </path>
            ))}
          </g>
          {chart.nodes.map((node) => (
            <Node isNarrow={isNarrow} key={node.id} node={node} chartWidth={width} />
          ))}
        </svg>
      )}
    </div>
  );
}

interface NodeProps {
  node: PlacedNode;
  chartWidth: number;
  isNarrow: boolean;
}

function Node({ node, chartWidth, isNarrow }: NodeProps): ReactElement {
  const isRight = node.x > chartWidth * 0.6;
  const x = isRight ? node.x - LABEL_GAP : node.x + node.width + LABEL_GAP;
  const middle = node.y + node.height / 2;
  const longest = isNarrow ? 15 : 24;
  const name = node.name.length > longest ? `${node.name.slice(0, longest - 1)}…` : node.name;
  // In a narrow chart the middle column has no room beside it.
  const hasLabel = !isNarrow || isRight || node.x === 0;
  return (
    <g>
      <rect
        className="fill-accent"
        height={node.height}
        rx="2"
        width={node.width}
        x={node.x}
        y={node.y}
      >
        <title>{`${node.name}: ${node.amount}`}</title>
      </rect>
      {hasLabel && (
        <text
          className="pointer-events-none fill-ink stroke-surface text-[0.8125rem] [paint-order:stroke]"
          strokeLinejoin="round"
          strokeWidth="4"
          textAnchor={isRight ? "end" : "start"}
        >
          <tspan className="font-semibold" x={x} y={middle - 3}>
            {name}
          </tspan>
          <tspan className="fill-muted text-xs tabular-nums" x={x} y={middle + 13}>
            {node.amount}
          </tspan>
        </text>
      )}
    </g>
  );
}
