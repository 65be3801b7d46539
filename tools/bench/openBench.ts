import hre from "hardhat";
import { type Address, getAddress, type Hex, pad, parseUnits, toHex } from "viem";
import protocol from "../../ignition/modules/Protocol.ts";
import { testTokenModule } from "../../ignition/modules/testTokenModule.ts";
import { GAS_BARS, type GasRow } from "./gasBars.ts";
import { reprice } from "./reprice.ts";
import { spendingOf } from "./spendingOf.ts";

export const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
export const PERIOD = 30 * 86_400;

/** When the chain's time and the programs begin: fixed, for the bytes of times are part of what calls cost. */
export const BEGINS = Date.parse("2026-01-01T00:00:00Z") / 1_000;
export const SALE = parseUnits("99", 18);

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A chain with the protocol, a token of 18 decimals, and a list of what was measured. */
export async function openBench() {
  const override = { initialDate: new Date(BEGINS * 1_000).toISOString() };
  const connection = await hre.network.create({ network: "default", override });
  const { viem, ignition, networkHelpers } = connection;
  const client = await viem.getPublicClient();
  const [operator] = await viem.getWalletClients();
  if (operator === undefined) throw new Error("The development network has no accounts.");
  const { factory, validator } = await ignition.deploy(protocol);
  const { token } = await ignition.deploy(testTokenModule("E18"));
  const owner = operator.account.address;
  await networkHelpers.setBalance(owner, parseUnits("1000000", 18));
  await token.write.mint([owner, parseUnits("1000000000", 18)]);
  const rows: GasRow[] = [];
  const gasOf = async (hash: Hex) => (await client.waitForTransactionReceipt({ hash })).gasUsed;
  const record = (operation: string, gas: bigint) => {
    rows.push({ operation, gas: Number(gas), ...GAS_BARS[operation] });
  };
  /** Records a transaction, or one of several equal operations in it, with what it would cost by the prices ahead. */
  const measure = async (operation: string, hash: Hex, { per = 1, codeBytes = 0 } = {}) => {
    const gas = Number(await gasOf(hash));
    const spending = { ...(await spendingOf(connection, hash)), codeBytes };
    const repriced = reprice(gas, spending) / per;
    rows.push({ operation, gas: gas / per, repriced, spending, ...GAS_BARS[operation] });
  };
  const currencies = [ETHER, token.address] as const;
  return {
    connection,
    client,
    viem,
    networkHelpers,
    operator,
    owner,
    factory,
    validator,
    token,
    currencies,
    rows,
    gasOf,
    record,
    measure,
  };
}

/** What the table calls a currency. */
export function nameOf(currency: Address): string {
  return currency === ETHER ? "ETH" : "ERC-20";
}

/** A throwaway address that no other use shares. */
export function party(seed: number): Address {
  return getAddress(pad(toHex(0xa11ce_0000_0000n + BigInt(seed)), { size: 20 }));
}
