import type { Page } from "@playwright/test";
import { createWalletClient, http, type TransactionRequest } from "viem";
import type { HDAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { announceWallet } from "./announceWallet.ts";
import { ProviderError } from "./ProviderError.ts";

export interface TestWallet {
  /** What the owner answers when asked to sign. */
  answer: "sign" | "reject" | "fail";
  /** What the owner answers when asked to connect or to switch the chain. */
  consents: boolean;
  /** Whether it can be switched to a chain that it was not told of. */
  knowsChains: boolean;
  /** What was asked of the wallet. */
  readonly asked: string[];
  /** The chains that it was told of, as it was told. */
  readonly added: unknown[];
}

interface Call {
  readonly method: string;
  readonly params?: readonly unknown[];
}

type Answer = { readonly result: unknown } | { readonly error: { code: number; message: string } };

const REJECTED = 4001;
const UNKNOWN_CHAIN = 4902;

/**
 * Gives the page a wallet (EIP-6963) that signs with a local key in this process. It shows no account before the visitor
 * connects.
 */
export async function installWallet(
  page: Page,
  rpcUrl: string,
  account: HDAccount,
  chainId: number = hardhat.id,
): Promise<TestWallet> {
  const wallet: TestWallet = {
    ...{ answer: "sign", consents: true, knowsChains: true },
    ...{ asked: [], added: [] },
  };
  const client = createWalletClient({ account, chain: hardhat, transport: http(rpcUrl) });
  let isConnected = false;
  let current = chainId;

  async function send(request: TransactionRequest): Promise<string> {
    if (wallet.answer === "reject") throw new ProviderError(REJECTED, "User rejected the request.");
    if (wallet.answer === "fail") {
      throw new ProviderError(-32_603, "insufficient funds for gas * price + value");
    }
    return client.sendTransaction({ to: request.to ?? null, data: request.data ?? "0x" });
  }

  async function handle({ method, params = [] }: Call): Promise<unknown> {
    wallet.asked.push(method);
    switch (method) {
      case "eth_requestAccounts":
        consent();
        isConnected = true;
        return [account.address];
      case "eth_accounts":
        return isConnected ? [account.address] : [];
      case "eth_chainId":
        return `0x${current.toString(16)}`;
      case "wallet_switchEthereumChain":
        consent();
        if (!wallet.knowsChains) throw new ProviderError(UNKNOWN_CHAIN, "Unrecognized chain ID.");
        return goTo(Number((params[0] as { chainId: string }).chainId));
      case "wallet_addEthereumChain":
        consent();
        wallet.added.push(params[0]);
        return goTo(Number((params[0] as { chainId: string }).chainId));
      case "wallet_revokePermissions":
        isConnected = false;
        return null;
      case "eth_sendTransaction":
        return send(params[0] as TransactionRequest);
      default:
        throw new ProviderError(4200, `The test wallet does not know ${method}.`);
    }
  }

  async function goTo(id: number): Promise<null> {
    current = id;
    await page.evaluate(
      (detail) => window.dispatchEvent(new CustomEvent("test:chain", { detail })),
      current,
    );
    return null;
  }

  function consent(): void {
    if (!wallet.consents) throw new ProviderError(REJECTED, "User rejected the request.");
  }

  await page.exposeFunction("testWalletRequest", async (call: Call): Promise<Answer> => {
    try {
      return { result: await handle(call) };
    } catch (error) {
      const code = error instanceof ProviderError ? error.code : -32_603;
      return { error: { code, message: String(error) } };
    }
  });
  await page.addInitScript(announceWallet);
  return wallet;
}
