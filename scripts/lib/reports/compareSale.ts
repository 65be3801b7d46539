import { formatUnits } from "viem";
import type { Books } from "../books/Books.ts";
import { currencyBook } from "../books/Books.ts";
import { findKind } from "../sales/findKind.ts";
import { NOT_PAID, type Terms } from "../terms/ParsedTerms.ts";
import type { Item } from "./Reconciliation.ts";
import type { PostedSale } from "./readPosted.ts";
import type { SourceSale } from "./readSource.ts";
import { sourceAmount } from "./sourceAmount.ts";

type Differences = Item["differences"];

/** In which fields a posted sale is not what the source says. */
export function compareSale(books: Books, source: SourceSale, posted: PostedSale): Differences {
  const { args, terms } = posted;
  const { currency } = currencyBook(books, args.currency);
  const amount = formatUnits(args.amount, currency.decimals);
  const isSameKind = findKind(terms.kinds, source.kind, source.product) === args.kind;
  const kind = source.product === "" ? source.kind : `${source.kind}, product ${source.product}`;
  const isSameAmount = sourceAmount(source.amountText, currency) === args.amount;
  return [
    ...(isSameKind ? [] : [differing("kind", kind, terms.kinds[args.kind] ?? `${args.kind}`)]),
    ...(source.currency?.address === args.currency
      ? []
      : [differing("currency", source.symbol, currency.symbol)]),
    ...(isSameAmount ? [] : [differing("amount", source.amountText, amount)]),
    ...compareCredits(books, source, posted),
  ];
}

function differing(field: string, source: string, chain: string): Differences[number] {
  return { field, source, chain };
}

/** Who is credited as what. Weights are in no event; they are compared with the evidence of the batch. */
function compareCredits(
  { members }: Books,
  { credits }: SourceSale,
  { args, terms, credited }: PostedSale,
): Differences {
  if (credits === undefined) return [];
  const asked = credits
    .filter(({ role }) => isPaid(terms, role, args.kind))
    .map(({ partner, role }) => `${partner}:${role}`);
  const found = credited.map(({ partner, role }) => {
    return `${members.get(partner)?.name ?? partner}:${terms.roles[role]?.name ?? role}`;
  });
  const [source, chain] = [asked, found].map((names) => [...new Set(names)].sort().join(";"));
  return source === chain ? [] : [differing("credits", source ?? "", chain ?? "")];
}

/** A role that earns nothing on a kind leaves no line. */
function isPaid({ roles, residualRole }: Terms, name: string, kind: number): boolean {
  const index = roles.findIndex((role) => role.name === name);
  return index < 0 || index === residualRole || roles[index]?.rates[kind] !== NOT_PAID;
}
