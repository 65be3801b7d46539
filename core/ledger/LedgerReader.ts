import { type Address, type Log, zeroAddress } from "viem";
import { POWERS, type PowerName } from "../deal/POWERS.ts";
import { decodeEvents, type EventNamed, type ProgramEvent } from "../logs/decodeEvents.ts";
import type {
  Ledger,
  LedgerClaim,
  LedgerPartner,
  LedgerReceipt,
  LedgerSettlement,
} from "./Ledger.ts";
import { placeOf } from "./placeOf.ts";
import { type Changes, readChange } from "./readChanges.ts";
import { readSales, type SalesDraft } from "./readSales.ts";

/** The ledger while it is put together. */
interface Draft extends Changes, SalesDraft {
  uri: string | undefined;
  receipts: LedgerReceipt[];
  claims: LedgerClaim[];
  partners: Map<bigint, LedgerPartner>;
  payments: Map<string, LedgerReceipt>;
  settlements: LedgerSettlement[];
  holders: Map<PowerName, Address>;
}

/** Puts a program's ledger together from its logs, as they come. */
export class LedgerReader {
  readonly #ether: Address;
  readonly #draft: Draft = {
    uri: undefined,
    sales: new Map(),
    batches: [],
    unbatched: [],
    receipts: [],
    claims: [],
    partners: new Map(),
    payments: new Map(),
    settlements: [],
    holders: new Map(),
    disputes: new Map(),
    amendments: [],
    changes: [],
    tiers: [],
    movedFrom: new Map(),
  };

  constructor(ether: Address) {
    this.#ether = ether;
  }

  /**
   * Enters logs, in order, all after those before. Logs of other contracts' events are passed over. Where the first are not the
   * program's first ones, what they tell of earlier sales is passed over too, and lines have no wallet but a number.
   */
  add(logs: readonly Log[]): void {
    for (const event of decodeEvents(logs)) {
      read(this.#draft, event, this.#ether);
      readSales(this.#draft, event);
      readChange(this.#draft, event);
    }
  }

  /** The ledger up to the last log; it shares what later logs add to. */
  ledger(): Ledger {
    // Payments and sales without a batch served to put it together.
    const { payments, unbatched, ...entered } = this.#draft;
    const partners = [...entered.partners.values()];
    return {
      ...entered,
      sales: [...entered.sales.values()],
      partners,
      // A pool may have a partner's wallet, or another pool's: who had it first is known by it.
      partnerByWallet: new Map(partners.toReversed().map((partner) => [partner.wallet, partner])),
    };
  }
}

function read(draft: Draft, event: ProgramEvent, ether: Address): void {
  switch (event.eventName) {
    case "TermsAgreed":
      draft.uri = event.args.uri;
      break;
    case "PartnerEnrolled":
      draft.partners.set(event.args.number, { ...event.args, status: 1 });
      break;
    case "StatusChanged":
      readStatus(draft, event);
      break;
    case "Claimed":
      draft.claims.push({
        ...event.args,
        to: walletOf(draft, event.args.party),
        place: placeOf(event),
      });
      break;
    case "ClaimRedirected":
      readRedirection(draft, event);
      break;
    case "LineSettled":
      draft.settlements.push({ ...event.args, line: Number(event.args.line) });
      break;
    case "PowerPassed":
      readPower(draft, event);
      break;
    default:
      readReceipt(draft, event, ether);
  }
}

/** It follows its claim in the same transaction. */
function readRedirection(
  draft: Draft,
  { args, transactionHash }: EventNamed<"ClaimRedirected">,
): void {
  const claim = draft.claims.at(-1);
  const isItsClaim = claim?.party === args.party && claim.place.transaction === transactionHash;
  if (isItsClaim) draft.claims.splice(-1, 1, { ...claim, to: args.to });
}

/** Where a party is paid: the last wallet that it moved to, or its own. */
function walletOf({ movedFrom }: Draft, party: Address): Address {
  return [...movedFrom].findLast(([, identity]) => identity === party)?.[0] ?? party;
}

function readStatus(draft: Draft, { args }: EventNamed<"StatusChanged">): void {
  const partner = draft.partners.get(args.number);
  if (partner !== undefined) draft.partners.set(args.number, { ...partner, status: args.status });
}

function readPower({ holders }: Draft, { args }: EventNamed<"PowerPassed">): void {
  const name = POWERS[args.power];
  if (name === undefined) return;
  if (args.holder === zeroAddress) holders.delete(name);
  else holders.set(name, args.holder);
}

/** Plain transfers count as the first kind. */
function readReceipt(draft: Draft, event: ProgramEvent, ether: Address): void {
  const place = placeOf(event);
  switch (event.eventName) {
    case "Received":
      draft.receipts.push({ kind: 0, currency: ether, from: undefined, place, ...event.args });
      break;
    case "Synced":
      draft.receipts.push({ kind: 0, from: undefined, place, ...event.args });
      break;
    case "RevenuePaid": {
      const { kind, currency, amount, payer } = event.args;
      draft.receipts.push({ kind, currency, amount, from: payer, place });
      break;
    }
    case "SalePaid": {
      const { saleId, payer, kind, currency, amount } = event.args;
      draft.payments.set(`${saleId}${payer}`, { kind, currency, amount, from: payer, place });
      break;
    }
    case "PaymentReleased": {
      const payment = draft.payments.get(`${event.args.saleId}${event.args.payer}`);
      // What went back to its payer was never revenue.
      if (payment !== undefined && !event.args.toPayer) draft.receipts.push({ ...payment, place });
      break;
    }
  }
}
