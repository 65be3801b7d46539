import { type Address, type Hex, keccak256, parseAbi, stringToHex } from "viem";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Account } from "./Account.ts";
import { compileCollective } from "./compileCollective.ts";
import type { World } from "./openWorld.ts";

const GOVERNOR = parseAbi([
  "constructor(address votes)",
  "function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)",
  "function castVote(uint256 proposal, uint8 support) returns (uint256)",
  "function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)",
  "function hashProposal(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) view returns (uint256)",
]);
const VOTES = parseAbi(["function delegate(address to)"]);

const FOR = 1;
/** Longer than a vote of Collective.sol lasts, in blocks. */
const VOTE = 7;

/** OpenZeppelin's Governor: each of its acts is proposed, voted for and executed. It has no ERC-1271. */
export async function openGovernor({ chain, deploy }: World): Promise<Account> {
  const { client, wallet, provider, clock } = chain;
  const code = compileCollective();
  const votes = await deploy(code("CollectiveVotes"));
  const address = await deploy(code("CollectiveGovernor"), GOVERNOR, [votes]);
  // Whoever deployed them has all votes.
  const founder = wallet.stranger;
  await founder.writeContract({
    ...{ address: votes, abi: VOTES, functionName: "delegate", ...TRANSACTION },
    args: [founder.account.address],
  });
  const mine = async (blocks: number) => {
    for (let block = 0; block < blocks; block++) {
      await provider.request({ method: "evm_setNextBlockTimestamp", params: [clock.now] });
      await provider.request({ method: "evm_mine", params: [] });
    }
  };
  let acts = 0;
  const call = async (to: Address, data: Hex, value = 0n): Promise<void> => {
    acts += 1;
    const description = `Act ${acts}`;
    const act = [[to], [value], [data]] as const;
    const executed = [...act, keccak256(stringToHex(description))] as const;
    const send = { address, abi: GOVERNOR, ...TRANSACTION } as const;
    await founder.writeContract({ ...send, functionName: "propose", args: [...act, description] });
    const proposal = await client.readContract({
      ...{ address, abi: GOVERNOR, functionName: "hashProposal" },
      args: executed,
    });
    await mine(2);
    await founder.writeContract({ ...send, functionName: "castVote", args: [proposal, FOR] });
    await mine(VOTE);
    await founder.writeContract({ ...send, functionName: "execute", args: executed });
  };
  return { address, call };
}
