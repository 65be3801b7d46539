import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

/** Makes sure that the artifacts that Ignition deploys are there; quick where nothing changed. */
export async function compile(hre: HardhatRuntimeEnvironment): Promise<void> {
  await hre.tasks.getTask("build").run({ quiet: true, noTests: true });
}
