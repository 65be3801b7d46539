import { type Bench, party, SALE } from "./openBench.ts";

/** The second release to one payee of two. */
export async function measurePaymentSplitter(bench: Bench): Promise<void> {
  const { gasOf, operator, owner, record, token, viem } = bench;
  const splitter = await viem.deployContract(
    "@openzeppelin/contracts-v4/finance/PaymentSplitter.sol:PaymentSplitter",
    [
      [owner, party(1)],
      [1n, 1n],
    ],
  );
  const payIn = async () => {
    await operator.sendTransaction({ to: splitter.address, value: SALE / 100n });
    await token.write.transfer([splitter.address, SALE]);
  };
  await payIn();
  await splitter.write.release([owner]);
  await splitter.write.release([token.address, owner]);
  await payIn();
  record("PaymentSplitter 4.9.6 release, ETH", await gasOf(await splitter.write.release([owner])));
  record(
    "PaymentSplitter 4.9.6 release, ERC-20",
    await gasOf(await splitter.write.release([token.address, owner])),
  );
}
