import { parseDuration } from "../../../core/text/parseDuration.ts";
import { parsePercentage } from "../../../core/text/parsePercentage.ts";
import schema from "../../../schema/checks.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import { type FraudRules, USUAL_RULES } from "./FraudRules.ts";

/** A rules file as schema/checks.schema.json describes it. */
interface RulesFile {
  readonly off?: FraudRules["off"];
  readonly lookback?: string;
  readonly selfReferral?: Partial<FraudRules["selfReferral"]>;
  readonly duplicateCustomers?: Partial<FraudRules["duplicateCustomers"]>;
  readonly velocity?: Partial<FraudRules["velocity"]>;
  readonly refundRate?: { readonly above?: string; readonly sales?: number };
  readonly lastClick?: Partial<FraudRules["lastClick"]>;
}

/** Reads and checks the rules of `sales check`; what the file leaves out is as usual. */
export async function readFraudRules(path: string): Promise<FraudRules> {
  const file = await readJsonFile<RulesFile>(path, schema);
  const usual = USUAL_RULES;
  const { above, sales = usual.refundRate.sales } = file.refundRate ?? {};
  return {
    off: file.off ?? usual.off,
    lookback: secondsOf(file.lookback) ?? usual.lookback,
    selfReferral: { ...usual.selfReferral, ...file.selfReferral },
    duplicateCustomers: { ...usual.duplicateCustomers, ...file.duplicateCustomers },
    velocity: { ...usual.velocity, ...file.velocity },
    refundRate: { above: rateOf(above) ?? usual.refundRate.above, sales },
    lastClick: { ...usual.lastClick, ...file.lastClick },
  };
}

/** Undefined where there is no text: the schema has checked its form. */
function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDuration(text);
}

function rateOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parsePercentage(text);
}
