import { formatAmount } from "@core/text/formatAmount";
import { cleanText } from "@core/text/page/cleanText";
import { formatDuration } from "@core/text/page/formatDuration";
import { formatRate } from "@core/text/page/formatRate";
import { formatTime } from "@core/text/page/formatTime";
import { readId } from "@core/text/page/readId";
import { expect, test } from "@playwright/test";
import { toHex } from "viem";

test("amounts are grouped, never rounded, and exact beside", () => {
  const cases = [
    [0n, 6, "0.00", "0"],
    [1n, 6, "0.000001", "0.000001"],
    [1_234_567_890_000n, 6, "1,234,567.89", "1,234,567.89"],
    [1_500_000n, 6, "1.50", "1.5"],
    [999_999_999_999_999_999n, 18, "0.999999…", "0.999999999999999999"],
    [42n, 0, "42", "42"],
    [1_234n, 2, "12.34", "12.34"],
    [2n ** 96n - 1n, 24, "79,228.162514…", "79,228.162514264337593543950335"],
  ] as const;
  for (const [amount, decimals, text, exact] of cases) {
    expect(formatAmount(amount, decimals)).toEqual({ text, exact });
  }
});

test("rates keep every part per million", () => {
  const texts = [0, 1, 5_000, 125_000, 333_333, 1_000_000].map(formatRate);
  const percentages = ["0", "0.0001", "0.5", "12.5", "33.3333", "100"];
  expect(texts).toEqual(percentages.map((percentage) => `${percentage}\u00a0%`));
});

test("durations are told in their largest whole unit", () => {
  expect(formatDuration(30 * 86_400)).toBe("30 days");
  expect(formatDuration(86_400)).toBe("1 day");
  expect(formatDuration(14 * 86_400)).toBe("2 weeks");
  expect(formatDuration(5_400)).toBe("90 minutes");
});

test("times are UTC", () => {
  expect(formatTime(1_767_225_599n)).toBe("31 Dec 2025, 23:59 UTC");
});

test("ids are text where they are text, and hashes otherwise", () => {
  expect(readId(toHex("INV-1", { size: 32 }))).toBe("INV-1");
  expect(readId(toHex(7, { size: 32 }))).toBe("0x0000…0007");
  expect(readId(`0x${"ab".repeat(32)}`)).toBe("0xabab…abab");
  expect(readId(`0x${"ff".repeat(5).padEnd(64, "0")}`)).toBe("0xffff…0000");
});

test("names lose what is unseen or turns the text around them, and what is too long", () => {
  expect(cleanText("evil\u202egpj.exe")).toBe("evil\ufffdgpj.exe");
  expect(cleanText("a\u0000b\nc")).toBe("a\ufffdb\ufffdc");
  expect(cleanText("x".repeat(300))).toHaveLength(81);
  expect(cleanText("Zoë 東京")).toBe("Zoë 東京");
});
