import { TributaryError } from "../../../core/TributaryError.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { listOf } from "../../../core/text/listOf.ts";
import { parseDuration } from "../../../core/text/parseDuration.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import { flagOf } from "../help/flagOf.ts";
import { answer } from "./answer.ts";
import type { OwnParts } from "./fillDeal.ts";
import { holdersIn } from "./holdersIn.ts";
import type { Interview } from "./Interview.ts";
import { readAddress } from "./readAddress.ts";
import type { ExampleDeal } from "./readExamples.ts";
import { readSafeguards, type Safeguards } from "./readSafeguards.ts";

export type InitOption =
  | "example"
  | "name"
  | "currencies"
  | "period"
  | "starts"
  | "holders"
  | keyof Safeguards;

type InitOptions = Readonly<Record<InitOption, string | undefined>>;

/** Which example to begin from and what is one's own about the deal: from options, or by asking. */
export async function readOwnParts(
  options: InitOptions,
  examples: readonly ExampleDeal[],
  interview: Interview | undefined,
): Promise<{ example: ExampleDeal; own: OwnParts }> {
  const ask = <Answer>(
    option: InitOption,
    asks: string,
    read: (text: string) => Answer,
    fallback?: string,
  ) => answer(options[option], { option: flagOf(option), asks, read, fallback }, interview);
  const deals = examples.map(({ name, file }) => `  ${name}: ${summarize(file)}`).join("\n");
  const example = await ask(
    "example",
    `Deals to begin from:\n${deals}\nWhich is the nearest to yours`,
    (text) => findExample(examples, text),
  );
  const { file } = example;
  const own = {
    name: await ask("name", "The program's name", readName),
    currencies: await ask(
      "currencies",
      "Its currencies, with commas between",
      readSymbols,
      file.currencies.join(","),
    ),
    period: await ask("period", "How long a period is, such as 30d", readPeriod, file.period),
    starts: await ask("starts", `When it starts, or "deployment"`, readStart, "deployment"),
  };
  const holders = await readHolders(options, file, interview);
  const safeguards = await readSafeguards(ask, file, own.currencies);
  return { example, own: { ...own, holders, safeguards } };
}

function summarize({ roles = {}, standing = [] }: TermsFile): string {
  const lines = standing.map(({ name }) => name);
  const parts = [...Object.keys(roles), ...lines.map((name) => `${name} off the top`)];
  return parts.join(", ");
}

function findExample(examples: readonly ExampleDeal[], text: string): ExampleDeal {
  const found = examples.find(({ name }) => name === text);
  if (found !== undefined) return found;
  const names = examples.map(({ name }) => name);
  throw new TributaryError(`There is no example "${text}".`, {
    allowed: `${listOf(names)}${didYouMean(text, names)}`,
  });
}

/** The terms' own parser says more of each when the whole is read. */
function readName(text: string): string {
  if (text !== "") return text;
  throw new TributaryError("A program needs a name.");
}

function readSymbols(text: string): string[] {
  const symbols = text.split(",").map((symbol) => symbol.trim());
  const wrong = symbols.find((symbol) => !/^[A-Za-z0-9.]{1,16}$/.test(symbol));
  if (wrong === undefined) return symbols;
  throw new TributaryError(`"${wrong}" is no currency's symbol.`, {
    allowed: "symbols such as USDC or ETH, with commas between",
  });
}

function readPeriod(text: string): string {
  if (parseDuration(text) !== undefined) return text;
  throw new TributaryError(`"${text}" is no duration.`, { allowed: "days or hours such as 30d" });
}

function readStart(text: string): number | undefined {
  if (text === "deployment") return undefined;
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new TributaryError(`"${text}" is no date.`, { allowed: `${TIME_FORMAT}, or "deployment"` });
}

/** `moderators=0x…;community=0x…`, and the rest by asking: an example's own addresses have keys that everybody knows. */
async function readHolders(
  { holders }: InitOptions,
  file: TermsFile,
  interview: Interview | undefined,
): Promise<Map<string, string>> {
  const names = holdersIn(file);
  const given = readPairs(holders, names);
  const found = new Map<string, string>();
  for (const name of names) {
    const asks = `The address that earns "${name}"`;
    const question = { option: `--holders "${name}=0x…"`, asks, read: readAddress };
    found.set(name, await answer(given.get(name), question, interview));
  }
  return found;
}

function readPairs(text: string | undefined, names: readonly string[]): Map<string, string> {
  const pairs = (text ?? "").split(";").filter((pair) => pair.trim() !== "");
  return new Map(
    pairs.map((pair) => {
      const [name = "", address = ""] = pair.split("=").map((part) => part.trim());
      if (names.includes(name)) return [name, address];
      throw new TributaryError(`This deal pays nobody called "${name}" by address.`, {
        allowed: `${listOf(names)}${didYouMean(name, names)}`,
        todo: 'Write --holders "name=0x…;name=0x…".',
      });
    }),
  );
}
