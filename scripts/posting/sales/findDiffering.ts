import { type Address, formatUnits, type Hex } from "viem";
import { readEventsNamed } from "../../chain/history/readEventsNamed.ts";
import type { Program } from "../../chain/openProgram.ts";
import { readPartners } from "../../chain/partners/readPartners.ts";
import type { Posting } from "../journal/Posting.ts";
import { CONTENT_FIELDS, type ContentField, contentOf, type SaleContent } from "./contentOf.ts";
import { creditsDiffer } from "./creditsDiffer.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** A sale that is posted otherwise than the file says. */
export interface DifferingSale {
  readonly line: number;
  readonly name: string;
  readonly fields: readonly {
    readonly field: ContentField;
    readonly file: string;
    /** Undefined where the chain shows only that it is another. */
    readonly posted: string | undefined;
  }[];
}

/** What the program says of a sale that it has. */
export interface SaleOnChain {
  readonly sale: ListedSale;
  readonly amount: bigint;
  readonly kind: number;
  readonly currency: Address;
}

/**
 * The sales that are posted otherwise than the file says, in anything that pays somebody. Of those that this journal posted it
 * knows all of it; of others the chain tells all but the date, which counts as the file has it the first time.
 */
export async function findDiffering(
  posting: Pick<Posting, "program" | "journal">,
  posted: readonly SaleOnChain[],
): Promise<DifferingSale[]> {
  const { program, journal } = posting;
  const known = journal.contents(posted.map(({ sale }) => sale.id));
  const differing: DifferingSale[] = [];
  const unknown: SaleOnChain[] = [];
  for (const one of posted) {
    const { sale } = one;
    const content = contentOf(sale, program.terms);
    const journalled = known.get(sale.id);
    const before = { ...content, ...journalled, ...onChain(program, one) };
    const fields = CONTENT_FIELDS.filter((field) => content[field] !== before[field]);
    if (fields.length > 0) differing.push(toDiffering(sale, content, before, fields));
    else if (journalled === undefined) unknown.push(one);
  }
  return [...differing, ...(await findOtherCredits(posting, unknown))];
}

function onChain(
  { terms, currencies }: Program,
  { sale, amount, kind, currency }: SaleOnChain,
): Pick<SaleContent, "kind" | "currency" | "amount"> {
  const own = currencies.find(({ address }) => address === currency) ?? sale.currency;
  return {
    kind: terms.kinds[kind] ?? `${kind}`,
    currency: own.symbol,
    amount: formatUnits(amount, own.decimals),
  };
}

function toDiffering(
  { row, name }: ListedSale,
  file: SaleContent,
  before: Partial<SaleContent>,
  fields: readonly ContentField[],
): DifferingSale {
  return {
    line: row.line,
    name,
    fields: fields.map((field) => ({ field, file: file[field], posted: before[field] })),
  };
}

/** Of what was posted without this journal. What agrees is remembered, so that it is looked at once. */
async function findOtherCredits(
  { program, journal }: Pick<Posting, "program" | "journal">,
  posted: readonly SaleOnChain[],
): Promise<DifferingSale[]> {
  if (posted.length === 0) return [];
  const { terms } = program;
  const events = await readEventsNamed(program, ["SalePosted"]);
  const linesOf = new Map(events.map(({ args }) => [args.saleId, args.lines]));
  const partners = await readPartners(program);
  const wallets = new Map(partners.map(({ number, wallet }) => [number, wallet]));
  const differing: DifferingSale[] = [];
  const same = new Map<Hex, SaleContent>();
  for (const { sale } of posted) {
    const content = contentOf(sale, terms);
    const lines = linesOf.get(sale.id) ?? [];
    if (creditsDiffer(terms, sale, lines, (partner) => wallets.get(partner)))
      differing.push(toDiffering(sale, content, {}, ["credits"]));
    else same.set(sale.id, content);
  }
  journal.remember(same);
  return differing;
}
