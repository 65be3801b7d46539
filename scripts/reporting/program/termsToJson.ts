import { type Address, zeroAddress } from "viem";
import { NO_ROLE, type Terms } from "../../../core/deal/Terms.ts";
import { amountsInFile } from "../../../core/terms/amountsInFile.ts";
import { lineToJson } from "../../../core/terms/lineToJson.ts";
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
      terms.outcomes.map(({ kind, perPeriod, amounts }) => [
        terms.kinds[kind] ?? String(kind),
        { amount: amountsInFile(amounts, currencies), per: perPeriod ? "period" : "sale" },
      ]),
    ),
    tiers: terms.tiers,
    roles: Object.fromEntries(
      terms.roles.map((role) => [role.name, roleToJson(role, terms, currencies)]),
    ),
    pools: Object.fromEntries(terms.pools.map(({ name, holder }) => [name, holder])),
    standing: terms.standing.map((line) => lineToJson(line, terms.kinds, currencies)),
    residual:
      terms.residualRole === NO_ROLE ? "operator" : { role: terms.roles[terms.residualRole]?.name },
    graduation: graduationsToJson(terms, currencies),
    milestones: terms.milestones.map(({ name, sales, earned, pays }) => ({
      name,
      measure: sales > 0 ? "sales" : "earned",
      reaches: sales > 0 ? String(sales) : amountsInFile(earned, currencies),
      pays: amountsInFile(pays, currencies),
    })),
    checkpoints: terms.checkpoints.map(formatIsoTime),
    acceptance: rules.acceptance,
    postingLimit: amountsInFile(rules.postingLimit, currencies),
    refundLimit: amountsInFile(rules.refundLimit, currencies),
    leastSale: amountsInFile(rules.leastSale, currencies),
    minimumPayout: amountsInFile(rules.minimumPayout, currencies),
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

function graduationsToJson({ graduations, tiers }: Terms, currencies: Program["currencies"]) {
  return Object.fromEntries(
    graduations.map(({ tier, earned, sales, months, score }) => [
      tiers[tier] ?? String(tier),
      {
        ...(earned.length > 0 && { earned: amountsInFile(earned, currencies) }),
        ...(sales > 0 && { sales }),
        ...(months > 0 && { months }),
        ...(score > 0 && { score }),
      },
    ]),
  );
}
