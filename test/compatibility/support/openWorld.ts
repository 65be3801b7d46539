import {
  type Abi,
  type Address,
  createWalletClient,
  custom,
  encodeDeployData,
  getAddress,
  type Hex,
  type LocalAccount,
  type PrivateKeyAccount,
  toHex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Chain, openChain } from "../../spec/openChain.ts";
import { TRANSACTION } from "../../spec/transaction.ts";

/** Before EIP-7825, which bounds a transaction's gas, and without EIP-170, which bounds a contract's code. */
const UNLIMITED = {
  allowUnlimitedContractSize: true,
  hardfork: "prague",
  blockGasLimit: 100_000_000n,
};

const BALANCE = toHex(10n ** 21n);

export type World = Awaited<ReturnType<typeof openWorld>>;

/** An in-process chain with the protocol, to which real contracts are deployed beside it. */
export async function openWorld({ unlimited = false } = {}) {
  const chain = await openChain(unlimited ? UNLIMITED : {});
  const { client, wallet, provider } = chain;
  let keys = 0n;
  /** A wallet with a key and ETH, that nobody used before. */
  const openKey = async (): Promise<PrivateKeyAccount> => {
    keys += 1n;
    const account = privateKeyToAccount(toHex(keys + 2n ** 100n, { size: 32 }));
    await provider.request({ method: "hardhat_setBalance", params: [account.address, BALANCE] });
    return account;
  };
  const deploy = async (code: Hex, abi: Abi = [], args: unknown[] = []): Promise<Address> => {
    const data = encodeDeployData({ abi, bytecode: code, args });
    const hash = await wallet.stranger.sendTransaction({ data, ...TRANSACTION });
    const { contractAddress } = await client.waitForTransactionReceipt({ hash });
    if (!contractAddress) throw new Error("Nothing was deployed.");
    return getAddress(contractAddress);
  };
  return { chain, openKey, deploy, keyed: (account: LocalAccount) => keyed(chain, account) };
}

/** Sends what a key signs at the chain's time. */
function keyed({ provider, clock }: Chain, account: LocalAccount) {
  const transport = custom({
    async request({ method, params }: { method: string; params?: unknown[] }) {
      if (method === "eth_sendRawTransaction") {
        await provider.request({ method: "evm_setNextBlockTimestamp", params: [clock.now] });
      }
      return provider.request({ method, ...(params === undefined ? {} : { params }) });
    },
  });
  return createWalletClient({ account, transport });
}
