import type { Currency } from "../../../core/currency/Currency.ts";
import { addFunds } from "../../chain/funds/addFunds.ts";
import { isInPlace } from "./isInPlace.ts";
import { LookAgain } from "./LookAgain.ts";
import type { View } from "./openView.ts";
import type { Posting } from "./Posting.ts";
import { settle } from "./settle.ts";
import { submit } from "./submit.ts";

/**
 * Adds to the program's funds what they lacked in a view of the chain, with the nonce that was the account's next in it: where
 * another transaction of the account came first, which may have added to them as well, this one cannot be mined. Returns the
 * nonce after it, for what else is to be added by the same view.
 * @throws {LookAgain} where another came first: look again what is missing.
 */
export async function fundOnce(
  posting: Posting,
  currency: Currency,
  amount: bigint,
  { nonce }: Pick<View, "nonce">,
): Promise<number> {
  const { account, program } = posting;
  let next = nonce;
  await addFunds(program, account, currency, amount, async ({ isApproval, ...call }) => {
    const purpose = isApproval ? "approve" : "fund";
    const planned = await submit(posting, { purpose, account, ...call }, next);
    const settled = await settle(posting, planned, "mined");
    if (!isInPlace(settled)) throw new LookAgain(`nonce ${next}: ${settled.state}`);
    next++;
  });
  return next;
}
