import type { NetworkConnection } from "hardhat/types/network";
import { type Hex, size } from "viem";
import type { Spending } from "./reprice.ts";

interface Step {
  readonly op: string;
  readonly gasCost: number;
  /** The last is the top. */
  readonly stack?: readonly string[];
}

/** Gas of an SSTORE today, by what it does; of a slot that was not read before it is `COLD` more. */
const COLD = 2_100;
const CREATES = 20_000;
const UPDATES = 2_900;

/** Where an opcode that reaches an account has its address, counted from the top of the stack. */
const ACCOUNT_AT: Readonly<Record<string, number>> = {
  ...{ CALL: 1, STATICCALL: 1, DELEGATECALL: 1, CALLCODE: 1 },
  ...{ BALANCE: 0, EXTCODESIZE: 0, EXTCODEHASH: 0, EXTCODECOPY: 0 },
};

/** Of calldata, above which the trace leaves the stack out: such a transaction reaches each account once, and empties nothing. */
const LARGE = 8_000;

/** What a transaction did that the prices ahead change, from its trace; of what it creates the code's size is for whoever knows it. */
export async function spendingOf(
  { provider, viem }: Pick<NetworkConnection, "provider" | "viem">,
  hash: Hex,
): Promise<Spending> {
  const client = await viem.getPublicClient();
  const { from, to, input } = await client.getTransaction({ hash });
  const disableStack = size(input) > LARGE;
  const { structLogs } = (await provider.request({
    method: "debug_traceTransaction",
    params: [hash, { disableMemory: true, disableStorage: true, disableStack }],
  })) as { structLogs: readonly Step[] };
  const updates = structLogs.filter((step) => writes(step, UPDATES));
  const created = structLogs.filter((step) => writes(step, CREATES));
  return {
    created: created.length,
    updated: updates.length,
    cleared: updates.filter((step) => isZero(topOf(step, 1))).length,
    accounts: countAccounts(structLogs, [from, to ?? "0x"]),
    payments: structLogs.filter((step) => step.op === "CALL" && !isZero(topOf(step, 2) ?? "0"))
      .length,
    contracts: structLogs.filter(({ op }) => op === "CREATE" || op === "CREATE2").length,
    codeBytes: 0,
    calldata: size(input),
  };
}

function writes({ op, gasCost }: Step, price: number): boolean {
  return op === "SSTORE" && (gasCost === price || gasCost === price + COLD);
}

/** How many are reached beside those that are known from the start. */
function countAccounts(steps: readonly Step[], known: readonly string[]): number {
  const seen = new Set(known.map(addressOf));
  for (const [index, step] of steps.entries()) {
    const at = ACCOUNT_AT[step.op];
    if (at === undefined) continue;
    const word = topOf(step, at);
    const address = word === undefined ? `${index}` : addressOf(word);
    if (!isPrecompile(address)) seen.add(address);
  }
  return seen.size - known.length;
}

function topOf({ stack }: Step, at: number): string | undefined {
  return stack?.at(-1 - at);
}

function isZero(word: string | undefined): boolean {
  return word !== undefined && /^(0x)?0*$/.test(word);
}

function isPrecompile(address: string): boolean {
  return /^0{38}/.test(address);
}

/** The 20 bytes of an address at the end of a word. */
function addressOf(word: string): string {
  return word.replace(/^0x/, "").toLowerCase().padStart(40, "0").slice(-40);
}
