import hre from "hardhat";
import { type Address, getAddress } from "viem";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { deployProgram } from "../../../scripts/chain/deploy/deployProgram.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import { openProgram, type Program } from "../../../scripts/chain/openProgram.ts";
import { type Folder, openFolder } from "../../integration/support/files.ts";
import { SALES_HEADER, seedProgram } from "../../integration/support/seed.ts";
import { type Server, startServer } from "../../integration/support/server.ts";
import { TERMS } from "../../integration/support/terms.ts";

/** A program on a node that is reached over HTTP. */
export interface Served {
  readonly server: Server;
  readonly folder: Folder;
  readonly program: Program;
  readonly account: Address;
  /** The program as it is seen through another address of its node. */
  through(url: string): Promise<{ program: Program; close(): Promise<void> }>;
  /** A sales file of so many sales, whose ids begin with a letter. */
  salesFile(letter: string, count: number): Promise<string>;
  close(): Promise<void>;
}

export async function openServed(terms: TermsFile = TERMS): Promise<Served> {
  const folder = await openFolder();
  const server = await startServer("2025-01-05T00:00:00Z");
  const { chain, close } = await connect(server.url);
  const account = await accountOf(chain, undefined);
  const world = {
    ...{ chain, account, close },
    deploy: (terms: string) =>
      deployProgram(chain, { terms, account, ignitionFolder: hre.config.paths.ignition }),
    deployTerms: async (terms: object) =>
      world.deploy(await folder.write("terms.json", JSON.stringify(terms))),
  };
  const program = await seedProgram(world, folder, terms);
  return {
    ...{ server, folder, program, account: getAddress(account) },
    through: async (url) => {
      const other = await connect(url);
      return { program: await openProgram(other.chain, program.address), close: other.close };
    },
    salesFile: (letter, count) => {
      const lines = Array.from({ length: count }, (_, index) => {
        const amount = `${10 + (index % 90)}.${10 + (index % 89)}`;
        const credits = "ana:integration:1;ben:integration:1;ben:support:1";
        return `${letter}-${index},c,initial,${amount},USDC,2025-01-06,p,${credits}`;
      });
      return folder.write(`${letter}.csv`, `${[SALES_HEADER, ...lines].join("\n")}\n`);
    },
    close: async () => {
      await close();
      await server.close();
      await folder.remove();
    },
  };
}

async function connect(url: string): Promise<{ chain: Chain; close(): Promise<void> }> {
  const connection = await hre.network.create({ network: "localhost", override: { url } });
  return { chain: await openChain(connection), close: () => connection.close() };
}
