import { setTimeout as sleep } from "node:timers/promises";
import { isLost } from "./isLost.ts";

const ATTEMPTS = 5;
const FIRST_PAUSE = 50;

/** Asks an RPC for what can be asked twice, a few times where its answer is lost. */
export async function askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isLost(error)) throw error;
      await sleep(FIRST_PAUSE * 2 ** attempt);
    }
  }
}
