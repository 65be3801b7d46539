import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { ETHER } from "../../../core/currency/ETHER.ts";
import { compile } from "../../chain/deploy/compile.ts";
import type { Progress } from "../../Progress.ts";
import { freePort } from "../local/freePort.ts";
import { type LocalChain, startChain, USUAL_PORT } from "../local/startChain.ts";
import { buildSite } from "./buildSite.ts";
import { calendarOf } from "./calendarOf.ts";
import { openStage } from "./openStage.ts";
import type { Story } from "./Story.ts";
import { STORIES_START, seedPrograms } from "./seedPrograms.ts";
import { serveSite } from "./serveSite.ts";

/** A local chain with the demo's programs, and the site that shows them. */
export interface Demo {
  readonly local: LocalChain;
  readonly stories: readonly Story[];
  readonly siteUrl: string;
}

/** Starts a chain, plays the stories on it and serves the site, in this process and until it ends. */
export async function startDemo(hre: HardhatRuntimeEnvironment, progress: Progress): Promise<Demo> {
  const { root } = hre.config.paths;
  const building = buildSite(root);
  // Looked at below; until then a failure of the build must not end the process.
  building.catch(() => {});
  await compile(hre);
  const now = Math.floor(Date.now() / 1_000);
  const calendar = calendarOf(now);
  const local = await startChain(hre, calendar.moved(STORIES_START), await freePort(USUAL_PORT));
  const stage = await openStage(hre, local.chain, calendar);
  const stories = await seedPrograms(stage, now, progress);
  const siteUrl = await serveSite(root, await building, {
    chainId: local.chain.chainId,
    rpcUrl: local.rpcUrl,
    programs: stories.flatMap(listed),
    explorer: null,
    tokens: stories
      .flatMap(({ program }) => program.currencies)
      .filter(({ address }) => address !== ETHER)
      .map(({ address, symbol }) => ({ address, symbol })),
  });
  return { local, stories, siteUrl };
}

function listed({ program, plan }: Story) {
  const named = { address: program.address, name: program.terms.name };
  return plan === undefined
    ? [named]
    : [named, { address: plan.address, name: plan.settings.name }];
}
