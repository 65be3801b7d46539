import { readFileSync } from "node:fs";
import { type Address, type Hex, parseAbi, zeroAddress } from "viem";
import { FOUR_YEARS } from "./measureEquity.ts";
import { type Bench, nameOf, PERIOD, party, SALE } from "./openBench.ts";

const WALLET = {
  code: "@openzeppelin/contracts/build/contracts/VestingWallet.json",
  abi: parseAbi([
    "constructor(address beneficiary, uint64 start, uint64 duration) payable",
    "function release()",
    "function release(address token)",
  ]),
} as const;

const FLOW = {
  code: "@sablier/flow/artifacts/SablierFlow.json",
  abi: parseAbi([
    "constructor(address comptroller, address descriptor)",
    "function createAndDeposit(address sender, address recipient, uint128 ratePerSecond, uint40 startTime, address token, bool transferable, uint128 amount) payable returns (uint256)",
    "function withdrawMax(uint256 streamId, address to) payable returns (uint128)",
  ]),
} as const;

/**
 * Says yes to ERC-165, and 0 where a withdrawal asks for its fee. The package ships no code of its comptroller, which looks it up in
 * storage: what is measured is a little less than a withdrawal takes.
 *
 *     mstore(0, eq(shr(224, calldataload(0)), 0x01ffc9a7)) return(0, 32)
 */
const COMPTROLLER: Hex = "0x60118060095f395ff35f3560e01c6301ffc9a7145f5260205ff3";

/** What others take for one holder's money that vests, by the code that their packages ship: the second payment of each. */
export async function measureVesting(bench: Bench): Promise<void> {
  await measureWallet(bench);
  await measureFlow(bench);
}

/** A contract for each holder. */
async function measureWallet(bench: Bench): Promise<void> {
  const { client, currencies, measure, networkHelpers, operator, token } = bench;
  const holder = party(0);
  const start = BigInt(await networkHelpers.time.latest());
  const deployed = await operator.deployContract({
    ...{ abi: WALLET.abi, bytecode: shippedCode(WALLET.code) },
    args: [holder, start, BigInt(FOUR_YEARS)],
  });
  await measure("create a VestingWallet", deployed);
  const { contractAddress: address } = await client.waitForTransactionReceipt({ hash: deployed });
  if (!address) throw new Error("No VestingWallet was deployed.");
  const release = (currency: Address) =>
    currency === token.address
      ? operator.writeContract({
          address,
          abi: WALLET.abi,
          functionName: "release",
          args: [currency],
        })
      : operator.writeContract({ address, abi: WALLET.abi, functionName: "release", args: [] });
  await client.waitForTransactionReceipt({
    hash: await operator.sendTransaction({ to: address, value: SALE }),
  });
  await token.write.transfer([address, SALE]);
  for (const round of [1, 2]) {
    await networkHelpers.time.increase(PERIOD);
    for (const currency of currencies) {
      const hash = await release(currency);
      if (round === 2) await measure(`VestingWallet release, ${nameOf(currency)}`, hash);
    }
  }
}

/** A stream for each holder; of tokens alone. */
async function measureFlow(bench: Bench): Promise<void> {
  const { client, measure, networkHelpers, operator, owner, token } = bench;
  const holder = party(0);
  const comptroller = await addressOf(operator.sendTransaction({ data: COMPTROLLER }));
  const flow = await addressOf(
    operator.deployContract({
      ...{ abi: FLOW.abi, bytecode: shippedCode(FLOW.code), args: [comptroller, zeroAddress] },
    }),
  );
  const contract = { address: flow, abi: FLOW.abi } as const;
  await token.write.approve([flow, 2n * SALE]);
  const rate = SALE / BigInt(FOUR_YEARS);
  for (const round of [1, 2]) {
    const stream = [owner, holder, rate, 0, token.address, false, SALE] as const;
    const hash = await operator.writeContract({
      ...{ ...contract, functionName: "createAndDeposit", args: stream },
    });
    if (round === 2) await measure("Sablier Flow stream, created and funded", hash);
  }
  for (const round of [1, 2]) {
    await networkHelpers.time.increase(PERIOD);
    const hash = await operator.writeContract({
      ...{ ...contract, functionName: "withdrawMax", args: [1n, holder] },
    });
    if (round === 2) await measure("Sablier Flow withdraw, ERC-20", hash);
  }

  async function addressOf(sent: Promise<Hex>): Promise<Address> {
    const { contractAddress } = await client.waitForTransactionReceipt({ hash: await sent });
    if (!contractAddress) throw new Error("Nothing was deployed.");
    return contractAddress;
  }
}

/** Creation code as a package ships it: compiled by its authors, with their settings. */
function shippedCode(artifact: string): Hex {
  const path = new URL(`../../node_modules/${artifact}`, import.meta.url);
  const { bytecode } = JSON.parse(readFileSync(path, "utf8")) as {
    bytecode: Hex | { readonly object: Hex };
  };
  return typeof bytecode === "string" ? bytecode : bytecode.object;
}
