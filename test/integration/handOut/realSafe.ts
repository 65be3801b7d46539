import {
  type Address,
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  encodePacked,
  getContractAddress,
  type Hash,
  type Hex,
  hashTypedData,
  keccak256,
  pad,
  parseAbi,
  size,
  toHex,
  zeroAddress,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Chain } from "../../../scripts/chain/openChain.ts";
import type { ValueCall } from "../../../scripts/chain/recording/encodeCalls.ts";
import { waitFor } from "../../../scripts/chain/send.ts";
import { FACTORY, SAFE_ABI, SAFE_TX, UNPAID } from "../../compatibility/support/openSafe.ts";
import { shippedCode } from "../../compatibility/support/shippedCode.ts";

/** Safe 1.4.1, as its package ships it. */
const PLACE = "@safe-global/safe-contracts/build/artifacts/contracts";
const codeOf = (file: string, name: string) => shippedCode(`${PLACE}/${file}/${name}.json`);
/** In the order in which they are deployed. */
const CODES = [
  codeOf("Safe.sol", "Safe"),
  codeOf("proxies/SafeProxyFactory.sol", "SafeProxyFactory"),
  codeOf("libraries/MultiSendCallOnly.sol", "MultiSendCallOnly"),
  codeOf("handler/CompatibilityFallbackHandler.sol", "CompatibilityFallbackHandler"),
];
/** The development chain's first account, whose first transactions these are. */
const DEPLOYER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const [SINGLETON, MAKER, MULTI_SEND, HANDLER] = CODES.map((_, nonce) =>
  getContractAddress({ from: DEPLOYER, nonce: BigInt(nonce) }),
) as [Address, Address, Address, Address];
const MULTI = parseAbi(["function multiSend(bytes transactions) payable"]);
const DELEGATECALL = 1;

/** Both sign, in the order of their addresses. */
const OWNERS = [1n, 2n]
  .map((key) => privateKeyToAccount(toHex(key + 2n ** 90n, { size: 32 })))
  .toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
const SETUP = encodeFunctionData({
  abi: SAFE_ABI,
  functionName: "setup",
  args: [
    OWNERS.map(({ address }) => address),
    ...([2n, zeroAddress, "0x", HANDLER, zeroAddress, 0n, zeroAddress] as const),
  ],
});

/** Where the factory puts it. */
export const SAFE: Address = getContractAddress({
  opcode: "CREATE2",
  from: MAKER,
  salt: keccak256(concat([keccak256(SETUP), pad("0x", { size: 32 })])),
  bytecode: concat([
    codeOf("proxies/SafeProxy.sol", "SafeProxy"),
    encodeAbiParameters([{ type: "address" }], [SINGLETON]),
  ]),
});

/** Deploys a Safe that two owners sign for, on a chain on which nothing was sent before. */
export async function deploySafe({ wallet, ...chain }: Chain, account: Address): Promise<void> {
  const whole = { wallet, ...chain };
  for (const bytecode of CODES) {
    const call = { abi: [], bytecode, account, chain: wallet.chain } as const;
    await waitFor(whole, await wallet.deployContract(call));
  }
  const hash = await wallet.writeContract({
    ...{ address: MAKER, abi: FACTORY, account, chain: wallet.chain },
    ...{ functionName: "createProxyWithNonce", args: [SINGLETON, SETUP, 0n] },
  });
  await waitFor(whole, hash);
}

/** Has the Safe make calls in one transaction, as its app does: several by its own contract for that. */
export async function executeBySafe(
  chain: Chain,
  account: Address,
  calls: readonly ValueCall[],
): Promise<Hash> {
  const { client, wallet } = chain;
  const [only, ...others] = calls;
  if (only === undefined) throw new Error("no calls");
  const { to, value, data, operation } =
    others.length === 0 ? { ...only, operation: UNPAID.operation } : together(calls);
  const nonce = await client.readContract({ address: SAFE, abi: SAFE_ABI, functionName: "nonce" });
  const digest = hashTypedData({
    domain: { chainId: chain.chainId, verifyingContract: SAFE },
    types: { SafeTx: SAFE_TX },
    primaryType: "SafeTx",
    message: { to, value, data, ...UNPAID, operation, nonce },
  });
  const signatures = await Promise.all(OWNERS.map((owner) => owner.sign({ hash: digest })));
  const { safeTxGas, baseGas, gasPrice, gasToken, refundReceiver } = UNPAID;
  const rest = [safeTxGas, baseGas, gasPrice, gasToken, refundReceiver] as const;
  const hash = await wallet.writeContract({
    ...{ address: SAFE, abi: SAFE_ABI, functionName: "execTransaction", account },
    ...{ chain: wallet.chain, gas: 16_000_000n },
    args: [to, value, data, operation, ...rest, concat(signatures)],
  });
  await waitFor(chain, hash);
  return hash;
}

function together(calls: readonly ValueCall[]) {
  const packed: Hex[] = calls.map(({ to, value, data }) =>
    encodePacked(
      ["uint8", "address", "uint256", "uint256", "bytes"],
      [UNPAID.operation, to, value, BigInt(size(data)), data],
    ),
  );
  const data = encodeFunctionData({
    ...{ abi: MULTI, functionName: "multiSend", args: [concat(packed)] },
  });
  return { to: MULTI_SEND, value: 0n, data, operation: DELEGATECALL };
}
