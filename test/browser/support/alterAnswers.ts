import type { Page } from "@playwright/test";
import type { Call } from "./limitRanges.ts";

/**
 * Has the page's node answer otherwise.
 *
 * @param lie Gets each question and the true result, and gives what is told in its place.
 */
export async function alterAnswers(
  page: Page,
  rpcUrl: string,
  lie: (call: Call, result: unknown) => unknown,
): Promise<void> {
  await page.route(`${rpcUrl}/**`, async (route) => {
    const response = await route.fetch();
    const asked = route.request().postDataJSON();
    const answers = await response.json();
    const calls: readonly Call[] = Array.isArray(asked) ? asked : [asked];
    for (const answer of Array.isArray(answers) ? answers : [answers]) {
      const call = calls.find(({ id }) => id === answer.id);
      if (call !== undefined && "result" in answer) answer.result = lie(call, answer.result);
    }
    await route.fulfill({ response, json: answers });
  });
}
