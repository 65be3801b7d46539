import { type Address, type Hex, parseAbi, zeroAddress } from "viem";
import { FOUR_YEARS } from "./measureEquity.ts";
import { type Bench, PERIOD, party, SALE } from "./openBench.ts";
import { shippedCode } from "./shippedCode.ts";

const FLOW = {
  code: "@sablier/flow/artifacts/SablierFlow.json",
  abi: parseAbi([
    "constructor(address comptroller, address descriptor)",
    "function createAndDeposit(address sender, address recipient, uint128 ratePerSecond, uint40 startTime, address token, bool transferable, uint128 amount) payable returns (uint256)",
    "function withdrawMax(uint256 streamId, address to) payable returns (uint128)",
  ]),
} as const;

const LOCKUP = {
  code: "@sablier/lockup/artifacts/SablierLockup.json",
  libraries: ["LockupHelpers", "LockupMath"],
  abi: parseAbi([
    "constructor(address comptroller, address descriptor)",
    "struct Stream { address sender; address recipient; uint128 depositAmount; address token; bool cancelable; bool transferable; string shape; }",
    "struct Unlocked { uint128 start; uint128 cliff; }",
    "struct Durations { uint40 cliff; uint40 total; }",
    "function createWithDurationsLL(Stream params, Unlocked unlockAmounts, uint40 granularity, Durations durations) payable returns (uint256)",
    "function withdrawMax(uint256 streamId, address to) payable returns (uint128)",
  ]),
} as const;

/**
 * Says yes to ERC-165, and 0 where a withdrawal asks for its fee. The packages ship no code of their comptroller, which looks it up in
 * storage: what is measured is a little less than a withdrawal takes.
 *
 *     mstore(0, eq(shr(224, calldataload(0)), 0x01ffc9a7)) return(0, 32)
 */
const COMPTROLLER: Hex = "0x60118060095f395ff35f3560e01c6301ffc9a7145f5260205ff3";

/** Both of Sablier's: a stream for each holder, of tokens alone. */
export async function measureSablier(bench: Bench): Promise<void> {
  const comptroller = await addressOf(bench, bench.operator.sendTransaction({ data: COMPTROLLER }));
  await measureFlow(bench, comptroller);
  await measureLockup(bench, comptroller);
}

/** A rate without an end. */
async function measureFlow(bench: Bench, comptroller: Address): Promise<void> {
  const { measure, operator, owner, token } = bench;
  const bytecode = shippedCode(FLOW.code);
  const args = [comptroller, zeroAddress] as const;
  const address = await addressOf(
    bench,
    operator.deployContract({ abi: FLOW.abi, bytecode, args }),
  );
  await token.write.approve([address, 2n * SALE]);
  const rate = SALE / BigInt(FOUR_YEARS);
  for (const round of [1, 2]) {
    const stream = [owner, party(0), rate, 0, token.address, false, SALE] as const;
    const hash = await operator.writeContract({
      ...{ address, abi: FLOW.abi, functionName: "createAndDeposit", args: stream },
    });
    if (round === 2) await measure("Sablier Flow stream, created and funded", hash);
  }
  await withdraw(bench, address, "Sablier Flow");
}

/** A sum that vests by the second until its end. */
async function measureLockup(bench: Bench, comptroller: Address): Promise<void> {
  const { measure, operator, owner, token } = bench;
  const libraries: Record<string, Address> = {};
  for (const name of LOCKUP.libraries) {
    const data = shippedCode(`@sablier/lockup/artifacts/libraries/${name}.json`);
    libraries[name] = await addressOf(bench, operator.sendTransaction({ data }));
  }
  const bytecode = shippedCode(LOCKUP.code, libraries);
  const args = [comptroller, zeroAddress] as const;
  const address = await addressOf(
    bench,
    operator.deployContract({ abi: LOCKUP.abi, bytecode, args }),
  );
  await token.write.approve([address, 2n * SALE]);
  const stream = {
    ...{ sender: owner, recipient: party(0), depositAmount: SALE, token: token.address },
    ...{ cancelable: true, transferable: false, shape: "" },
  };
  for (const round of [1, 2]) {
    const hash = await operator.writeContract({
      ...{ address, abi: LOCKUP.abi, functionName: "createWithDurationsLL" },
      args: [stream, { start: 0n, cliff: 0n }, 1, { cliff: 0, total: FOUR_YEARS }],
    });
    if (round === 2) await measure("Sablier Lockup stream, created and funded", hash);
  }
  await withdraw(bench, address, "Sablier Lockup");
}

/** What vested since the last time, twice. */
async function withdraw(bench: Bench, address: Address, name: string): Promise<void> {
  const { measure, networkHelpers, operator } = bench;
  for (const round of [1, 2]) {
    await networkHelpers.time.increase(PERIOD);
    const hash = await operator.writeContract({
      ...{ address, abi: FLOW.abi, functionName: "withdrawMax", args: [1n, party(0)] },
    });
    if (round === 2) await measure(`${name} withdraw, ERC-20`, hash);
  }
}

async function addressOf({ client }: Bench, sent: Promise<Hex>): Promise<Address> {
  const { contractAddress } = await client.waitForTransactionReceipt({ hash: await sent });
  if (!contractAddress) throw new Error("Nothing was deployed.");
  return contractAddress;
}
