import { type Address, zeroAddress } from "viem";
import { NO_ROLE, type Terms } from "../../../core/deal/Terms.ts";
import { amountInFile } from "../../../core/terms/amountInFile.ts";
import { lineToJson } from "../../../core/terms/lineToJson.ts";
import { microInFile } from "../../../core/terms/microInFile.ts";
import { percentageInFile } from "../../../core/terms/percentageInFile.ts";
import { roleToJson } from "../../../core/terms/roleToJson.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Program } from "../../chain/openProgram.ts";

/** The terms of a program on chain in the words of a terms file. */
export function termsToJson({ terms, currencies }: Pick<Program, "terms" | "currencies">) {
  const { rules } = terms;
  return {
    name: terms.name,
    operator: terms.operator,
    attributor: terms.attributor,
    arbiter: terms.arbiter,
    treasury: terms.treasury,
    guardian: orNull(terms.guardian),
    standby: orNull(terms.standby),
    starts: formatIsoTime(terms.start),
    currencies: currencies.map(({ symbol }) => symbol),
    periodSeconds: terms.period,
    holdPeriods: terms.holdPeriods,
    noticePeriods: terms.noticePeriods,
    lineNotice: terms.lineNoticePeriods,
    ceiling: percentageInFile(terms.ceiling),
    commission: percentageInFile(terms.commission),
    kinds: terms.kinds,
    outcomes: Object.fromEntries(
      terms.outcomes.map(({ kind, perPeriod, amount }) => [
        terms.kinds[kind] ?? String(kind),
        { amount: microInFile(amount), per: perPeriod ? "period" : "sale" },
      ]),
    ),
    tiers: terms.tiers,
    roles: Object.fromEntries(terms.roles.map((role) => [role.name, roleToJson(role, terms)])),
    pools: Object.fromEntries(terms.pools.map(({ name, holder }) => [name, holder])),
    standing: terms.standing.map((line) => lineToJson(line, terms.kinds, currencies)),
    residual:
      terms.residualRole === NO_ROLE ? "operator" : { role: terms.roles[terms.residualRole]?.name },
    graduation: graduationsToJson(terms),
    milestones: terms.milestones.map(({ name, bySales, threshold, pays }) => ({
      name,
      measure: bySales ? "sales" : "earned",
      reaches: bySales ? String(threshold) : microInFile(threshold),
      pays: microInFile(pays),
    })),
    checkpoints: terms.checkpoints.map(formatIsoTime),
    acceptance: rules.acceptance,
    postingLimit: amountInFile(rules.postingLimit),
    minimumPayout: amountInFile(rules.minimumPayout),
    disputes: { limit: rules.disputes, periods: rules.disputePeriods },
    moveDelay: `${rules.moveDays}d`,
    handover: `${rules.handoverDays}d`,
    silence: rules.silencePeriods,
    withholding: rules.taxAccount === zeroAddress ? null : { account: rules.taxAccount },
  };
}

function orNull(address: Address): Address | null {
  return address === zeroAddress ? null : address;
}

function graduationsToJson({ graduations, tiers }: Terms) {
  return Object.fromEntries(
    graduations.map(({ tier, earned, sales, months, score }) => [
      tiers[tier] ?? String(tier),
      {
        ...(earned > 0n && { earned: microInFile(earned) }),
        ...(sales > 0 && { sales }),
        ...(months > 0 && { months }),
        ...(score > 0 && { score }),
      },
    ]),
  );
}
