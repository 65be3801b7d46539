import { zeroHash } from "viem";
import { disputeSale } from "../../core/spec/disputeSale.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { forge } from "./forge.ts";
import { numberOf } from "./numberOf.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

type Disputing = Extract<Step, { readonly do: "dispute" }>;

/** Has a partner dispute a sale. */
export async function compareDispute(subject: Subject, step: Disputing): Promise<void> {
  const { chain, program, books, now, sales } = subject;
  if (sales.length === 0) return;
  const posted = picked(sales, step.sale);
  const shown = step.forged ? forge(posted.shown) : posted.shown;
  const partner = walletOf(step.partner % books.partners.size);
  const disputant = await chain.actAs(partner);
  const both = await expectSameRefusal(
    "dispute",
    () => disputeSale(books, { sale: step.forged ? "" : saleKey(posted), partner }, now),
    () =>
      disputant.writeContract({
        ...program,
        functionName: "dispute",
        args: [partner, shown, "fuzz", zeroHash],
        ...TRANSACTION,
      }),
  );
  if (both === undefined) return;
  const [event] = (await eventsOf(subject, "SaleDisputed")).events;
  const { deadline = 0 } = books.sales.get(saleKey(posted))?.dispute ?? {};
  expectEqual(
    "SaleDisputed",
    {
      ...{ saleId: shown.id, partner: BigInt(numberOf(books, partner)), deadline },
      ...{ frozen: both.spec, sale: shown, reason: "fuzz", evidence: zeroHash },
    },
    event,
  );
}
