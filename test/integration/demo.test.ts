import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { createPublicClient, http } from "viem";
import { parseTime } from "../../core/text/parseTime.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** From an installed tree to a page that shows numbers. */
const MOST_SECONDS = 60;

interface ProgramsFile {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly programs: readonly { readonly address: `0x${string}`; readonly name: string }[];
  readonly tokens: readonly { readonly symbol: string }[];
}

/** As npm runs it in a terminal: a group of processes, which Ctrl-C reaches, and npm passes the signal on once more. */
function start(): {
  demo: ChildProcess;
  said(text: string): Promise<string>;
  stop(): Promise<void>;
} {
  const demo = spawn("npm", ["exec", "--", "hardhat", "run", "scripts/cli/demo.ts"], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: TEMPORARY },
    detached: true,
  });
  let output = "";
  for (const stream of [demo.stdout, demo.stderr])
    stream.on("data", (data: Buffer) => {
      output += data.toString();
    });
  const ended = new Promise((resolve) => demo.on("close", resolve));
  return {
    demo,
    said: async (text) => {
      while (!output.includes(text)) {
        expect(demo.exitCode, output).to.equal(null);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return output;
    },
    stop: async () => {
      const group = -(demo.pid ?? 0);
      process.kill(group, "SIGINT");
      await ended;
      expect(() => process.kill(group, 0), "a process of it").to.throw();
    },
  };
}

function end({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid ?? 0), "SIGKILL");
  } catch {
    // All of it has ended.
  }
}

/** Where the demos of this file have their copies of files, for others may run beside them. */
const TEMPORARY = await mkdtemp(join(tmpdir(), "tributary-test-"));

/** What a demo could leave behind. */
async function leftovers(): Promise<string[]> {
  const folders = ["ignition/deployments", ".cache/site", "feed"];
  const names = await Promise.all(
    folders.map((folder) => readdir(join(ROOT, folder)).catch(() => [])),
  );
  const copies = (await readdir(TEMPORARY)).filter((name) => name.startsWith("tributary-demo-"));
  const journals = names.flat().filter((name) => /^chain-31337-dev-|[.]/.test(name));
  return [...journals, ...copies];
}

describe("npm start", () => {
  after(() => rm(TEMPORARY, { recursive: true }));

  it("plays its stories until today, serves the site, says what to try, and leaves nothing at Ctrl-C", async () => {
    const before = await leftovers();
    const port = await new Promise<Server>((resolve) => {
      const server = createServer().listen(8545, "127.0.0.1", () => resolve(server));
      server.on("error", () => resolve(server));
    });
    const { demo, said, stop } = start();
    try {
      const output = await said("Ctrl-C stops all of it");
      const [, ready] = /Ready after ([\d.]+) s/.exec(output) ?? [];
      expect(Number(ready)).to.be.lessThan(MOST_SECONDS);

      const [, clock = ""] =
        /^Chain +http:\S+ \(chain 31337\), its clock at ([^;]*); port/m.exec(output) ?? [];
      const behind = Date.now() / 1_000 - (parseTime(clock.replace(/ UTC$/, "Z")) ?? 0);
      expect(Math.abs(behind)).to.be.lessThan(MOST_SECONDS);

      const [, site] = /^Site +(http:[^\s;]+)/m.exec(output) ?? [];
      const page = await fetch(`${site}/`);
      expect(page.status).to.equal(200);
      expect(await page.text()).to.include('<div id="root">');
      const file = (await (await fetch(`${site}/programs.json`)).json()) as ProgramsFile;
      expect(file.chainId).to.equal(31_337);
      expect(file.programs.map(({ name }) => name)).to.deep.equal([
        "Lumen tech partnership",
        "Harbour design tools",
        "Harbour team units",
        "Northwind SaaS ecosystem",
      ]);

      expect(new Set(file.tokens.map(({ symbol }) => symbol))).to.deep.equal(new Set(["USDC"]));
      // The list has the node, so that nobody is asked whether to use it.
      expect(output).to.include(`${site}/?program=${file.programs[0]?.address}`);

      const client = createPublicClient({ transport: http(file.rpcUrl) });
      for (const { address } of file.programs) {
        expect((await client.getCode({ address }))?.length).to.be.greaterThan(100);
        expect(output).to.include(address);
      }
      // The usual port is taken here: that is said, and each command finds the chain nevertheless.
      expect(output).to.include("port 8545 is taken");
      const [, , plan, saas] = file.programs;
      const npx = `\n  LOCALHOST_RPC_URL=${file.rpcUrl} npx hardhat`;
      for (const command of ["program show", "statement   ", "claim       ", "audit       "])
        expect(output).to.include(
          `${npx} ${command} --network localhost --program ${saas?.address}`,
        );
      for (const command of ["equity show ", "equity claim", "equity audit"])
        expect(output).to.include(`${npx} ${command} --network localhost --plan ${plan?.address}`);
      // The key of account 1, whose wallet is Flowbridge's and holds the plan's first grant.
      expect(output).to.include(
        "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
      );

      await stop();
      expect(await fetch(file.rpcUrl).catch(() => "gone")).to.equal("gone");
      expect(await fetch(`${site}/`).catch(() => "gone")).to.equal("gone");
      expect(await leftovers()).to.deep.equal(before);
    } finally {
      end(demo);
      port.close();
    }
  });

  it("leaves nothing where Ctrl-C comes before it is ready", async () => {
    const before = await leftovers();
    const { demo, said, stop } = start();
    try {
      await said("Playing");
      expect((await readdir(TEMPORARY)).join()).to.include("tributary-demo-");
      await stop();
      expect(await said("Stopped, with")).to.match(/\nStopped, with all that was on it\. /);
      expect(await leftovers()).to.deep.equal(before);
    } finally {
      end(demo);
    }
  });
});
