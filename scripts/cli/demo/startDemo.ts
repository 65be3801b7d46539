import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { compile } from "../../chain/deploy/compile.ts";
import type { Progress } from "../../Progress.ts";
import { buildSite } from "./buildSite.ts";
import { DEMO_STARTS } from "./demoPrograms.ts";
import { freePort } from "./freePort.ts";
import { type SeededProgram, seedPrograms } from "./seedPrograms.ts";
import { serveSite } from "./serveSite.ts";
import { type LocalChain, startChain, USUAL_PORT } from "./startChain.ts";

/** A local chain with the example programs, and the site that shows them. */
export interface Demo {
  readonly local: LocalChain;
  readonly programs: readonly SeededProgram[];
  readonly siteUrl: string;
}

/** Starts a chain, plays the examples on it and serves the site, in this process and until it ends. */
export async function startDemo(hre: HardhatRuntimeEnvironment, progress: Progress): Promise<Demo> {
  const { root, ignition } = hre.config.paths;
  const building = buildSite(root);
  // Looked at below; until then a failure of the build must not end the process.
  building.catch(() => {});
  await compile(hre);
  const local = await startChain(hre, DEMO_STARTS, await freePort(USUAL_PORT));
  const programs = await seedPrograms(local.chain, ignition, progress);
  const siteUrl = await serveSite(root, await building, {
    chainId: local.chain.chainId,
    rpcUrl: local.rpcUrl,
    programs: programs.map(({ program }) => ({
      address: program.address,
      name: program.terms.name,
    })),
    explorer: null,
    tokens: programs
      .flatMap(({ program }) => program.currencies)
      .filter(({ address }) => address !== ETHER)
      .map(({ address, symbol }) => ({ address, symbol })),
  });
  return { local, programs, siteUrl };
}
