import { createHash } from "node:crypto";
import { expect } from "chai";
import { checkSales } from "../../scripts/attribution/fraud/checkSales.ts";
import type { Flag } from "../../scripts/attribution/fraud/Flag.ts";
import { USUAL_RULES } from "../../scripts/attribution/fraud/FraudRules.ts";
import { readFraudRules } from "../../scripts/attribution/fraud/readFraudRules.ts";
import { hardhat } from "../integration/support/cli.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";

/** The command needs no chain. */
const NO_NODE = "http://127.0.0.1:1";
const WALLET = "0x00000000000000000000000000000000000000A1";

interface Case {
  /** `sale,customer,kind,seconds[,credits]`: seconds after noon. */
  readonly sales: readonly string[];
  /** `customer,partner,channel,seconds[,touch]`. */
  readonly touches?: readonly string[];
  readonly refunds?: readonly string[];
  readonly rules?: object;
}

describe("input: fraud checks", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const flagsOf = async ({ sales, touches = [], refunds = [], rules = {} }: Case) => {
    const files = {
      sales: await folder.write("sales.csv", toSales(sales)),
      touchpoints: await folder.write("touchpoints.csv", toTouches(touches)),
      refunds: await folder.write(
        "refunds.csv",
        [
          "refund_id,sale_id,amount",
          ...refunds.map((sale, index) => `R${index},${sale},1.00`),
        ].join("\n"),
      ),
      partners: await folder.write(
        "partners.csv",
        `partner,wallet\nAna,${WALLET}\nBen,0x${"b".repeat(40)}`,
      ),
    };
    const path = await folder.write("rules.json", JSON.stringify(rules));
    const { flags } = await checkSales(files, await readFraudRules(path), undefined);
    return flags;
  };

  /** Flags of one check as "sale partner". */
  const found = async (check: string, given: Case): Promise<string[]> =>
    (await flagsOf(given)).filter((flag) => flag.check === check).map(toShort);

  it("knows partners in any case, and no customer by the name of nobody", async () => {
    const rules = { selfReferral: { customers: { ANA: ["C1"] } } };
    const sales = ["S1,C1,initial,7200", "S2,guest,initial,7300", "S3,Guest,initial,9000"];
    const touches = ["C1,ana,blog,10", "guest,Ana,blog,20"];
    expect(await found("self-referral", { sales, touches, rules })).to.deep.equal(["S1 Ana"]);
    expect(await found("duplicate-customer", { sales, touches, rules })).to.deep.equal([]);
    const wallet = [`S1,${WALLET},initial,7200,ANA:seller:1`];
    expect(await found("self-referral", { sales: wallet })).to.deep.equal(["S1 ANA"]);
  });

  it("flags nothing where nothing is wrong", async () => {
    const sales = ["S1,C1,initial,7200", "S2,C2,initial,7300", "S3,C1,renewal,9000"];
    const touches = ["C1,Ana,blog,10", "C2,Ana,blog,20", "C2,Ben,mail,30"];
    expect(await flagsOf({ sales, touches, refunds: ["S1"] })).to.deep.equal([]);
  });

  describe("self-referral", () => {
    const own = (customer: string, rules: object = {}) =>
      found("self-referral", { sales: [`S1,${customer},initial,0,Ana:coach:1`], rules });

    it("by the partner's name, whatever its capitals", async () => {
      expect(await own("aNA")).to.deep.equal(["S1 Ana"]);
    });

    it("by its wallet in the partners file, and by the wallet's hash", async () => {
      expect(await own(WALLET.toLowerCase())).to.deep.equal(["S1 Ana"]);
      expect(await own(sha256(WALLET.toLowerCase()))).to.deep.equal(["S1 Ana"]);
    });

    it("by an e-mail address that the rules list, with a tag, and by its hash", async () => {
      const rules = { selfReferral: { customers: { Ana: ["ana@example.org"] } } };
      expect(await own("Ana+shop@example.org", rules)).to.deep.equal(["S1 Ana"]);
      expect(await own(sha256("ana@example.org"), rules)).to.deep.equal(["S1 Ana"]);
      expect(await own("ana@example.com", rules)).to.deep.equal([]);
    });

    it("by a hash of the text as it stands, or in small letters", async () => {
      const wallet = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
      for (const [id, texts] of [
        ["Ana+x@Example.org", ["Ana+x@Example.org", "ana+x@example.org", "ana@example.org"]],
        [wallet, [wallet, wallet.toLowerCase()]],
        [wallet.toLowerCase(), [wallet, wallet.toLowerCase()]],
        ["C-17", ["C-17", "c-17", "Ana", "ana", WALLET, WALLET.toLowerCase()]],
      ] as const) {
        const rules = { selfReferral: { customers: { Ana: [id] } } };
        for (const text of texts) {
          expect(await own(sha256(text), rules), `${id} as ${text}`).to.deep.equal(["S1 Ana"]);
          expect(await own(sha256(text).toUpperCase(), rules), text).to.deep.equal(["S1 Ana"]);
        }
        expect(await own(sha256("ANA"), rules)).to.deep.equal([]);
      }
    });

    it("not where another partner brought it", async () => {
      const sales = ["S1,Ben,initial,0,Ana:coach:1"];
      expect(await found("self-referral", { sales })).to.deep.equal([]);
    });

    it("where the partner is known from touchpoints alone, within the look-back", async () => {
      const sales = ["S1,Ana,initial,90000"];
      const given = { sales, touches: ["Ana,Ana,blog,3600"] };
      expect(await found("self-referral", given)).to.deep.equal(["S1 Ana"]);
      const rules = { lookback: "24h" };
      expect(await found("self-referral", { ...given, rules })).to.deep.equal([]);
      const inside = { sales, touches: ["Ana,Ana,blog,3601"], rules };
      expect(await found("self-referral", inside)).to.deep.equal(["S1 Ana"]);
    });
  });

  describe("duplicate customers", () => {
    const duplicates = (sales: readonly string[], touches: readonly string[] = [], rules = {}) =>
      found("duplicate-customer", { sales, touches, rules });

    it("a second first sale of one id, of another spelling, of a tagged address", async () => {
      const sales = [
        ...["S1,ann.lee@gmail.com,initial,0,Ana:coach:1", "S2,annlee+2@googlemail.com,initial,50"],
        ...["S3,Ann.Lee@gmail.com,initial,60,Ben:coach:1", "S4,annlee@example.org,initial,70"],
      ];
      expect(await duplicates(sales)).to.deep.equal(["S2 -", "S3 Ben"]);
    });

    it("not a renewal, unless the rules say that a customer has it once", async () => {
      const sales = ["S1,C1,initial,0", "S2,C1,renewal,50", "S3,C1,renewal,60"];
      expect(await duplicates(sales)).to.deep.equal([]);
      const rules = { duplicateCustomers: { kinds: ["initial", "renewal"] } };
      expect(await duplicates(sales, [], rules)).to.deep.equal(["S2 -", "S3 -"]);
    });

    it("customers who share the id of a touchpoint, over several steps", async () => {
      const sales = ["S1,C3,initial,10", "S2,C1,initial,20", "S3,C4,initial,30"];
      const touches = [
        ...["C1,Ana,blog,1,T1", "C2,Ana,blog,2,T1", "C2,Ana,blog,3,T2", "C3,Ana,blog,4,T2"],
        ...["C4,Ana,blog,5,", "C1,Ana,blog,6,"],
      ];
      expect(await duplicates(sales, touches)).to.deep.equal(["S2 Ana"]);
    });

    it("tells the sale before it in time, whatever the order of the lines", async () => {
      const [flag] = await flagsOf({ sales: ["S1,C1,initial,90", "S2,c1,initial,20"] });
      expect(flag).to.include({ sale: "S1", check: "duplicate-customer" });
      expect(flag?.seen).to.equal('the customer "C1" bought before as "c1" in the sale "S2"');
    });
  });

  describe("velocity", () => {
    const rules = { velocity: { perHour: 2, perDay: 4 } };
    const velocity = (seconds: readonly number[], partner = "Ana") =>
      found("velocity", {
        sales: seconds.map((at, index) => `S${index},C${index},initial,${at},${partner}:coach:1`),
        rules,
      });

    it("the third sale in an hour, not one that comes when the hour is over", async () => {
      expect(await velocity([0, 10, 3_599])).to.deep.equal(["S2 Ana"]);
      expect(await velocity([0, 10, 3_600])).to.deep.equal([]);
    });

    it("the fifth sale in 24 hours, not one a second later", async () => {
      const four = [0, 10_000, 20_000, 30_000];
      expect(await velocity([...four, 86_399])).to.deep.equal(["S4 Ana"]);
      expect(await velocity([...four, 86_400])).to.deep.equal([]);
    });

    it("counts each partner's alone", async () => {
      const sales = ["S1,C1,initial,0,Ana:coach:1", "S2,C2,initial,1,Ben:coach:1"];
      const both = "S3,C3,initial,2,Ana:coach:1;Ben:coach:1;Ben:seller:2";
      expect(await found("velocity", { sales: [...sales, both], rules })).to.deep.equal([]);
      const more = [...sales, both, "S4,C4,initial,3,Ben:coach:1"];
      expect(await found("velocity", { sales: more, rules })).to.deep.equal(["S4 Ben"]);
    });
  });

  describe("refund rate", () => {
    const rules = { refundRate: { above: "25%", sales: 4 } };
    const sales = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `S${index},C${index},initial,${index},Ana:coach:1`,
      );

    it("above the most, not at it; a sale refunded in two parts counts once", async () => {
      const at = { sales: sales(4), refunds: ["S1", "S1"], rules };
      expect(await found("refund-rate", at)).to.deep.equal([]);
      const above = await flagsOf({ sales: sales(7), refunds: ["S1", "S2"], rules });
      expect(above).to.deep.equal([
        {
          ...{ check: "refund-rate", sale: null, partner: "Ana" },
          ...{ seen: "2 of 7 sales refunded", threshold: "at most 25 %" },
        },
      ]);
    });

    it("not of fewer sales than tell something", async () => {
      expect(await found("refund-rate", { sales: sales(3), refunds: ["S1", "S2"], rules })).to.be
        .empty;
    });
  });

  describe("last click", () => {
    const sales = ["S1,C1,initial,1000"];
    const last = (touches: readonly string[], rules: object = {}) =>
      found("last-click", { sales, touches, rules });

    it("a partner's first touch 59 s before the sale, not 60", async () => {
      expect(await last(["C1,Ben,blog,10", "C1,Ana,ad,941"])).to.deep.equal(["S1 Ana"]);
      expect(await last(["C1,Ben,blog,10", "C1,Ana,ad,940"])).to.deep.equal([]);
    });

    it("not where the partner had touched the customer before, nor after the sale", async () => {
      expect(await last(["C1,Ana,blog,10", "C1,Ana,ad,999"])).to.deep.equal([]);
      expect(await last(["C1,Ana,blog,10", "C1,Ben,ad,1001"])).to.deep.equal([]);
      expect(await last(["C1,Ben,ad,1000"])).to.deep.equal(["S1 Ben"]);
    });

    it("not of channels that come with the sale", async () => {
      const rules = { lastClick: { seconds: 30, exceptChannels: ["code"] } };
      expect(await last(["C1,Ben,code,1000", "C1,Ana,ad,971"], rules)).to.deep.equal(["S1 Ana"]);
    });

    it("tells how late, and who was there before", async () => {
      const [flag] = await flagsOf({ sales, touches: ["C1,Ben,blog,10", "C1,Ana,ad,995"] });
      expect(flag?.seen).to.equal("first touch 5 s before the sale, after 1 of others");
      expect(flag?.threshold).to.equal("at least 60 s");
    });
  });

  it("does not run what the rules turn off", async () => {
    const rules = { off: ["self-referral", "last-click"] };
    const given = { sales: ["S1,Ana,initial,5"], touches: ["Ana,Ana,ad,1"] };
    expect((await flagsOf(given)).map(({ check }) => check)).to.have.members(rules.off);
    expect(await flagsOf({ ...given, rules })).to.deep.equal([]);
  });

  it("refuses rules that are none, each mistake by its path", async () => {
    const path = await folder.write(
      "bad.json",
      JSON.stringify({
        ...{ lookback: "30", velocity: { perHour: 0 }, refundRate: { above: "101%" } },
        ...{ off: ["everything"], lastclick: {} },
      }),
    );
    const error = await readFraudRules(path).catch((thrown: Error) => thrown);
    const message = error instanceof Error ? error.message : "";
    expect(message).to.contain('lookback: found "30"; allowed: a duration such as "30d" or "12h"');
    expect(message).to.contain("velocity.perHour: found 0");
    expect(message).to.contain('refundRate.above: found "101%"');
    expect(message).to.contain('off[0]: found "everything"; allowed: "self-referral"');
    expect(message).to.contain("lastclick: found an unknown field");
  });

  it("as a command: one JSON document, flags, and exit 0", async () => {
    const sales = await folder.write("command.csv", toSales(["S1,C1,initial,9"]));
    const touchpoints = await folder.write("touches.csv", toTouches(["C1,Ana,ad,5"]));
    const files = ["--sales", sales, "--touchpoints", touchpoints];
    const run = (...more: string[]) => hardhat(NO_NODE, ["sales", "check", ...files, ...more]);
    const { status, stdout } = await run("--json");
    expect(status).to.equal(0);
    const { sales: counted, checks, flags } = JSON.parse(stdout);
    expect([counted, checks.length, flags.map(toShort)]).to.deep.equal([1, 5, ["S1 Ana"]]);

    const forPeople = await run();
    expect(forPeople.status).to.equal(0);
    expect(forPeople.stdout).to.contain("Sales: 1. Checks: 5. Flags: 1. Nothing was left out");

    const refused = await hardhat(NO_NODE, ["sales", "check", "--sales", sales]);
    expect([refused.status, refused.stdout]).to.deep.equal([1, ""]);
    expect(refused.stderr).to.contain("The option --touchpoints is missing.");
  });

  it("reads JSON lines as it reads CSV", async () => {
    const sale = {
      sale_id: "S1",
      customer_id: "Ana",
      kind: "initial",
      amount: "5",
      currency: "USDC",
    };
    const occurred_at = "2026-01-01T12:00:00+02:00";
    const credited = { ...sale, occurred_at, credits: "Ben:coach:1;Ana:coach:2" };
    const files = {
      sales: await folder.write("sales.jsonl", `${JSON.stringify(credited)}\n`),
      touchpoints: await folder.write("touchpoints.csv", toTouches([])),
      ...{ refunds: undefined, partners: undefined },
    };
    const { sales, flags } = await checkSales(files, USUAL_RULES, undefined);
    expect([sales, flags.map(toShort)]).to.deep.equal([1, ["S1 Ana"]]);
  });

  it("tells of any number of flags, the same with little memory", async () => {
    const count = 130_000;
    const sales = Array.from({ length: count }, (_, i) => `S${i},C${i},renewal,1,Ana:coach:1`);
    const paths = [
      ...["--sales", await folder.write("many.csv", toSales(sales))],
      ...["--touchpoints", await folder.write("touchpoints.csv", toTouches([]))],
    ];
    const whole = await hardhat(NO_NODE, ["sales", "check", ...paths]);
    expect(whole.status, whole.stderr).to.equal(0);
    // All sales together are too many of one hour, and of one day.
    expect(whole.stdout).to.include(`Sales: ${count}. Checks: 5. Flags: ${2 * count}.`);
    const capped = await hardhat(NO_NODE, ["sales", "check", ...paths, "--memory", "512MiB"]);
    expect(capped.stdout).to.equal(whole.stdout);
    const refused = await hardhat(NO_NODE, ["sales", "check", ...paths, "--memory", "100MiB"]);
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.include("--memory").and.include("512MiB or more");
  }).timeout(120_000);

  it("refuses a row that says nothing, naming its line and column", async () => {
    const sales = ["S1,C1,initial,5"];
    const error = await flagsOf({ sales, touches: ["C1,Ana,ad,1", "C1,,ad,1"] }).catch(String);
    expect(error).to.contain("touchpoints.csv, line 3, column partner: found nothing");
    const credited = await flagsOf({ sales: ["S1,C1,initial,5,Ana:coach"] }).catch(String);
    expect(credited).to.contain('sales.csv, line 2, column credits: found "Ana:coach"');
  });

  it("refuses a sale's id twice, naming both lines", async () => {
    const given = { sales: ["S1,C1,initial,5", "S2,C1,renewal,6", "S1,C2,initial,7"] };
    const error = await flagsOf(given).catch((thrown: Error) => thrown);
    expect(String(error)).to.contain(
      'line 4, column sale_id: found "S1", which line 2 has already',
    );
  });
});

function toShort({ sale, partner }: Flag): string {
  return `${sale ?? "-"} ${partner ?? "-"}`;
}

function toSales(lines: readonly string[]): string {
  const rows = lines.map((line) => {
    const [sale, customer, kind, seconds, credits = ""] = line.split(",");
    return [sale, customer, kind, "10.00", "USDC", timeOf(seconds), credits].join(",");
  });
  return ["sale_id,customer_id,kind,amount,currency,occurred_at,credits", ...rows].join("\n");
}

function toTouches(lines: readonly string[]): string {
  const rows = lines.map((line) => {
    const [customer, partner, channel, seconds, touch = ""] = line.split(",");
    return [customer, partner, "affiliate", channel, timeOf(seconds), touch].join(",");
  });
  return ["customer_id,partner,role,channel,occurred_at,touch_id", ...rows].join("\n");
}

function timeOf(seconds: string | undefined): string {
  return new Date(Date.UTC(2026, 0, 1, 12) + Number(seconds) * 1_000).toISOString();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
