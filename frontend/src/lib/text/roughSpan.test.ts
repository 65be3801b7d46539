import { expect, test } from "@playwright/test";
import { roughSpan } from "./roughSpan";

const DAY = 86_400;

for (const [seconds, words] of [
  [2_628_000, "a month"],
  [3 * 2_628_000, "3 months"],
  [365 * DAY, "365 days"],
  [30 * DAY, "30 days"],
  [30 * DAY + 22, "30 days"],
  [10.5 * DAY, "10.5 days"],
  [3_600, "1 hour"],
  [0, "0 days"],
] as const) {
  test(`${seconds} seconds are ${words}`, () => {
    expect(roughSpan(seconds)).toBe(words);
  });
}
