import { type Hex, stringToHex } from "viem";
import { closeDispute } from "../../core/spec/closeDispute.ts";
import { reattributeSale } from "../../core/spec/reattributeSale.ts";
import { upholdSale } from "../../core/spec/upholdSale.ts";
import { voidSale } from "../../core/spec/voidSale.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Settling } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

/** Ends a dispute; one that is open where there is one. */
export async function compareSettling(subject: Subject, settling: Settling): Promise<void> {
  const { chain, program, books, sales, funds } = subject;
  const open = sales.filter((sale) => books.sales.get(sale)?.dispute?.state === "open");
  if (sales.length === 0) return;
  const id = picked(open.length > 0 ? open : sales, settling.sale);
  const count = books.sales.get(id)?.lines.length ?? 0;
  const numbers = Array.from(
    { length: count },
    (_, line) => picked(settling.partners, line) % books.partners.size,
  );
  const both = await expectSameRefusal(
    settling.do,
    () => settle(subject, settling.do, id, numbers),
    () => send(subject, settling.do, stringToHex(id, { size: 32 }), numbers),
  );
  if (both === undefined) return;
  const [event] = await chain.client.getContractEvents({
    ...program,
    eventName: "DisputeSettled",
    fromBlock: "latest",
  });
  expectEqual("DisputeSettled.returned", both.spec, event?.args.returned);
  const sale = books.sales.get(id);
  if (sale === undefined || sale.payer !== undefined) return;
  funds.set(sale.currency, (funds.get(sale.currency) ?? 0n) + both.spec);
}

/** Returns what goes back to whoever funded the sale. */
function settle(
  { books, now }: Subject,
  how: Settling["do"],
  id: string,
  numbers: readonly number[],
): bigint {
  switch (how) {
    case "void":
      return voidSale(books, id, now);
    case "uphold":
      upholdSale(books, id, now);
      return 0n;
    case "close":
      closeDispute(books, id, now);
      return 0n;
    case "reattribute":
      reattributeSale(books, { id, partners: numbers.map((number) => walletOf(number)) }, now);
      return 0n;
  }
}

function send(
  { chain, program }: Subject,
  how: Settling["do"],
  id: Hex,
  numbers: readonly number[],
) {
  const { arbiter } = chain.wallet;
  const partners = numbers.map((number) => BigInt(number + 1));
  const call = { ...program, ...TRANSACTION };
  switch (how) {
    case "void":
      return arbiter.writeContract({ ...call, functionName: "voidSale", args: [id, "fuzz"] });
    case "uphold":
      return arbiter.writeContract({ ...call, functionName: "upholdSale", args: [id, "fuzz"] });
    case "close":
      return arbiter.writeContract({ ...call, functionName: "closeDispute", args: [id] });
    case "reattribute": {
      const args = [id, partners, "fuzz"] as const;
      return arbiter.writeContract({ ...call, functionName: "reattributeSale", args });
    }
  }
}
