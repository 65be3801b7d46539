import { decodeSale } from "../../core/batches/decodeSale.ts";
import type { ShownSale } from "../../core/batches/showSales.ts";
import { closeDispute } from "../../core/spec/closeDispute.ts";
import { reattributeSale } from "../../core/spec/reattributeSale.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { upholdSale } from "../../core/spec/upholdSale.ts";
import { voidSale } from "../../core/spec/voidSale.ts";
import { errorNameOf } from "./errorNameOf.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { forge } from "./forge.ts";
import { numberOf } from "./numberOf.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Settling } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";
import { wordsOf } from "./wordsOf.ts";

/** Ends a dispute; one that is open where there is one. */
export async function compareSettling(subject: Subject, settling: Settling): Promise<void> {
  const { books, sales, funds } = subject;
  const open = sales.filter((sale) => books.sales.get(saleKey(sale))?.dispute?.state === "open");
  if (sales.length === 0) return;
  const posted = picked(open.length > 0 ? open : sales, settling.sale);
  const key = saleKey(posted);
  const shown = settling.forged ? forge(posted.shown) : posted.shown;
  // Mostly such as have a line of it or dispute it.
  const { lines = [], dispute } = books.sales.get(key) ?? {};
  const played = lines.filter(({ isPool }) => !isPool).map(({ partner }) => partner);
  const parties = [...played, ...(dispute?.disputants ?? [])].map(
    (partner) => numberOf(books, partner) - 1,
  );
  const numbers = Array.from({ length: lines.length }, (_, line) => {
    const seed = picked(settling.partners, line);
    const isParty = parties.length > 0 && seed % 8 !== 0;
    return isParty ? picked(parties, seed) : seed % books.partners.size;
  });
  const both = await expectSameRefusal(
    settling.do,
    () => settle(subject, settling.do, settling.forged ? "" : key, numbers),
    () => send(subject, settling.do, shown, numbers),
  );
  if (both === undefined) return;
  const [event] = (await eventsOf(subject, "DisputeSettled")).events;
  expectEqual("DisputeSettled.returned", both.spec, event?.returned);
  const sale = books.sales.get(key);
  if (settling.do === "reattribute" && sale !== undefined) {
    const occurred = decodeSale(shown).time;
    const { head, words } = wordsOf(books, sale, { ...posted, occurred });
    const [told] = (await eventsOf(subject, "SaleReattributed")).events;
    expectEqual("SaleReattributed", { saleId: shown.id, head, words }, told);
    const old = posted.shown;
    posted.shown = { id: shown.id, head, words, proof: [] };
    await expectForgotten(subject, old);
  }
  if (sale === undefined || sale.payer !== undefined) return;
  funds.set(sale.currency, (funds.get(sale.currency) ?? 0n) + both.spec);
}

/** Returns what goes back to whoever funded the sale. */
function settle(
  { books, now }: Subject,
  how: Settling["do"],
  key: string,
  numbers: readonly number[],
): bigint {
  switch (how) {
    case "void":
      return voidSale(books, key, now);
    case "uphold":
      upholdSale(books, key, now);
      return 0n;
    case "close":
      closeDispute(books, key, now);
      return 0n;
    case "reattribute":
      reattributeSale(books, { sale: key, partners: numbers.map(walletOf) }, now);
      return 0n;
  }
}

function send(
  { chain, program }: Subject,
  how: Settling["do"],
  shown: ShownSale,
  numbers: readonly number[],
) {
  const { arbiter } = chain.wallet;
  const partners = numbers.map((number) => BigInt(number + 1));
  const call = { ...program, ...TRANSACTION };
  switch (how) {
    case "void":
      return arbiter.writeContract({ ...call, functionName: "voidSale", args: [shown, "fuzz"] });
    case "uphold":
      return arbiter.writeContract({ ...call, functionName: "upholdSale", args: [shown, "fuzz"] });
    case "close":
      return arbiter.writeContract({ ...call, functionName: "closeDispute", args: [shown] });
    case "reattribute": {
      const args = [shown, partners, "fuzz"] as const;
      return arbiter.writeContract({ ...call, functionName: "reattributeSale", args });
    }
  }
}

/** What was posted counts no more once the sale has other partners, unless they are the same. */
async function expectForgotten({ chain, program, sales }: Subject, old: ShownSale): Promise<void> {
  const isSame = sales.some(({ shown }) => shown.head === old.head && equalWords(shown, old));
  if (isSame) return;
  const args = [old] as const;
  const found = await chain.client
    .readContract({ ...program, functionName: "saleAt", args })
    .then(() => "none", errorNameOf);
  expectEqual("the sale as it was posted", "Program_UnknownSale", found);
}

function equalWords(one: ShownSale, other: ShownSale): boolean {
  return one.words.every((word, index) => word === other.words[index]);
}
