import type { Address } from "viem";
import { ETHER } from "../chain/ETHER.ts";
import type { EventNamed } from "../history/readEvents.ts";
import { lesser } from "../money/lesser.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import { addRevenue } from "./addRevenue.ts";
import { applyPosted } from "./applyPosted.ts";
import { applyRefunded } from "./applyRefunded.ts";
import { type Books, currencyBook, partyOf } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { TimedEvent } from "./History.ts";
import { periodAt } from "./schedule.ts";
import { settle } from "./settle.ts";

const ACTIVE = 1;

/** Enters an event into the books. Events must come in order. */
export function applyEvent(terms: Terms, books: Books, { event, time }: TimedEvent): void {
  switch (event.eventName) {
    case "PartnerEnrolled":
      enroll(books, event.args);
      break;
    case "TierChanged":
      changeTier(terms, books, event.args, time);
      break;
    case "StatusChanged":
      changeStatus(books, event.args);
      break;
    case "Received":
      receive(terms, books, { currency: ETHER, kind: 0, amount: event.args.amount, time });
      break;
    case "Synced":
      receive(terms, books, { ...event.args, kind: 0, time });
      break;
    case "RevenuePaid":
      receive(terms, books, { ...event.args, time });
      break;
    case "SalePaid":
      payAhead(books, event.args);
      break;
    case "PaymentReleased":
      release(terms, books, event.args, time);
      break;
    case "PaymentUsed":
      spendPayment(books, event.args);
      break;
    case "SalePosted":
      applyPosted(terms, books, event.args, time);
      break;
    case "SaleRefunded":
      applyRefunded(terms, books, event.args, time);
      break;
    case "Funded":
      fund(books, event.args.currency, event.args.amount);
      break;
    case "FundsWithdrawn":
      withdraw(books, event.args.currency, event.args.amount);
      break;
    case "LineSettled":
      settleLine(books, event.args);
      break;
    case "ResidualSettled":
      settleResidual(terms, books, event.args);
      break;
    case "Claimed":
      claim(books, event.args, time);
      break;
    default:
    // Roles, nonces, failed and redirected claims move nothing.
  }
}

function enroll(books: Books, args: EventNamed<"PartnerEnrolled">["args"]): void {
  const { number, wallet, name, tier, joined } = args;
  books.partners.set(wallet, {
    number: Number(number),
    wallet,
    name,
    joined,
    status: ACTIVE,
    tier,
    nextTier: tier,
    tierPeriod: undefined,
  });
  books.active++;
}

function changeTier(
  terms: Terms,
  books: Books,
  args: EventNamed<"TierChanged">["args"],
  time: number,
): void {
  const partner = partnerNumbered(books, args.number);
  const isDue = partner.tierPeriod !== undefined && partner.tierPeriod <= periodAt(terms, time);
  if (isDue) partner.tier = partner.nextTier;
  partner.nextTier = args.tier;
  partner.tierPeriod = Number(args.fromPeriod);
}

function changeStatus(books: Books, { number, status }: EventNamed<"StatusChanged">["args"]): void {
  const partner = partnerNumbered(books, number);
  if (partner.status === ACTIVE) books.active--;
  if (status === ACTIVE) books.active++;
  partner.status = status;
}

function partnerNumbered({ partners }: Books, number: bigint) {
  const partner = [...partners.values()].find((one) => one.number === Number(number));
  if (partner === undefined) throw new BrokenHistoryError(`partner ${number} was never enrolled`);
  return partner;
}

interface Receipt {
  readonly currency: Address;
  readonly kind: number;
  readonly amount: bigint;
  readonly time: number;
}

function receive(terms: Terms, books: Books, { currency, kind, amount, time }: Receipt): void {
  const book = currencyBook(books, currency);
  book.received += amount;
  addRevenue(terms, book, { kind, time, revenue: amount, brought: amount });
}

function payAhead(books: Books, args: EventNamed<"SalePaid">["args"]): void {
  const { saleId, payer, kind, currency, amount } = args;
  const book = currencyBook(books, currency);
  book.received += amount;
  book.waiting += amount;
  books.payments.set(`${saleId}/${payer}`, { kind, currency, amount });
}

function release(
  terms: Terms,
  books: Books,
  args: EventNamed<"PaymentReleased">["args"],
  time: number,
): void {
  const { saleId, payer, toPayer } = args;
  const { kind, currency, amount } = takePayment(books, saleId, payer);
  const book = currencyBook(books, currency);
  if (toPayer) settle(book, payer, "returned", amount);
  else addRevenue(terms, book, { kind, time, revenue: amount, brought: amount });
}

function spendPayment(books: Books, { saleId, payer }: EventNamed<"PaymentUsed">["args"]): void {
  takePayment(books, saleId, payer);
  books.payment = { saleId, payer };
}

/** Takes a waiting payment out of those that wait. */
function takePayment(books: Books, saleId: string, payer: Address) {
  const key = `${saleId}/${payer}`;
  const payment = books.payments.get(key);
  if (payment === undefined)
    throw new BrokenHistoryError(`no payment by ${payer} waits for the sale ${saleId}`);
  books.payments.delete(key);
  currencyBook(books, payment.currency).waiting -= payment.amount;
  return payment;
}

function fund(books: Books, currency: Address, amount: bigint): void {
  const book = currencyBook(books, currency);
  book.received += amount;
  book.funds += amount;
}

function withdraw(books: Books, currency: Address, amount: bigint): void {
  const book = currencyBook(books, currency);
  book.paidOut += amount;
  book.funds -= amount;
}

function settleLine(
  books: Books,
  { line, holder, currency, amount }: EventNamed<"LineSettled">["args"],
): void {
  const book = currencyBook(books, currency);
  const index = Number(line);
  book.lineSettled.set(index, (book.lineSettled.get(index) ?? 0n) + amount);
  settle(book, holder, `line:${index}`, amount);
}

function settleResidual(
  { treasury }: Terms,
  books: Books,
  { currency, amount }: EventNamed<"ResidualSettled">["args"],
): void {
  const book = currencyBook(books, currency);
  book.residualSettled += amount;
  settle(book, treasury, "residual", amount);
}

/** A payment pays first what was settled, which a claim always pays in whole, then credits. */
function claim(
  books: Books,
  { party: address, currency, amount }: EventNamed<"Claimed">["args"],
  time: number,
): void {
  const book = currencyBook(books, currency);
  const party = partyOf(book, address);
  book.paidOut += amount;
  let left = amount;
  for (const [source, known] of party.settled) {
    const part = lesser(left, known.settled - known.paid);
    if (part === 0n) continue;
    const movements = [...known.movements, { time, kind: "claimed" as const, amount: part }];
    party.settled.set(source, { ...known, paid: known.paid + part, movements });
    left -= part;
  }
  party.creditsPaid += left;
  if (left > 0n) party.movements.push({ time, kind: "claimed", amount: left });
}
