import type { Currency } from "../../../core/currency/Currency.ts";
import { addFunds } from "../../chain/funds/addFunds.ts";
import type { Posting } from "./Posting.ts";
import { settle } from "./settle.ts";
import { submit } from "./submit.ts";

/**
 * Adds to the program's funds. The transactions are in the journal like those that post, and a run settles what an earlier
 * one left open before it works out what is missing: so a crash never funds twice.
 */
export async function fundOnce(
  posting: Posting,
  currency: Currency,
  amount: bigint,
): Promise<void> {
  const { account, program } = posting;
  await addFunds(program, account, currency, amount, async ({ isApproval, ...call }) => {
    const purpose = isApproval ? "approve" : "fund";
    await settle(posting, await submit(posting, { purpose, account, ...call }), "mined");
  });
}
