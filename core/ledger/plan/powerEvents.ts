import { type Address, zeroAddress } from "viem";
import { WAYS } from "../../deal/POWERS.ts";
import type { Time } from "../../deal/Terms.ts";
import { PLAN_POWERS } from "../../equity/PLAN_POWERS.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, type PlanLedger } from "./PlanLedger.ts";
import type { PlanProposals } from "./PlanProposal.ts";

type Names = "PowerPassed" | "PowerProposed" | "PowerCancelled";

const OPERATOR = PLAN_POWERS.indexOf("operator");
const ARBITER = PLAN_POWERS.indexOf("arbiter");
const GUARDIAN = PLAN_POWERS.indexOf("guardian");
/** Any two of them replace the third. */
const THREE = (1 << OPERATOR) | (1 << ARBITER) | (1 << GUARDIAN);
const HAND_OVER = WAYS.indexOf("hand-over");
const JOINT = WAYS.indexOf("joint");
const NOTICE = WAYS.indexOf("notice");
/** The least notice, in seconds. */
const LEAST_NOTICE = 30 * 86_400;

/** Who has each power, and who is to have it next. */
export const powerEvents: PlanHandlers<Names> = {
  PowerProposed({ ledger, time }, { power, way, to, by, from, until }) {
    const needed = proposersOf(ledger, power, way);
    const speaking = needed & powersOf(ledger, by);
    if (speaking === 0)
      throw new BrokenHistoryError(
        `a proposal for the ${nameOf(power)} by ${by}, who may make none`,
      );
    const delay = delayOf(ledger, way);
    const other = ledger.proposals[power]?.[way];
    const agrees = way === JOINT && other !== undefined && other !== "untold" && other.to === to;
    const all = agrees && time < other.until ? speaking | other.by : speaking;
    const expected = {
      from: all === needed || way !== JOINT ? time + delay : 0,
      until: time + 2 * delay,
    };
    const what = `what is proposed for the ${nameOf(power)}`;
    disagree(ledger, `start of ${what}`, { expected: BigInt(expected.from), found: BigInt(from) });
    disagree(ledger, `end of ${what}`, { expected: BigInt(expected.until), found: BigInt(until) });
    ledger.proposals = ledger.proposals.map((ways, place) =>
      place === power ? ways.with(way, { to, by: all, ...expected }) : ways,
    );
  },
  PowerCancelled({ ledger }, { power, way, to }) {
    const proposal = ledger.proposals[power]?.[way];
    if (proposal === undefined || (proposal !== "untold" && proposal.to !== to))
      throw new BrokenHistoryError(
        `what was proposed for the ${nameOf(power)} was taken back, and nothing was`,
      );
    ledger.proposals = ledger.proposals.map((ways, place) =>
      place === power ? ways.with(way, undefined) : ways,
    );
  },
  PowerPassed({ ledger, time }, { power, former, holder }) {
    const before = ledger.powers[power] ?? zeroAddress;
    if (former !== before)
      throw new BrokenHistoryError(
        `the power of the ${nameOf(power)} passed from ${former}, who had it not`,
      );
    const ways = acceptable(ledger, power, holder, time);
    // As it was created each power that somebody has passed from nobody.
    if (ways.length === 0 && before !== zeroAddress)
      throw new BrokenHistoryError(
        `the power of the ${nameOf(power)} passed to ${holder}, for whom it was not proposed`,
      );
    ledger.proposals =
      merge(ways.map((way) => forget(ledger.proposals, power, way))) ?? ledger.proposals;
    ledger.powers[power] = holder;
  },
};

function nameOf(power: number): string {
  return PLAN_POWERS[power] ?? "nobody";
}

/** The powers that an account has, bit `p` for power `p`. */
function powersOf({ powers }: PlanLedger, account: Address): number {
  return powers.reduce((set, holder, power) => (holder === account ? set | (1 << power) : set), 0);
}

/** The powers that propose; of a joint proposal both are needed. */
function proposersOf({ powers }: PlanLedger, power: number, way: number): number {
  const own = 1 << power;
  if (way === HAND_OVER) return own;
  if (way === JOINT) return (own & THREE) === 0 ? (1 << OPERATOR) | (1 << ARBITER) : THREE & ~own;
  if (power === ARBITER) return 1 << OPERATOR;
  if (power !== OPERATOR) return 0;
  return 1 << (powers[GUARDIAN] === zeroAddress ? ARBITER : GUARDIAN);
}

function delayOf({ settings }: PlanLedger, way: number): number {
  return way === NOTICE ? Math.max(settings.handover, LEAST_NOTICE) : settings.handover;
}

/** The ways in which an account can take a power now. The event does not tell in which it did. */
function acceptable({ proposals }: PlanLedger, power: number, to: Address, time: Time): number[] {
  return WAYS.flatMap((_, way) => {
    const proposal = proposals[power]?.[way];
    if (proposal === undefined) return [];
    if (proposal === "untold") return [way];
    const isOpen = proposal.from !== 0 && proposal.from <= time && time < proposal.until;
    return isOpen && proposal.to === to ? [way] : [];
  });
}

/** What still waits once a power passed in a way: what its former holder proposed goes with it. */
function forget(proposals: PlanProposals, power: number, way: number): PlanProposals {
  const isGone = (other: number, otherWay: number): boolean => {
    if (other === power) return way === JOINT || otherWay === HAND_OVER || otherWay === way;
    if (otherWay !== NOTICE) return false;
    if (other === ARBITER) return power === OPERATOR;
    return other === OPERATOR && (power === GUARDIAN || power === ARBITER);
  };
  return proposals.map((ways, other) =>
    ways.map((proposal, otherWay) => {
      if (isGone(other, otherWay)) return undefined;
      const isItsOwn =
        otherWay === JOINT && typeof proposal === "object" && proposal.by === 1 << power;
      return isItsOwn ? undefined : proposal;
    }),
  );
}

/** What all of these say, and "untold" where they differ; nothing of none. */
function merge([first, ...others]: readonly PlanProposals[]): PlanProposals | undefined {
  return first?.map((ways, power) =>
    ways.map((proposal, way) =>
      others.every((other) => other[power]?.[way] === proposal) ? proposal : "untold",
    ),
  );
}
