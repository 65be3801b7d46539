import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { deploymentIdOf } from "../../chain/deploy/deploymentIdOf.ts";
import { type Chain, openChain } from "../../chain/openChain.ts";
import { JOURNAL_FOLDER } from "../../posting/journal/journalPath.ts";

export interface LocalChain {
  readonly chain: Chain;
  readonly rpcUrl: string;
  /** What to put before a command so that `--network localhost` finds this chain; empty where it does anyway. */
  readonly prefix: string;
  close(): Promise<void>;
}

export const USUAL_PORT = 8545;

/**
 * Starts a chain in this process that answers JSON-RPC on 127.0.0.1, with its clock at a date. It ends with the process, and the
 * journals of what was deployed and posted on it go then.
 */
export async function startChain(
  hre: HardhatRuntimeEnvironment,
  initialDate: string,
  port: number,
): Promise<LocalChain> {
  const override = { initialDate, chainId: 31_337 };
  const server = await hre.network.createServer(
    { network: "default", override },
    "127.0.0.1",
    port,
  );
  await server.listen();
  const rpcUrl = `http://127.0.0.1:${port}`;
  const connection = await hre.network.create({
    network: "localhost",
    override: { url: rpcUrl },
  });
  const chain = await openChain(connection);
  const { root, ignition } = hre.config.paths;
  const folders = [join(ignition, "deployments"), join(root, JOURNAL_FOLDER)];
  process.once("exit", () => {
    for (const folder of folders) removeJournals(folder, deploymentIdOf(chain));
  });
  return {
    chain,
    rpcUrl,
    prefix: port === USUAL_PORT ? "" : `LOCALHOST_RPC_URL=${rpcUrl} `,
    close: async () => {
      await connection.close();
      await server.close();
    },
  };
}

function removeJournals(folder: string, chain: string): void {
  for (const name of namesIn(folder).filter((one) => one.startsWith(chain)))
    rmSync(join(folder, name), { recursive: true, force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
