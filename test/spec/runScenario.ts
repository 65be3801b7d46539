import { segmentAt } from "../../core/deal/segmentAt.ts";
import { passTime } from "../../core/spec/passTime.ts";
import { compareAmendment } from "./compareAmendment.ts";
import { compareBooks } from "./compareBooks.ts";
import { compareBuyout } from "./compareBuyout.ts";
import { compareClaim } from "./compareClaim.ts";
import { compareClaimMany } from "./compareClaimMany.ts";
import { compareDispute } from "./compareDispute.ts";
import { compareDuplicate } from "./compareDuplicate.ts";
import { compareExit } from "./compareExit.ts";
import { compareHistory } from "./compareHistory.ts";
import { compareLane } from "./compareLane.ts";
import { compareLine } from "./compareLine.ts";
import { comparePartner } from "./comparePartner.ts";
import { compareRelease } from "./comparePayment.ts";
import { comparePost } from "./comparePost.ts";
import { comparePreview } from "./comparePreview.ts";
import { compareProgress } from "./compareProgress.ts";
import { compareRefund } from "./compareRefund.ts";
import { compareReserve } from "./compareReserve.ts";
import { compareResidual } from "./compareResidual.ts";
import { compareRevenue } from "./compareRevenue.ts";
import { compareSettling } from "./compareSettling.ts";
import { moveClock } from "./moveClock.ts";
import type { Chain } from "./openChain.ts";
import { openProgram, type Subject } from "./openProgram.ts";
import { payAhead } from "./payAhead.ts";
import type { Scenario, Step, Wait } from "./scenario.ts";

const YEAR = 365 * 24 * 3_600;

/** A claim goes through 600 periods at most: a scenario stays well within that. */
const LONGEST_WAIT_IN_PERIODS = 13;

export interface ScenarioCounts {
  sales: number;
  refusedTerms: number;
}

/** Plays a scenario on a new program and in the spec. Throws where they differ. */
export async function runScenario(chain: Chain, scenario: Scenario): Promise<ScenarioCounts> {
  const { now } = chain.clock;
  const snapshot = await chain.provider.request({ method: "evm_snapshot" });
  try {
    const moves = scenario.steps.some(({ do: what }) => what !== "preview" && what !== "wait");
    const subject = await openProgram(chain, scenario, moves);
    if (subject === undefined) return { sales: 0, refusedTerms: 1 };
    for (const step of scenario.steps) await take(subject, step, scenario.terms.tiers.length);
    if (moves) {
      await compareBooks(subject);
      await compareHistory(subject);
    }
    return { sales: countSales(scenario), refusedTerms: 0 };
  } finally {
    await chain.provider.request({ method: "evm_revert", params: [snapshot] });
    chain.clock.now = now;
  }
}

async function take(subject: Subject, step: Step, tiers: number): Promise<void> {
  if (step.do === "wait") return wait(subject, step);
  switch (step.do) {
    case "preview":
      return comparePreview(subject, step.sale);
    case "post":
      return comparePost(subject, step);
    case "refund":
      return compareRefund(subject, step);
    case "openLane":
      return compareLane(subject, step.lane, step.ago);
    case "release":
      return compareRelease(subject, step);
    case "payAhead":
      return payAhead(subject, step.sale);
    case "duplicate":
      return compareDuplicate(subject, step.one, step.other);
    case "pay":
    case "transfer":
      return compareRevenue(subject, step.do === "pay" ? step : { ...step, kind: 0 }, step.do);
    case "dispute":
      return compareDispute(subject, step);
    case "uphold":
    case "void":
    case "reattribute":
    case "close":
      return compareSettling(subject, step);
    case "amend":
      return compareAmendment(subject, step);
    case "reserve":
      return compareReserve(subject, step);
    case "claim":
      return compareClaim(subject, step.party, step.currency);
    case "claimMany":
      return compareClaimMany(subject, step.parties, step.currency);
    case "settle":
    case "claimLine":
      return compareLine(subject, step.do, step.line, step.currency);
    case "claimResidual":
      return compareResidual(subject, step.currency, step.segments);
    case "end":
    case "suspend":
    case "resume":
      return compareExit(subject, step.do, step.line);
    case "sell":
      return compareBuyout(subject, step);
    case "graduate":
    case "milestone":
      return compareProgress(subject, step);
    default:
      return comparePartner(subject, step, tiers);
  }
}

async function wait(subject: Subject, { to, by }: Wait): Promise<void> {
  const { books, now } = subject;
  const { period } = books.terms;
  const boundary = to === "now" ? now : boundaryOf(subject, to);
  const time = Math.min(boundary + by, now + LONGEST_WAIT_IN_PERIODS * period);
  if (time <= now) return;
  await moveClock(subject.chain, time);
  passTime(books, time);
}

function boundaryOf({ books, now }: Subject, to: "segment" | "period" | "year"): number {
  if (to === "year") return now + YEAR;
  if (to === "segment") return segmentAt(books.terms, now).end;
  const { start, period } = books.terms;
  return start + (segmentAt(books.terms, now).period + 1) * period;
}

function countSales({ steps }: Scenario): number {
  return steps.reduce((sum, step) => {
    if (step.do === "post") return sum + step.sales.length;
    return step.do === "preview" ? sum + 1 : sum;
  }, 0);
}
