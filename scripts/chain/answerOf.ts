import { isLost } from "./isLost.ts";

/** What is answered; undefined where the contract or the node refuses it. That no answer came is told as it is. */
export function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  return asked.catch((error: unknown) => {
    if (isLost(error)) throw error;
    return undefined;
  });
}
