import type { Address } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { compile } from "../../../chain/deploy/compile.ts";
import { accountOf, type Chain } from "../../../chain/openChain.ts";
import { createPlan } from "../../../equity/create/createPlan.ts";
import { handOutPlan } from "../../../equity/create/handOutPlan.ts";
import { measurePlan } from "../../../equity/create/measurePlan.ts";
import { readPlanFor } from "../../../equity/create/readPlanFor.ts";
import { refuseCarelessPlan } from "../../../equity/create/refuseCarelessPlan.ts";
import { command } from "../../command.ts";
import { describeMeasured } from "../../describeMeasured.ts";
import type { Output } from "../../Output.ts";

/** `equity create`: checks a plan file, creates the plan through Ignition, prints its address. */
export default command<"plan" | "uri" | "from", "withoutSafeguards">(
  async (chain, options, hre) => {
    const file = requireOption("plan", options.plan, "the path of a plan file");
    const account = await accountOf(chain, options.from);
    const ignitionFolder = hre.config.paths.ignition;
    // A mistake is told at once, not after a compilation.
    const { powers } = await readPlanFor(chain, ignitionFolder, file);
    if (!options.withoutSafeguards) refuseCarelessPlan(chain, account, powers);
    await compile(hre);
    const { uri } = options;
    const parameters = { plan: file, account, ignitionFolder, ...(uri !== undefined && { uri }) };
    if (options.dryRun === true) {
      const measured = await measurePlan(chain, hre.network, parameters);
      return describeMeasured(chain, "plan", measured);
    }
    if (chain.recording !== undefined)
      return tellPlanned(chain, await handOutPlan(chain, parameters));
    const { address, settings, currencies } = await createPlan(chain, parameters);
    return {
      json: {
        ...{ plan: address, chainId: chain.chainId, name: settings.name },
        currencies: currencies.map(({ symbol, address: at, decimals }) => ({
          ...{ symbol, address: at, decimals },
        })),
      },
      text: [
        `${settings.name === "" ? "The plan" : settings.name} is created at ${address} (chain ${chain.chainId}).`,
        "Whoever pays it, pays that address: name it as the holder of a standing line.",
        "Next, its grants:",
        `  npx hardhat equity grant --network ${chain.networkName} --plan ${address} --grants grants.csv`,
      ].join("\n"),
    };
  },
);

function tellPlanned({ chainId }: Chain, address: Address): Output {
  const json = { plan: address, chainId };
  const text = `The plan will be at ${address}, once this call is made by the account that is named.`;
  return { json, text, beside: { json, lines: [text] } };
}
