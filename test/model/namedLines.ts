import { WHOLE } from "../../core/model/constants.ts";
import type { Line } from "../../core/model/shareSale.ts";
import { standingRateAt } from "../../core/model/standingRateAt.ts";
import type { Terms } from "../../core/model/terms.ts";

/** The rate a program shows for what remains of a sale. */
export const RESIDUAL_RATE = 0xf_ff_ff;

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
    rate: rate === "residual" ? RESIDUAL_RATE : rate,
    amount,
  }));
  const standing = terms.standing.flatMap((line) => {
    const rate = standingRateAt(line, sale.kind, sale.time);
    const amount = (sale.amount * BigInt(rate)) / WHOLE;
    return rate === 0 ? [] : [{ source: line.name, party: line.holder, rate, amount }];
  });
  const all = [...roles, ...standing];
  const left = all.reduce((rest, { amount }) => rest - amount, sale.amount);
  return [...all, { source: "residual", party: treasury, rate: 0, amount: left }];
}

/** The name of the pool that gets a role's share where nobody fills it. */
function poolOf({ roles, pools }: Terms, role: number): string | undefined {
  const { missing } = roles[role] ?? {};
  return typeof missing === "object" ? pools[missing.pool]?.name : undefined;
}
