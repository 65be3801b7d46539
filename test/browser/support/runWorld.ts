import { rm } from "node:fs/promises";
import { join } from "node:path";
import hre from "hardhat";
import { deploymentIdOf } from "../../../scripts/chain/deploy/deploymentIdOf.ts";
import { openChain } from "../../../scripts/chain/openChain.ts";
import { openWorld } from "./openWorld.ts";

// Run by `startWorld`: a chain behind an RPC server with programs on it. Prints one line of JSON and stays until it is
// told to end.

const server = await hre.network.createServer({ network: "default" }, "127.0.0.1", 0);
const { address, port } = await server.listen();
const rpcUrl = `http://${address}:${port}`;
const connection = await hre.network.create({ network: "localhost", override: { url: rpcUrl } });
const world = await openWorld(connection);
// The chain ends with this process, and Ignition's journal of it is of no use to another.
const journal = deploymentIdOf(await openChain(connection));
await rm(join(hre.config.paths.ignition, "deployments", journal), { recursive: true, force: true });
console.log(JSON.stringify({ rpcUrl, ...world }));
process.on("SIGTERM", () => process.exit(0));
