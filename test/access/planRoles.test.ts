import { expect } from "chai";
import {
  type Address,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  isHex,
  parseAbi,
  zeroAddress,
  zeroHash,
} from "viem";
import { WAYS } from "../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../core/equity/PLAN_POWERS.ts";
import { EXPLAINED_PLAN_ABI } from "../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { typedPlanAct } from "../../core/signing/typedAct.ts";
import { equityPlanAbi, equityPlanFactoryAbi } from "../../generated/abis.ts";
import { send } from "../../scripts/chain/send.ts";
import type { EquityPlan } from "../../scripts/equity/chain/openEquityPlan.ts";
import { readPlanNow } from "../../scripts/equity/chain/readPlanNow.ts";
import { makeGrants } from "../../scripts/equity/grant/makeGrants.ts";
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
  DAY,
  GRANTS_HEADER,
  GUARDIAN,
  OPERATOR,
  TAX,
  TREASURY,
} from "../integration/equity/openEquityWorld.ts";
import { openPlayWorld, type PlayWorld } from "../integration/equity/playPlan.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { quietProgress } from "../integration/support/quiet.ts";

/** What those who may not are told; whoever may is told something else, if anything. */
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

/** Ana's grants, by what waits for them. */
const IDLE = 1n;
const BUSY = 2n;
const LEAVES = { resigned: 3n, dismissed: 4n, cause: 5n };
const FAR = 2n ** 39n;

type Name = keyof typeof PLAN_PERMISSIONS;

describe("roles: the table of equity plans that is generated from the ABI", function () {
  this.timeout(300_000);
  let folder: Folder;
  let world: PlayWorld;
  let plan: EquityPlan;
  let calls: Partial<Record<Name, readonly Hex[]>>;

  before(async () => {
    folder = await openFolder();
    world = await openPlayWorld(folder);
    plan = await world.create({ authorised: "1000", currency: "USDC", multiple: "1" });
    const lines = ["idle", "busy", "resigned", "dismissed", "cause"].map(
      (name, index) => `${name},${ANA},${100 + index},0,2026-01-01,,365d,,,,,`,
    );
    const file = await folder.write("grants.csv", `${[GRANTS_HEADER, ...lines].join("\n")}\n`);
    await makeGrants(plan, { file, account: OPERATOR, progress: quietProgress() });
    await prepare();
    calls = await callsOf();
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const as = (account: Address) =>
    ({ account, address: plan.address, abi: EXPLAINED_PLAN_ABI }) as const;

  async function prepare(): Promise<void> {
    const { chain } = world;
    const date = Number((await chain.client.getBlock()).timestamp) + 60 * DAY;
    await send(chain, { ...as(ANA), functionName: "proposeMove", args: [BUSY, BEN] });
    await send(chain, { ...as(ANA), functionName: "resign", args: [LEAVES.resigned, date] });
    const why = [LEAVES.dismissed, date, "why"] as const;
    await send(chain, { ...as(OPERATOR), functionName: "dismiss", args: why });
    const cause = [LEAVES.cause, "why", zeroHash] as const;
    await send(chain, { ...as(ARBITER), functionName: "dismissForCause", args: cause });
    const heir = [PLAN_POWERS.indexOf("guardian"), WAYS.indexOf("hand-over"), BEN] as const;
    await send(chain, { ...as(GUARDIAN), functionName: "proposePower", args: heir });
  }

  async function callsOf(): Promise<Partial<Record<Name, readonly Hex[]>>> {
    const currency = plan.currencies[0]?.address ?? zeroAddress;
    const abi = equityPlanAbi;
    const ways = PLAN_PERMISSIONS.proposePower.map(({ of = "" }) => {
      const power = PLAN_POWERS.findIndex((name) => of.includes(`${name}'s`));
      const way = of.endsWith("hand over") ? 0 : of.endsWith("jointly") ? 1 : 2;
      return [power, way] as const;
    });
    const pause = encodeFunctionData({ abi, functionName: "pause", args: [IDLE] });
    const act = encodeFunctionData({ abi, functionName: "claimTo", args: [IDLE, currency, BEN] });
    const nonce = await readPlanNow(plan, "nonces", [ANA]);
    const place = { contract: plan.address, chainId: world.chain.chainId, nonce, deadline: FAR };
    const typed = typedPlanAct("claimTo", [IDLE, currency, BEN], place);
    const sign = (account: Address) => world.chain.wallet.signTypedData({ account, ...typed });
    const signed = async (account: Address) =>
      encodeFunctionData({
        ...{ abi, functionName: "actSigned" },
        args: [ANA, act, FAR, await sign(account)],
      });
    const one = { class: 0, start: 1, cliff: 0, length: 0, step: 0, single: 0, double: 0 } as const;
    const grant = { ...one, holder: BEN, units: 1n, withholding: 0, agreement: zeroHash } as const;
    return {
      sync: [encodeFunctionData({ abi, functionName: "sync", args: [currency] })],
      advance: [encodeFunctionData({ abi, functionName: "advance", args: [IDLE] })],
      claim: [encodeFunctionData({ abi, functionName: "claim", args: [IDLE, currency] })],
      claimMany: [encodeFunctionData({ abi, functionName: "claimMany", args: [[IDLE], currency] })],
      claimTo: [act],
      claimTreasury: [encodeFunctionData({ abi, functionName: "claimTreasury", args: [currency] })],
      claimTax: [encodeFunctionData({ abi, functionName: "claimTax", args: [currency] })],
      pushToken: [
        encodeFunctionData({ abi, functionName: "pushToken", args: [currency, BEN, 1n, 1n] }),
      ],
      grant: [encodeFunctionData({ abi, functionName: "grant", args: [[grant]] })],
      seat: [encodeFunctionData({ abi, functionName: "seat", args: [IDLE] })],
      pause: [pause],
      resume: [encodeFunctionData({ abi, functionName: "resume", args: [IDLE] })],
      setWithholding: [
        encodeFunctionData({ abi, functionName: "setWithholding", args: [IDLE, 0] }),
      ],
      addSource: [encodeFunctionData({ abi, functionName: "addSource", args: [BEN, 0n] })],
      resign: [encodeFunctionData({ abi, functionName: "resign", args: [IDLE, Number(FAR)] })],
      dismiss: [
        encodeFunctionData({ abi, functionName: "dismiss", args: [IDLE, Number(FAR), ""] }),
      ],
      dismissForCause: [
        encodeFunctionData({ abi, functionName: "dismissForCause", args: [IDLE, "", zeroHash] }),
      ],
      withdrawLeave: Object.values(LEAVES).map((id) =>
        encodeFunctionData({ abi, functionName: "withdrawLeave", args: [id] }),
      ),
      finishLeave: [encodeFunctionData({ abi, functionName: "finishLeave", args: [BUSY] })],
      lapse: [encodeFunctionData({ abi, functionName: "lapse", args: [IDLE] })],
      declareExit: [encodeFunctionData({ abi, functionName: "declareExit", args: [""] })],
      vetoExit: [encodeFunctionData({ abi, functionName: "vetoExit" })],
      offer: [encodeFunctionData({ abi, functionName: "offer", args: [IDLE, currency, 1n] })],
      withdrawOffer: [encodeFunctionData({ abi, functionName: "withdrawOffer", args: [IDLE] })],
      acceptOffer: [
        encodeFunctionData({ abi, functionName: "acceptOffer", args: [IDLE, currency, 1n] }),
      ],
      callUnits: [encodeFunctionData({ abi, functionName: "callUnits", args: [IDLE] })],
      finishCall: [encodeFunctionData({ abi, functionName: "finishCall", args: [IDLE] })],
      proposeMove: [encodeFunctionData({ abi, functionName: "proposeMove", args: [IDLE, BEN] })],
      cancelMove: [encodeFunctionData({ abi, functionName: "cancelMove", args: [BUSY] })],
      finishMove: [encodeFunctionData({ abi, functionName: "finishMove", args: [BUSY] })],
      proposePower: ways.map(([power, way]) =>
        encodeFunctionData({ abi, functionName: "proposePower", args: [power, way, BEN] }),
      ),
      cancelPower: ways.map(([power, way]) =>
        encodeFunctionData({ abi, functionName: "cancelPower", args: [power, way] }),
      ),
      acceptPower: [encodeFunctionData({ abi, functionName: "acceptPower", args: [2, 0] })],
      alive: [encodeFunctionData({ abi, functionName: "alive" })],
      actSigned: [await signed(ANA), await signed(CLEO)],
      useNonce: [encodeFunctionData({ abi, functionName: "useNonce" })],
      delegate: [encodeFunctionData({ abi, functionName: "delegate", args: [BEN] })],
      delegateBySig: [
        encodeFunctionData({
          abi,
          functionName: "delegateBySig",
          args: [BEN, 0n, 0n, 27, zeroHash, zeroHash],
        }),
      ],
      initialize: [encodeFunctionData({ abi, functionName: "initialize" })],
    };
  }

  it("lists every function that can change a plan, or creates one", () => {
    expect(Object.keys(PLAN_PERMISSIONS).sort()).to.deep.equal(writingNames(equityPlanAbi));
    expect(Object.keys(PLAN_FACTORY_PERMISSIONS)).to.deep.equal(writingNames(equityPlanFactoryAbi));
  });

  for (const [name, permissions] of Object.entries(PLAN_PERMISSIONS)) {
    for (const [index, { of, may }] of permissions.entries()) {
      it(`${name}${of === undefined ? "" : `, ${of}`}: ${may.join(", ") || "nobody"}`, async () => {
        for (const actor of PLAN_ACTORS) {
          const outcome = await attempt(calls[name as Name]?.[index], ACCOUNTS[actor]);
          if (may.includes(actor)) expect(REFUSALS, `${actor}: ${outcome}`).to.not.include(outcome);
          else expect(REFUSALS, `${actor}: ${outcome}`).to.include(outcome);
        }
      });
    }
  }

  /** Runs a call without keeping what it changes. */
  async function attempt(data: Hex | undefined, from: Address): Promise<string> {
    if (data === undefined) throw new Error("A function has no call here: add it.");
    const params = [{ from, to: plan.address, data }, "latest"];
    const { provider } = world.chain.connection;
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
