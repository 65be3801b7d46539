import { shareOf } from "../../core/deal/shareOf.ts";
import type { Line } from "../../core/deal/shareSale.ts";
import { isOn, standingRateAt } from "../../core/deal/standingRateAt.ts";
import type { Terms } from "../../core/deal/Terms.ts";

export interface NamedSale {
  readonly kind: number;
  readonly amount: bigint;
  readonly time: number;
  readonly lines: readonly Line[];
}

/** A sale's lines as a program names them: of roles, of standing lines, and what is left. */
export function namedLines(terms: Terms, treasury: string, sale: NamedSale) {
  const roles = sale.lines.map(({ partner, role, rate, amount, isPool }) => ({
    source: (isPool ? poolOf(terms, role) : terms.roles[role]?.name) ?? "",
    party: partner,
    rate,
    amount,
  }));
  const standing = terms.standing.flatMap((line) => {
    const rate = isOn(terms, line, sale.kind) ? standingRateAt(line, sale.time) : 0;
    const amount = shareOf(sale.amount, rate);
    return rate === 0 ? [] : [{ source: line.name, party: line.holder, rate, amount }];
  });
  const all = [...roles, ...standing];
  const left = all.reduce((rest, { amount }) => rest - amount, sale.amount);
  return [...all, { source: "residual", party: treasury, rate: 0, amount: left }];
}

/** The name of the pool that gets a role's share where nobody fills it. */
function poolOf({ roles, pools }: Terms, role: number): string | undefined {
  return pools[roles[role]?.pool ?? 0]?.name;
}
