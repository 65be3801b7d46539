import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Chain, openChain } from "../../chain/openChain.ts";
import { freePort } from "./freePort.ts";

export interface LocalChain {
  readonly chain: Chain;
  readonly rpcUrl: string;
  close(): Promise<void>;
}

const FIRST_PORT = 8545;

/** Starts a chain in this process that answers JSON-RPC on 127.0.0.1, with its clock at a date. */
export async function startChain(
  hre: HardhatRuntimeEnvironment,
  initialDate: string,
  firstPort = FIRST_PORT,
): Promise<LocalChain> {
  const port = await freePort(firstPort);
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
  return {
    chain: await openChain(connection),
    rpcUrl,
    close: async () => {
      await connection.close();
      await server.close();
    },
  };
}
