import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, getAddress, type Hex, parseAbi, parseEventLogs } from "viem";
import { SUPERFLUID } from "../../../tools/optional/OptionalTool.ts";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Token } from "./openDeal.ts";
import type { World } from "./openWorld.ts";

const ARTIFACTS = join(SUPERFLUID.file, "build/hardhat");
const REGISTRY: Address = "0x1820a4B7618BdE71Dce8cdc73aAB6C95905faD24";

const DEPLOYER = parseAbi([
  "function getNumSteps() view returns (uint8)",
  "function executeStep(uint8 step)",
  "function deployPureSuperToken(string name, string symbol, uint256 supply) returns (address)",
]);
const TOKEN = parseAbi([
  "function transfer(address to, uint256 amount) returns (bool)",
  "event Transfer(address indexed from, address indexed to, uint256 value)",
]);

const SUPPLY = 10n ** 24n;

interface Artifact {
  readonly bytecode: string;
  readonly linkReferences: Record<
    string,
    Record<string, readonly { readonly start: number; readonly length: number }[]>
  >;
}

/** A SuperToken, which is an ERC-777 too, of Superfluid's whole framework, as their own tests deploy it. */
export async function openSuperToken(world: World): Promise<Token> {
  const { chain, deploy } = world;
  const { stranger } = chain.wallet;
  await placeRegistry(world);
  const links = new Map<string, Address>();
  const deployer = await deploy(
    await linkedWith(
      world,
      links,
      "contracts/utils/SuperfluidFrameworkDeployer.t.sol",
      "SuperfluidFrameworkDeployer",
    ),
  );
  const steps = await chain.client.readContract({
    ...{ address: deployer, abi: DEPLOYER, functionName: "getNumSteps" },
  });
  for (let step = 0; step < steps; step++)
    await stranger.writeContract({
      ...{ address: deployer, abi: DEPLOYER, functionName: "executeStep", ...TRANSACTION },
      ...{ args: [step], gas: 50_000_000n },
    });
  const hash = await stranger.writeContract({
    ...{ address: deployer, abi: DEPLOYER, functionName: "deployPureSuperToken", ...TRANSACTION },
    args: ["Pure", "PURE", SUPPLY],
  });
  const { logs } = await chain.client.waitForTransactionReceipt({ hash });
  const [minted] = parseEventLogs({ abi: TOKEN, logs, eventName: "Transfer" });
  if (minted === undefined) throw new Error("No SuperToken was minted.");
  const address = getAddress(minted.address);
  const give = async (to: Address, amount: bigint) => {
    await stranger.writeContract({
      ...{ address, abi: TOKEN, functionName: "transfer", ...TRANSACTION },
      args: [to, amount],
    });
  };
  return { address, give };
}

/** ERC-1820's registry, at the address where every chain has it. */
async function placeRegistry({ chain, deploy }: World): Promise<void> {
  const path = join(SUPERFLUID.file, "dev-scripts/artifacts/ERC1820Registry.json");
  const { bin }: { bin: string } = JSON.parse(readFileSync(path, "utf8"));
  const address = await deploy(`0x${bin.replace(/^0x/, "")}`);
  const code = await chain.client.getCode({ address });
  await chain.provider.request({ method: "hardhat_setCode", params: [REGISTRY, code] });
}

/** A contract's creation code with the addresses of the libraries that it is linked with, each deployed once. */
async function linkedWith(
  world: World,
  links: Map<string, Address>,
  source: string,
  name: string,
): Promise<Hex> {
  const path = join(ARTIFACTS, source, `${name}.json`);
  const { bytecode, linkReferences }: Artifact = JSON.parse(readFileSync(path, "utf8"));
  let code = bytecode;
  for (const [from, libraries] of Object.entries(linkReferences))
    for (const [library, places] of Object.entries(libraries)) {
      const link =
        links.get(library) ?? (await world.deploy(await linkedWith(world, links, from, library)));
      links.set(library, link);
      for (const { start, length } of places) {
        const at = 2 + 2 * start;
        code = `${code.slice(0, at)}${link.slice(2)}${code.slice(at + 2 * length)}`;
      }
    }
  return code as Hex;
}
