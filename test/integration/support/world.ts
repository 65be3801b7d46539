import hre from "hardhat";
import type { Address } from "viem";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { deployProgram } from "../../../scripts/chain/deploy/deployProgram.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import type { Folder } from "./files.ts";

/** A chain of its own, with its clock at a date. */
export interface World {
  readonly chain: Chain;
  /** The chain's first account, which deploys and signs. */
  readonly account: Address;
  deploy(terms: string): Promise<Program>;
  deployTerms(terms: TermsFile, folder: Folder): Promise<Program>;
  close(): Promise<void>;
}

export async function openWorld(initialDate: string): Promise<World> {
  const connection = await hre.network.create({ network: "default", override: { initialDate } });
  const chain = await openChain(connection);
  const account = await accountOf(chain, undefined);
  const deploy = (terms: string) =>
    deployProgram(chain, { terms, account, ignitionFolder: hre.config.paths.ignition });
  return {
    chain,
    account,
    deploy,
    deployTerms: async (terms, folder) =>
      deploy(await folder.write("terms.json", JSON.stringify(terms))),
    close: () => connection.close(),
  };
}
