import type { Address } from "viem";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import type { Party } from "../../../chain/claim/findParty.ts";
import { readEventsNamed } from "../../../chain/history/readEventsNamed.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { requireAddress } from "../../requireAddress.ts";
import { requireParty } from "../../requireParty.ts";
import { signerCommand } from "../../signerCommand.ts";

/**
 * `partners move`: moves a party's payments to another wallet, in two steps. Signed by the party or its recovery address
 * it proposes the move; signed by the new wallet, after the delay, it makes it.
 */
export default signerCommand<"partner" | "to">(async ({ program, account, act }, options) => {
  const party = await requireParty(program, options);
  const { name, wallet } = party;
  const to = requireAddress("to", options.to);
  const isLast = account === to && (await isWaiting(program, party, to));
  const { transactionHash } = isLast
    ? await act("finishMove", [wallet])
    : await act("proposeMove", [wallet, to]);
  const { moveAt } = await readProgram(program, "payoutOf", [wallet]);
  return {
    json: {
      ...{ partner: name, to, moved: isLast, movesAt: isLast ? null : moveAt },
      transaction: transactionHash,
    },
    text: isLast
      ? `${printable(name)} is paid at ${to} from now on, with all that is not paid yet.`
      : `${printable(name)} will be paid at ${to}. Run this again with --from ${to} on ${formatIsoTime(moveAt)} or later; until then \`partners cancel-move\` takes it back.`,
  };
});

/** Whether a move waits for the wallet that signs; one that can propose none itself is told what became of it. */
async function isWaiting(program: Program, { name, wallet }: Party, to: Address): Promise<boolean> {
  const payout = await readProgram(program, "payoutOf", [wallet]);
  if (payout.moveTo === to) return true;
  if (to === payout.wallet || to === payout.recovery) return false;
  const proposed = await readEventsNamed(program, ["MoveProposed"]);
  const last = proposed.findLast(({ args }) => args.party === wallet);
  const time = (await program.chain.client.getBlock()).timestamp;
  const isLapsed = last?.args.wallet === to && time >= BigInt(last.args.movesUntil);
  throw new TributaryError(
    isLapsed
      ? `The move of ${printable(name)} to ${to} lapsed on ${formatIsoTime(last.args.movesUntil)}.`
      : `No move of ${printable(name)} to ${to} waits.`,
    {
      todo: `Propose it again with the wallet that it is paid at, ${payout.wallet}, or its recovery address: --to ${to} --from …`,
    },
  );
}
