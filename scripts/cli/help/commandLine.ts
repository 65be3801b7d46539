import type { HardhatPlugin } from "hardhat/types/plugins";

/**
 * Answers mistakes of the command line and questions for help in this project's words, before Hardhat does in its own, and knows
 * whether a command that fails has sent anything.
 */
export const commandLine: HardhatPlugin = {
  id: "tributary-command-line",
  hookHandlers: {
    hre: () => import("./onCommandLine.ts"),
    network: () => import("../sent/onRequest.ts"),
  },
};
