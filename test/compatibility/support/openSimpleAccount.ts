import {
  type Address,
  concat,
  encodeFunctionData,
  type Hex,
  pad,
  parseAbi,
  parseEventLogs,
  toHex,
} from "viem";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";
import { shippedCode } from "./shippedCode.ts";

const ARTIFACTS = "@account-abstraction/contracts/artifacts";

const OPERATION =
  "struct Operation { address sender; uint256 nonce; bytes initCode; bytes callData; bytes32 accountGasLimits; uint256 preVerificationGas; bytes32 gasFees; bytes paymasterAndData; bytes signature; }";
const ENTRY_POINT = parseAbi([
  OPERATION,
  "function handleOps(Operation[] operations, address beneficiary)",
  "function getUserOpHash(Operation operation) view returns (bytes32)",
  "function getNonce(address sender, uint192 key) view returns (uint256)",
  "function depositTo(address account) payable",
  "event UserOperationEvent(bytes32 indexed hash, address indexed sender, address indexed paymaster, uint256 nonce, bool success, uint256 cost, uint256 gas)",
]);
const FACTORY = parseAbi([
  "constructor(address entryPoint)",
  "function createAccount(address owner, uint256 salt) returns (address)",
  "function getAddress(address owner, uint256 salt) view returns (address)",
  "function senderCreator() view returns (address)",
]);
const EXECUTE = parseAbi(["function execute(address to, uint256 value, bytes data)"]);

/** Two gas figures of an operation in one word. */
const pair = (high: bigint, low: bigint) =>
  concat([pad(toHex(high), { size: 16 }), pad(toHex(low), { size: 16 })]);

/**
 * ERC-4337's SimpleAccount, whose operations this process bundles itself. The first operation deploys it. It has no ERC-1271: it
 * calls and does not sign.
 */
export async function openSimpleAccount({ chain, deploy, openKey }: World): Promise<Account> {
  const { client, wallet } = chain;
  const entryPoint = await deploy(shippedCode(`${ARTIFACTS}/EntryPoint.json`));
  const factory = await deploy(shippedCode(`${ARTIFACTS}/SimpleAccountFactory.json`), FACTORY, [
    entryPoint,
  ]);
  const owner = await openKey();
  const creation = [owner.address, 0n] as const;
  const address = await client.readContract({
    ...{ address: factory, abi: FACTORY, functionName: "getAddress" },
    args: creation,
  });
  await wallet.stranger.writeContract({
    ...{ address: entryPoint, abi: ENTRY_POINT, functionName: "depositTo", ...TRANSACTION },
    ...{ args: [address], value: 10n ** 18n },
  });
  const deployment = concat([
    factory,
    encodeFunctionData({ abi: FACTORY, functionName: "createAccount", args: creation }),
  ]);
  const call = async (to: Address, data: Hex, value = 0n): Promise<void> => {
    const code = await client.getCode({ address });
    const nonce = await client.readContract({
      ...{ address: entryPoint, abi: ENTRY_POINT, functionName: "getNonce" },
      args: [address, 0n],
    });
    const unsigned = {
      sender: address,
      nonce,
      initCode: code === undefined ? deployment : "0x",
      callData: encodeFunctionData({
        ...{ abi: EXECUTE, functionName: "execute" },
        args: [to, value, data],
      }),
      accountGasLimits: pair(1_000_000n, 8_000_000n),
      preVerificationGas: 100_000n,
      gasFees: pair(1n, 1n),
      paymasterAndData: "0x",
    } as const;
    const hash = await client.readContract({
      ...{ address: entryPoint, abi: ENTRY_POINT, functionName: "getUserOpHash" },
      args: [{ ...unsigned, signature: "0x" }],
    });
    const operation = { ...unsigned, signature: await owner.sign({ hash }) };
    const sent = await wallet.stranger.writeContract({
      ...{ address: entryPoint, abi: ENTRY_POINT, functionName: "handleOps", ...TRANSACTION },
      args: [[operation], wallet.stranger.account.address],
    });
    const { logs } = await client.waitForTransactionReceipt({ hash: sent });
    // An entry point carries on where the account's call fails, and says so.
    const [outcome] = parseEventLogs({ abi: ENTRY_POINT, logs, eventName: "UserOperationEvent" });
    if (!outcome?.args.success) throw new Error("The account's call failed.");
  };
  return { address, call };
}
