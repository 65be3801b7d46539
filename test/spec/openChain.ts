import { network } from "hardhat";
import type { EdrNetworkConfigOverride } from "hardhat/types/config";
import type { EIP1193Provider } from "hardhat/types/providers";
import { type Address, createWalletClient, custom, getAddress, zeroAddress } from "viem";
import { type Clock, moveClock } from "./moveClock.ts";

export type Chain = Awaited<ReturnType<typeof openChain>>;

/** Two ERC-20s beside ETH, with few and with many decimals. */
export const TOKEN_DECIMALS = [6, 24] as const;

/** An in-process chain with the factory and tokens, whose clock stands still unless told. */
export async function openChain(override: EdrNetworkConfigOverride = {}) {
  const { viem, provider } = await network.create({
    network: "default",
    override: {
      ...{ allowBlocksWithSameTimestamp: true, initialDate: "2030-01-01T00:00:00Z" },
      ...override,
    },
  });
  const client = await viem.getPublicClient();
  const accounts = await provider.request({ method: "eth_accounts" });
  const clock: Clock = { now: Number((await client.getBlock()).timestamp) };
  const [operator, attributor, arbiter, treasury, customer, partner, stranger] = (
    accounts as Address[]
  )
    .map((a) => getAddress(a))
    .map((account) => createWalletClient({ account, transport: clocked(provider, clock) }));
  if (!operator || !attributor || !arbiter || !treasury || !customer || !partner || !stranger) {
    throw new Error("The chain has too few accounts; seven are needed.");
  }
  for (const { account } of [operator, customer]) {
    const balance = `0x${(2n ** 100n).toString(16)}`;
    await provider.request({ method: "hardhat_setBalance", params: [account.address, balance] });
  }
  const validator = await viem.deployContract("TermsValidator");
  const check = await viem.deployContract("AmendmentCheck");
  const modules = [
    await viem.deployContract("ProgramSales"),
    await viem.deployContract("ProgramDisputes"),
    await viem.deployContract("ProgramPartners"),
    await viem.deployContract("ProgramLines"),
    await viem.deployContract("ProgramExits"),
    await viem.deployContract("ProgramAmendments", [validator.address, check.address]),
    await viem.deployContract("ProgramPowers"),
    await viem.deployContract("ProgramFunding"),
    await viem.deployContract("ProgramSigned"),
    await viem.deployContract("ProgramViews"),
  ] as const;
  const [sales, disputes, partners, lines, exits, amendments, powers, funding, signed, views] =
    modules;
  const program = await viem.deployContract("Program", [
    sales.address,
    disputes.address,
    partners.address,
    lines.address,
    exits.address,
    amendments.address,
    powers.address,
    funding.address,
    signed.address,
    views.address,
  ]);
  // Nobody reads these programs in words.
  const factory = await viem.deployContract("ProgramFactory", [
    program.address,
    validator.address,
    zeroAddress,
  ]);
  const tokens: Address[] = [];
  for (const decimals of TOKEN_DECIMALS) {
    const token = await viem.deployContract("TestToken", ["Test", `T${decimals}`, decimals]);
    tokens.push(getAddress(token.address));
  }
  const wallet = { operator, attributor, arbiter, treasury, customer, partner, stranger };
  /** A wallet that signs for anybody, with ETH for gas. */
  const actAs = async (account: Address) => {
    await provider.request({ method: "hardhat_impersonateAccount", params: [account] });
    const balance = `0x${(2n ** 64n).toString(16)}`;
    await provider.request({ method: "hardhat_setBalance", params: [account, balance] });
    return createWalletClient({ account, transport: clocked(provider, clock) });
  };
  const chain = { client, provider, clock, wallet, actAs, factory: factory.address, tokens };
  // Later than every block of the deployment, however long that took.
  await moveClock(chain, clock.now + 3_600);
  return chain;
}

/** Sends every transaction at the clock's time. */
function clocked(provider: EIP1193Provider, clock: Clock) {
  return custom({
    async request({ method, params }: { method: string; params?: unknown[] }) {
      if (method === "eth_sendTransaction") {
        await provider.request({ method: "evm_setNextBlockTimestamp", params: [clock.now] });
      }
      return provider.request({ method, ...(params === undefined ? {} : { params }) });
    },
  });
}
