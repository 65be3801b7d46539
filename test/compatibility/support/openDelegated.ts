import type { Address } from "viem";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";

/** A wallet with a key whose code is another contract's, under EIP-7702. It still signs and sends with its key. */
export async function openDelegated(world: World, delegate: Address): Promise<Account> {
  const { chain, keyed, openKey } = world;
  const key = await openKey();
  const wallet = keyed(key);
  const authorization = await wallet.signAuthorization({
    ...{ contractAddress: delegate, chainId: 31_337, executor: "self" },
    nonce: (await chain.client.getTransactionCount({ address: key.address })) + 1,
  });
  // Not to itself: that would call the delegate at once.
  await wallet.sendTransaction({
    ...{ to: chain.wallet.stranger.account.address, authorizationList: [authorization] },
    ...{ gas: 1_000_000n, chain: null },
  });
  const code = await chain.client.getCode({ address: key.address });
  if (code !== `0xef0100${delegate.slice(2).toLowerCase()}`)
    throw new Error(`${key.address} has the code ${code}, not a delegation.`);
  return {
    address: key.address,
    call: async (to, data, value = 0n) => {
      const hash = await wallet.sendTransaction({ to, data, value, ...TRANSACTION });
      const { status } = await chain.client.waitForTransactionReceipt({ hash });
      if (status !== "success") throw new Error("The call failed.");
    },
    sign: (typed) => key.signTypedData(typed),
  };
}
