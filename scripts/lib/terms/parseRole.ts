import { parseUnits } from "viem";
import { listOf } from "../text/listOf.ts";
import { ONE } from "../text/parsePercentage.ts";
import { GROSS, NET, NOT_PAID, type Role } from "./ParsedTerms.ts";
import type { RoleOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

const NO_BONUS = { every: 0n, add: 0, max: 0 };

/** What a role earns, with one rate per kind and one addition per tier. */
export function parseRole(
  reader: TermsReader,
  name: string,
  role: RoleOfFile,
  kinds: readonly string[],
  tiers: readonly string[],
): Role {
  const path = `roles.${name}`;
  const additions = role.tiers ?? {};
  return {
    name,
    stage: role.of === "net" ? NET : GROSS,
    missing: 0,
    pool: 0,
    ceiling: role.ceiling === undefined ? ONE : reader.percentage(`${path}.ceiling`, role.ceiling),
    rates: parseRates(reader, path, role, kinds),
    tiers: tiers.map((tier) => {
      const text = additions[tier];
      return text === undefined ? 0 : reader.percentage(`${path}.tiers.${tier}`, text);
    }),
    tenure: reader.percentages(`${path}.tenure`, role.tenure ?? []),
    network: parseBonus(reader, `${path}.network`, role.network, BigInt(role.network?.every ?? 0)),
    // Volume counts in millionths of the sale's currency.
    volume: parseBonus(
      reader,
      `${path}.volume`,
      role.volume,
      parseUnits(role.volume?.every ?? "0", 6),
    ),
  };
}

function parseRates(
  reader: TermsReader,
  path: string,
  { rates, tenure, network, volume, tiers }: RoleOfFile,
  kinds: readonly string[],
): number[] {
  if (rates === undefined) {
    // A role that only has additions has a base of nothing; one without any earns no rate at all.
    const hasAdditions = [tenure, network, volume, tiers].some(
      (addition) => addition !== undefined,
    );
    return kinds.map(() => (hasAdditions ? 0 : NOT_PAID));
  }
  const parsed = new Map(
    Object.entries(rates).map(([kind, text]) => {
      const at = `${path}.rates.${kind}`;
      if (kind !== "*" && !kinds.includes(kind)) {
        reader.note(at, `the unknown kind "${kind}"`, `${listOf(kinds)}, or "*" for all others`);
      }
      return [kind, reader.percentage(at, text)];
    }),
  );
  return kinds.map((kind) => parsed.get(kind) ?? parsed.get("*") ?? NOT_PAID);
}

function parseBonus(
  reader: TermsReader,
  path: string,
  bonus: { readonly add: string; readonly max: string } | undefined,
  every: bigint,
): Role["network"] {
  if (bonus === undefined) return NO_BONUS;
  if (every === 0n) reader.note(`${path}.every`, "0", "a number above 0");
  return {
    every,
    add: reader.percentage(`${path}.add`, bonus.add),
    max: reader.percentage(`${path}.max`, bonus.max),
  };
}
