import { saleKey } from "../../core/spec/saleKey.ts";
import { voidDuplicate } from "../../core/spec/voidDuplicate.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { ShownPosted, Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { reach } from "./reached.ts";
import { TRANSACTION } from "./transaction.ts";

/** Has anybody show two sales, of one id where there are such, as one posted twice. */
export async function compareDuplicate(
  subject: Subject,
  one: number,
  other: number,
): Promise<void> {
  const { chain, program, books, now, sales, funds } = subject;
  if (sales.length === 0) return;
  const twice = sales.filter(({ name }) => sales.filter((sale) => sale.name === name).length > 1);
  const standing = picked(twice.length > 0 ? twice : sales, one);
  const same = sales.filter(({ name }) => name === standing.name);
  const duplicate = picked(same.length > 1 ? same : sales, other);
  const both = await expectSameRefusal(
    "voidDuplicate",
    () => voidDuplicate(books, { standing, duplicate }, now),
    () =>
      chain.wallet.stranger.writeContract({
        ...program,
        functionName: "voidDuplicate",
        args: [standing.shown, duplicate.shown],
        ...TRANSACTION,
      }),
  );
  if (both === undefined) return;
  const [event] = (await eventsOf(subject, "SaleDuplicated")).events;
  const expected = {
    saleId: standing.shown.id,
    standing: placeOf(standing),
    duplicate: placeOf(duplicate),
  };
  expectEqual("SaleDuplicated", expected, event);
  reach(`duplicate: ${both.spec.state}`);
  if (both.spec.state === "open") {
    const [disputed] = (await eventsOf(subject, "SaleDisputed")).events;
    expectEqual("SaleDisputed.frozen", both.spec.frozen, disputed?.frozen);
    return;
  }
  const [settled] = (await eventsOf(subject, "DisputeSettled")).events;
  expectEqual("DisputeSettled.returned", both.spec.returned, settled?.returned);
  const sale = books.sales.get(saleKey(duplicate));
  if (sale === undefined || sale.payer !== undefined) return;
  funds.set(sale.currency, (funds.get(sale.currency) ?? 0n) + both.spec.returned);
}

function placeOf({ batch, place }: ShownPosted): bigint {
  return (BigInt(batch) << 16n) | BigInt(place);
}
