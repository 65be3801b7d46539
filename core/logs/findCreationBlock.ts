/**
 * The block from which on a contract has code, by bisection. Nodes that keep no old state answer with errors: then the
 * first block, so that nothing is missed.
 */
export async function findCreationBlock(
  hasCode: (block: bigint) => Promise<boolean>,
  lastBlock: bigint,
): Promise<bigint> {
  let low = 0n;
  let high = lastBlock;
  try {
    while (low < high) {
      const middle = (low + high) / 2n;
      if (await hasCode(middle)) high = middle;
      else low = middle + 1n;
    }
    return low;
  } catch {
    return 0n;
  }
}
