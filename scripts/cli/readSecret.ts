import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { TributaryError } from "../../core/TributaryError.ts";

/** A secret from the environment or from Hardhat's encrypted keystore: never an option, which other users of a machine see. */
export async function readSecret(hre: HardhatRuntimeEnvironment, name: string): Promise<string> {
  const variable = { _type: "ConfigurationVariable", name } as const;
  try {
    const secret = await hre.hooks.runHandlerChain(
      "configurationVariables",
      "fetchValue",
      [variable],
      async () => process.env[name] ?? "",
    );
    if (secret !== "") return secret;
  } catch {
    // The keystore says no more than that it has not got it.
  }
  throw new TributaryError(`The secret ${name} is nowhere to be found.`, {
    todo: `Put it into the keystore with "npx hardhat keystore set ${name}", or into the environment.`,
  });
}
