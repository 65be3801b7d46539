import { writeFileSync } from "node:fs";
import { type Abi, type AbiFunction, getAbiItem } from "viem";
import { WAYS } from "../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../core/equity/PLAN_POWERS.ts";
import { ACTS } from "../../core/signing/ACTS.ts";
import { PLAN_ACTS } from "../../core/signing/PLAN_ACTS.ts";
import type { Signable } from "../../core/signing/toSignable.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { JOIN } from "../../scripts/chain/partners/signJoining.ts";
import { CALLS } from "./clearSigning/CALLS.ts";
import type { Intent } from "./clearSigning/Intent.ts";
import { MESSAGES } from "./clearSigning/MESSAGES.ts";
import { PLAN_CALLS } from "./clearSigning/PLAN_CALLS.ts";
import { PLAN_MESSAGES } from "./clearSigning/PLAN_MESSAGES.ts";
import { signatureOf, toFormat } from "./clearSigning/toFormat.ts";

// Writes erc7730/: what a hardware wallet says of what is signed, in the form of ERC-7730. The deployments of the factories are
// filled in where they are deployed: a wallet asks whether the factory told of the program or the plan.

type Intents = Readonly<Record<string, Intent>>;

const PROGRAM = "Tributary program";
const PLAN = "Tributary equity plan";

/** What numbers of a plan's functions mean. */
const ENUMS = { power: numbered(PLAN_POWERS), way: numbered(WAYS) };

/** OpenZeppelin's own, whose last field is no deadline by its name. */
const DELEGATION: Signable = {
  type: "Delegation",
  fields: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
};

writeCalls("Program", PROGRAM, {
  ...{ abi: programAbi, calls: CALLS },
  deployEvent:
    "ProgramCreated(address indexed program,address indexed operator,bytes32 indexed termsHash,string name,string uri)",
});
writeCalls("EquityPlan", PLAN, {
  ...{ abi: equityPlanAbi, calls: PLAN_CALLS, enums: ENUMS },
  deployEvent: signatureOf(
    "PlanCreated",
    getAbiItem({ abi: equityPlanFactoryAbi, name: "PlanCreated" }).inputs,
  ),
});
writeMessages("Program", PROGRAM, { ...ACTS, join: { type: "Join", fields: JOIN } }, MESSAGES);
writeMessages("EquityPlan", PLAN, { ...PLAN_ACTS, delegateBySig: DELEGATION }, PLAN_MESSAGES);

interface Calls {
  readonly abi: Abi;
  readonly calls: Intents;
  readonly deployEvent: string;
  readonly enums?: object;
}

function writeCalls(
  contract: string,
  owner: string,
  { abi, calls, deployEvent, enums }: Calls,
): void {
  const functions = abi.filter((item): item is AbiFunction => item.type === "function");
  const formats = functions.flatMap(({ name, inputs }) => {
    const intent = calls[name];
    return intent === undefined
      ? []
      : [[signatureOf(name, inputs), toFormat(name, inputs, intent)] as const];
  });
  write(`calldata-${contract}.json`, {
    context: { $id: owner, contract: { factory: { deployments: [], deployEvent } } },
    metadata: { owner, ...(enums && { enums }) },
    display: { formats: Object.fromEntries(formats) },
  });
}

/** Each program and plan is the verifying contract of what is signed for it, so the domain's names alone say what the file is of. */
function writeMessages(
  contract: string,
  owner: string,
  acts: Readonly<Record<string, Signable>>,
  messages: Intents,
): void {
  const formats = Object.entries(acts).map(([name, { type, fields }]) => {
    const intent = messages[name];
    if (intent === undefined) throw new RangeError(name);
    return [signatureOf(type, fields), toFormat(type, fields, intent)] as const;
  });
  write(`eip712-${contract}.json`, {
    context: { $id: owner, eip712: { domain: { name: "Tributary", version: "1" } } },
    metadata: { owner },
    display: { formats: Object.fromEntries(formats) },
  });
}

function numbered(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [index, name]));
}

function write(name: string, content: object): void {
  const document = { $schema: "../schema/erc7730.schema.json", ...content };
  writeFileSync(
    new URL(`../../erc7730/${name}`, import.meta.url),
    `${JSON.stringify(document, undefined, 2)}\n`,
  );
}
