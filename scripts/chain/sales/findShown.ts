import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import type { Currency } from "../../../core/currency/Currency.ts";
import { toId } from "../../../core/ids/toId.ts";
import { OPEN, STANDS } from "../../../core/ledger/SaleBook.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { printable } from "../../../core/text/printable.ts";
import { logsOf } from "../history/logsOf.ts";
import type { Program } from "../openProgram.ts";
import { eventTopic } from "./eventTopic.ts";
import { findPlaces, type PlaceNow } from "./findPlaces.ts";
import { showStanding } from "./showStanding.ts";

/** A posted sale by the id of its files, to be disputed: of several of one id the first that nobody has, else that others have. */
export async function showForDispute(program: Program, name: string): Promise<ShownSale> {
  const places = await requirePlaces(program, name);
  const held = places.filter(({ left }) => left > 0n);
  const place =
    held.find(({ dispute }) => dispute === 0) ??
    held.find(({ dispute }) => dispute === OPEN || dispute === STANDS) ??
    places[0];
  const [shown] = place === undefined ? [] : await showStanding(program, [place]);
  if (shown === undefined) throw unknownSale(name);
  return shown;
}

/** A disputed sale by the id of its files, as its dispute has shown it: no older log is needed. */
export async function showDisputed(program: Program, name: string): Promise<ShownSale> {
  const places = await requirePlaces(program, name);
  const place = places.find(({ dispute }) => dispute === OPEN);
  const disputed = place === undefined ? undefined : await findDisputed(program, place);
  if (disputed !== undefined) return disputed;
  return showForDispute(program, name);
}

/** The currency of a sale. */
export function currencyOf({ currencies }: Program, { head }: Pick<ShownSale, "head">): Currency {
  const wanted = Number(splitFields(head, HEAD)(HEAD.currency));
  const currency = currencies.find(({ index }) => index === wanted);
  if (currency === undefined) throw new RangeError(`no currency ${wanted}`);
  return currency;
}

async function findDisputed(
  program: Program,
  { id, head, block }: PlaceNow,
): Promise<ShownSale | undefined> {
  const latest = await program.chain.client.getBlockNumber();
  const logs = await logsOf(program, block, latest, [eventTopic("SaleDisputed"), id]);
  const events = decodeEventsNamed(logs, ["SaleDisputed"]);
  return events.findLast(({ args }) => args.sale.head === head)?.args.sale;
}

async function requirePlaces(program: Program, name: string): Promise<readonly PlaceNow[]> {
  const places = await findPlaces(program, toId(name));
  if (places.length === 0) throw unknownSale(name);
  return places;
}

function unknownSale(name: string): TributaryError {
  return new TributaryError(`No sale ${printable(name)} is posted.`, {
    todo: "Give the id of a sale that `sales post` has posted.",
  });
}
