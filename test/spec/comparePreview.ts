import { priceSale } from "../../core/spec/priceSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { namedLines } from "./namedLines.ts";
import type { Subject } from "./openProgram.ts";
import { placeBatch } from "./placeBatch.ts";
import type { Posting, SaleSeed } from "./scenario.ts";

const ALONE: Omit<Posting, "sales"> = {
  ...{ do: "post", lane: 0, skips: 0, takes: 0, weighs: false, extras: [], part: 0 },
  ...{ forgets: undefined, mistake: undefined },
};

/** Compares what a sale would pay now. */
export async function comparePreview(subject: Subject, seed: SaleSeed): Promise<void> {
  const { chain, program, books, now } = subject;
  const posting = { ...ALONE, sales: [{ ...seed, again: undefined, paidHere: false }] };
  const { spec, address } = placeBatch(subject, posting);
  const [sale] = spec.sales;
  if (sale === undefined) return;
  const attributed = { ...sale, currency: spec.currency };
  const both = await expectSameRefusal(
    "preview",
    () => priceSale(books, attributed, now),
    () =>
      chain.client.readContract({
        ...program,
        functionName: "preview",
        args: [address, spec.packed],
      }),
  );
  if (both === undefined) return;
  const treasury = chain.wallet.treasury.account.address;
  const named = { ...sale, time: now, lines: both.spec.lines };
  expectEqual("preview", namedLines(books.terms, treasury, named), [...both.contract]);
}
