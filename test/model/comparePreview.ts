import { priceSale } from "../../core/model/priceSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { namedLines } from "./namedLines.ts";
import type { Subject } from "./openProgram.ts";
import { placeSale } from "./placeSale.ts";
import type { SaleSeed } from "./scenario.ts";

/** Compares what a sale would pay now. */
export async function comparePreview(subject: Subject, seed: SaleSeed): Promise<void> {
  const { chain, program, books, now } = subject;
  const { model, sale, address } = placeSale(subject, "previewed", seed);
  const both = await expectSameRefusal(
    "preview",
    () => priceSale(books, model, now),
    () => chain.client.readContract({ ...program, functionName: "preview", args: [address, sale] }),
  );
  if (both === undefined) return;
  const treasury = chain.wallet.treasury.account.address;
  const named = { ...model, time: now, lines: both.model.lines };
  expectEqual("preview", namedLines(books.terms, treasury, named), [...both.contract]);
}
