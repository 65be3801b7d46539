import { decodeFunctionData, type Hex, toFunctionSelector } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { versionsIn } from "../../../core/ledger/Amendment.ts";
import type { TimedEvent } from "../../../core/ledger/History.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { hashTerms } from "../../../core/terms/hashTerms.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import type { Program } from "../openProgram.ts";

/** The calls that name terms. */
const GIVING = [...programAbi, ...programFactoryAbi].filter(
  (item) =>
    item.type === "function" && (item.name === "proposeAmendment" || item.name === "create"),
);

/**
 * All terms that were in force up to a time, by their hash. A program shows its last ones only; the others are found in the
 * transactions that gave them, or in the program's state at that time.
 */
export async function readVersions(
  program: Program,
  events: readonly TimedEvent[],
  time: number,
): Promise<Map<Hex, Terms>> {
  const versions = new Map<Hex, Terms>([[program.termsHash, program.terms]]);
  for (const hash of versionsIn(events, time)) {
    if (versions.has(hash)) continue;
    const found = await findTerms(program, events, hash);
    if (found === undefined) {
      throw new TributaryError(
        `The terms with the hash ${hash} were in force once, but no node tells them.`,
        {
          todo: "Use an RPC that remembers old states, an archive node.",
        },
      );
    }
    versions.set(hash, found);
  }
  return versions;
}

async function findTerms(
  program: Program,
  events: readonly TimedEvent[],
  hash: Hex,
): Promise<Terms | undefined> {
  const giving = events.map(({ event }) => event).find((event) => hashIn(event) === hash);
  if (giving === undefined) return undefined;
  const candidates = [
    ...(await termsSent(program, giving)),
    ...(await termsShown(program, giving)),
  ];
  return candidates.find((terms) => hashTerms(terms) === hash);
}

function hashIn(event: ProgramEvent): Hex | undefined {
  const isGiving = event.eventName === "TermsAgreed" || event.eventName === "AmendmentProposed";
  return isGiving ? event.args.termsHash : undefined;
}

/** Terms in a transaction's data: its own call, or one that a Safe or another contract was told to make. */
async function termsSent({ chain }: Program, { transactionHash }: ProgramEvent): Promise<Terms[]> {
  const { input } = await chain.client.getTransaction({ hash: transactionHash });
  return GIVING.flatMap((item) => {
    const selector = toFunctionSelector(item).slice(2);
    return placesOf(input, selector).flatMap((place) => decodeTerms(`0x${input.slice(place)}`));
  });
}

function placesOf(input: string, selector: string): number[] {
  const places: number[] = [];
  for (let at = input.indexOf(selector); at >= 0; at = input.indexOf(selector, at + 1)) {
    if (at % 2 === 0) places.push(at);
  }
  return places;
}

function decodeTerms(data: Hex): Terms[] {
  try {
    const { args } = decodeFunctionData({ abi: GIVING, data });
    return [args?.[0] as Terms];
  } catch {
    // The same four bytes, but no such call.
    return [];
  }
}

/** What a node that remembers old states shows of the block in which terms were given. */
async function termsShown(
  { chain, address }: Program,
  { eventName, blockNumber }: ProgramEvent,
): Promise<Terms[]> {
  const functionName = eventName === "TermsAgreed" ? "terms" : "amendedTerms";
  return chain.client
    .readContract({ address, abi: programAbi, functionName, blockNumber })
    .then((terms) => [terms])
    .catch(() => []);
}
