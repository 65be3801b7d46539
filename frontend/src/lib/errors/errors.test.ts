import { programAbi } from "@generated/abis";
import { expect, test } from "@playwright/test";
import { stringToHex } from "viem";
import { explainRevert } from "./explainRevert";

const SOMEBODY = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

const SAMPLES: Readonly<Record<string, unknown>> = {
  address: SOMEBODY,
  bytes32: stringToHex("order-17", { size: 32 }),
  string: "disputes",
  uint8: 2,
  uint256: 1_767_225_600n,
};

test("whatever a program refuses is told in a sentence", () => {
  for (const item of programAbi) {
    if (item.type !== "error" || !item.name.startsWith("Program_")) continue;
    const text = explainRevert(
      item.name,
      item.inputs.map(({ type }) => SAMPLES[type]),
    );
    expect(text, item.name).toMatch(/^\S.+\.$/);
    expect(text, item.name).not.toMatch(/undefined|_/);
  }
});

test("a sentence names the sale, the time or the wallet, and what to do", () => {
  const sale = SAMPLES.bytes32;
  expect(explainRevert("Program_AlreadyDisputed", [sale])).toContain("Sale order-17");
  expect(explainRevert("Program_TooEarly", [1_767_225_600n])).toContain("1 Jan 2026");
  expect(explainRevert("Program_NotAccepted", [SOMEBODY])).toContain("Accept them once");
  expect(explainRevert("Program_NotReached", [7n, "sales", 3n, 20n])).toContain("sales 3 of 20");
});

test("what nobody put into words is told by its name", () => {
  expect(explainRevert("Token_Strange", [1n])).toBe("The program refused with Token_Strange(1).");
});
