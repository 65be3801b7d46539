import { setTimeout as sleep } from "node:timers/promises";

const ATTEMPTS = 5;
const FIRST_PAUSE = 50;

/** Asks an RPC for what can be asked twice, a few times where its answer is lost. */
export async function askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= ATTEMPTS || isAnswer(error)) throw error;
      await sleep(FIRST_PAUSE * 2 ** attempt);
    }
  }
}

/** Whether the RPC answered, with a refusal: those carry a JSON-RPC code. */
export function isAnswer(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "number" && one.code !== -1) return true;
  }
  return false;
}
