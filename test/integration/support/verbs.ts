import { tmpdir } from "node:os";
import { expect } from "chai";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { World } from "./world.ts";

type Action = (options: never, hre: HardhatRuntimeEnvironment) => Promise<void>;

/** What a command printed, and with which exit code it ended. */
export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command's action in this process, on a world's chain. Options that are not given are undefined, as Hardhat has them. */
export async function runVerb(world: World, action: Action, options: object): Promise<Printed> {
  const hre = {
    config: { paths: { root: tmpdir() } },
    network: { getOrCreate: async () => world.chain.connection },
    globalOptions: { network: "default" },
  } as unknown as HardhatRuntimeEnvironment;
  const { exitCode } = process;
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  try {
    await action(options as never, hre);
  } finally {
    out.stop();
    err.stop();
  }
  const code = process.exitCode === 1 ? 1 : 0;
  process.exitCode = exitCode;
  return { code, stdout: out.text(), stderr: err.text() };
}

/** The one document that a command prints with `--json`. */
export async function jsonOf<Document>(
  world: World,
  action: Action,
  options: object,
): Promise<Document> {
  const { code, stdout, stderr } = await runVerb(world, action, { ...options, json: true });
  expect(code, stderr).to.equal(0);
  return JSON.parse(stdout) as Document;
}

/** The paragraph with which a command refuses. */
export async function refusalOf(world: World, action: Action, options: object): Promise<string> {
  const { code, stdout, stderr } = await runVerb(world, action, { ...options, json: true });
  expect(code, stdout).to.equal(1);
  expect(stdout).to.equal("");
  expect(stderr.trim().split("\n")).to.have.length(1);
  return stderr;
}

function capture(stream: NodeJS.WriteStream) {
  const write = stream.write;
  let text = "";
  stream.write = ((chunk: string | Uint8Array) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  }) as typeof stream.write;
  return {
    text: () => text,
    stop: () => {
      stream.write = write;
    },
  };
}
