import {
  type Address,
  encodeFunctionData,
  type Hex,
  hashTypedData,
  parseAbi,
  zeroAddress,
} from "viem";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";
import { shippedCode } from "./shippedCode.ts";

/** Of a Safe. */
export const SAFE_ABI = parseAbi([
  "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address receiver)",
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable",
  "function nonce() view returns (uint256)",
]);
/** Of what makes Safes. */
export const FACTORY = parseAbi([
  "function createProxyWithNonce(address singleton, bytes initializer, uint256 salt) returns (address proxy)",
]);

/** What owners sign of a Safe's transaction. */
export const SAFE_TX = [
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "data", type: "bytes" },
  { name: "operation", type: "uint8" },
  { name: "safeTxGas", type: "uint256" },
  { name: "baseGas", type: "uint256" },
  { name: "gasPrice", type: "uint256" },
  { name: "gasToken", type: "address" },
  { name: "refundReceiver", type: "address" },
  { name: "nonce", type: "uint256" },
] as const;

/** What a Safe's transaction says beside its call: nobody is paid for sending it. */
export const UNPAID = {
  operation: 0,
  safeTxGas: 0n,
  baseGas: 0n,
  gasPrice: 0n,
  gasToken: zeroAddress,
  refundReceiver: zeroAddress,
} as const;

export interface SafeOptions {
  /** Where the package keeps its contracts' artifacts. */
  readonly artifacts: string;
  /** Without its fallback handler a Safe has no ERC-1271. */
  readonly handled: boolean;
}

/** A Safe that two of three owners sign for, made by its factory. */
export async function openSafe(
  world: World,
  { artifacts, handled }: SafeOptions,
): Promise<Account> {
  const { chain, deploy, openKey } = world;
  const { client, wallet } = chain;
  const place = (file: string, name: string) => shippedCode(`${artifacts}/${file}/${name}.json`);
  const singleton = await deploy(place("Safe.sol", "Safe"));
  const factory = await deploy(place("proxies/SafeProxyFactory.sol", "SafeProxyFactory"));
  const handler = handled
    ? await deploy(
        place("handler/CompatibilityFallbackHandler.sol", "CompatibilityFallbackHandler"),
      )
    : zeroAddress;
  const keys = [await openKey(), await openKey(), await openKey()];
  const owners = keys.map(({ address }) => address);
  const initializer = encodeFunctionData({
    abi: SAFE_ABI,
    functionName: "setup",
    args: [owners, 2n, zeroAddress, "0x", handler, zeroAddress, 0n, zeroAddress],
  });
  const { result: address, request } = await client.simulateContract({
    ...{ address: factory, abi: FACTORY, account: wallet.stranger.account },
    functionName: "createProxyWithNonce",
    args: [singleton, initializer, 0n],
  });
  await wallet.stranger.writeContract({ ...request, ...TRANSACTION });

  const domain = { chainId: 31_337, verifyingContract: address };
  // In the order of their addresses, as a Safe asks.
  const signers = keys
    .slice(0, 2)
    .toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
  const signAll = async (hash: Hex): Promise<Hex> => {
    const signatures = await Promise.all(signers.map((key) => key.sign({ hash })));
    return `0x${signatures.map((signature) => signature.slice(2)).join("")}`;
  };
  const call = async (to: Address, data: Hex, value = 0n): Promise<void> => {
    const nonce = await client.readContract({ address, abi: SAFE_ABI, functionName: "nonce" });
    const hash = hashTypedData({
      domain,
      types: { SafeTx: SAFE_TX },
      primaryType: "SafeTx",
      message: { to, value, data, ...UNPAID, nonce },
    });
    const { operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver } = UNPAID;
    const rest = [safeTxGas, baseGas, gasPrice, gasToken, refundReceiver] as const;
    await wallet.stranger.writeContract({
      ...{ address, abi: SAFE_ABI, functionName: "execTransaction", ...TRANSACTION },
      args: [to, value, data, operation, ...rest, await signAll(hash)],
    });
  };
  if (!handled) return { address, call };
  return {
    address,
    call,
    sign: (typed) =>
      signAll(
        hashTypedData({
          domain,
          types: { SafeMessage: [{ name: "message", type: "bytes" }] },
          primaryType: "SafeMessage",
          message: { message: hashTypedData(typed) },
        }),
      ),
  };
}
