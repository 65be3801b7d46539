import { requireOption } from "../../../../core/requireOption.ts";
import { compile } from "../../../chain/deploy/compile.ts";
import { deployProgram } from "../../../chain/deploy/deployProgram.ts";
import { explainStart } from "../../../chain/deploy/explainStart.ts";
import { explainBlocks, findOtherBlocks } from "../../../chain/deploy/findOtherBlocks.ts";
import { handOutDeployment, type PlannedProgram } from "../../../chain/deploy/handOutDeployment.ts";
import { measureDeployment } from "../../../chain/deploy/measureDeployment.ts";
import { readTermsFor } from "../../../chain/deploy/readTermsFor.ts";
import { refuseCareless } from "../../../chain/deploy/refuseCareless.ts";
import { refuseOldFork } from "../../../chain/deploy/refuseOldFork.ts";
import { accountOf, type Chain } from "../../../chain/openChain.ts";
import { createProgress } from "../../../Progress.ts";
import { command } from "../../command.ts";
import { describeMeasured } from "../../describeMeasured.ts";
import type { Output } from "../../Output.ts";

/** `program deploy`: checks the terms, deploys through Ignition, prints the address. */
export default command<"terms" | "uri" | "from", "withoutSafeguards">(
  async (chain, options, hre) => {
    const { terms, uri, from } = options;
    const file = requireOption("terms", terms, "the path of a terms file");
    const account = await accountOf(chain, from);
    // A mistake is told at once, not after a compilation.
    const parsed = await readTermsFor(chain, hre.config.paths.ignition, file);
    if (!options.withoutSafeguards) refuseCareless(chain, account, parsed);
    const late = await explainStart(chain, parsed);
    if (late !== undefined) createProgress().note(late);
    await refuseOldFork(chain);
    await compile(hre);
    const parameters = {
      ...{ terms: file, account, ignitionFolder: hre.config.paths.ignition },
      ...(uri !== undefined && { uri }),
    };
    if (options.dryRun === true) {
      const measured = await measureDeployment(chain, hre.network, parameters);
      return describeMeasured(chain, "program", measured);
    }
    if (chain.recording !== undefined) {
      return tellPlanned(chain, await handOutDeployment(chain, parameters));
    }
    const program = await deployProgram(chain, parameters);
    const { address, termsHash } = program;
    const currencies = program.currencies.map(({ symbol, address: at, decimals }) => ({
      symbol,
      address: at,
      decimals,
    }));
    const lines = currencies.map(
      ({ symbol, address: at, decimals }) => `  ${symbol}  ${at}  ${decimals} decimals`,
    );
    const blocks = await findOtherBlocks(program);
    return {
      json: {
        ...{ program: address, chainId: chain.chainId, termsHash, currencies },
        ...(blocks !== undefined && { blocks }),
      },
      text: [
        `${program.terms.name} is deployed at ${address} (chain ${chain.chainId}).`,
        `Hash of its terms: ${termsHash}`,
        "Currencies:",
        ...lines,
        ...(blocks === undefined ? [] : [explainBlocks(blocks)]),
        "Next, its partners:",
        `  ${prefixOf(chain)}npx hardhat partners enroll --network ${chain.networkName} --program ${address} --file partners.csv`,
      ].join("\n"),
    };
  },
);

function tellPlanned({ chainId }: Chain, { address, termsHash }: PlannedProgram): Output {
  const json = { program: address, chainId, termsHash };
  const text = `The program will be at ${address}, once these calls are made by the account that is named. Hash of its terms: ${termsHash}`;
  return { json, text, beside: { json, lines: [text] } };
}

/** A local chain at another address than the usual is found by the environment. */
function prefixOf({ networkName }: Chain): string {
  const url = process.env.LOCALHOST_RPC_URL;
  return networkName === "localhost" && url !== undefined ? `LOCALHOST_RPC_URL=${url} ` : "";
}
