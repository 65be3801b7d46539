import type { HardhatPlugin } from "hardhat/types/plugins";

/** Takes what the compiler made of the contracts as they are committed from generated/solc: two minutes of its work. */
export const storedOutput: HardhatPlugin = {
  id: "tributary-stored-output",
  hookHandlers: { solidity: () => import("./takeStoredOutput.ts") },
};
