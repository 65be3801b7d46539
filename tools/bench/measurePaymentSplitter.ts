import { type Bench, party, SALE } from "./openBench.ts";

const CONTRACT = "@openzeppelin/contracts-v4/finance/PaymentSplitter.sol:PaymentSplitter";

/** OpenZeppelin's PaymentSplitter from its deployment to the second release to one of its payees. */
export async function measurePaymentSplitter(bench: Bench, payees: number): Promise<void> {
  const { client, gasOf, operator, owner, record, token, viem } = bench;
  const parties = [owner, ...Array.from({ length: payees - 1 }, (_, i) => party(i))];
  const args = [parties, parties.map(() => 1n)] as const;
  const { contract: splitter, deploymentTransaction } = await viem.sendDeploymentTransaction(
    CONTRACT,
    [...args],
  );
  record(`create a PaymentSplitter, ${payees} payees`, await gasOf(deploymentTransaction.hash));
  const receive = () => operator.sendTransaction({ to: splitter.address, value: SALE / 100n });
  const receiveToken = () => token.write.transfer([splitter.address, SALE]);
  await client.waitForTransactionReceipt({ hash: await receive() });
  await receiveToken();
  await splitter.write.release([owner]);
  await splitter.write.release([token.address, owner]);
  record(`PaymentSplitter receive, ETH, ${payees} payees`, await gasOf(await receive()));
  record(`PaymentSplitter receive, ERC-20, ${payees} payees`, await gasOf(await receiveToken()));
  const release = await gasOf(await splitter.write.release([owner]));
  record(`PaymentSplitter release, ETH, ${payees} payees`, release);
  const releaseToken = await gasOf(await splitter.write.release([token.address, owner]));
  record(`PaymentSplitter release, ERC-20, ${payees} payees`, releaseToken);
}
