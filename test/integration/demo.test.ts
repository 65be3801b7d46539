import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { createPublicClient, http } from "viem";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);

/** From an installed tree to a page that shows numbers. */
const MOST_SECONDS = 20;

interface ProgramsFile {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly programs: readonly { readonly address: `0x${string}`; readonly name: string }[];
}

describe("npm start", () => {
  it("plays both examples, serves the site, says how to claim, and stops at Ctrl-C", async () => {
    const started = Date.now();
    const demo = spawn(process.execPath, [HARDHAT, "run", "scripts/cli/demo.ts"], { cwd: ROOT });
    let output = "";
    const ended = new Promise<number | null>((resolve) => demo.on("close", resolve));
    demo.stdout.on("data", (data: Buffer) => {
      output += data.toString();
    });
    demo.stderr.on("data", (data: Buffer) => {
      output += data.toString();
    });
    try {
      while (!output.includes("Ctrl-C stops all of it")) {
        expect(demo.exitCode, output).to.equal(null);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect((Date.now() - started) / 1000, output).to.be.lessThan(MOST_SECONDS);

      const [, site] = /^Site +(\S+)$/m.exec(output) ?? [];
      const page = await fetch(`${site}/`);
      expect(page.status).to.equal(200);
      expect(await page.text()).to.include('<div id="root">');
      const file = (await (await fetch(`${site}/programs.json`)).json()) as ProgramsFile;
      expect(file.chainId).to.equal(31_337);
      expect(file.programs.map(({ name }) => name)).to.deep.equal([
        "Lumen tech partnership",
        "Northwind SaaS ecosystem",
      ]);

      const client = createPublicClient({ transport: http(file.rpcUrl) });
      for (const { address } of file.programs) {
        expect((await client.getCode({ address }))?.length).to.be.greaterThan(100);
        expect(output).to.include(address);
      }
      expect(output).to.match(
        /npx hardhat claim --network localhost --program 0x\w{40} --partner Flowbridge/,
      );
      // The key of account 1, whose wallet is Flowbridge's.
      expect(output).to.include(
        "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
      );

      demo.kill("SIGINT");
      expect(await ended).to.equal(0);
      expect(await fetch(file.rpcUrl).catch(() => "gone")).to.equal("gone");
      expect(await fetch(`${site}/`).catch(() => "gone")).to.equal("gone");
    } finally {
      demo.kill("SIGKILL");
    }
  });
});
