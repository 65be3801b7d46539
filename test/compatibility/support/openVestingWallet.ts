import { parseAbi } from "viem";
import type { Account } from "./Account.ts";
import type { World } from "./openWorld.ts";
import { shippedCode } from "./shippedCode.ts";

const VESTING = parseAbi(["constructor(address beneficiary, uint64 start, uint64 duration)"]);

/** OpenZeppelin's VestingWallet: it takes money and passes it on over a year, and can neither call nor sign. */
export async function openVestingWallet({ chain, deploy }: World): Promise<Account> {
  const code = shippedCode("@openzeppelin/contracts/build/contracts/VestingWallet.json");
  const { customer } = chain.wallet;
  const year = 365n * 24n * 3_600n;
  const schedule = [customer.account.address, BigInt(chain.clock.now), year];
  return {
    address: await deploy(code, VESTING, schedule),
    call: () => Promise.reject(new Error("A vesting wallet calls nothing.")),
  };
}
