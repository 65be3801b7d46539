import { requireOption } from "../../../../core/requireOption.ts";
import { compile } from "../../../chain/deploy/compile.ts";
import { deployProgram } from "../../../chain/deploy/deployProgram.ts";
import { accountOf } from "../../../chain/openChain.ts";
import { readTermsFile } from "../../../files/json/readTermsFile.ts";
import { command } from "../../command.ts";

/** `program deploy`: checks the terms, deploys through Ignition, prints the address. */
export default command<"terms" | "uri" | "from">(async (chain, { terms, uri, from }, hre) => {
  const file = requireOption("terms", terms, "the path of a terms file");
  const account = await accountOf(chain, from);
  // A mistake is told at once, not after a compilation.
  await readTermsFile(file);
  await compile(hre);
  const program = await deployProgram(chain, {
    terms: file,
    account,
    ignitionFolder: hre.config.paths.ignition,
    ...(uri !== undefined && { uri }),
  });
  const { address, termsHash } = program;
  const currencies = program.currencies.map(({ symbol, address: at, decimals }) => ({
    symbol,
    address: at,
    decimals,
  }));
  const lines = currencies.map(
    ({ symbol, address: at, decimals }) => `  ${symbol}  ${at}  ${decimals} decimals`,
  );
  return {
    json: { program: address, chainId: chain.chainId, termsHash, currencies },
    text: [
      `${program.terms.name} is deployed at ${address} (chain ${chain.chainId}).`,
      `Hash of its terms: ${termsHash}`,
      "Currencies:",
      ...lines,
    ].join("\n"),
  };
});
