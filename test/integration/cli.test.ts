import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { type CliResult, hardhat } from "./support/cli.ts";
import { exampleFile, type Folder, openFolder } from "./support/files.ts";
import { type Server, startServer } from "./support/server.ts";
import { TERMS } from "./support/terms.ts";

const LOCALHOST = ["--network", "localhost"];

describe("The command line", () => {
  let server: Server;
  let folder: Folder;
  let program: string;

  const run = (...commandLine: string[]) => hardhat(server.url, [...commandLine, ...LOCALHOST]);

  /** The one document that a command prints. */
  const json = async (...commandLine: string[]): Promise<Record<string, unknown>> => {
    const { status, stdout, stderr } = await run(...commandLine, "--json");
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  before(async () => {
    folder = await openFolder();
    server = await startServer("2025-07-01T00:00:00Z");
    const deployed = await json("program", "deploy", "--terms", exampleFile("saas", "terms.json"));
    program = String(deployed.program);
    expect(deployed).to.have.all.keys("program", "chainId", "termsHash", "currencies");
    expect(deployed.chainId).to.equal(31_337);
    expect(deployed.termsHash).to.match(/^0x[0-9a-f]{64}$/);
    const [usdc] = deployed.currencies as object[];
    expect(usdc).to.include({ symbol: "USDC", decimals: 6 }).and.to.have.property("address");
  });
  after(async () => {
    await server.close();
    await folder.remove();
  });

  it("runs the whole journey, each step with one JSON document", async () => {
    const at = ["--program", program];
    const partners = exampleFile("saas", "partners.csv");
    expect(await json("partners", "enroll", ...at, "--file", partners)).to.deep.include({
      enrolled: 8,
      transactions: 1,
    });

    const sales = exampleFile("saas", "sales.csv");
    const posted = await json("sales", "post", ...at, "--sales", sales);
    expect(posted).to.include({ posted: 48, alreadyPosted: 0 });
    expect(posted.transactions).to.be.a("number").and.be.greaterThan(0);
    expect(posted.gasUsed).to.be.a("number").and.be.greaterThan(500_000);
    expect(await json("sales", "post", ...at, "--sales", sales)).to.include({
      posted: 0,
      alreadyPosted: 48,
      transactions: 0,
      gasUsed: 0,
    });

    const refunds = exampleFile("saas", "refunds.csv");
    expect(await json("sales", "refund", ...at, "--file", refunds)).to.include({
      refunded: 2,
      alreadyRefunded: 0,
      transactions: 1,
    });
    expect(await json("sales", "refund", ...at, "--file", refunds)).to.include({
      refunded: 0,
      alreadyRefunded: 2,
      transactions: 0,
    });

    const statement = await json("statement", ...at, "--partner", "Flowbridge");
    expect(statement).to.deep.include({ program, period: null });
    expect(statement.rows).to.have.length(1);
    const [row] = statement.rows as Record<string, string>[];
    expect(row).to.deep.include({
      partner: "Flowbridge",
      currency: "USDC",
      earned: "1383.178024",
      reversed: "62.35",
      held: "1320.828024",
      locked: "0",
      claimed: "0",
      claimable: "0",
    });

    // Two periods later all of it is locked.
    await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "evm_increaseTime",
        params: [61 * 86_400],
      }),
    });
    await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 2, method: "evm_mine", params: [] }),
    });
    const claimed = await json("claim", ...at, "--partner", "Flowbridge");
    expect(claimed.paid).to.have.length(1);
    expect((claimed.paid as object[])[0]).to.include({ currency: "USDC", amount: "1320.828024" });
    expect((await json("claim", ...at, "--partner", "Flowbridge")).paid).to.deep.equal([]);
    expect((await json("claim", ...at, "--partner", "moderators")).paid).to.have.length(1);

    const period = await json("statement", ...at, "--period", "0");
    expect(period.period).to.equal(0);
    expect((period.rows as Record<string, string>[])[0]).to.deep.include({
      claimed: "1320.828024",
      claimable: "0",
      opening: "0",
    });

    expect(await json("audit", ...at)).to.deep.include({
      equal: true,
      checked: { sales: 48, partners: 8, balances: 12 },
      differences: [],
    });

    const shown = await json("program", "show", ...at);
    expect(shown).to.include({ program, solvent: true });
    expect(shown.partners).to.have.length(8);

    const funded = await json("program", "fund", ...at, "--currency", "USDC", "--amount", "12.5");
    expect(funded).to.include({ currency: "USDC", amount: "12.5" });
  });

  it("says what comes of terms that start after the chain's clock", async () => {
    const file = await folder.write(
      "later.json",
      JSON.stringify({ ...TERMS, starts: "2100-01-01" }),
    );
    const { stderr } = await run("program", "deploy", "--terms", file, "--dry-run");
    expect(stderr).to.match(
      /The terms start at 2100-01-01, after this chain's clock \(.*\): until then no sale can be posted\. .*chain start --date 2100-01-01\n/,
    );
  });

  it("deploys another program each time, and prints for people without --json", async () => {
    const again = await run("program", "deploy", "--terms", exampleFile("saas", "terms.json"));
    const [, address] = /is deployed at (0x\w{40})/.exec(again.stdout) ?? [];
    expect(address).to.match(/^0x/).and.to.not.equal(program);
    expect(again.stdout.trimEnd().split("\n").at(-1)).to.equal(
      `  LOCALHOST_RPC_URL=${server.url} npx hardhat partners enroll --network localhost --program ${address} --file partners.csv`,
    );
    const { status, stdout } = await run("program", "show", "--program", program);
    expect(status).to.equal(0);
    expect(stdout).to.include("Northwind SaaS ecosystem").and.include("integration: Earns 15 %");
  });

  describe("answers mistakes with one paragraph on standard error and exit code 1:", () => {
    const expectFailure = ({ status, stdout, stderr }: CliResult, ...parts: string[]) => {
      expect(status).to.equal(1);
      expect(stdout).to.equal("");
      const lines = stderr.split("\n").filter((line) => !line.startsWith("npm warn"));
      expect(lines.join("\n")).to.match(/^Error: /);
      for (const part of parts) expect(stderr).to.include(part);
      expect(stderr).to.not.match(/\n\s+at /);
    };

    it("an RPC that is not there", async () => {
      const result = await hardhat("http://127.0.0.1:9", [
        "audit",
        "--program",
        program,
        "--json",
        ...LOCALHOST,
      ]);
      expectFailure(result, "Nothing answers at the RPC", "localhost", '"npm start"');
      expectFailure(result, "begun anew, it has none of the programs of an earlier one");
    });

    for (const status of [200, 404]) {
      it(`a web page in an RPC's place, with status ${status}`, async () => {
        const site = createServer((_request, response) => {
          response
            .writeHead(status, { "content-type": "text/html" })
            .end("<!doctype html><p>A page");
        });
        await once(site.listen(0, "127.0.0.1"), "listening");
        const { port } = site.address() as AddressInfo;
        const show = ["program", "show", "--program", program, ...LOCALHOST];
        const result = await hardhat(`http://127.0.0.1:${port}`, show);
        site.close();
        expectFailure(result, "is no JSON-RPC", "LOCALHOST_RPC_URL");
        expect(result.stderr).to.not.include("broke off");
      });
    }

    it("an address that is none", async () => {
      expectFailure(await run("statement", "--program", "0x12", "--json"), '"0x12" is no address');
    });

    it("an address where there is nothing", async () => {
      expectFailure(
        await run("audit", "--program", `0x${"12".repeat(20)}`),
        "no program at",
        "chain 31337",
        "no contract",
      );
    });

    it("a contract that is no program", async () => {
      const shown = await json("program", "deploy", "--terms", exampleFile("saas", "terms.json"));
      const [usdc] = shown.currencies as { address: string }[];
      expectFailure(await run("audit", "--program", usdc?.address ?? ""), "no Tributary program");
    });

    it("the chain that lives for one command", async () => {
      const result = await hardhat(server.url, ["audit", "--program", program]);
      expectFailure(result, "lives for one command", "--network localhost");
    });

    it("an option that is missing", async () => {
      expectFailure(await run("sales", "post", "--program", program), "--sales is missing");
    });

    it("a partner who is not there", async () => {
      expectFailure(
        await run("claim", "--program", program, "--partner", "nobody"),
        '"nobody"',
        "program show",
      );
    });

    it("a period that has not begun", async () => {
      expectFailure(await run("statement", "--program", program, "--period", "99"), '"99"', "0 to");
    });

    it("an account that is not there", async () => {
      const from = `0x${"12".repeat(20)}`;
      expectFailure(
        await run("claim", "--program", program, "--partner", "Flowbridge", "--from", from),
        from,
      );
    });

    it("terms that pay out too much, before anything is sent", async () => {
      const file = await folder.write("terms.json", JSON.stringify({ ...TERMS, ceiling: "40%" }));
      expectFailure(
        await run("program", "deploy", "--terms", file, "--json"),
        "43.475 %",
        "coach 23.5 %",
        "\nNothing was sent.\n",
      );
    });

    it("and say that nothing was sent only where something could have been", async () => {
      const file = await folder.write("terms.json", JSON.stringify({ ...TERMS, ceiling: "40%" }));
      const sales = exampleFile("saas", "sales.csv");
      const nowhere = ["--program", `0x${"12".repeat(20)}`];
      for (const command of [
        ["simulate", "--terms", file, "--sales", sales],
        ["program", "show", ...nowhere],
        ["statement", ...nowhere],
      ])
        expect((await run(...command)).stderr)
          .to.match(/^Error: /)
          .and.not.match(/was sent/);
      for (const command of [
        ["claim", ...nowhere, "--all"],
        ["sales", "post", ...nowhere, "--sales", sales],
      ])
        expect((await run(...command)).stderr).to.match(/ Nothing was sent\.\n$/);
    });

    it("a key that is missing or no URL, with the command that sets it", async () => {
      const at = ["--network", "sepolia", "--program", program];
      const none = { SEPOLIA_RPC_URL: undefined, SEPOLIA_PRIVATE_KEY: undefined };
      const missing = await hardhat(server.url, ["program", "show", ...at], none);
      expect(missing.stderr).to.equal(
        'Error: The network "sepolia" needs SEPOLIA_RPC_URL, which is set nowhere. Keep it in the encrypted keystore with "npx hardhat keystore set SEPOLIA_RPC_URL", or put it into the environment.\n',
      );
      const wrong = await hardhat(server.url, ["program", "show", ...at], {
        SEPOLIA_RPC_URL: "nonsense",
        SEPOLIA_PRIVATE_KEY: `0x${"12".repeat(32)}`,
      });
      expectFailure(wrong, "SEPOLIA_RPC_URL", "is no URL", "keystore set --force SEPOLIA_RPC_URL");
    });

    it("a private key that is none, and a node's address that is none", async () => {
      const fund = ["program", "fund", "--program", program, "--amount", "1"];
      const key = await hardhat(server.url, [...fund, "--network", "sepolia"], {
        SEPOLIA_RPC_URL: server.url,
        SEPOLIA_PRIVATE_KEY: "abc",
      });
      expectFailure(key, "is none", "keystore set --force SEPOLIA_PRIVATE_KEY");
      const url = await hardhat("localhost:8545", [
        ...["program", "show", "--program", program],
        ...LOCALHOST,
      ]);
      expectFailure(url, 'The url of the network "localhost" is none');
    });

    it("a folder where a file is wanted, and a file where no folder is", async () => {
      const terms = await run("program", "deploy", "--terms", folder.path("."));
      expectFailure(terms, "it is a folder, not a file", "Give the path of a file");
      const sales = exampleFile("saas", "sales.csv");
      const out = folder.path("nowhere/terms.json");
      const given = ["--example", "micro-influencers", "--name", "Acme", "--out", out];
      expectFailure(await run("program", "init", ...given), "there is no such file or folder");
      expectFailure(
        await run("report", "reconcile", "--program", program, "--sales", sales, "--out", out),
        `Nothing can be written to ${out}`,
      );
    });

    it("a currency that is no symbol", async () => {
      const file = await folder.write(
        "terms.json",
        JSON.stringify({ ...TERMS, currencies: ["DOGE!"] }),
      );
      expectFailure(await run("program", "deploy", "--terms", file), "currencies[0]", '"DOGE!"');
    });
  });
});
