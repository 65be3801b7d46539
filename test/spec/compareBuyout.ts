import type { Address } from "viem";
import { acceptBuyout } from "../../core/spec/acceptBuyout.ts";
import { offerBuyout } from "../../core/spec/offerBuyout.ts";
import { passTime } from "../../core/spec/passTime.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { moveClock } from "./moveClock.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import type { Step } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";

type Selling = Extract<Step, { readonly do: "sell" }>;

/** Offers a price for a standing line and has its holder accept it after a while; what it does not is taken back. */
export async function compareBuyout(subject: Subject, step: Selling): Promise<void> {
  const { books, chain, program, funds } = subject;
  if (books.terms.standing.length === 0) return;
  const line = step.line % books.terms.standing.length;
  const { index, address } = picked(subject.currencies, step.currency);
  if (step.price > (funds.get(index) ?? 0n)) return;
  const { now } = subject;
  const { operator } = chain.wallet;
  const call = { ...program, ...TRANSACTION };
  const offered = await expectSameRefusal(
    "offerBuyout",
    () => offerBuyout(books, { line, currency: index, price: step.price }, now),
    () =>
      operator.writeContract({
        ...call,
        functionName: "offerBuyout",
        args: [BigInt(line), address, step.price],
      }),
  );
  if (offered === undefined) return;
  if (step.waits > 0) {
    await moveClock(chain, now + step.waits);
    passTime(books, now + step.waits);
  }
  const holder = await chain.actAs(picked(books.terms.standing, line).holder as Address);
  const sold = await expectSameRefusal(
    "acceptBuyout",
    () => acceptBuyout(books, line, subject.now),
    () =>
      holder.writeContract({
        ...call,
        functionName: "acceptBuyout",
        args: [BigInt(line), address, step.price],
      }),
  );
  const state = { ...program, functionName: "lineState", args: [BigInt(line)] } as const;
  if (sold !== undefined) {
    funds.set(index, (funds.get(index) ?? 0n) - sold.spec);
    return expectEqual("price", 0n, (await chain.client.readContract(state)).price);
  }
  expectEqual("from", offered.spec, (await chain.client.readContract(state)).priceFrom);
  delete books.lines.get(line)?.offer;
  await operator.writeContract({
    ...call,
    functionName: "withdrawBuyout",
    args: [BigInt(line)],
  });
}
