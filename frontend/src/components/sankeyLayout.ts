import { sankey, sankeyJustify, sankeyLinkHorizontal } from "d3-sankey";

/** What is drawn: weights only set sizes, the words say the amounts. */
export interface SankeyNode {
  readonly id: string;
  readonly column: number;
  readonly name: string;
  readonly amount: string;
}

export interface SankeyLink {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly title: string;
}

export interface PlacedNode extends SankeyNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PlacedLink extends SankeyLink {
  readonly path: string;
  readonly thickness: number;
}

export interface SankeyChart {
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

const NODE_WIDTH = 10;
const ROOM_FOR_LABEL = 34;
const LEAST_HEIGHT = 300;
const MARGIN = 18;

/** Places nodes and links in a chart of this width. */
export function sankeyLayout(
  nodes: readonly SankeyNode[],
  links: readonly SankeyLink[],
  width: number,
): SankeyChart {
  const columns = new Map<number, number>();
  for (const { column } of nodes) columns.set(column, (columns.get(column) ?? 0) + 1);
  const tallest = Math.max(...columns.values());
  const height = Math.max(LEAST_HEIGHT, tallest * (ROOM_FOR_LABEL + 26));
  const layout = sankey<SankeyNode, SankeyLink>()
    .nodeId(({ id }) => id)
    .nodeAlign((node, count) => Math.min(node.column, count - 1) || sankeyJustify(node, count))
    .nodeWidth(NODE_WIDTH)
    .nodePadding(ROOM_FOR_LABEL)
    .extent([
      [0, MARGIN],
      [width, height - MARGIN],
    ]);
  const graph = layout({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map((link) => ({
      ...link,
      source: link.from,
      target: link.to,
      value: link.weight,
    })),
  });
  const pathOf = sankeyLinkHorizontal<SankeyNode, SankeyLink>();
  return {
    height,
    nodes: graph.nodes.map((node) => {
      const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
      return { ...node, x: x0, y: y0, width: x1 - x0, height: Math.max(y1 - y0, 1) };
    }),
    links: graph.links.map((link) => ({
      ...link,
      path: pathOf(link) ?? "",
      thickness: Math.max(link.width ?? 1, 1),
    })),
  };
}
