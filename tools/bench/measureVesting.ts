import { type Address, parseAbi } from "viem";
import { FOUR_YEARS } from "./measureEquity.ts";
import { measureSablier } from "./measureSablier.ts";
import { type Bench, nameOf, PERIOD, party, SALE } from "./openBench.ts";
import { shippedCode } from "./shippedCode.ts";

const WALLET = {
  code: "@openzeppelin/contracts/build/contracts/VestingWallet.json",
  abi: parseAbi([
    "constructor(address beneficiary, uint64 start, uint64 duration) payable",
    "function release()",
    "function release(address token)",
  ]),
} as const;

/** What others take for one holder's money that vests, by the code that their packages ship: the second payment of each. */
export async function measureVesting(bench: Bench): Promise<void> {
  await measureWallet(bench);
  await measureSablier(bench);
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
