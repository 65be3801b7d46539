import { expect, test } from "@playwright/test";
import { findLookAlike } from "./findLookAlike";

const KNOWN = [{ symbol: "USDC" }, { symbol: "ETH" }];

for (const [what, symbol] of [
  ["itself", "USDC"],
  ["small letters", "usdc"],
  ["Cyrillic letters", "USD\u0421"],
  ["wide letters", "\uff35\uff33\uff24\uff23"],
  ["something unseen", "USD\u200bC"],
  ["what is shown for something unseen", "USDC\ufffd"],
  ["blanks", "U S D C"],
  ["an accent that takes no room", "US\u034fDC"],
] as const) {
  test(`a symbol looks like another with ${what}`, () => {
    expect(findLookAlike(symbol, KNOWN)).toBe(KNOWN[0]);
  });
}

test("other symbols look like none", () => {
  for (const symbol of ["USDT", "DAI", "WETH", "USDC.e", ""])
    expect(findLookAlike(symbol, KNOWN)).toBeUndefined();
  expect(findLookAlike("\u0395TH", KNOWN)).toBe(KNOWN[1]);
});
