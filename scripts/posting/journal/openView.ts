import { setTimeout as sleep } from "node:timers/promises";
import { TributaryError } from "../../../core/TributaryError.ts";
import { LookAgain } from "./LookAgain.ts";
import { laggingError } from "./laggingError.ts";
import type { Posting } from "./Posting.ts";

/** How often an RPC that is behind is asked again. */
const LOOKS = 5;

/** The chain at one block, which has all that the journal has seen. */
export interface View {
  readonly block: bigint;
  /** How many transactions the account has made up to that block: the nonce of its next one. */
  readonly nonce: number;
}

/** Looks at the chain as it is now. An RPC that shows less than the journal has seen is asked again, and not relied on. */
export async function openView(posting: Posting): Promise<View> {
  const { program, account: address, journal, settings } = posting;
  const { client } = program.chain;
  for (let looks = 1; ; looks++) {
    const { number: block } = await client.getBlock();
    const nonce = await client.getTransactionCount({ address, blockNumber: block });
    const [finished] = journal.finishedFrom(address, nonce);
    const known = journal.highestBlock();
    const isBehind = block < known || finished !== undefined;
    if (!isBehind || (await isTurnedBack(posting))) return { block, nonce };
    if (looks >= LOOKS) {
      throw block < known
        ? laggingError(`block ${block}`, `block ${known}`)
        : laggingError(`nonce ${nonce} as the next one of ${address}`, `${finished?.nonce} used`);
    }
    await sleep(settings.pollingInterval);
  }
}

/**
 * Refuses to go on from a view while anything of the account is under way: what that does to the funds is not in it.
 * @throws {LookAgain} once it is mined.
 */
export async function requireQuiet(posting: Posting, { nonce }: View): Promise<void> {
  const { program, account: address, settings } = posting;
  const { client } = program.chain;
  const until = Date.now() + settings.raiseAfter;
  for (;;) {
    const used = await client.getTransactionCount({ address });
    const pending = await client.getTransactionCount({ address, blockTag: "pending" });
    if (pending <= nonce) return;
    if (pending <= used) throw new LookAgain("other transactions of the account were mined");
    if (Date.now() >= until) {
      throw new TributaryError(
        `Transactions of ${address} wait to be mined that this journal does not know.`,
        {
          found: `nonces ${used} to ${pending - 1}`,
          todo: "See that no other program sends with this account, and that what waits is mined, with a higher fee or cancelled by its wallet; then run this again. No funds were added, so that they are not added twice.",
        },
      );
    }
    await sleep(settings.pollingInterval);
  }
}

/** A development chain can be turned back; then it does not know what it has mined since. */
async function isTurnedBack({ program, journal }: Posting): Promise<boolean> {
  const { client, instance } = program.chain;
  const hash = journal.lastMined();
  if (instance === undefined || hash === undefined) return false;
  return (await client.getTransactionReceipt({ hash }).catch(() => undefined)) === undefined;
}
