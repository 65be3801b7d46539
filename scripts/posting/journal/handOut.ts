import { nameOfCall } from "../../chain/recording/decodeCall.ts";
import type { Recording } from "../../chain/recording/Recording.ts";
import type { Posting } from "./Posting.ts";
import type { Call, Transaction } from "./Transaction.ts";

/** Gives a call away for somebody else to make. What posts or refunds is written down first. */
export async function handOut(
  { journal, program, observe }: Posting,
  recording: Recording,
  call: Call,
): Promise<Transaction> {
  const plannedAt = await program.chain.client.getBlockNumber();
  const transaction = isRemembered(call)
    ? journal.handOut(call, plannedAt)
    : ({ ...call, ...NOWHERE, plannedAt } as const);
  await observe(`${call.purpose}: planned`);
  const { account: from, to, value, data, gas } = call;
  recording.add({ from, to, value, data, gas, functionName: nameOfCall(data) });
  return transaction;
}

/** Approvals and funds go with the sales that need them. */
const NOWHERE = { id: 0, nonce: -1, state: "handed out", attempts: [], mined: undefined } as const;

function isRemembered({ purpose }: Call): boolean {
  return purpose === "post" || purpose === "refund";
}
