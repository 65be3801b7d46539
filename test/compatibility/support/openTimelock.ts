import { type Address, type Hex, parseAbi, toHex, zeroAddress, zeroHash } from "viem";
import { moveClock } from "../../spec/moveClock.ts";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";
import { shippedCode } from "./shippedCode.ts";

const TIMELOCK = parseAbi([
  "constructor(uint256 delay, address[] proposers, address[] executors, address admin)",
  "function schedule(address to, uint256 value, bytes data, bytes32 predecessor, bytes32 salt, uint256 delay)",
  "function execute(address to, uint256 value, bytes data, bytes32 predecessor, bytes32 salt) payable",
]);

const DELAY = 3_600;

/** OpenZeppelin's TimelockController: each of its acts waits an hour. It has no ERC-1271. */
export async function openTimelock({ chain, deploy }: World): Promise<Account> {
  const { wallet, clock } = chain;
  const council = wallet.stranger;
  const members = [council.account.address];
  const code = shippedCode("@openzeppelin/contracts/build/contracts/TimelockController.json");
  const address = await deploy(code, TIMELOCK, [BigInt(DELAY), members, members, zeroAddress]);
  let acts = 0n;
  const call = async (to: Address, data: Hex, value = 0n): Promise<void> => {
    acts += 1n;
    const act = [to, value, data, zeroHash, toHex(acts, { size: 32 })] as const;
    const send = { address, abi: TIMELOCK, ...TRANSACTION } as const;
    await council.writeContract({
      ...{ ...send, functionName: "schedule" },
      args: [...act, BigInt(DELAY)],
    });
    await moveClock(chain, clock.now + DELAY);
    await council.writeContract({ ...send, functionName: "execute", args: act });
  };
  return { address, call };
}
