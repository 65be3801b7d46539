import { formatUnits, type Hex } from "viem";
import { decodeSale } from "../../../core/batches/decodeSale.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Program } from "../../chain/openProgram.ts";
import { showPlaces } from "../../chain/sales/showPlaces.ts";
import type { Posting } from "../journal/Posting.ts";
import { CONTENT_FIELDS, type ContentField, contentOf, type SaleContent } from "./contentOf.ts";
import { creditsDiffer } from "./creditsDiffer.ts";
import type { StandingSale } from "./findStanding.ts";
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

/** A sale of the file that the program has. */
export interface SaleOnChain {
  readonly sale: ListedSale;
  readonly standing: StandingSale;
}

/**
 * The sales that are posted otherwise than the file says, in anything that pays somebody. All but the credits stands in their
 * heads; the credits of those that this journal did not post are read from the chain.
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
  { sale, standing }: SaleOnChain,
): Omit<SaleContent, "credits"> {
  const { kind, currency, amount, time } = standing;
  const own = currencies.find(({ index }) => index === currency) ?? sale.currency;
  return {
    kind: terms.kinds[kind] ?? `${kind}`,
    currency: own.symbol,
    amount: formatUnits(amount, own.decimals),
    occurred_at: formatIsoTime(time),
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
  const shown = await showPlaces(
    program,
    posted.map(({ standing }) => ({ ...standing, block: blockOf(journal, standing.batch) })),
  );
  const differing: DifferingSale[] = [];
  const same = new Map<Hex, SaleContent>();
  for (const [index, { sale }] of posted.entries()) {
    const content = contentOf(sale, terms);
    const found = shown[index];
    const { lines } = found === undefined ? { lines: [] } : decodeSale(found);
    if (creditsDiffer(terms, sale, lines))
      differing.push(toDiffering(sale, content, {}, ["credits"]));
    else same.set(sale.id, content);
  }
  journal.remember(same);
  return differing;
}

function blockOf({ posted }: Posting["journal"], batch: number): bigint {
  return posted.batch(batch)?.block ?? 0n;
}
