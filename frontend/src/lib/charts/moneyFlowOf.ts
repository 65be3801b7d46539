import { RESIDUAL_RATE } from "@core/deal/Terms";
import type { Ledger, LedgerSale } from "@core/ledger/Ledger";
import { sum } from "@core/money/sum";
import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import { type Address, getAddress } from "viem";
import type { FlowLink, FlowNode, MoneyFlow } from "./MoneyFlow";

/** Parties drawn by name; the others share one node. */
const MOST_PARTIES = 7;
const PROGRAM = "program";
const OTHERS = "party:others";

/** What the chart takes from the terms. */
interface FlowTerms {
  readonly name: string;
  readonly treasury: Address;
  readonly kinds: readonly string[];
  readonly roles: readonly { readonly name: string }[];
  readonly standing: readonly { readonly name: string; readonly holder: Address }[];
}

/**
 * The way of one currency's money, net of refunds: kinds of sale → the program → roles, standing lines and the residual
 * → the parties that earn.
 * @param standing What each standing line has earned so far, by the program's own views.
 */
export function moneyFlowOf(
  ledger: Ledger,
  terms: FlowTerms,
  currency: Address,
  standing: readonly bigint[],
): MoneyFlow {
  const sales = ledger.sales.filter((sale) => sale.currency === currency);
  const flows = new Flows();
  for (const sale of sales) addKind(flows, terms, sale.kind, sale.amount - sale.refunded);
  for (const receipt of ledger.receipts) {
    if (receipt.currency === currency) addKind(flows, terms, receipt.kind, receipt.amount);
  }
  for (const sale of sales) addLines(flows, ledger, terms, sale);
  for (const [index, line] of terms.standing.entries()) {
    const id = `standing:${index}`;
    flows.addNode({ id, stage: "line", name: printableName(line.name) });
    flows.pass(PROGRAM, id, standing[index] ?? 0n);
    flows.pass(id, addParty(flows, ledger, terms, line.holder), standing[index] ?? 0n);
  }
  const total = flows.into(PROGRAM);
  flows.addNode({ id: PROGRAM, stage: "program", name: printableName(terms.name) });
  const rest = total - flows.outOf(PROGRAM);
  flows.addNode({ id: "residual", stage: "line", name: "residual" });
  flows.pass(PROGRAM, "residual", rest);
  flows.pass("residual", addParty(flows, ledger, terms, terms.treasury), rest);
  flows.mergeSmallParties();
  return { total, ...flows.drawn() };
}

function addKind(flows: Flows, terms: FlowTerms, kind: number, amount: bigint): void {
  const id = `kind:${kind}`;
  flows.addNode({ id, stage: "kind", name: printableName(terms.kinds[kind] ?? `kind ${kind}`) });
  flows.pass(id, PROGRAM, amount);
}

function addLines(flows: Flows, ledger: Ledger, terms: FlowTerms, sale: LedgerSale): void {
  for (const line of sale.lines) {
    const role = printableName(terms.roles[line.role]?.name ?? `role ${line.role}`);
    const isResidual = line.rate === RESIDUAL_RATE;
    const id = isResidual ? `rest:${line.role}` : `role:${line.role}`;
    flows.addNode({ id, stage: "line", name: isResidual ? `${role} (what remains)` : role });
    const amount = line.amount - line.reversed;
    flows.pass(PROGRAM, id, amount);
    flows.pass(id, addParty(flows, ledger, terms, line.partner), amount);
  }
}

function addParty(flows: Flows, ledger: Ledger, terms: FlowTerms, wallet: Address): string {
  const address = getAddress(wallet);
  const id = `party:${address}`;
  const known = ledger.partnerByWallet.get(address)?.name;
  const fallback = address === getAddress(terms.treasury) ? "operator" : shortenHex(address);
  flows.addNode({ id, stage: "party", name: known ? printableName(known) : fallback, address });
  return id;
}

/** The chart while it is put together: sums per node and per pair of nodes. */
class Flows {
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
