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
import { reach } from "./reached.ts";
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
    () => {
      const sale = step.forged ? "" : saleKey(posted);
      return disputeSale(books, { sale, batch: posted.batch, partner, role: step.role }, now);
    },
    () =>
      disputant.writeContract({
        ...program,
        functionName: "dispute",
        args: [partner, shown, BigInt(step.role), "fuzz", zeroHash],
        ...TRANSACTION,
      }),
  );
  if (both === undefined) return;
  const { deadline = 0 } = books.sales.get(saleKey(posted))?.dispute ?? {};
  const named = { saleId: shown.id, partner: BigInt(numberOf(books, partner)), deadline };
  const said = { role: BigInt(step.role), reason: "fuzz", evidence: zeroHash };
  reach(both.spec === undefined ? "dispute joined" : "dispute opened");
  if (both.spec === undefined) {
    const [joined] = (await eventsOf(subject, "DisputeJoined")).events;
    const at = { batch: BigInt(posted.batch), place: BigInt(posted.place) };
    expectEqual("DisputeJoined", { ...named, ...at, ...said }, joined);
    return;
  }
  const [event] = (await eventsOf(subject, "SaleDisputed")).events;
  expectEqual("SaleDisputed", { ...named, frozen: both.spec, sale: shown, ...said }, event);
}
