import { sum } from "@core/money/sum";
import type { FlowLink, FlowNode, MoneyFlow } from "./MoneyFlow";

/** Parties drawn by name; the others share one node. */
const MOST_PARTIES = 7;
const OTHERS = "party:others";

/** The chart while it is put together: sums per node and per pair of nodes. */
export class Flows {
  readonly #nodes = new Map<string, Omit<FlowNode, "amount">>();
  readonly #links = new Map<string, FlowLink>();

  addNode(node: Omit<FlowNode, "amount">): void {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
  }

  pass(from: string, to: string, amount: bigint): void {
    const key = `${from}>${to}`;
    this.#links.set(key, { from, to, amount: (this.#links.get(key)?.amount ?? 0n) + amount });
  }

  into(id: string): bigint {
    return sum([...this.#links.values()].filter(({ to }) => to === id).map(({ amount }) => amount));
  }

  outOf(id: string): bigint {
    const links = [...this.#links.values()].filter(({ from }) => from === id);
    return sum(links.map(({ amount }) => amount));
  }

  mergeSmallParties(): void {
    const parties = [...this.#nodes.values()].filter(({ stage }) => stage === "party");
    const sizes = new Map<string, bigint>();
    for (const { to, amount } of this.#links.values())
      sizes.set(to, (sizes.get(to) ?? 0n) + amount);
    const sizeOf = ({ id }: { readonly id: string }): bigint => sizes.get(id) ?? 0n;
    const bySize = parties.toSorted((a, b) => (sizeOf(a) < sizeOf(b) ? 1 : -1));
    const small = bySize.slice(MOST_PARTIES - 1);
    if (small.length < 2) return;
    this.addNode({ id: OTHERS, stage: "party", name: `${small.length} others` });
    const merged = new Set(small.map(({ id }) => id));
    for (const id of merged) this.#nodes.delete(id);
    for (const [key, link] of [...this.#links]) {
      if (!merged.has(link.to)) continue;
      this.#links.delete(key);
      this.pass(link.from, OTHERS, link.amount);
    }
  }

  drawn(): Pick<MoneyFlow, "nodes" | "links"> {
    const nodes = [...this.#nodes.values()].map((node) => {
      const amount = node.stage === "kind" ? this.outOf(node.id) : this.into(node.id);
      return { ...node, amount };
    });
    const drawn = new Set(nodes.filter(({ amount }) => amount > 0n).map(({ id }) => id));
    return {
      nodes: nodes.filter(({ id }) => drawn.has(id)),
      links: [...this.#links.values()].filter(({ amount }) => amount > 0n),
    };
  }
}
