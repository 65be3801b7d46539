import { priceSale } from "../../core/spec/priceSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { namedLines } from "./namedLines.ts";
import type { Subject } from "./openProgram.ts";
import { placeSale } from "./placeSale.ts";
import type { SaleSeed } from "./scenario.ts";

/** Compares what a sale would pay now. */
export async function comparePreview(subject: Subject, seed: SaleSeed): Promise<void> {
  const { chain, program, books, now } = subject;
  const { spec, sale, address } = placeSale(subject, "previewed", seed);
  const both = await expectSameRefusal(
    "preview",
    () => priceSale(books, spec, now),
    () => chain.client.readContract({ ...program, functionName: "preview", args: [address, sale] }),
  );
  if (both === undefined) return;
  const treasury = chain.wallet.treasury.account.address;
  const named = { ...spec, time: now, lines: both.spec.lines };
  expectEqual("preview", namedLines(books.terms, treasury, named), [...both.contract]);
}
