import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Chain, openChain } from "../chain/openChain.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import { signActs } from "./hand/acts/signActs.ts";
import { handOut } from "./hand/handOut.ts";
import { waysToSend } from "./hand/waysToSend.ts";
import type { Output } from "./Output.ts";
import { printOutput } from "./printOutput.ts";
import { runDry } from "./runDry.ts";

/** The action of a task on a chain. */
export interface Command<Text extends string, Flag extends string = never> {
  /** Prints what there is to say. */
  (options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment): Promise<void>;
  /** The same without printing it; what goes wrong is thrown. */
  answer(options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment): Promise<Output>;
}

/** The action of a task on a chain: opens it and runs the command with the options that are named. */
export function command<Text extends string, Flag extends string = never>(
  run: (
    chain: Chain,
    options: CommandOptions<Text, Flag>,
    hre: HardhatRuntimeEnvironment,
  ) => Promise<Output>,
): Command<Text, Flag> {
  const answer: Command<Text, Flag>["answer"] = async (options, hre) => {
    const way = waysToSend(options);
    const connection = await hre.network.getOrCreate();
    switch (way) {
      case "dry run":
        return runDry(connection, options, (chain) => run(chain, options, hre));
      case "hand out":
        return handOut(connection, options, (chain) => run(chain, options, hre));
      case "sign":
        return signActs(connection, options, (chain) => run(chain, options, hre));
      case "send":
        return run(await openChain(connection), options, hre);
    }
  };
  const print = (options: CommandOptions<Text, Flag>, hre: HardhatRuntimeEnvironment) =>
    printOutput(options, hre, () => answer(options, hre));
  return Object.assign(print, { answer });
}
