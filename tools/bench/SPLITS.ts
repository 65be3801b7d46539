import type { GasRow } from "./gasBars.ts";

/**
 * What 0xSplits v2.2 costs, measured on the same EVM rules with 100 recipients. Its contracts are in no package, so they do not run
 * here, and what it costs to create a split and to pay into one was not measured.
 */
export const SPLITS: readonly GasRow[] = [
  { operation: "PullSplit distribute, ETH", gas: 996_895 },
  { operation: "PullSplit distribute, ERC-20", gas: 1_011_124 },
  { operation: "PullSplit withdraw, ETH", gas: 40_027 },
  { operation: "PullSplit withdraw, ERC-20", gas: 49_462 },
  { operation: "PushSplit distribute, ETH", gas: 1_114_267 },
  { operation: "PushSplit distribute, ERC-20", gas: 1_098_247 },
];
