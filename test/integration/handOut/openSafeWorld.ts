import { readFile } from "node:fs/promises";
import { expect } from "chai";
import hre from "hardhat";
import type { Address, Hash, Hex } from "viem";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { deployProgram } from "../../../scripts/chain/deploy/deployProgram.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { checksumOf } from "../../../scripts/cli/hand/safe/checksumOf.ts";
import type { SafeBatch } from "../../../scripts/cli/hand/safe/SafeBatch.ts";
import { findShapeErrors } from "../../../scripts/files/json/findShapeErrors.ts";
import { type Ended, startCommand } from "../../posting/support/startCommand.ts";
import { type Folder, openFolder } from "../support/files.ts";
import { type Server, startServer } from "../support/server.ts";
import { TERMS } from "../support/terms.ts";
import { deploySafe, executeBySafe, SAFE } from "./realSafe.ts";

/** The document of a command. */
// biome-ignore lint/suspicious/noExplicitAny: each command has its own.
type Document = any;

interface Handed {
  readonly json: Document;
  readonly batches: SafeBatch[];
}

export interface SafeWorld {
  readonly server: Server;
  readonly folder: Folder;
  readonly chain: Chain;
  /** An account with a key, which has no power in the program. */
  readonly account: Address;
  /** All of its powers are the Safe's. */
  readonly program: Program;
  /** Runs a command as a user does. */
  run(...command: string[]): Promise<Ended & { readonly json: Document }>;
  /** The same with the Safe to act, whose file is read as the app reads it; fails where the command does. */
  hand(...command: string[]): Promise<Handed>;
  /** The same of what a command is told to act on, such as a plan. */
  handFor(subject: readonly string[], ...command: string[]): Promise<Handed>;
  /** Makes a batch's calls from the Safe, in one transaction. */
  execute(batch: Pick<SafeBatch, "transactions">): Promise<Hash>;
  close(): Promise<void>;
}

export async function openSafeWorld(terms: Partial<TermsFile> = {}): Promise<SafeWorld> {
  const folder = await openFolder();
  const server = await startServer("2025-01-05T00:00:00Z");
  const connection = await hre.network.create({
    network: "localhost",
    override: { url: server.url },
  });
  const chain = await openChain(connection);
  const account = await accountOf(chain, undefined);
  await deploySafe(chain, account);
  await connection.provider.request({
    method: "hardhat_setBalance",
    params: [SAFE, "0x56BC75E2D63100000"],
  });
  const powers = { operator: SAFE, attributor: SAFE, arbiter: SAFE, treasury: SAFE };
  const file = await folder.write("terms.json", JSON.stringify({ ...TERMS, ...powers, ...terms }));
  const program = await deployProgram(chain, {
    ...{ terms: file, account, ignitionFolder: hre.config.paths.ignition },
  });
  const run: SafeWorld["run"] = async (...command) => {
    const ended = await startCommand(server.url, [...command, "--json"]).ended;
    expect(ended.isEndless, ended.stderr).to.equal(false);
    return { ...ended, json: ended.stdout === "" ? undefined : JSON.parse(ended.stdout) };
  };
  let count = 0;
  const handFor: SafeWorld["handFor"] = async (subject, ...command) => {
    count += 1;
    const out = folder.path(`safe-${count}.json`);
    const { status, stderr, json } = await run(
      ...[...command, ...subject, "--safe", out, "--from", SAFE],
    );
    expect(status, stderr).to.equal(0);
    const paths: string[] = json.files ?? [];
    return { json, batches: await Promise.all(paths.map((path) => readBatch(path, chain))) };
  };
  return {
    ...{ server, folder, chain, account, program, run, handFor },
    hand: (...command) => handFor(["--program", program.address], ...command),
    execute: ({ transactions }) =>
      executeBySafe(
        ...([chain, account] as const),
        transactions.map(({ to, value, data }) => ({ to, data, value: BigInt(value) })),
      ),
    close: async () => {
      await connection.close();
      await server.close();
      await folder.remove();
    },
  };
}

/** Reads a file as the app does: by the form that it documents, its chain and its checksum. */
async function readBatch(path: string, { chainId }: Chain): Promise<SafeBatch> {
  const schema = JSON.parse(
    await readFile(new URL("transactionBuilder.schema.json", import.meta.url), "utf8"),
  );
  const batch: SafeBatch & { meta: { checksum: Hex } } = JSON.parse(await readFile(path, "utf8"));
  expect(findShapeErrors(schema, batch)).to.deep.equal([]);
  expect(batch.chainId).to.equal(String(chainId));
  expect(batch.meta.createdFromSafeAddress).to.equal(SAFE);
  expect(batch.meta.checksum).to.equal(checksumOf(batch));
  return batch;
}
