import type { LedgerAmendment } from "@core/ledger/Ledger";
import { expect, test } from "@playwright/test";
import { zeroAddress, zeroHash } from "viem";
import { NO_PAST } from "../../history/Past";
import { agreedTexts } from "./agreedTexts";

const NOW = 1_000n;
const FIRST = { name: "First terms file", uri: "first" };
const AMENDMENT: LedgerAmendment = {
  ...{ termsHash: zeroHash, textHash: zeroHash, uri: "old", from: 500 },
  ...{ needed: [{ line: 1, holder: zeroAddress }], given: new Set([1]), isWithdrawn: false },
  place: { block: 1n, time: undefined, transaction: zeroHash, index: 0 },
};
const NEWER = { ...AMENDMENT, uri: "new", from: 1_000 };

test("the newest amendment in force is told beside the first terms", () => {
  expect(textsAfter()).toEqual([FIRST]);
  expect(textsAfter(AMENDMENT, NEWER)).toEqual([FIRST, { name: "Amendment in force", uri: "new" }]);
});

for (const [what, amendment] of [
  ["is in its notice", { ...NEWER, from: 1_001 }],
  ["lapsed", { ...NEWER, given: new Set<number>() }],
  ["was withdrawn", { ...NEWER, isWithdrawn: true }],
] as const) {
  test(`an amendment that ${what} is no agreed text, and the one before it stays one`, () => {
    expect(textsAfter(amendment)).toEqual([FIRST]);
    expect(textsAfter(AMENDMENT, amendment)).toEqual([
      FIRST,
      { name: "Amendment in force", uri: "old" },
    ]);
  });
}

test("that no text was given is known once the past is read", () => {
  const head = { number: 1n, time: NOW };
  const read = (isWhole: boolean) => agreedTexts({ past: NO_PAST, isWhole, head })[0]?.uri;
  expect(read(false)).toBeUndefined();
  expect(read(true)).toBe("");
});

function textsAfter(...amendments: readonly LedgerAmendment[]) {
  const past = { ...NO_PAST, uri: "first", amendments: [...amendments] };
  return agreedTexts({ past, isWhole: true, head: { number: 1n, time: NOW } });
}
