import type { Hex } from "viem";
import { RevertError } from "../../../core/messages/RevertError.ts";
import { findRefusal } from "../../chain/findRefusal.ts";
import { gasOfCalls } from "../../chain/recording/gasOfCalls.ts";
import type { Posting } from "../journal/Posting.ts";

/** What an RPC does not try, though the program does not refuse it. */
export const TOO_LARGE = "too large";

/** The gas that a call to the program takes now, with nothing sent; or why the program refuses it. */
export async function rehearse(
  { account, program }: Posting,
  data: Hex,
): Promise<bigint | RevertError | typeof TOO_LARGE> {
  const to = program.address;
  try {
    const [gas] = (await gasOfCalls(program, account, [{ to, value: 0n, data }])) ?? [];
    if (gas !== undefined) return gas;
    return await program.chain.client.estimateGas({ account, to, data });
  } catch (error) {
    if (error instanceof RevertError) return error;
    const refusal = await findRefusal(program, account, data);
    if (refusal instanceof RevertError) return refusal;
    if (refusal !== undefined) throw refusal;
    return TOO_LARGE;
  }
}
