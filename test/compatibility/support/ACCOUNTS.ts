import { EIP7702StatelessDeleGator } from "@metamask/delegation-abis/bytecode";
import { type Address, parseAbi } from "viem";
import type { Account } from "./Account.ts";
import { multicall3 } from "./multicall3.ts";
import { openDelegated } from "./openDelegated.ts";
import { openGovernor } from "./openGovernor.ts";
import { openSafe } from "./openSafe.ts";
import { openSimpleAccount } from "./openSimpleAccount.ts";
import { openTimelock } from "./openTimelock.ts";
import { openVestingWallet } from "./openVestingWallet.ts";
import type { World } from "./openWorld.ts";
import { shippedCode } from "./shippedCode.ts";

export interface AccountKind {
  /** As docs/compatibility.md has it. */
  readonly name: string;
  open(world: World): Promise<Account>;
  /** Whether it can call anything at all. */
  readonly calls: boolean;
  /** Whether what its owners sign counts as its own signature. */
  readonly signs: boolean;
}

const SAFE_1_4_1 = "@safe-global/safe-contracts/build/artifacts/contracts";
const SAFE_1_5_0 = "@safe-global/safe-smart-account/build/artifacts/contracts";

const DELEGATOR = parseAbi(["constructor(address delegationManager, address entryPoint)"]);
/** ERC-4337's entry point of version 0.8, which is not asked anything here. */
const ENTRY_POINT: Address = "0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108";

/** Every account that the tests deploy. */
export const ACCOUNTS: readonly AccountKind[] = [
  {
    name: "Safe 1.4.1",
    open: (world) => openSafe(world, { artifacts: SAFE_1_4_1, handled: true }),
    calls: true,
    signs: true,
  },
  {
    name: "Safe 1.5.0",
    open: (world) => openSafe(world, { artifacts: SAFE_1_5_0, handled: true }),
    calls: true,
    signs: true,
  },
  {
    name: "Safe 1.4.1 without fallback handler",
    open: (world) => openSafe(world, { artifacts: SAFE_1_4_1, handled: false }),
    calls: true,
    signs: false,
  },
  { name: "SimpleAccount 0.8 (ERC-4337)", open: openSimpleAccount, calls: true, signs: false },
  { name: "OpenZeppelin Governor", open: openGovernor, calls: true, signs: false },
  { name: "OpenZeppelin TimelockController", open: openTimelock, calls: true, signs: false },
  { name: "OpenZeppelin VestingWallet", open: openVestingWallet, calls: false, signs: false },
  {
    name: "EIP-7702: Simple7702Account 0.8",
    open: async (world) => {
      const artifact = "@account-abstraction/contracts/artifacts/Simple7702Account.json";
      return openDelegated(world, await world.deploy(shippedCode(artifact)));
    },
    calls: true,
    signs: true,
  },
  {
    name: "EIP-7702: MetaMask EIP7702StatelessDeleGator",
    open: async (world) => {
      const args = [world.chain.factory, ENTRY_POINT];
      const delegate = await world.deploy(EIP7702StatelessDeleGator, DELEGATOR, args);
      return openDelegated(world, delegate);
    },
    calls: true,
    signs: true,
  },
  {
    name: "EIP-7702: SimpleAccount 0.8 (no ERC-1271)",
    open: async (world) => {
      const artifact = "@account-abstraction/contracts/artifacts/SimpleAccount.json";
      const abi = parseAbi(["constructor(address entryPoint)"]);
      return openDelegated(world, await world.deploy(shippedCode(artifact), abi, [ENTRY_POINT]));
    },
    calls: true,
    signs: true,
  },
];

/** A delegate that takes no ETH and has no ERC-1271. */
export async function openBareDelegate(world: World): Promise<Account> {
  return openDelegated(world, await world.deploy(await multicall3()));
}
