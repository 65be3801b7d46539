import { type Address, zeroHash } from "viem";
import { endLine } from "../../core/spec/endLine.ts";
import { passTime } from "../../core/spec/passTime.ts";
import { suspendLine } from "../../core/spec/suspendLine.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { moveClock } from "./moveClock.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

const SUSPEND = 1;

type Exit = "end" | "suspend" | "resume";

/** Ends a standing line as its holder and the operator agree, or suspends or resumes it. */
export async function compareExit(subject: Subject, how: Exit, lineSeed: number): Promise<void> {
  const { books } = subject;
  if (books.terms.standing.length === 0) return;
  // A longer notice would take much of the scenario.
  if (how !== "end" && books.terms.noticePeriods > 0) return;
  const line = lineSeed % books.terms.standing.length;
  const noticed = how === "suspend" && (await passNotice(subject, line));
  const { now } = subject;
  await expectSameRefusal(
    how,
    () =>
      how === "end" ? endLine(books, line, now) : suspendLine(books, line, how === "suspend", now),
    () => send(subject, how, line, noticed),
  );
}

/** Gives notice and lets it pass; false where it is refused. */
async function passNotice(subject: Subject, line: number): Promise<boolean> {
  const { books, chain, now } = subject;
  const given = await giveNotice(subject, line).then(
    () => true,
    () => false,
  );
  if (!given) return false;
  const time = now + books.terms.lineNoticePeriods * books.terms.period;
  await moveClock(chain, time);
  passTime(books, time);
  return true;
}

async function giveNotice({ chain, program }: Subject, line: number) {
  const { arbiter } = chain.wallet;
  const args = [BigInt(line), SUSPEND, "fuzz", zeroHash] as const;
  return arbiter.writeContract({ ...program, ...TRANSACTION, functionName: "giveNotice", args });
}

/** @param noticed Whether notice was given: else what refuses it is what refuses the suspension. */
async function send(subject: Subject, how: Exit, line: number, noticed: boolean) {
  const { chain, program, books } = subject;
  const { operator, arbiter } = chain.wallet;
  const call = { ...program, ...TRANSACTION };
  const id = BigInt(line);
  if (how === "resume") {
    return arbiter.writeContract({ ...call, functionName: "resumeLine", args: [id] });
  }
  if (how === "suspend") {
    if (!noticed) return giveNotice(subject, line);
    const done = arbiter.writeContract({ ...call, functionName: "executeNotice", args: [id] });
    return done.catch(async (error: unknown) => {
      await arbiter.writeContract({ ...call, functionName: "withdrawNotice", args: [id] });
      throw error;
    });
  }
  const holder = await chain.actAs(picked(books.terms.standing, line).holder as Address);
  await operator.writeContract({ ...call, functionName: "agreeExit", args: [id, true] });
  return holder.writeContract({ ...call, functionName: "agreeExit", args: [id, true] });
}
