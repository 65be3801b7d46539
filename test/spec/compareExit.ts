import { type Address, zeroHash } from "viem";
import { endLine } from "../../core/spec/endLine.ts";
import { suspendLine } from "../../core/spec/suspendLine.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { TRANSACTION } from "./transaction.ts";

const SUSPEND = 1;

/** Ends a standing line as its holder and the operator agree, or suspends or resumes it. */
export async function compareExit(
  subject: Subject,
  how: "end" | "suspend" | "resume",
  lineSeed: number,
): Promise<void> {
  const { books, now } = subject;
  if (books.terms.standing.length === 0) return;
  // A notice would take longer than a step.
  if (how !== "end" && books.terms.noticePeriods > 0) return;
  const line = lineSeed % books.terms.standing.length;
  await expectSameRefusal(
    how,
    () =>
      how === "end" ? endLine(books, line, now) : suspendLine(books, line, how === "suspend", now),
    () => send(subject, how, line),
  );
}

async function send(subject: Subject, how: "end" | "suspend" | "resume", line: number) {
  const { chain, program, books } = subject;
  const { operator, arbiter } = chain.wallet;
  const call = { ...program, ...TRANSACTION };
  const id = BigInt(line);
  if (how === "resume") {
    return arbiter.writeContract({ ...call, functionName: "resumeLine", args: [id] });
  }
  if (how === "suspend") {
    // The terms ask for no notice.
    const notice = [id, SUSPEND, "fuzz", zeroHash] as const;
    await arbiter.writeContract({ ...call, functionName: "giveNotice", args: notice });
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
