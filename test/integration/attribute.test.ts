import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { type CliResult, hardhat } from "./support/cli.ts";
import { type Folder, openFolder } from "./support/files.ts";

const NO_NODE = "http://127.0.0.1:1";

describe("sales attribute", () => {
  let folder: Folder;
  let sales: string;
  let touchpoints: string;
  let out: string;
  before(async () => {
    folder = await openFolder();
    sales = await folder.write(
      "sales.csv",
      [
        "sale_id,customer_id,kind,amount,currency,occurred_at,product",
        'S-1,acme,initial,140.00,USDC,2026-01-10T12:00:00Z,"Team, yearly"',
        "S-2,other,renewal,10.00,USDC,2026-01-11,Team",
        "",
      ].join("\n"),
    );
    touchpoints = await folder.write(
      "touchpoints.csv",
      [
        "customer_id,partner,role,channel,occurred_at",
        "acme,Direct,affiliate,direct,2026-01-03",
        "acme,Organic,affiliate,search,2026-01-04",
        "acme,Direct,affiliate,direct,2026-01-10",
        "acme,Coach,coach,call,2025-11-01",
        "",
      ].join("\n"),
    );
    out = join(sales, "../credited.csv");
  });
  after(() => folder.remove());

  const run = (...options: string[]): Promise<CliResult> =>
    hardhat(NO_NODE, ["sales", "attribute", ...options]);
  const attribute = (...options: string[]): Promise<CliResult> =>
    run("--sales", sales, "--touchpoints", touchpoints, "--out", out, ...options);

  it("prints one document, and writes the sales with their credits", async () => {
    const { status, stdout, stderr } = await attribute(
      "--model",
      "position",
      "--lookback",
      "30d",
      "--json",
    );
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal({
      model: "position",
      sales: 2,
      attributed: 1,
      known: 0,
      withoutCustomer: 0,
      refused: [],
      partners: [
        { partner: "Direct", role: "affiliate", sales: "0.800000", amounts: { USDC: "112" } },
        { partner: "Organic", role: "affiliate", sales: "0.200000", amounts: { USDC: "28" } },
      ],
      weights: [],
    });
    expect(await readFile(out, "utf8")).to.equal(
      [
        "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits",
        'S-1,acme,initial,140.00,USDC,2026-01-10T12:00:00Z,"Team, yearly",Direct:affiliate:800000;Organic:affiliate:200000',
        "S-2,other,renewal,10.00,USDC,2026-01-11,Team,",
        "",
      ].join("\n"),
    );
  });

  it("shares each role by itself, and tells people in a table", async () => {
    const { status, stdout, stderr } = await attribute(
      "--model",
      "roles",
      "--within",
      "last",
      "--memory",
      "512MiB",
    );
    expect(status, stderr).to.equal(0);
    expect(stdout).to.include("2 sales, 1 of them attributed (roles).");
    expect(stdout)
      .to.match(/Direct +affiliate +1\.000000 +140\n/)
      .and.match(/Coach +coach +1\.000000 +140\n/);
  });

  it("prints a model as SQL", async () => {
    const { stdout, stderr } = await hardhat(NO_NODE, [
      "sales",
      "model-sql",
      "--model",
      "time-decay",
      "--half-life",
      "3d",
      "--json",
    ]);
    expect(stderr).to.equal("");
    const printed = JSON.parse(stdout) as Record<string, string>;
    expect(printed).to.have.all.keys("model", "engine", "credits", "totals", "decay");
    expect(printed.totals).to.include("intDiv").and.include("259200").and.include(printed.credits);
  });

  for (const [what, options, ...parts] of [
    ["an unknown model", ["--model", "best"], "--model", '"best"', "time-decay"],
    [
      "a look-back that is none",
      ["--model", "first", "--lookback", "a month"],
      "--lookback",
      "30d",
    ],
    ["a memory that is none", ["--model", "first", "--memory", "lots"], "--memory", "512MiB"],
    ["too little memory", ["--model", "first", "--memory", "100MiB"], "512MiB or more"],
    ["no model", [], "--model is missing"],
  ] as [string, string[], ...string[]][]) {
    it(`answers ${what} with one paragraph and exit code 1`, async () => {
      const { status, stdout, stderr } = await attribute(...options);
      expect({ status, stdout }).to.deep.equal({ status: 1, stdout: "" });
      expect(stderr).to.match(/^Error: /);
      for (const part of parts) expect(stderr).to.include(part);
    });
  }

  it("writes nothing where a sale has too many credits, or the input is wrong", async () => {
    const many = Array.from(
      { length: 33 },
      (_, index) => `acme,P${index},affiliate,x,2026-01-0${1 + (index % 9)}`,
    );
    const crowded = await folder.write(
      "crowded.csv",
      ["customer_id,partner,role,channel,occurred_at", ...many, ""].join("\n"),
    );
    const target = join(sales, "../crowded-out.csv");
    const { status, stderr } = await run(
      "--sales",
      sales,
      "--touchpoints",
      crowded,
      "--model",
      "linear",
      "--out",
      target,
    );
    expect(status).to.equal(1);
    expect(stderr)
      .to.include('The sale "S-1" has too many credits')
      .and.include("33")
      .and.include("at most 32");
    const left = await Promise.all(
      [target, `${target}.part`].map((file) => readFile(file).catch(() => "none")),
    );
    expect(left).to.deep.equal(["none", "none"]);
  });

  it("says that a file is not UTF-8, and where", async () => {
    const rows =
      "customer_id,partner,role,channel,occurred_at\nacme,Ren\xe9,affiliate,x,2026-01-03\n";
    const latin = await folder.write("latin.csv", Buffer.from(rows, "latin1"));
    const { status, stderr } = await run(
      ...["--sales", sales, "--touchpoints", latin, "--model", "linear", "--out", out],
    );
    expect(status).to.equal(1);
    expect(stderr).to.include("latin.csv, line 2: found bytes that are not UTF-8");
    expect(stderr).to.include("Save the file as UTF-8");
  });
});
