import { type Bench, party, SALE } from "./openBench.ts";

/** What any payment is measured by: a plain transfer to somebody who has some already. */
export async function measureTransfers({ gasOf, operator, record, token }: Bench): Promise<void> {
  const to = party(20_000);
  const send = () => operator.sendTransaction({ to, value: SALE / 1000n });
  const sendToken = () => token.write.transfer([to, SALE]);
  await send();
  await sendToken();
  record("plain transfer, ETH", await gasOf(await send()));
  record("plain transfer, ERC-20", await gasOf(await sendToken()));
}
