import type { HardhatPlugin } from "hardhat/types/plugins";

/** Leaves out what the compiler warns of in npm packages, which are not ours to change. */
export const quietPackages: HardhatPlugin = {
  id: "tributary-quiet-packages",
  hookHandlers: { solidity: () => import("./withoutPackageWarnings.ts") },
};
