import { findCreationBlock } from "@core/logs/findCreationBlock";
import { equityPlanFactoryAbi } from "@generated/abis/EquityPlanFactory";
import { programFactoryAbi } from "@generated/abis/ProgramFactory";
import { type Address, getAbiItem } from "viem";
import { getLogs } from "viem/actions";
import type { Reader } from "../../lib/site/openReader";

const PROGRAM_CREATED = getAbiItem({ abi: programFactoryAbi, name: "ProgramCreated" });
const PLAN_CREATED = getAbiItem({ abi: equityPlanFactoryAbi, name: "PlanCreated" });

/**
 * Whether one of some factories made a program or a plan, by the event that it emits for each. A node that does not give it for all blocks at
 * once is asked for the block in which the contract appeared. Undefined where the node tells neither.
 */
export async function wasMadeBy(
  client: Reader,
  factories: readonly Address[],
  address: Address,
): Promise<boolean | undefined> {
  if (factories.length === 0) return false;
  const last = await client.getBlockNumber();
  try {
    return await isAnnounced(client, factories, address, 0n, last);
  } catch {
    const block = await findCreationBlock(client, address, last);
    // What is found nowhere else is taken for the first block, in which nobody makes programs.
    if (block === 0n) return undefined;
    return isAnnounced(client, factories, address, block, block);
  }
}

async function isAnnounced(
  client: Reader,
  factories: readonly Address[],
  made: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<boolean> {
  const asked = { address: [...factories], fromBlock, toBlock };
  const [programs, plans] = await Promise.all([
    getLogs(client, { ...asked, event: PROGRAM_CREATED, args: { program: made } }),
    getLogs(client, { ...asked, event: PLAN_CREATED, args: { plan: made } }),
  ]);
  return programs.length + plans.length > 0;
}
