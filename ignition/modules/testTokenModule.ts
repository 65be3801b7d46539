import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Tokens that count in millionths, as their namesakes do. */
const SIX_DECIMALS = ["USDC", "USDT"];

/** A token for development chains that goes by a currency's symbol. */
export function testTokenModule(symbol: string) {
  return buildModule(`TestToken_${symbol.replaceAll(".", "_")}`, (m) => {
    const decimals = SIX_DECIMALS.includes(symbol) ? 6 : 18;
    return { token: m.contract("TestToken", [`Test ${symbol}`, symbol, decimals]) };
  });
}
