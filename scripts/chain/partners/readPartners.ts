import type { Address } from "viem";
import { ACTIVE, FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import { readEventsNamed } from "../history/readEventsNamed.ts";
import type { Program } from "../openProgram.ts";
import { readEach } from "../readEach.ts";

/** A partner as the program knows it. */
export interface KnownPartner {
  readonly number: number;
  readonly wallet: Address;
  /** The wallet it moved to, or its own. */
  readonly paidAt: Address;
  readonly name: string;
  readonly joined: number;
  readonly referrer: number;
  /** Its tier from the next period on. */
  readonly tier: number;
  readonly isActive: boolean;
}

/** All partners in order of their numbers: names from the events of their enrollment, the rest as it is now. */
export async function readPartners(program: Program): Promise<KnownPartner[]> {
  const told = await readEventsNamed(program, ["PartnerEnrolled", "WalletMoved"]);
  const moves = new Map<Address, Address>();
  for (const event of told) {
    if (event.eventName === "WalletMoved") moves.set(event.args.party, event.args.wallet);
  }
  const events = told
    .filter((event) => event.eventName === "PartnerEnrolled")
    .filter(({ args }) => args.number < FIRST_POOL);
  const numbers = events.map(({ args }) => [args.number] as const);
  const states = await readEach(program, "partnerAt", numbers);
  return events.map(({ args }, index) => ({
    number: Number(args.number),
    wallet: args.wallet,
    paidAt: moves.get(args.wallet) ?? args.wallet,
    name: args.name,
    joined: args.joined,
    referrer: args.referrer,
    tier: states[index]?.nextTier ?? args.tier,
    isActive: states[index]?.status === ACTIVE,
  }));
}
