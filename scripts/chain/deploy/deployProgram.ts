import { join } from "node:path";
import { type Address, erc20Abi, type Hex, numberToHex } from "viem";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { type ProgramPlan, programModule } from "../../../ignition/modules/programModule.ts";
import type { Chain } from "../openChain.ts";
import { openProgram, type Program } from "../openProgram.ts";
import { deploymentIdOf } from "./deploymentIdOf.ts";
import { FAST } from "./ignitionConfig.ts";
import { keyOf, type ProgramRecord, readRecords, writeRecord } from "./ProgramRecord.ts";
import { readTermsFor } from "./readTermsFor.ts";
import { removeOldDevelopmentJournals } from "./removeOldDevelopmentJournals.ts";
import { resolveTokens } from "./resolveTokens.ts";

export interface DeployProgramParameters {
  readonly terms: string;
  readonly account: Address;
  /** Hardhat's `paths.ignition`. */
  readonly ignitionFolder: string;
  /** Where the terms file can be read; told in an event. */
  readonly uri?: string;
}

/** What test tokens are given out: plenty, in whole tokens. */
const PLENTY = 1_000_000_000n;

/**
 * Checks a terms file and creates its program through Ignition. A deployment that was interrupted goes on where it
 * stopped; after one that came to its end, another program is created.
 */
export async function deployProgram(
  chain: Chain,
  parameters: DeployProgramParameters,
): Promise<Program> {
  const { terms: file, account, ignitionFolder, uri = "" } = parameters;
  const parsed = await readTermsFor(chain, ignitionFolder, file);
  const time = Number((await chain.client.getBlock()).timestamp);
  // Checked in full before anything is sent: only the tokens' addresses are missing.
  encodeTerms(file, parsed, { account, time, tokens: new Map() });

  await removeOldDevelopmentJournals(join(ignitionFolder, "deployments"));
  const tokens = await resolveTokens(chain, account, ignitionFolder, parsed.currencies);
  const folder = join(ignitionFolder, "deployments", deploymentIdOf(chain));
  const key = keyOf(parsed, account, uri);
  const records = await readRecords(folder, key);
  const last = records.at(-1);
  const unfinished = last?.program === undefined ? last : undefined;
  const index = unfinished === undefined ? records.length : records.length - 1;
  const record: ProgramRecord = unfinished ?? {
    id: `Program_${key}_${index}`,
    salt: await freshSalt(chain, account),
    uri,
    terms: encodeTerms(file, parsed, { account, time, tokens: tokens.addresses }),
  };
  const isKept = chain.connection.networkConfig.type === "http";
  if (isKept) await writeRecord(folder, key, index, record);
  const program = await create(chain, account, {
    ...record,
    mints: await planMints(chain, tokens.testTokens, new Set([account, record.terms.operator])),
  });
  if (isKept) await writeRecord(folder, key, index, { ...record, program });
  return openProgram(chain, program);
}

async function create(chain: Chain, account: Address, plan: ProgramPlan): Promise<Address> {
  const { program } = await chain.connection.ignition.deploy(programModule(plan), {
    deploymentId: deploymentIdOf(chain),
    defaultSender: account,
    ...(chain.instance !== undefined && { config: FAST }),
  });
  return program.address;
}

/** The account's count of transactions: another for each program, wherever the journal of earlier ones lies. */
async function freshSalt({ client }: Chain, account: Address): Promise<Hex> {
  return numberToHex(await client.getTransactionCount({ address: account }), { size: 32 });
}

async function planMints(
  { client }: Chain,
  tokens: readonly Address[],
  receivers: ReadonlySet<Address>,
): Promise<ProgramPlan["mints"]> {
  const mints = await Promise.all(
    tokens.map(async (token) => {
      const decimals = await client.readContract({
        address: token,
        abi: erc20Abi,
        functionName: "decimals",
      });
      return [...receivers].map((to) => ({ token, to, amount: PLENTY * 10n ** BigInt(decimals) }));
    }),
  );
  return mints.flat();
}
