import { zeroAddress } from "viem";
import { NO_ROLE } from "../deal/Terms.ts";
import { ONE } from "../money/ppm.ts";
import { listOf } from "../text/listOf.ts";
import { checkClauses } from "./checkClauses.ts";
import { checkNames } from "./checkNames.ts";
import type { ParsedTerms } from "./ParsedTerms.ts";
import { parseGraduations } from "./parseGraduations.ts";
import { parseKinds } from "./parseKinds.ts";
import { parseLine } from "./parseLine.ts";
import { parseMilestones } from "./parseMilestones.ts";
import { parseOutcomes } from "./parseOutcomes.ts";
import { parseRole } from "./parseRole.ts";
import { parseRules } from "./parseRules.ts";
import type { TermsFile } from "./TermsFile.ts";
import { TermsReader } from "./TermsReader.ts";

const MOST_TIERS = 16;
const MOST_TOKENS = 7;

/**
 * What a terms file of the right shape means, or every mistake in its meaning.
 * @param decimalsOf Of a currency by its symbol.
 */
export function parseTerms(
  file: TermsFile,
  decimalsOf: (symbol: string) => number,
): {
  terms: ParsedTerms;
  mistakes: TermsReader["mistakes"];
} {
  const reader = new TermsReader(
    file.currencies.map((symbol) => ({ symbol, decimals: decimalsOf(symbol) })),
  );
  const kinds = parseKinds(reader, file);
  const tiers = tiersOf(reader, file);
  const pools = Object.keys(file.pools ?? {});
  checkNames(reader, file);
  const terms: ParsedTerms = {
    name: file.name,
    operator: reader.address("operator", file.operator),
    attributor: reader.address("attributor", file.attributor),
    arbiter: reader.address("arbiter", file.arbiter),
    treasury: reader.address("treasury", file.treasury),
    guardian: reader.address("guardian", file.guardian),
    standby: reader.address("standby", file.standby),
    starts: reader.time("starts", file.starts),
    currencies: orderCurrencies(reader, file.currencies),
    period: reader.period("period", file.period),
    holdPeriods: file.holdPeriods ?? 1,
    noticePeriods: file.noticePeriods ?? 1,
    lineNoticePeriods: file.lineNotice ?? (file.noticePeriods || 1),
    ceiling: file.ceiling === undefined ? ONE : reader.percentage("ceiling", file.ceiling),
    commission:
      file.commission === undefined ? ONE : reader.percentage("commission", file.commission),
    residualRole: residualRole(reader, file),
    kinds: kinds.list.map(({ name }) => name),
    tiers,
    roles: Object.entries(file.roles ?? {}).map(([name, role]) =>
      parseRole(reader, name, role, { kinds, tiers, pools }),
    ),
    standing: (file.standing ?? []).map((line, index) =>
      parseLine(reader, `standing[${index}]`, line, kinds),
    ),
    outcomes: parseOutcomes(reader, file, kinds),
    pools: Object.entries(file.pools ?? {}).map(([name, holder]) => ({
      name,
      holder: reader.address(`pools.${name}`, holder) ?? zeroAddress,
    })),
    graduations: parseGraduations(reader, file, tiers),
    milestones: parseMilestones(reader, file),
    checkpoints: parseCheckpoints(reader, file),
    rules: parseRules(reader, file),
  };
  checkClauses(reader, terms.standing);
  return { terms, mistakes: reader.mistakes };
}

/** In the order in which the roles name them. */
function tiersOf(reader: TermsReader, { roles }: TermsFile): string[] {
  const names = Object.values(roles ?? {}).flatMap((role) => Object.keys(role.tiers ?? {}));
  const tiers = [...new Set(names)];
  if (tiers.length > MOST_TIERS) {
    reader.note("roles", `${tiers.length} tiers`, `at most ${MOST_TIERS} tiers in all`);
  }
  return tiers;
}

function orderCurrencies(reader: TermsReader, symbols: readonly string[]): string[] {
  const tokens = symbols.filter((symbol) => symbol !== "ETH");
  if (tokens.length > MOST_TOKENS) {
    reader.note(
      "currencies",
      `${tokens.length} tokens`,
      `at most ${MOST_TOKENS} tokens besides ETH`,
    );
  }
  return symbols.includes("ETH") ? ["ETH", ...tokens] : tokens;
}

function residualRole(reader: TermsReader, { residual, roles = {} }: TermsFile): number {
  if (residual === undefined || residual === "operator") return NO_ROLE;
  const names = Object.keys(roles);
  const credited = names.filter((name) => roles[name]?.of !== "referral");
  if (!names.includes(residual.role)) {
    reader.unknown("residual.role", "role", residual.role, { names: credited });
    return NO_ROLE;
  }
  if (!credited.includes(residual.role)) {
    reader.note(
      "residual.role",
      `the referral role "${residual.role}", which nobody is credited with`,
      credited.length > 0 ? listOf(credited) : "a role that is gross or net",
    );
  }
  return names.indexOf(residual.role);
}

function parseCheckpoints(reader: TermsReader, { checkpoints = [] }: TermsFile): number[] {
  const times = checkpoints.map((text, index) => reader.time(`checkpoints[${index}]`, text) ?? 0);
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    if (before !== undefined && time !== 0 && time <= before) {
      reader.note(
        `checkpoints[${index}]`,
        `"${checkpoints[index]}"`,
        `a time after the one before it, ${checkpoints[index - 1]}`,
      );
    }
  }
  return times;
}
