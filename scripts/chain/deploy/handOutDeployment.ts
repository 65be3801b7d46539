import { randomBytes } from "node:crypto";
import { type Address, bytesToHex, type Hex } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { hashTerms } from "../../../core/terms/hashTerms.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import { termsValidatorAbi } from "../../../generated/abis/TermsValidator.ts";
import { LINES_PER_PAGE } from "../../../ignition/modules/programModule.ts";
import { readTermsFile } from "../../files/json/readTermsFile.ts";
import type { Chain } from "../openChain.ts";
import { send } from "../send.ts";
import type { DeployProgramParameters } from "./deployProgram.ts";
import { requireFactory } from "./requireFactory.ts";
import { requireTokens } from "./requireTokens.ts";

/** A program that somebody else is to create. */
export interface PlannedProgram {
  readonly address: Address;
  readonly termsHash: Hex;
}

/** Checks a terms file and hands out the calls that create its program, by the factory that the chain has. */
export async function handOutDeployment(
  chain: Chain,
  { terms: file, account, ignitionFolder, uri = "" }: DeployProgramParameters,
): Promise<PlannedProgram> {
  const factory = await requireFactory(chain, ignitionFolder, "program");
  const parsed = await readTermsFile(file);
  const time = Number((await chain.client.getBlock()).timestamp);
  const tokens = requireTokens(chain, ignitionFolder, parsed.currencies);
  const terms = encodeTerms(file, parsed, { account, time, tokens });
  await publishPages(chain, account, factory, terms);
  const salt = bytesToHex(randomBytes(32));
  const contract = { address: factory, abi: programFactoryAbi } as const;
  const address = await chain.client.readContract({
    ...{ ...contract, functionName: "predict", args: [terms, uri, salt, account] },
  });
  await send(chain, { ...contract, account, functionName: "create", args: [terms, uri, salt] });
  return { address, termsHash: hashTerms(terms) };
}

/** One transaction holds one page; where there are more they are published ahead. */
async function publishPages(chain: Chain, account: Address, factory: Address, terms: Terms) {
  const pages = Math.ceil(terms.standing.length / LINES_PER_PAGE);
  if (pages <= 1) return;
  const validator = await chain.client.readContract({
    ...{ address: factory, abi: programFactoryAbi, functionName: "validator" },
  });
  for (let page = 0n; page < pages; page++) {
    const call = { account, address: validator, abi: termsValidatorAbi } as const;
    await send(chain, { ...call, functionName: "publish", args: [terms, page] });
  }
}
