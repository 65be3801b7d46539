import type { HardhatPlugin } from "hardhat/types/plugins";

/** Answers mistakes of the command line and questions for help in this project's words, before Hardhat does in its own. */
export const commandLine: HardhatPlugin = {
  id: "tributary-command-line",
  hookHandlers: { hre: () => import("./onCommandLine.ts") },
};
