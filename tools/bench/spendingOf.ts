import type { NetworkConnection } from "hardhat/types/network";
import { type Hex, hexToBigInt, size } from "viem";
import type { Spending } from "./reprice.ts";

interface Step {
  readonly op: string;
  readonly gasCost: number;
  readonly stack?: readonly string[];
}

/** Gas of an SSTORE today, by what it does; of a slot that was not read before it is 2,100 more. */
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

/** What a transaction did that the prices ahead change, from its trace; of created contracts the code is told by whoever knows it. */
export async function spendingOf(
  { provider, viem }: Pick<NetworkConnection, "provider" | "viem">,
  hash: Hex,
): Promise<Spending> {
  const client = await viem.getPublicClient();
  const transaction = await client.getTransaction({ hash });
  const disableStack = size(transaction.input) > LARGE;
  const trace = (await provider.request({
    method: "debug_traceTransaction",
    params: [hash, { disableMemory: true, disableStorage: true, disableStack }],
  })) as { structLogs: readonly Step[] };
  const known = new Set([lastOf(transaction.from), lastOf(transaction.to ?? "0x")]);
  const found = { created: 0, updated: 0, cleared: 0, accounts: 0, payments: 0, contracts: 0 };
  for (const { op, gasCost, stack = [] } of trace.structLogs) {
    if (op === "SSTORE") {
      const paid = gasCost >= COLD ? [gasCost, gasCost - COLD] : [gasCost];
      if (paid.includes(CREATES)) found.created += 1;
      if (paid.includes(UPDATES)) {
        found.updated += 1;
        if (hexToBigInt(asHex(stack.at(-2) ?? "0")) === 0n) found.cleared += 1;
      }
    }
    if (op === "CREATE" || op === "CREATE2") found.contracts += 1;
    const at = ACCOUNT_AT[op];
    if (at === undefined) continue;
    if (disableStack) {
      found.accounts += 1;
      continue;
    }
    const account = lastOf(stack.at(-1 - at) ?? "");
    // The first nine are precompiles.
    if (!known.has(account) && !/^0{38}/.test(account)) found.accounts += 1;
    known.add(account);
    if (op === "CALL" && hexToBigInt(asHex(stack.at(-3) ?? "0")) > 0n) found.payments += 1;
  }
  return { ...found, codeBytes: 0, calldata: size(transaction.input) };
}

function asHex(text: string): Hex {
  return text.startsWith("0x") ? (text as Hex) : `0x${text}`;
}

/** The 20 bytes of an address at the end of a word. */
function lastOf(word: string): string {
  return word.replace(/^0x/, "").toLowerCase().padStart(40, "0").slice(-40);
}
