import { writeFile } from "node:fs/promises";
import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { getTypesForEIP712Domain, type Hex } from "viem";
import type { TypedAct } from "../../../../core/signing/typedAct.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { joinWords } from "../../../../core/text/joinWords.ts";
import { describeAct } from "../../../chain/acts/describeAct.ts";
import type { SignedAct } from "../../../chain/acts/SignedAct.ts";
import { actIn, typedDataOf } from "../../../chain/acts/typedDataOf.ts";
import { type Chain, openChain } from "../../../chain/openChain.ts";
import { readProgram } from "../../../chain/readProgram.ts";
import { openRecordingChain } from "../../../chain/recording/openRecordingChain.ts";
import type { RecordedCall } from "../../../chain/recording/Recording.ts";
import type { Output } from "../../Output.ts";
import { subjectOf } from "../../subjectOf.ts";
import { actingAccount } from "../actingAccount.ts";
import { partPath } from "../partPath.ts";
import type { SendingOptions } from "../waysToSend.ts";

/** How long a signature counts. */
const SECONDS = 30 * 86_400;

interface WrittenAct extends SignedAct {
  readonly typed: TypedAct;
  readonly path: string;
}

/** Runs a command with nothing sent, and signs the acts that it would send, a file for each. */
export async function signActs(
  connection: NetworkConnection<ChainType | string>,
  options: SendingOptions,
  run: (chain: Chain) => Promise<Output>,
): Promise<Output> {
  const { sign: path = "" } = options;
  const { chain, recording } = await openRecordingChain(connection, actingAccount(options));
  const output = await run(chain);
  const acts = recording.calls.filter(({ data }) => actIn(data) !== undefined);
  const others = recording.calls.filter(({ data }) => actIn(data) === undefined);
  if (acts.length === 0) return tellNone(output, others);
  const written = await writeActs(await openChain(connection), acts, path);
  return {
    json: {
      ...subjectOf(output),
      acts: written.map(({ typed, path: file, signer, nonce, deadline, signature }) => ({
        ...{ act: typed.primaryType, signer, file, nonce: String(nonce), deadline },
        isSigned: signature !== undefined,
      })),
    },
    text: [...written.map(describe), ...describeOthers(others)].join("\n"),
  };
}

/** In their order, which is that of their nonces. */
async function writeActs(
  chain: Chain,
  calls: readonly RecordedCall[],
  path: string,
): Promise<WrittenAct[]> {
  const written: WrittenAct[] = [];
  const { timestamp } = await chain.client.getBlock();
  for (const [index, { from: signer, to: contract, data: call }] of calls.entries()) {
    const of = actIn(call)?.of ?? "program";
    const first = await readProgram({ chain, address: contract }, "nonces", [signer]);
    const nonce = first + BigInt(index);
    const deadline = Number(timestamp) + SECONDS;
    const act = { of, contract, chainId: chain.chainId, signer, call, nonce, deadline };
    const typed = typedDataOf(act);
    if (typed === undefined) continue;
    const signature = await signWith(chain, signer, typed);
    const file = partPath(path, index);
    await writeFile(file, toFile({ ...act, signature }, typed));
    written.push({ ...act, signature, typed, path: file });
  }
  return written;
}

/** By the network's key of an account; undefined where it has none. */
async function signWith(
  { wallet }: Chain,
  signer: SignedAct["signer"],
  typed: TypedAct,
): Promise<Hex | undefined> {
  const accounts = await wallet.getAddresses();
  const account = accounts.find((one) => one.toLowerCase() === signer.toLowerCase());
  return account === undefined ? undefined : wallet.signTypedData({ account, ...typed });
}

/** The typed data is there for wallets elsewhere; posting works it out anew. */
function toFile(
  { of, contract, signature, ...act }: SignedAct,
  { types, ...typed }: TypedAct,
): string {
  const domain = { EIP712Domain: getTypesForEIP712Domain(typed) };
  const typedData = { ...typed, types: { ...domain, ...types } };
  const file = { [of]: contract, ...act, signature: signature ?? null, typedData };
  const json = JSON.stringify(file, (_, value) => (isBig(value) ? String(value) : value), 2);
  return `${json}\n`;
}

function isBig(value: unknown): value is bigint {
  return typeof value === "bigint";
}

function describe({ typed, path, signer, deadline, signature }: WrittenAct): string {
  const until = `anybody can post it with \`acts post --file ${path}\` until ${formatIsoTime(deadline)}`;
  return signature === undefined
    ? `${path} has the ${describeAct(typed)}, for ${signer} to sign: the network has no key of it. Have that wallet sign the file's typedData (eth_signTypedData_v4); with --signature and the result ${until}.`
    : `${signer} has signed the ${describeAct(typed)}. It is in ${path}: ${until}.`;
}

/** What anybody may call without a signature. */
function describeOthers(calls: readonly RecordedCall[]): string[] {
  if (calls.length === 0) return [];
  const names = joinWords([...new Set(calls.map(({ functionName }) => functionName))]);
  return [`Not signed, for it needs nobody's signature: ${names}.`];
}

function tellNone(output: Output, others: readonly RecordedCall[]): Output {
  if (others.length === 0) {
    return {
      ...output,
      json: { ...output.json, acts: [] },
      text: `${output.text}\nThere is nothing to sign.`,
    };
  }
  const names = joinWords([...new Set(others.map(({ functionName }) => functionName))]);
  throw new TributaryError(`Nothing of this can be signed for others to post.`, {
    found: names,
    todo: "Run the command without --sign: whoever may call this does so itself.",
  });
}
