import { isAddressEqual, zeroAddress } from "viem";
import { periodStart } from "../../../core/deal/periods.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { EventNamed, ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Told } from "./Notice.ts";
import { partyAt } from "./partyAt.ts";

/** As the contract numbers them. */
const STATUSES = ["none", "active", "suspended", "left"];

/** What an event says of a partner itself: its tier, its status, and where it is paid. */
export function partnerNotices(books: Books, event: ProgramEvent, time: number): Told[] {
  switch (event.eventName) {
    case "TierChanged":
      return tierChanged(books, event.args, time);
    case "StatusChanged":
      return statusChanged(books, event.args);
    case "MoveProposed": {
      const { party, wallet, movesAt } = event.args;
      const data = { to: wallet, from: formatIsoTime(movesAt) };
      const subject = `A move of your payments to ${wallet} is proposed, from ${data.from} on`;
      const type = "wallet.proposed";
      return [{ kind: "wallet", type, party: partyAt(books, time, party), subject, data }];
    }
    case "MoveCancelled": {
      const { party, wallet } = event.args;
      const subject = `The move of your payments to ${wallet} was taken back`;
      const type = "wallet.cancelled";
      const data = { to: wallet };
      return [{ kind: "wallet", type, party: partyAt(books, time, party), subject, data }];
    }
    case "RecoverySet": {
      const { party, recovery, from } = event.args;
      const data = { recovery, from: formatIsoTime(from) };
      const whom = isAddressEqual(recovery, zeroAddress) ? "Nobody" : recovery;
      const subject = `${whom} may move your wallet from ${data.from} on, unless you cancel it`;
      const type = "recovery.proposed";
      return [{ kind: "wallet", type, party: partyAt(books, time, party), subject, data }];
    }
    case "RecoveryCancelled": {
      const { party, recovery } = event.args;
      const subject = `The recovery address ${recovery} was taken back`;
      const type = "recovery.cancelled";
      const data = { recovery };
      return [{ kind: "wallet", type, party: partyAt(books, time, party), subject, data }];
    }
    case "WalletMoved": {
      const { party, wallet } = event.args;
      const subject = `Your payments go to ${wallet} from now on`;
      const type = "wallet.moved";
      const data = { to: wallet };
      return [{ kind: "wallet", type, party: partyAt(books, time, party), subject, data }];
    }
    default:
      return [];
  }
}

function tierChanged(
  books: Books,
  { number, tier, fromPeriod, reason }: EventNamed<"TierChanged">["args"],
  time: number,
): Told[] {
  const party = partnerNumbered(books, number);
  if (party === undefined) return [];
  const terms = termsAt(books, time);
  const name = terms.tiers[tier] ?? `${tier}`;
  const from = formatIsoTime(periodStart(terms, Number(fromPeriod)));
  const data = { tier: name, from, ...(reason !== "" && { reason }) };
  const subject = `Tier ${name} from ${from}`;
  return [{ kind: "tier", type: "tier.changed", party, subject, data }];
}

function statusChanged(
  books: Books,
  { number, status, reason }: EventNamed<"StatusChanged">["args"],
): Told[] {
  const party = partnerNumbered(books, number);
  if (party === undefined) return [];
  const name = STATUSES[status] ?? `${status}`;
  const data = { status: name, ...(reason !== "" && { reason }) };
  return [{ kind: "status", type: "status.changed", party, subject: `Now ${name}`, data }];
}

function partnerNumbered({ partners }: Books, number: bigint) {
  const partner = partners.get(Number(number));
  return partner && { name: partner.name, wallet: partner.wallet };
}
