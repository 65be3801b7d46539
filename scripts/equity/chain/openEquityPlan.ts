import { type Address, erc20Abi } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { PlanSettings } from "../../../core/equity/PlanSettings.ts";
import { requireOption } from "../../../core/requireOption.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { Deployed } from "../../chain/Deployed.ts";
import { isAnswer } from "../../chain/isAnswer.ts";
import { isLost } from "../../chain/isLost.ts";
import { NoContractError } from "../../chain/NoContractError.ts";
import type { Chain } from "../../chain/openChain.ts";
import { parseAddressOf } from "../../chain/parseAddressOf.ts";
import { readCurrencies } from "../../chain/readCurrencies.ts";
import { readPlanNow } from "./readPlanNow.ts";

/** An equity plan on a chain, with its settings. */
export interface EquityPlan extends Deployed {
  readonly settings: PlanSettings;
  /** In the settings' order. */
  readonly currencies: readonly Currency[];
}

/** Finds the plan at an address and reads its settings, which lie in its code and never change. */
export async function openEquityPlan(chain: Chain, text: string): Promise<EquityPlan> {
  const address = parseAddressOf("plan", text);
  const code = await chain.client.getCode({ address });
  if (code === undefined || code === "0x")
    throw new NoContractError(chain, "plan", { address, found: "no contract" });
  const settings = await readPlanNow({ chain, address }, "settings", []).catch((error: unknown) => {
    // Only what the contract answered tells that it is no plan; a node's fault is told as one.
    if (!isAnswer(error, equityPlanAbi)) throw error;
    const found = "a contract that is no Tributary plan";
    throw new NoContractError(chain, "plan", { address, found, cause: error });
  });
  const decimals = await Promise.all(settings.currencies.map((one) => decimalsOf(chain, one)));
  const currencies = await readCurrencies(chain, settings.currencies, decimals);
  return { chain, address, settings, currencies };
}

/** The plan that the option --plan names. */
export function openNamedPlan(
  chain: Chain,
  { plan }: { readonly plan: string | undefined },
): Promise<EquityPlan> {
  return openEquityPlan(chain, requireOption("plan", plan, "the plan's address"));
}

/** As the token tells them; a token that tells nothing counts in its smallest unit. */
async function decimalsOf({ client }: Chain, address: Address): Promise<number> {
  if (address === ETHER) return 18;
  return client
    .readContract({ address, abi: erc20Abi, functionName: "decimals" })
    .catch((error: unknown) => {
      if (isLost(error)) throw error;
      return 0;
    });
}
