import { expect } from "chai";
import { type Address, decodeErrorResult, type Hex, isHex, parseAbi } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import {
  ACTORS,
  type Actor,
  FACTORY_PERMISSIONS,
  type Permission,
  PROGRAM_PERMISSIONS,
} from "../../tools/docs/roles/permissions.ts";
import { callsOf } from "./callsOf.ts";
import type { Name } from "./encodeCall.ts";
import { openSubject, type Subject } from "./openSubject.ts";
import { GUARDIAN, STANDBY } from "./subjectTerms.ts";

/** What those who may not are told. */
const REFUSALS = [
  "InvalidInitialization",
  "Program_InvalidSignature",
  "Program_NotAllowed",
  "Program_NotItself",
  "Program_PowerMissing",
];

/** Of the part that a program runs for `initialize`; not in the program's own ABI. */
const HIDDEN_ERRORS = parseAbi(["error InvalidInitialization()"]);

/** Functions whose call brings a unit of ETH. */
const PAID_WITH_ETHER: readonly Name[] = ["fund", "pay", "paySale", "addReserve"];

/** Functions that need something to wait for them. */
const OF_WHAT_WAITS: readonly Name[] = [
  "upholdSale",
  "voidSale",
  "reattributeSale",
  "closeDispute",
  "cancelRecovery",
  "cancelMove",
  "finishMove",
  "withdrawBuyout",
  "acceptBuyout",
  "withdrawNotice",
  "executeNotice",
  "resumeLine",
  "consent",
  "withdrawAmendment",
  "cancelPower",
  "acceptPower",
];

/** Functions that need an attributor that is new, or a partner that left and whose recovery address waits. */
const OF_THE_ORPHANED: readonly Name[] = [
  "resetLimits",
  "returnToProgram",
  "cancelRecovery",
  "payMilestone",
];

const NAMES = Object.keys(PROGRAM_PERMISSIONS) as Name[];

describe("roles: the table that is generated from the ABI", () => {
  let subject: Subject;
  before(async () => {
    subject = await openSubject();
  });

  it("lists every function that can change a program, and no other", () => {
    expect(Object.keys(PROGRAM_PERMISSIONS).sort()).to.deep.equal(writingNames(programAbi));
    expect(Object.keys(FACTORY_PERMISSIONS).sort()).to.deep.equal(writingNames(programFactoryAbi));
  });

  for (const name of NAMES) {
    for (const [index, permission] of PROGRAM_PERMISSIONS[name].entries()) {
      const of = permission.of === undefined ? "" : `, ${permission.of}`;
      it(`${name}${of}: ${whoMay(permission)}`, async () => {
        for (const actor of ACTORS) {
          const outcome = await attempt(subject, name, index, addressOf(subject, actor));
          if (permission.may.includes(actor)) expect(outcome, actor).to.equal("done");
          else expect(REFUSALS, `${actor}: ${outcome}`).to.include(outcome);
        }
      });
    }
  }
});

/** Runs a call without keeping what it changes. */
async function attempt(subject: Subject, name: Name, index: number, from: Address) {
  const data = (await callsOf(subject))[name][index];
  if (data === undefined) throw new Error(`${name} has no call ${index} in callsOf.ts: add it.`);
  const value = PAID_WITH_ETHER.includes(name) ? "0x1" : "0x0";
  const to = programFor(subject, name, index);
  const call = { from, to, data, value };
  return subject.chain.provider.request({ method: "eth_call", params: [call, "latest"] }).then(
    () => "done",
    (error: unknown) => errorNameIn(error),
  );
}

function programFor({ quiet, busy, left, orphaned }: Subject, name: Name, index: number): Address {
  if (name === "returnToProgram") return left;
  const ofSilence = PROGRAM_PERMISSIONS[name][index]?.of?.startsWith("a silent") ?? false;
  if (ofSilence || OF_THE_ORPHANED.includes(name)) return orphaned;
  return OF_WHAT_WAITS.includes(name) ? busy : quiet;
}

function errorNameIn(error: unknown): string {
  const data = revertDataIn(error);
  if (data === undefined) throw error;
  return decodeErrorResult({ abi: [...programAbi, ...HIDDEN_ERRORS], data }).errorName;
}

/** The node puts it into the error's data, or into the data of that. */
function revertDataIn(error: unknown): Hex | undefined {
  if (typeof error !== "object" || error === null || !("data" in error)) return undefined;
  return isHex(error.data) ? error.data : revertDataIn(error.data);
}

function addressOf({ chain: { wallet } }: Subject, actor: Actor): Address {
  const others = { anyone: wallet.stranger, holder: wallet.treasury } as const;
  const elsewhere = { standby: STANDBY, guardian: GUARDIAN } as const;
  if (actor === "standby" || actor === "guardian") return elsewhere[actor];
  return { ...wallet, ...others }[actor].account.address;
}

function whoMay({ may }: Permission): string {
  if (may.length === 0) return "nobody";
  return may.includes("anyone") ? "anyone" : may.join(", ");
}

function writingNames(abi: typeof programAbi | typeof programFactoryAbi): string[] {
  const names = abi.flatMap((item) =>
    item.type === "function" && ["nonpayable", "payable"].includes(item.stateMutability)
      ? [item.name]
      : [],
  );
  return names.sort();
}
