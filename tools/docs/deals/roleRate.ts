import { BONUSES } from "../../../core/deal/bonuses.ts";
import type { RoleOfFile } from "../../../core/terms/TermsFile.ts";
import { percent } from "./percent.ts";

const BASES = {
  gross: "",
  net: ", of what is left",
  referral: ", of the line of whom it referred",
};

/** What a role earns, in a few words: its rates, then what may come on top. */
export function roleRate(role: RoleOfFile, commission: string | undefined): string[] {
  const { of = "gross", rates = {}, ceiling } = role;
  const rows = Object.entries(rates).toSorted(([a], [b]) => Number(a === "*") - Number(b === "*"));
  const said = rows.map(([kind, rate]) => {
    if (kind !== "*") return `${kind.replace("*/", "").replaceAll("_", " ")} ${percent(rate)}`;
    return rows.length > 1 ? `else ${percent(rate)}` : percent(rate);
  });
  const scale = commission === undefined ? "" : ` of a commission of ${percent(commission)}`;
  const more = bonusesOf(role);
  return [
    `${said.join(", ")}${scale}${BASES[of]}`,
    ...(more.length === 0 ? [] : [`up to +${more.join(", +")}`]),
    ...(ceiling === undefined ? [] : [`never above ${percent(ceiling)}`]),
  ];
}

function bonusesOf(role: RoleOfFile): string[] {
  const { tiers = {}, tenure = [] } = role;
  const tables = [
    { rates: Object.values(tiers), by: "tier" },
    { rates: tenure, by: "year" },
  ].filter(({ rates }) => rates.length > 0);
  return [
    ...tables.map(({ rates, by }) => `${percent(highest(rates))} by ${by}`),
    ...BONUSES.flatMap(({ key }) => {
      const bonus = role[key];
      return bonus === undefined ? [] : [`${percent(bonus.max)} by ${key}`];
    }),
  ];
}

function highest(rates: readonly string[]): string {
  return rates.toSorted((a, b) => Number.parseFloat(b) - Number.parseFloat(a))[0] ?? "0%";
}
