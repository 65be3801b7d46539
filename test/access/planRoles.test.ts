import { expect } from "chai";
import { type Address, decodeErrorResult, type Hex, isHex, parseAbi } from "viem";
import { EXPLAINED_PLAN_ABI } from "../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import {
  PLAN_ACTORS,
  PLAN_FACTORY_PERMISSIONS,
  PLAN_PERMISSIONS,
  type PlanActor,
} from "../../tools/docs/roles/planPermissions.ts";
import {
  ANA,
  ARBITER,
  BEN,
  CLEO,
  GUARDIAN,
  OPERATOR,
  TAX,
  TREASURY,
} from "../integration/equity/openEquityWorld.ts";
import { openPlanSubject, type PlanSubject } from "./openPlanSubject.ts";
import { type PlanCall, type PlanName, planCallsOf } from "./planCallsOf.ts";

/** What those who may not are told. */
const REFUSALS = [
  "InvalidInitialization",
  "EquityPlan_InvalidSignature",
  "EquityPlan_NotAllowed",
  "EquityPlan_NotItself",
  "EquityPlan_PowerMissing",
];

const ERRORS = [...EXPLAINED_PLAN_ABI, ...parseAbi(["error InvalidInitialization()"])];

const ACCOUNTS: Readonly<Record<PlanActor, Address>> = {
  ...{ operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN, treasury: TREASURY },
  ...{ "tax account": TAX, holder: ANA, anyone: CLEO },
};

describe("roles: the table of equity plans that is generated from the ABI", function () {
  this.timeout(300_000);
  let subject: PlanSubject;
  let calls: Readonly<Record<PlanName, readonly PlanCall[]>>;

  before(async () => {
    subject = await openPlanSubject();
    calls = await planCallsOf(subject);
  });
  after(() => subject?.close());

  it("lists every function that can change a plan, or creates one", () => {
    expect(Object.keys(PLAN_PERMISSIONS).sort()).to.deep.equal(writingNames(equityPlanAbi));
    expect(Object.keys(PLAN_FACTORY_PERMISSIONS)).to.deep.equal(writingNames(equityPlanFactoryAbi));
  });

  for (const [name, permissions] of Object.entries(PLAN_PERMISSIONS)) {
    for (const [index, { of, may }] of permissions.entries()) {
      it(`${name}${of === undefined ? "" : `, ${of}`}: ${may.join(", ") || "nobody"}`, async () => {
        for (const actor of PLAN_ACTORS) {
          const outcome = await attempt(calls[name as PlanName][index], ACCOUNTS[actor]);
          if (may.includes(actor)) expect(outcome, actor).to.equal("done");
          else expect(REFUSALS, `${actor}: ${outcome}`).to.include(outcome);
        }
      });
    }
  }

  it("finishMove: the wallet that the grant goes to, once the delay is over", async () => {
    expect(await attempt(calls.finishMove[0], BEN)).to.equal("EquityPlan_TooEarly");
  });

  it("acceptPower: whom it was proposed to, once the delay is over", async () => {
    expect(await attempt(calls.acceptPower[0], BEN)).to.equal("EquityPlan_TooEarly");
  });

  /** Runs a call without keeping what it changes. */
  async function attempt(call: PlanCall | undefined, from: Address): Promise<string> {
    if (call === undefined)
      throw new Error("A line of the table has no call in planCallsOf.ts: add it.");
    const params = [{ from, to: call.plan.address, data: call.data }, "latest"];
    const { provider } = subject.world.chain.connection;
    return provider.request({ method: "eth_call", params }).then(
      () => "done",
      (error: unknown) => {
        const revert = revertDataIn(error);
        if (revert === undefined) throw error;
        return decodeErrorResult({ abi: ERRORS, data: revert }).errorName;
      },
    );
  }
});

/** The node puts it into the error's data, or into the data of that. */
function revertDataIn(error: unknown): Hex | undefined {
  if (typeof error !== "object" || error === null || !("data" in error)) return undefined;
  return isHex(error.data) ? error.data : revertDataIn(error.data);
}

function writingNames(abi: typeof equityPlanAbi | typeof equityPlanFactoryAbi): string[] {
  const names = abi.flatMap((item) =>
    item.type === "function" && ["nonpayable", "payable"].includes(item.stateMutability)
      ? [item.name]
      : [],
  );
  return names.sort();
}
