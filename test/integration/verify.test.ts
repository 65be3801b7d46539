import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { hardhat } from "./support/cli.ts";
import { type Explorers, startExplorers } from "./support/explorers.ts";
import { exampleFile } from "./support/files.ts";
import { type Server, startServer } from "./support/server.ts";

const CONFIG = fileURLToPath(new URL("./support/verify.config.ts", import.meta.url));
const MODULES = [
  "ProgramSales",
  "ProgramDisputes",
  "ProgramPartners",
  "ProgramLines",
  "ProgramExits",
  "ProgramAmendments",
  "ProgramPowers",
  "ProgramFunding",
  "ProgramSigned",
  "ProgramViews",
];
const READERS = ["PartyReader", "ProgramReader"];
const CONTRACTS = [
  "TermsValidator",
  "AmendmentCheck",
  ...MODULES,
  "Program",
  ...READERS,
  "ProgramFactory",
];
const PLAN_MODULES = [
  ...["EquityGrants", "EquityLeaving", "EquityBuyouts", "EquityHolders"],
  ...["EquityPowers", "EquitySigned", "EquityViews"],
];

interface Verified {
  readonly program: string;
  readonly plan: string;
  readonly results: readonly {
    readonly contract: string;
    readonly address: string;
    readonly service: string;
    readonly verified: boolean;
    readonly error?: string;
  }[];
  readonly proxy?: { readonly linked: boolean; readonly error?: string };
}

describe("Verifying the contracts of programs and plans", () => {
  let server: Server;
  let explorers: Explorers;
  let program: string;

  const run = (...commandLine: string[]) =>
    hardhat(server.url, ["--config", CONFIG, "--network", "stubbed", ...commandLine, "--json"], {
      STUB_EXPLORERS_URL: explorers.url,
    });

  before(async () => {
    explorers = await startExplorers();
    // Explorers know no chain 31337.
    server = await startServer("2025-01-01T00:00:00Z", 424_242);
    const { stdout, stderr } = await run(
      "program",
      "deploy",
      "--terms",
      exampleFile("saas", "terms.json"),
    );
    expect(stdout, stderr).to.include("program");
    program = (JSON.parse(stdout) as Verified).program;
  });
  after(async () => {
    await server.close();
    await explorers.close();
  });

  it("hands every contract to Etherscan, Blockscout and Sourcify with one command", async () => {
    const { status, stdout, stderr } = await run("program", "verify", "--program", program);
    expect(status, stderr).to.equal(0);
    const { results } = JSON.parse(stdout) as Verified;
    expect(results.every(({ verified }) => verified)).to.equal(true);
    for (const service of ["etherscan", "blockscout", "sourcify"]) {
      const own = explorers.submissions.filter((submission) => submission.service === service);
      expect(own.map(({ contract }) => contract.split(":")[1])).to.deep.equal(CONTRACTS);
      for (const { contract, address, input } of own) {
        expect(
          results.some((result) => result.address === address && result.service === service),
        ).to.equal(true);
        expect(Object.keys(input.sources)).to.include(contract.split(":")[0]);
        expect(input.settings).to.deep.include({ viaIR: true, evmVersion: "cancun" });
      }
    }
    // What the contracts were deployed with: the addresses of the modules, of the code.
    const ofName = (name: string) =>
      results
        .find(({ contract }) => contract.endsWith(`:${name}`))
        ?.address.slice(2)
        .toLowerCase();
    const argumentsOf = (name: string) =>
      explorers.submissions.find(
        ({ service, contract }) => service === "etherscan" && contract.endsWith(`:${name}`),
      )?.constructorArguments;
    for (const module of MODULES) expect(argumentsOf("Program"), module).to.include(ofName(module));
    expect(argumentsOf("ProgramAmendments"))
      .to.include(ofName("TermsValidator"))
      .and.include(ofName("AmendmentCheck"));
    expect(argumentsOf("ProgramFactory"))
      .to.include(ofName("Program"))
      .and.include(ofName("TermsValidator"))
      .and.include(ofName("ProgramReader"));
    expect(argumentsOf("ProgramReader"))
      .to.include(ofName("Program"))
      .and.include(ofName("PartyReader"));
  });

  it("has Etherscan show the program as a proxy to its code, once that is there to be shown", async () => {
    explorers.proxies.length = 0;
    const etherscan = ["program", "verify", "--program", program, "--service", "etherscan"];
    const { status, stdout, stderr } = await run(...etherscan);
    expect(status, stderr).to.equal(0);
    const { results, proxy } = JSON.parse(stdout) as Verified;
    const code = results.find(({ contract }) => contract.endsWith(":Program"))?.address;
    expect(proxy).to.deep.equal({ service: "etherscan", implementation: code, linked: true });
    expect(explorers.proxies).to.deep.equal([
      { chainId: "424242", address: program, implementation: code, asked: 2 },
    ]);
    explorers.refusing.add("proxy");
    const refused = await run(...etherscan);
    explorers.refusing.clear();
    expect(refused.status).to.equal(1);
    expect((JSON.parse(refused.stdout) as Verified).proxy?.error).to.include(
      "Etherscan does not show it as a proxy",
    );
  });

  it("tries the other services where one refuses, and says so", async () => {
    explorers.refusing.add("blockscout");
    const { status, stdout } = await run("program", "verify", "--program", program);
    explorers.refusing.clear();
    expect(status).to.equal(1);
    const { results } = JSON.parse(stdout) as Verified;
    const refused = results.filter(({ verified }) => !verified);
    expect(refused.map(({ service }) => service)).to.deep.equal(CONTRACTS.map(() => "blockscout"));
    expect(refused[0]?.error).to.include("we do not like it");
  });

  it("can be asked for one service", async () => {
    explorers.submissions.length = 0;
    const { status, stdout } = await run(
      "program",
      "verify",
      "--program",
      program,
      "--service",
      "sourcify",
    );
    expect(status).to.equal(0);
    expect(JSON.parse(stdout)).to.not.have.property("proxy");
    expect(new Set(explorers.submissions.map(({ service }) => service))).to.deep.equal(
      new Set(["sourcify"]),
    );
    const unknown = await run("program", "verify", "--program", program, "--service", "github");
    expect(unknown.status).to.equal(1);
    expect(unknown.stderr).to.include('"github"').and.include("blockscout");
  });

  it("hands an equity plan's contracts to all of them, too, and has Etherscan show the plan as a proxy", async () => {
    const file = exampleFile("phantom-equity", "profit-plan.json");
    const created = await run("equity", "create", "--plan", file);
    expect(created.status, created.stderr).to.equal(0);
    const { plan } = JSON.parse(created.stdout) as Verified;
    explorers.submissions.length = 0;
    explorers.proxies.length = 0;
    const { status, stdout, stderr } = await run("equity", "verify", "--plan", plan);
    expect(status, stderr).to.equal(0);
    const verified = JSON.parse(stdout) as Verified;
    expect(verified.plan).to.equal(plan);
    const addressOf = (name: string) =>
      verified.results.find(({ contract }) => contract.endsWith(`:${name}`))?.address ?? "";
    for (const service of ["etherscan", "blockscout", "sourcify"]) {
      const own = explorers.submissions.filter((submission) => submission.service === service);
      expect(own.map(({ contract }) => contract)).to.deep.equal([
        ...PLAN_MODULES.map((name) => `project/contracts/equity/modules/${name}.sol:${name}`),
        "project/contracts/equity/EquityPlan.sol:EquityPlan",
        "project/contracts/equity/EquityPlanFactory.sol:EquityPlanFactory",
      ]);
      for (const { contract, input } of own)
        expect(Object.keys(input.sources)).to.include(contract.split(":")[0]);
    }
    // What each was deployed with, as the chain has it: one word an address.
    const words = (...names: string[]) =>
      names.map((name) => addressOf(name).slice(2).toLowerCase().padStart(64, "0")).join("");
    const argumentsOf = (name: string) =>
      explorers.submissions.find(
        ({ service, contract }) => service === "etherscan" && contract.endsWith(`:${name}`),
      )?.constructorArguments;
    expect(argumentsOf("EquityPlan")).to.equal(words(...PLAN_MODULES));
    expect(argumentsOf("EquityPlanFactory")).to.equal(words("EquityPlan"));
    expect(argumentsOf("EquityLeaving")).to.equal("");
    // Plans of this chain pull from its programs alone.
    const programs = await run("program", "verify", "--program", program, "--service", "sourcify");
    const code = (JSON.parse(programs.stdout) as Verified).results.find(({ contract }) =>
      contract.endsWith(":Program"),
    );
    expect(argumentsOf("EquityGrants")).to.equal(
      code?.address.slice(2).toLowerCase().padStart(64, "0"),
    );
    const implementation = addressOf("EquityPlan");
    expect(verified.proxy).to.deep.equal({ service: "etherscan", implementation, linked: true });
    expect(explorers.proxies).to.deep.equal([
      { chainId: "424242", address: plan, implementation, asked: 2 },
    ]);
  });
});
