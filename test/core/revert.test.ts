import { expect } from "chai";
import {
  type Abi,
  type AbiParameter,
  ContractFunctionRevertedError,
  encodeErrorResult,
  stringToHex,
} from "viem";
import { POWERS } from "../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../core/equity/PLAN_POWERS.ts";
import { EXPLAINED_ABI } from "../../core/messages/EXPLAINED_ABI.ts";
import { EXPLAINED_PLAN_ABI } from "../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { explainRevert } from "../../core/messages/explainRevert.ts";
import { RevertError } from "../../core/messages/RevertError.ts";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { HOLDER } from "../integration/support/terms.ts";

const SALE = stringToHex("order-17", { size: 32 });
const TIME = 1_767_225_600n;

/** What a user reads of an error that a contract reverted with. */
function told(errorName: string, args: readonly unknown[]): string {
  const abi: Abi = [...EXPLAINED_ABI, ...EXPLAINED_PLAN_ABI];
  const data = encodeErrorResult({ abi, errorName, args });
  const error = new ContractFunctionRevertedError({ abi, data, functionName: "post" });
  const explained = explainRevert(error);
  expect(explained).to.be.instanceOf(RevertError);
  return (explained as RevertError).message;
}

function sampleOf({ type, name }: AbiParameter): unknown {
  if (type === "address") return HOLDER;
  if (type === "string") return "disputes";
  if (type === "bytes32") return SALE;
  if (type === "bytes4") return "0x8456cb59";
  const value = name === "status" ? 2n : TIME;
  return /^uint(8|24|32)$/.test(type) ? Number(value % 100n) : value;
}

describe("What a contract refuses", () => {
  const own = [...EXPLAINED_ABI, ...EXPLAINED_PLAN_ABI]
    .filter((item) => item.type === "error")
    .filter(({ name }) => /^(Program|Terms|EquityPlan)_/.test(name));
  for (const { name, inputs } of own) {
    it(`${name} is told in a sentence`, () => {
      const text = told(name, inputs.map(sampleOf));
      expect(text).to.match(/^\S.+\.$/s);
      expect(text).to.not.match(/undefined|NaN|Invalid Date|The contract refused this|_/);
    });
  }

  const cases: [name: string, args: readonly unknown[], ...parts: string[]][] = [
    [
      "Program_AlreadyDisputed",
      [SALE],
      '"order-17" was disputed',
      "A partner disputes a sale once",
    ],
    ["Program_NotAccepted", [HOLDER], HOLDER, "accepts them once"],
    ["Program_TooEarly", [TIME], "from 2026-01-01 on", "Try again"],
    ["Program_NotReached", [7n, "sales", 3n, 20n], "Partner 7", "sales 3, and 20 are needed"],
    ["Program_OutcomeMismatch", [SALE, 5n, 50n], '"order-17" of 5', "they allow 50"],
    ["Program_PostingLimit", [HOLDER, 11n, 10n], "11 of the smallest unit", "next period"],
    ["Program_ReserveTooSmall", [HOLDER, 1n, 2n], "is 1 of its smallest unit, but 2", "Add to it"],
    ["Program_NotInTerms", ["disputes"], "know no disputes"],
    ["Program_UnknownRole", [SALE, 255n], 'no line of the sale "order-17"', "with --role"],
    ["EquityPlan_NotAuthorised", [7n, 5n], "7 units", "the 5 that are free"],
    ["EquityPlan_NothingToClaim", [0n, HOLDER], "nothing in", "to pay out"],
    ["EquityPlan_PauseLimit", [3n, 7_776_000n], "grant 3", "90 days"],
    ["Terms_PaysOverCeiling", [2n, 434_750n, 400_000n], "kind 2", "43.475 %", "40 %"],
  ];
  for (const [name, args, ...parts] of cases) {
    it(`${name} tells what was found`, () => {
      for (const part of parts) expect(told(name, args)).to.include(part);
    });
  }

  it("a page shortens what is long, in the same words", () => {
    const text = told("Program_NotAccepted", [HOLDER]);
    expect(shortenHex(text)).to.equal(
      text.replace(HOLDER, `${HOLDER.slice(0, 6)}…${HOLDER.slice(-4)}`),
    );
  });

  it("a missing power is told by its name", () => {
    for (const [power, name] of POWERS.entries())
      expect(told("Program_PowerMissing", [HOLDER, power])).to.include(`the program's ${name}.`);
    for (const [power, name] of PLAN_POWERS.entries())
      expect(told("EquityPlan_PowerMissing", [HOLDER, power])).to.include(`the plan's ${name}.`);
  });

  it("an error that no one explained is told by its name and values", () => {
    expect(told("InsufficientBalance", [1n, 2n])).to.include("InsufficientBalance(1, 2)");
  });

  it("another error is left as it is", () => {
    const error = new Error("no revert");
    expect(explainRevert(error)).to.equal(error);
  });
});
