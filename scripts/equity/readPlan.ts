import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { JsonFileError } from "../../core/json/JsonFileError.ts";
import { type FileCurrency, TermsReader } from "../../core/terms/TermsReader.ts";
import { parseSpan } from "../../core/text/parseSpan.ts";
import schema from "../../schema/plan.schema.json" with { type: "json" };
import { readJsonFile } from "../files/json/readJsonFile.ts";
import type { Plan, PlanFile } from "./PlanFile.ts";

/** What holds where a plan does not say. */
const SPANS = {
  window: "365d",
  notice: "30d",
  pauseLimit: "90d",
  callWindow: "365d",
  period: "30d",
  handover: "7d",
  moveDelay: "7d",
  silence: "360d",
} as const;

const MOST_SPAN = 2 ** 32 - 1;
const MOST_MULTIPLE = 4_294n * 10n ** 6n;
const NOTHING = /^0+([.]0+)?$/;

/**
 * Reads plan.json; refuses it with all its mistakes.
 * @param decimals Of its currencies by their symbols, where a chain knows them.
 */
export async function readPlan(
  path: string,
  decimals: ReadonlyMap<string, number> = new Map(),
): Promise<Plan> {
  const file = await readJsonFile<PlanFile>(path, schema);
  const currencies = currenciesIn(file, decimals);
  const reader = new TermsReader(currencies);
  if (currencies.length === 0) reader.note("currency", "nothing", 'a symbol such as "USDC"');
  if (file.currency !== undefined && file.currencies !== undefined)
    reader.note("currency", "`currencies` beside it", "one of the two");
  const spans = readSpans(reader, file);
  const plan: Plan = {
    name: file.name ?? "",
    currencies,
    powers: {
      operator: reader.address("operator", file.operator),
      arbiter: reader.address("arbiter", file.arbiter),
      guardian: reader.address("guardian", file.guardian),
      treasury: reader.address("treasury", file.treasury),
      taxAccount: reader.address("taxAccount", file.taxAccount),
    },
    starts: reader.time("starts", file.starts),
    terms: {
      authorised: BigInt(file.authorised),
      restToTreasury: file.rest !== "holders",
      restClass: file.restClass ?? 0,
      hurdles: readHurdles(reader, file, currencies),
      resignLoss: reader.percentage("resignLoss", file.resignLoss ?? "0%"),
      causeLoss: reader.percentage("causeLoss", file.causeLoss ?? "100%"),
      window: spans.window,
      pauseLimit: spans.pauseLimit,
      flow: file.flow ?? false,
    },
    ...{ notice: spans.notice, period: spans.period, handover: spans.handover },
    ...{ move: spans.moveDelay, silence: spans.silence },
    ...{ multiple: readMultiple(reader, file), callWindow: spans.callWindow },
  };
  if (plan.terms.restClass >= plan.terms.hurdles.length)
    reader.note("restClass", `${plan.terms.restClass}`, "the number of a class");
  if (reader.mistakes.length > 0) throw new JsonFileError(path, reader.mistakes);
  return plan;
}

function currenciesIn(file: PlanFile, decimals: ReadonlyMap<string, number>): FileCurrency[] {
  const symbols = file.currencies ?? (file.currency === undefined ? [] : [file.currency]);
  const ordered = [
    ...symbols.filter((one) => one === "ETH"),
    ...symbols.filter((one) => one !== "ETH"),
  ];
  return ordered.map((symbol) => ({
    symbol,
    decimals: decimals.get(symbol) ?? decimalsOf(symbol),
  }));
}

type Spans = { readonly [Name in keyof typeof SPANS]: number };

function readSpans(reader: TermsReader, file: PlanFile): Spans {
  const read = (name: keyof Spans): number => {
    const text = file[name] ?? SPANS[name];
    const seconds = parseSpan(text) ?? MOST_SPAN + 1;
    if (seconds > MOST_SPAN) reader.note(name, `"${text}"`, 'at most "49710d"');
    return seconds;
  };
  return {
    ...{ window: read("window"), notice: read("notice"), pauseLimit: read("pauseLimit") },
    ...{ callWindow: read("callWindow"), period: read("period"), handover: read("handover") },
    ...{ moveDelay: read("moveDelay"), silence: read("silence") },
  };
}

function readHurdles(
  reader: TermsReader,
  { classes = ["0"] }: PlanFile,
  currencies: readonly FileCurrency[],
): bigint[][] {
  const hasEther = currencies[0]?.symbol === "ETH";
  return classes.map((value, index) => {
    const path = `classes[${index}]`;
    if (typeof value === "string" && NOTHING.test(value)) return currencies.map(() => 0n);
    // Nothing in a currency is as good as not naming it.
    const named =
      typeof value === "string"
        ? value
        : Object.fromEntries(Object.entries(value).filter(([, text]) => !NOTHING.test(text)));
    const amounts = reader.amounts(path, named);
    if (index === 0) reader.note(path, JSON.stringify(value), '"0"');
    return hasEther ? [...amounts] : amounts.slice(1);
  });
}

/** In millionths. */
function readMultiple(reader: TermsReader, { multiple }: PlanFile): number {
  if (multiple === undefined || NOTHING.test(multiple)) return 0;
  const parsed = reader.multiple("multiple", multiple);
  if (parsed > MOST_MULTIPLE) reader.note("multiple", `"${multiple}"`, "4294 at most");
  return Number(parsed);
}
