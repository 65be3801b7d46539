import { type BonusKey, NO_BONUSES } from "../deal/bonuses.ts";
import { GROSS, NET, REFERRED, type Role, TO_OTHERS, TO_POOL, TO_RESIDUAL } from "../deal/Terms.ts";
import { ONE } from "../money/ppm.ts";
import { listOf } from "../text/listOf.ts";
import type { Kinds } from "./parseKinds.ts";
import { parseRates } from "./parseRates.ts";
import type { RoleOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

const STAGES = { gross: GROSS, net: NET, referral: REFERRED } as const;

/** What the rest of a terms file says that a role refers to. */
export interface RoleContext {
  readonly kinds: Kinds;
  readonly tiers: readonly string[];
  readonly pools: readonly string[];
}

/** What a role earns, with one rate per kind and one addition per tier. */
export function parseRole(
  reader: TermsReader,
  name: string,
  role: RoleOfFile,
  { kinds, tiers, pools }: RoleContext,
): Role {
  const path = `roles.${name}`;
  const additions = role.tiers ?? {};
  return {
    name,
    stage: STAGES[role.of ?? "gross"],
    ...parseMissing(reader, `${path}.missing`, role, pools),
    ceiling: role.ceiling === undefined ? ONE : reader.percentage(`${path}.ceiling`, role.ceiling),
    rates: parseRates(reader, path, role, kinds),
    tiers: tiers.map((tier) => {
      const text = additions[tier];
      return text === undefined ? 0 : reader.percentage(`${path}.tiers.${tier}`, text);
    }),
    tenure: reader.percentages(`${path}.tenure`, role.tenure ?? []),
    ...parseBonuses(reader, path, role),
  };
}

function parseMissing(
  reader: TermsReader,
  path: string,
  { of, missing = "residual" }: RoleOfFile,
  pools: readonly string[],
): Pick<Role, "missing" | "pool"> {
  if (missing === "residual") return { missing: TO_RESIDUAL, pool: 0 };
  if (of === "referral") {
    reader.note(
      path,
      JSON.stringify(missing),
      '"residual", for nobody fills a referral role: it follows the lines of those who were referred',
    );
  }
  if (missing === "renormalise") return { missing: TO_OTHERS, pool: 0 };
  const pool = pools.indexOf(missing.pool);
  if (pool < 0) {
    const allowed = pools.length > 0 ? listOf(pools) : "a name of `pools`, of which there are none";
    reader.unknown(`${path}.pool`, "pool", missing.pool, { names: pools, allowed });
  }
  return { missing: TO_POOL, pool: Math.max(0, pool) };
}

function parseBonuses(
  reader: TermsReader,
  path: string,
  { network, volume }: RoleOfFile,
): Pick<Role, BonusKey> {
  const added = (key: BonusKey, { add, max }: { readonly add: string; readonly max: string }) => ({
    add: reader.percentage(`${path}.${key}.add`, add),
    max: reader.percentage(`${path}.${key}.max`, max),
  });
  return {
    network:
      network === undefined
        ? NO_BONUSES.network
        : { every: BigInt(network.every), ...added("network", network) },
    volume:
      volume === undefined
        ? NO_BONUSES.volume
        : {
            every: reader.amounts(`${path}.volume.every`, volume.every),
            ...added("volume", volume),
          },
  };
}
