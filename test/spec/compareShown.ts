import { segmentAt } from "../../core/deal/segmentAt.ts";
import { findSale } from "../../core/spec/findSale.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { STATES } from "./compareBooks.ts";
import { expectEqual } from "./expectEqual.ts";
import { namedLines } from "./namedLines.ts";
import type { ShownPosted, Subject } from "./openProgram.ts";

/** Compares what the program tells of a sale that is shown to it. */
export async function compareShown(subject: Subject, posted: ShownPosted | undefined) {
  if (posted === undefined) return;
  const { chain, program, books } = subject;
  const sale = findSale(books, saleKey(posted));
  const treasury = chain.wallet.treasury.account.address;
  const args = [posted.shown] as const;
  const found = await chain.client.readContract({ ...program, functionName: "describeSale", args });
  const isVoid = sale.dispute?.state === "void";
  const named = isVoid ? [] : namedLines(books.terms, treasury, { ...sale, time: sale.start });
  expectEqual("describeSale", named, [...found]);
  const at = await chain.client.readContract({ ...program, functionName: "saleAt", args });
  const { start } = segmentAt(books.terms, sale.start);
  const { holdPeriods, period, start: began } = books.terms;
  const locks = holdPeriods === 0 ? start : began + (sale.period + 1 + holdPeriods) * period;
  const { amount, refunded, kind } = sale;
  const currency = subject.currencies.find(({ index }) => index === sale.currency)?.address;
  const state = STATES.indexOf(sale.dispute?.state);
  const times = [BigInt(sale.period), BigInt(locks)];
  const expected = [amount, refunded, BigInt(kind), currency, ...times, state];
  expectEqual("saleAt", expected, [...at]);
}
