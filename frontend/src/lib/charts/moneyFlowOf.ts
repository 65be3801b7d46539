import { RESIDUAL_RATE } from "@core/deal/Terms";
import type { Ledger, LedgerSale } from "@core/ledger/Ledger";
import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import { type Address, getAddress } from "viem";
import { Flows } from "./Flows";
import type { MoneyFlow } from "./MoneyFlow";

const PROGRAM = "program";

/** What the chart takes from the terms. */
export interface FlowTerms {
  readonly name: string;
  readonly treasury: Address;
  readonly kinds: readonly string[];
  readonly roles: readonly { readonly name: string }[];
  readonly standing: readonly { readonly name: string; readonly holder: Address }[];
}

/**
 * The way of one currency's money, net of refunds and void sales: kinds of sale → the program → roles, standing lines and the residual
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
  for (const sale of sales)
    addKind(flows, terms, sale.kind, sale.amount - sale.refunded - sale.returned);
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
