import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { hardhat } from "../integration/support/cli.ts";
import { exampleFile, type Folder, openFolder } from "../integration/support/files.ts";
import { type Server, startServer } from "../integration/support/server.ts";

describe("From Stripe's export to posted sales", () => {
  let server: Server;
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
    server = await startServer("2025-07-01T00:00:00Z");
  });
  after(async () => {
    await server.close();
    await folder.remove();
  });

  const run = async (...commandLine: string[]): Promise<Record<string, unknown>> => {
    const { status, stdout, stderr } = await hardhat(server.url, [...commandLine, "--json"]);
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  it("goes the whole way of docs/posting.md", async () => {
    const stripe = exampleFile("saas", "stripe");
    const out = folder.path("out");
    const options = [
      "--mapping",
      join(stripe, "mapping.json"),
      "--rules",
      join(stripe, "rules.json"),
    ];
    const prepared = await run(
      ...["sales", "prepare", "--input", stripe, ...options, "--skew", "60", "--out", out],
    );
    expect(prepared).to.deep.equal({
      ...{ out, touchpoints: 6, sales: 5, refunds: 2, excluded: 3, review: 1 },
      ...{
        repeated: 0,
        otherVisits: 1,
        nobody: { sales: [], codes: 0, links: 1, touches: 0 },
        unread: [],
      },
    });
    const excluded = await readFile(join(out, "excluded.csv"), "utf8");
    for (const rule of ["(not paid)", "card checks", "(consent)"]) {
      expect(excluded).to.include(rule);
    }
    expect(await readFile(join(out, "review.csv"), "utf8")).to.include("in_1Rd3,cus_SbB2");

    const credited = join(out, "credited.csv");
    const touchpoints = join(out, "touchpoints.csv");
    const attributed = await run(
      ...["sales", "attribute", "--sales", join(out, "sales.csv"), "--touchpoints", touchpoints],
      ...["--model", "roles", "--lookback", "90d", "--out", credited],
    );
    const earners = attributed.partners as Record<string, unknown>[];
    expect(earners.map(({ partner, role, amounts }) => [partner, role, amounts])).to.deep.equal([
      ["Flowbridge", "integration", { USDC: "646" }],
      ["Onboard Academy", "training", { USDC: "29" }],
      ["Paper Crane", "template", { USDC: "646" }],
    ]);

    const local = ["--network", "localhost"];
    const terms = exampleFile("saas", "terms.json");
    const { program } = await run("program", "deploy", "--terms", terms, ...local);
    const at = ["--program", String(program), ...local];
    await run("partners", "enroll", ...at, "--file", exampleFile("saas", "partners.csv"));
    const posted = await run("sales", "post", ...at, "--sales", credited, "--clock");
    expect(posted).to.include({ posted: 5, alreadyPosted: 0 });
    const refunds = join(out, "refunds.csv");
    expect(await run("sales", "refund", ...at, "--file", refunds)).to.include({ refunded: 2 });
    // The integration's 15 % of 646, and of the 50 that went back of the deal's sale.
    const { rows } = await run("statement", ...at, "--partner", "Flowbridge");
    expect((rows as object[])[0]).to.include({ earned: "96.9", reversed: "7.5" });
    expect(await run("audit", ...at)).to.include({ equal: true });
  });
});
