import { createHmac } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import { readMapping } from "../../scripts/ingest/mapping/readMapping.ts";
import { prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import { reverseRevenue } from "../../scripts/ingest/prepare/reverseRevenue.ts";
import { writePrepared } from "../../scripts/ingest/prepare/writePrepared.ts";
import { readInputs } from "../../scripts/ingest/readInputs.ts";
import { readRules } from "../../scripts/ingest/rules/readRules.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { storeEvent } from "../../scripts/ingest/store/storeEvent.ts";
import { parseStripeEvent } from "../../scripts/ingest/stripe/parseStripeEvent.ts";
import type { StripeEvent } from "../../scripts/ingest/stripe/StripeEvent.ts";
import { hardhat } from "../integration/support/cli.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";
import { anEvent, INVOICE, RENEWAL, refunded, SESSION, SUBSCRIBED } from "./support.ts";

const SALES = "sale_id,customer_id,kind,amount,currency,occurred_at,product";
const REFUNDS = "refund_id,sale_id,amount,reason,occurred_at";
const TOUCHPOINTS = "customer_id,partner,role,channel,occurred_at";
const VISITS = "customer_id,url,occurred_at,consent";
const DEALS = "customer_id,partner,role,registered_at,expires_at";
const PAYMENTS =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,Status,PaymentIntent ID,Customer ID";

interface Case {
  /** Lines of files, by their names; the first line is the header. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly mapping?: object;
  readonly rules?: object;
  readonly skew?: number;
  readonly hide?: (name: string) => string;
  /** Events that the endpoint has stored. */
  readonly events?: readonly object[];
}

describe("Preparing inputs", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const asFile = async (json: object | undefined) =>
    json === undefined ? undefined : folder.write("options.json", JSON.stringify(json));

  const prepare = async ({ files, events, skew = 0, ...options }: Case) => {
    number += 1;
    const [source, out] = [folder.path(`in-${number}`), folder.path(`out-${number}`)];
    await mkdir(source);
    for (const [name, lines] of Object.entries(files)) {
      await writeFile(join(source, name), `${lines.join("\n")}\n`);
    }
    const mapping = await readMapping(await asFile(options.mapping));
    const rules = await readRules(await asFile(options.rules));
    const keep = keptFieldsOf(mapping);
    if (events !== undefined) {
      const store = openStore(join(source, "store.sqlite"));
      for (const event of events as StripeEvent[]) {
        const facts = parseStripeEvent(event, keep);
        if (facts !== undefined) storeEvent(store, event, facts, 0);
      }
      store.close();
    }
    const inputs = await readInputs({
      paths: [source],
      keep,
      zone: "UTC",
      onFile: () => undefined,
    });
    const prepared = prepareInputs(inputs, { mapping, rules, skew });
    await writePrepared(out, prepared, options.hide ?? ((name) => name));
    const linesOf = async (name: string) => {
      const text = await readFile(join(out, name), "utf8");
      return text.replace("\uFEFF", "").trim().split("\n").slice(1);
    };
    return {
      prepared,
      sales: await linesOf("sales.csv"),
      refunds: await linesOf("refunds.csv"),
      touchpoints: await linesOf("touchpoints.csv"),
      excluded: await linesOf("excluded.csv"),
      review: await linesOf("review.csv"),
    };
  };

  describe("dedup and order", () => {
    it("writes the same whatever order lines and files come in", async () => {
      const sales = [
        "s-2,c-1,renewal,5,USDC,2026-01-02,",
        "s-3,c-2,initial,7.5,USDC,2026-01-02,pro",
        "s-1,c-1,initial,10,USDC,2026-01-01T10:00:00+02:00,",
      ];
      const refunds = ["r-2,s-1,1,late,2026-02-02", "r-1,s-1,2,,2026-02-01"];
      const touches = ["c-2,ana,coach,mail,2026-01-01", "c-1,ben,coach,,2026-01-01"];
      const forth = await prepare({
        files: {
          "a.csv": [SALES, ...sales],
          "b.csv": [REFUNDS, ...refunds],
          "c.csv": [TOUCHPOINTS, ...touches],
        },
      });
      const back = await prepare({
        files: {
          "a.csv": [TOUCHPOINTS, ...touches.toReversed()],
          "b.csv": [SALES, ...sales.slice(1).toReversed()],
          "c.csv": [REFUNDS, ...refunds.toReversed()],
          "d.csv": [SALES, ...sales.slice(0, 1)],
        },
      });
      expect(forth.sales).to.deep.equal([
        "s-1,c-1,initial,10,USDC,2026-01-01T08:00:00Z,",
        "s-2,c-1,renewal,5,USDC,2026-01-02T00:00:00Z,",
        "s-3,c-2,initial,7.5,USDC,2026-01-02T00:00:00Z,pro",
      ]);
      for (const name of ["sales", "refunds", "touchpoints"] as const) {
        expect(back[name], name).to.deep.equal(forth[name]);
      }
      expect(forth.refunds[0]).to.equal("r-1,s-1,2,,2026-02-01T00:00:00Z");
      expect(forth.touchpoints[0]).to.equal("c-1,ben,coach,,2026-01-01T00:00:00Z");
    });

    it("counts what is told twice once", async () => {
      const files = {
        "a.csv": [
          SALES,
          "s-1,c-1,initial,10,USDC,2026-01-01,",
          "s-1,c-1,initial,10.00,USDC,2026-01-01T00:00:00Z,",
        ],
        "b.csv": [REFUNDS, "r-1,s-1,2,,2026-02-01", "r-1,s-1,2.0,,2026-02-01"],
        "c.csv": [TOUCHPOINTS, "c-1,ben,coach,,2026-01-01", "c-1,ben,coach,,2026-01-01"],
      };
      const { sales, refunds, touchpoints, prepared } = await prepare({ files });
      expect([sales.length, refunds.length, touchpoints.length]).to.deep.equal([1, 1, 1]);
      expect(prepared.repeated).to.equal(1);
    });

    it("refuses what is told twice and not the same, and names both places", async () => {
      const sale = "s-1,c-1,initial,10,USDC,2026-01-01,";
      for (const [what, a, b, message] of [
        [
          "sale",
          [SALES, sale],
          [SALES, sale.replace("10", "11")],
          'amount "10" at a.csv, line 2 and "11" at b.csv, line 2',
        ],
        ["sale", [SALES, sale], [SALES, sale.replace("c-1", "c-2")], "customer_id"],
        [
          "refund",
          [REFUNDS, "r-1,s-1,1,,"],
          [REFUNDS, "r-1,s-1,2,,"],
          'amount "1" at a.csv, line 2',
        ],
        [
          "touchpoint",
          [`${TOUCHPOINTS},touch_id`, "c,p,r,,2026-01-01,t-1"],
          [`${TOUCHPOINTS},touch_id`, "c,q,r,,2026-01-01,t-1"],
          "a.csv, line 2 and another at b.csv, line 2",
        ],
      ] as const) {
        const error = await refusal(prepare({ files: { "a.csv": a, "b.csv": b } }));
        expect(error.message).to.include(what).and.include(message);
      }
    });
  });

  describe("several sources of one sale", () => {
    const payment = (refundedAmount: string, amount = "119.00") =>
      `ch_1,2026-01-01 00:00:09,${amount},${refundedAmount},eur,Paid,pi_1,cus_1`;

    it("count it once, and of what went back only what is new", async () => {
      const { sales, refunds, prepared } = await prepare({
        files: { "payments.csv": [PAYMENTS, payment("30.00")] },
        events: [
          anEvent("checkout.session.completed", SESSION),
          anEvent("charge.refunded", refunded(1_000)),
          anEvent("charge.refunded", refunded(2_500)),
        ],
        rules: { rules: [], tax: "include" },
      });
      expect(sales).to.have.length(1);
      expect(sales[0]).to.include("pi_1,visitor-1,initial,119,EUR");
      expect(prepared.repeated).to.equal(1);
      expect(refunds.map((line) => line.split(",").slice(0, 3).join(","))).to.have.members([
        "ch_1@1000,pi_1,10",
        "ch_1@2500,pi_1,15",
        "ch_1@3000,pi_1,5",
      ]);
    });

    it("have to agree on its money, or it waits alone until a rule or a person decides", async () => {
      const inputs = {
        files: {
          "payments.csv": [PAYMENTS, payment("0", "120.00")],
          "others.csv": [SALES, "s-2,c-2,initial,10,EUR,2026-01-02,"],
        },
        events: [anEvent("checkout.session.completed", SESSION)],
      };
      const { sales, review } = await prepare(inputs);
      expect(sales.map((line) => line.split(",")[0])).to.deep.equal(["s-2"]);
      expect(review[0]).to.match(
        /pi_1.*\(told differently\).*amount ""119"" at event evt_\d+ and ""120"" at payments.csv/,
      );
      const rule = { name: "decided", when: { sale: "pi_1" }, verdict: "include" } as const;
      const decided = await prepare({ ...inputs, rules: { rules: [rule], tax: "include" } });
      expect(decided.sales[0]).to.include("pi_1,visitor-1,initial,119,EUR");
    });
  });

  describe("customers", () => {
    it("are one under all names that were seen together, in any order", async () => {
      const { sales, touchpoints } = await prepare({
        files: {
          "visits.csv": [VISITS, "visitor-2,https://x.example/?via=ana,2025-12-31,yes"],
          "touches.csv": [TOUCHPOINTS, "crm-7,ben,coach,call,2025-12-30"],
        },
        events: [
          anEvent("invoice.paid", RENEWAL),
          anEvent("invoice.paid", INVOICE),
          anEvent("checkout.session.completed", SUBSCRIBED),
        ],
        mapping: {
          links: [{ parameter: "via", partners: { ana: "Ana" }, role: "discovery" }],
          customers: { same: [["cus_2", "crm-7"]] },
        },
      });
      const named = [
        ...sales.map((line) => line.split(",")[1]),
        ...touchpoints.map((line) => line.split(",")[0]),
      ];
      expect(new Set(named)).to.deep.equal(new Set(["visitor-2"]));
      expect(sales.map((line) => line.split(",")[2]).sort()).to.deep.equal(["initial", "renewal"]);
    });

    it("have pseudonyms that only the salt explains, in every file", async () => {
      const hide = (name: string) => createHmac("sha256", "salt").update(name).digest("hex");
      const outcome = await prepare({
        files: {
          "sales.csv": [
            SALES,
            "s-1,jo@example.com,initial,1,USDC,2026-01-02,",
            "s-2,jo@example.com,gift,1,USDC,2026-01-02,",
          ],
          "touches.csv": [TOUCHPOINTS, "jo@example.com,ben,coach,,2026-01-01"],
        },
        rules: { rules: [{ name: "gifts", when: { kind: "gift" }, verdict: "exclude" }] },
        hide,
      });
      const { sales, touchpoints, excluded } = outcome;
      for (const [line] of [sales, touchpoints, excluded]) {
        expect(line).to.include(hide("jo@example.com")).and.not.to.include("example.com");
      }
    });
  });

  describe("the mapping", () => {
    const SALE = "s-1,c-1,initial,10,USDC,2026-01-10,";

    it("makes visits by tracked links touchpoints, by the first link that fits", async () => {
      const { touchpoints, prepared, excluded } = await prepare({
        files: {
          "visits.csv": [
            VISITS,
            "c-1,https://shop.example/p?x=1&via=ana#top,2026-01-01,yes",
            "c-1,https://shop.example/?utm_source=YouTube&utm_campaign=ben-spring,2026-01-02,yes",
            "c-1,https://shop.example/?utm_source=YouTube&utm_campaign=other,2026-01-03,yes",
            "c-1,/landing?via=unknown,2026-01-04,yes",
            "c-1,/landing?via=ana&utm_source=YouTube&utm_campaign=ben-1,2026-01-05,yes",
            "c-1,/?via=constructor,2026-01-06,yes",
          ],
        },
        mapping: {
          links: [
            { parameter: "via", partners: { ana: "Ana" }, role: "discovery", channel: "blog" },
            {
              utm: { source: ["YouTube", "youtube"], campaign: "ben-*" },
              partner: "Ben",
              role: "education",
            },
          ],
        },
      });
      expect(touchpoints).to.deep.equal([
        "c-1,Ana,discovery,blog,2026-01-01T00:00:00Z",
        "c-1,Ben,education,link,2026-01-02T00:00:00Z",
        "c-1,Ana,discovery,blog,2026-01-05T00:00:00Z",
      ]);
      expect(prepared.otherVisits).to.equal(1);
      // Who they are of is not told on.
      expect(
        excluded.map((line) => line.replace(/^visit,,,,,,([^,]+),.*line (\d+)"?,/, "$1 $2 ")),
      ).to.deep.equal([
        "2026-01-04T00:00:00Z 5 (unknown link),the mapping has no partner for via=unknown",
        "2026-01-06T00:00:00Z 7 (unknown link),the mapping has no partner for via=constructor",
      ]);
    });

    for (const [visits, expected] of [
      [undefined, ["yes"]],
      ["required", ["yes"]],
      ["assumed", ["yes", ""]],
    ] as const) {
      it(`uses visits only with consent: ${visits ?? "by default"}`, async () => {
        const answers = ["yes", "", "no"];
        const { touchpoints, excluded } = await prepare({
          files: {
            "visits.csv": [
              VISITS,
              ...answers.map(
                (answer, index) => `c-${index},/?via=ana,2026-01-0${index + 1},${answer}`,
              ),
              "c-9,/?via=ana,2026-01-09,yes",
            ],
          },
          mapping: {
            links: [{ parameter: "via", partners: { ana: "Ana" }, role: "discovery" }],
            consent: { ...(visits === undefined ? {} : { visits }), withdrawn: ["c-9"] },
          },
        });
        const customers = touchpoints.map((line) => line.split(",")[0]);
        expect(customers).to.deep.equal(expected.map((answer) => `c-${answers.indexOf(answer)}`));
        expect(excluded).to.have.length(4 - expected.length);
        for (const line of excluded) expect(line).to.include("(consent)").and.not.to.match(/c-\d/);
      });
    }

    it("gives the sale of a promotion code a touchpoint, while the code is valid", async () => {
      const { touchpoints, excluded } = await prepare({
        files: {
          "sales.csv": [
            `${SALES},code,voucher`,
            `${SALE},ana10,`,
            "s-2,c-2,initial,10,USDC,2026-02-01,,ANA10,",
            "s-3,c-3,initial,10,USDC,2026-01-31T23:59:59Z,,other,Ana10",
            "s-4,c-4,initial,10,USDC,2026-01-31,,other,",
            "s-5,c-5,initial,10,USDC,2026-01-31,,,",
          ],
        },
        mapping: {
          codeFields: ["voucher"],
          codes: [
            {
              code: ["ANA10", "promo_1"],
              partner: "Ana",
              role: "conversion",
              from: "2026-01-01",
              until: "2026-02-01",
            },
          ],
        },
      });
      expect(touchpoints).to.deep.equal([
        "c-1,Ana,conversion,code,2026-01-10T00:00:00Z",
        "c-3,Ana,conversion,code,2026-01-31T23:59:59Z",
      ]);
      expect(excluded).to.have.length(2);
      expect(excluded[1]).to.match(
        /^code,s-2,c-2,.*\(code expiry\),.*ANA10: .* to before 2026-02-01/,
      );
      expect(excluded[0]).to.match(
        /^code,s-4,c-4,.*\(unknown code\),the mapping does not have other$/,
      );
    });

    it("finds Stripe's promotion codes", async () => {
      const { touchpoints } = await prepare({
        files: {},
        events: [anEvent("checkout.session.completed", SESSION)],
        mapping: { codes: [{ code: "promo_ANA10", partner: "Ana", role: "conversion" }] },
      });
      expect(touchpoints[0]).to.match(/^visitor-1,Ana,conversion,code,/);
    });

    it("gives sales of a registered deal a touchpoint until it expires", async () => {
      const sales = ["2026-01-01", "2026-01-02", "2026-03-31T23:59:59Z", "2026-04-01"].map(
        (time, index) => `s-${index},c-1,initial,1,USDC,${time},`,
      );
      const { touchpoints, excluded } = await prepare({
        files: {
          "sales.csv": [SALES, ...sales],
          "deals.csv": [DEALS, "c-1,Ben,success,2026-01-02,2026-04-01"],
        },
        mapping: {
          deals: [
            {
              customer: "c-1",
              partner: "Ana",
              role: "trust",
              channel: "crm",
              registered: "2026-03-01",
              expires: "2026-04-01",
            },
          ],
        },
      });
      expect(touchpoints).to.deep.equal([
        "c-1,Ben,success,deal,2026-01-02T00:00:00Z",
        "c-1,Ana,trust,crm,2026-03-31T23:59:59Z",
        "c-1,Ben,success,deal,2026-03-31T23:59:59Z",
      ]);
      expect(excluded.filter((line) => line.includes("(deal expiry)"))).to.have.length(5);
    });

    it("credits the sales of a deal to it alone, to the second", async () => {
      const sales = ["2026-01-01", "2026-03-31T23:59:59Z", "2026-04-01"].map(
        (time, index) => `s-${index},c-1,initial,1,USDC,${time},`,
      );
      const deal = { customer: "c-1", registered: "2026-03-01", expires: "2026-04-01" };
      const outcome = await prepare({
        files: { "sales.csv": [SALES, ...sales] },
        mapping: {
          deals: [
            { ...deal, partner: "Ana", role: "trust", alone: true },
            { ...deal, partner: "Ben", role: "success", alone: true },
          ],
        },
      });
      expect(outcome.touchpoints).to.deep.equal([]);
      expect(outcome.sales.map((line) => line.split(",").at(-1))).to.deep.equal([
        ...["", "Ana:trust:1;Ben:success:1", ""],
      ]);
    });

    it("gives currencies, products and kinds the program's names", async () => {
      const { sales } = await prepare({
        files: {},
        events: [anEvent("invoice.paid", INVOICE), anEvent("invoice.paid", RENEWAL)],
        mapping: {
          currencies: { eur: "EURC" },
          products: { prod_pro: "pro" },
          kinds: [
            {
              when: { kind: "renewal", attributes: { billing_reason: "subscription_*" } },
              kind: "lifetime",
            },
          ],
        },
        rules: { rules: [], tax: "include" },
      });
      expect(sales).to.deep.equal([
        "in_1,cus_2,initial,119,EURC,2026-01-01T00:01:40Z,pro",
        "in_2,cus_2,lifetime,119,EURC,2026-02-01T00:00:00Z,pro",
      ]);
    });

    for (const [what, mapping, place] of [
      ["an unknown field", { link: [] }, "link: found an unknown field"],
      ["a code with no partner", { codes: [{ code: "X", role: "r" }] }, "codes[0].partner"],
      [
        "a day that does not exist",
        {
          deals: [
            {
              customer: "c",
              partner: "p",
              role: "r",
              registered: "2026-02-30",
              expires: "2026-03-01",
            },
          ],
        },
        'deals[0].registered: found "2026-02-30"',
      ],
      ["a place where no customer is", { customers: { by: ["name"] } }, "customers.by[0]"],
      ["a link of neither kind", { links: [{ role: "r" }] }, "links[0]"],
    ] as const) {
      it(`is refused with ${what}`, async () => {
        expect((await refusal(prepare({ files: {}, mapping }))).message).to.include(place);
      });
    }
  });

  describe("the rules", () => {
    const sales = (...lines: string[]) => ({ "sales.csv": [`${SALES},plan`, ...lines] });

    it("include, exclude or set aside each sale by the first that it meets, and say which", async () => {
      const {
        sales: kept,
        excluded,
        review,
        refunds,
      } = await prepare({
        files: {
          ...sales(
            "s-1,c-1,initial,10,USDC,2026-01-01,pro,",
            "s-2,test-1,initial,10,USDC,2026-01-01,pro,",
            "s-3,c-3,initial,10,USDC,2026-01-01,gift-card-50,",
            "s-4,test-9,initial,10,USDC,2026-01-01,gift-card-50,",
            "s-5,c-5,initial,0.5,USDC,2026-01-01,pro,",
            "s-6,c-6,initial,10,USDC,2025-12-31,pro,",
            "s-7,c-7,initial,10,USDC,2026-01-01,pro,free",
          ),
          "refunds.csv": [
            REFUNDS,
            "r-1,s-1,1,,2026-02-01",
            "r-2,s-2,1,,2026-02-01",
            "r-3,s-3,1,,2026-02-01",
            "r-0,s-old,1,,2026-02-01",
          ],
        },
        rules: {
          rules: [
            { name: "allowed test", when: { sale: "s-4" }, verdict: "include" },
            {
              name: "test accounts",
              when: { customer: ["test-*", "qa-*"] },
              verdict: "exclude",
              reason: "not customers",
            },
            {
              name: "gift cards",
              when: { product: "gift-card*" },
              verdict: "review",
              reason: "may be revenue later",
            },
            { name: "small", when: { amount: { below: "1" } }, verdict: "exclude" },
            {
              name: "before the program",
              when: { occurred: { before: "2026-01-01" } },
              verdict: "exclude",
            },
            { name: "free plan", when: { attributes: { plan: "free" } }, verdict: "exclude" },
          ],
        },
      });
      expect(kept.map((line) => line.split(",")[0])).to.deep.equal(["s-1", "s-4"]);
      expect(refunds.map((line) => line.split(",")[0])).to.deep.equal(["r-0", "r-1"]);
      const told = (lines: readonly string[]) =>
        lines
          .map((line) => line.split(","))
          .map((fields) => [fields[0], fields[1], ...fields.slice(-2)]);
      expect(told(excluded)).to.have.deep.members([
        ["sale", "s-2", "test accounts", "not customers"],
        ["sale", "s-5", "small", ""],
        ["sale", "s-6", "before the program", ""],
        ["sale", "s-7", "free plan", ""],
        ["refund", "r-2", "test accounts", "its sale is excluded"],
      ]);
      expect(told(review)).to.have.deep.members([
        ["sale", "s-3", "gift cards", "may be revenue later"],
        ["refund", "r-3", "gift cards", "its sale is under review"],
      ]);
    });

    it("tell who was a customer before", async () => {
      const { sales: kept, excluded } = await prepare({
        files: sales(
          "s-1,c-1,initial,10,USDC,2025-06-01,,",
          "s-2,c-1,renewal,10,USDC,2026-02-01,,",
          "s-3,c-1,expansion,10,USDC,2026-02-02,,",
          "s-4,c-2,initial,10,USDC,2026-02-01,,",
          "s-5,c-2,renewal,10,USDC,2026-03-01,,",
          "s-6,c-3,initial,10,USDC,2026-03-01,,",
        ),
        rules: {
          existing: { boughtBefore: "2026-01-01", customers: ["c-3"] },
          rules: [
            {
              name: "expansions count",
              when: { existing: true, kind: "expansion" },
              verdict: "include",
            },
            { name: "pre-existing", when: { existing: true }, verdict: "exclude" },
          ],
        },
      });
      expect(kept.map((line) => line.split(",")[0])).to.deep.equal(["s-1", "s-4", "s-3", "s-5"]);
      expect(excluded.map((line) => line.split(",")[1])).to.have.members(["s-2", "s-6"]);
      for (const line of excluded) expect(line).to.include("pre-existing");
    });

    it("know a customer by any of its names", async () => {
      const { sales: kept, excluded } = await prepare({
        files: {},
        events: [
          anEvent("invoice.paid", RENEWAL),
          anEvent("checkout.session.completed", { ...SUBSCRIBED, payment_status: "unpaid" }),
        ],
        mapping: { customers: { same: [["visitor-2", "crm-7"]] } },
        rules: {
          rules: [{ name: "staff", when: { customer: "crm-7" }, verdict: "exclude" }],
        },
      });
      expect(kept).to.deep.equal([]);
      expect(excluded[0]).to.include("in_2").and.include("staff");
    });

    it("can set aside what is under dispute, or all that no rule lets in", async () => {
      const events = [
        anEvent("checkout.session.completed", SESSION),
        anEvent("invoice.paid", RENEWAL),
        anEvent("charge.dispute.created", {
          ...{
            id: "du_1",
            charge: "ch_1",
            payment_intent: "pi_1",
            amount: 11_900,
            status: "needs_response",
          },
        }),
      ];
      const disputed = await prepare({
        files: {},
        events,
        rules: { rules: [{ name: "disputed", when: { disputed: true }, verdict: "review" }] },
      });
      expect(disputed.review[0]).to.include("pi_1").and.include("disputed");
      expect(disputed.sales).to.have.length(1);
      const none = await prepare({ files: {}, events, rules: { rules: [], otherwise: "exclude" } });
      expect(none.sales).to.deep.equal([]);
      expect(none.excluded[0]).to.include("(otherwise)");
    });

    for (const [rules, revenue, back] of [
      [{ rules: [] }, "100", ["8.4", "91.6"]],
      [{ rules: [], tax: "include" }, "119", ["10", "109"]],
      [{ rules: [], tax: "include", shipping: "exclude" }, "109", ["9.15", "99.85"]],
    ] as const) {
      it(`take ${revenue} of 119 for revenue, and give back of it in proportion`, async () => {
        const session = {
          ...SESSION,
          total_details: { amount_tax: 1_900, amount_shipping: 1_000 },
        };
        const { sales: kept, refunds } = await prepare({
          files: {},
          events: [
            anEvent("checkout.session.completed", session),
            anEvent("charge.refunded", refunded(1_000)),
            anEvent("charge.refunded", refunded(11_900)),
          ],
          rules,
        });
        expect(kept[0]).to.include(`,${revenue},EUR,`);
        expect(refunds.map((line) => line.split(",")[2])).to.deep.equal(back);
      });
    }

    it("send to review what does not tell a part that they ask for", async () => {
      const files = {
        "payments.csv": [PAYMENTS, "ch_1,2026-01-01 10:00:00,119.00,19.00,eur,Paid,pi_1,cus_1"],
        "sales.csv": [SALES, "s-1,c-1,initial,50,EUR,2026-01-01,"],
      };
      for (const [rules, review] of [
        [{ rules: [], tax: "exclude" }, '"tax": "exclude"'],
        [{ rules: [], shipping: "exclude" }, '"shipping": "exclude"'],
        [{ rules: [], fees: "exclude" }, '"fees": "exclude"'],
        [{ rules: [], discount: "include" }, '"discount": "include"'],
      ] as const) {
        const prepared = await prepare({ files, rules });
        expect(prepared.sales, review).to.deep.equal([
          "s-1,c-1,initial,50,EUR,2026-01-01T00:00:00Z,",
        ]);
        expect(prepared.refunds).to.deep.equal([]);
        expect(prepared.review.map((line) => line.split(",")[0])).to.deep.equal(["sale", "refund"]);
        expect(prepared.review[0]).to.include("(basis)").and.include(review.replaceAll('"', '""'));
      }
      const told = await prepare({ files, rules: { rules: [], discount: "exclude" } });
      expect(told.sales).to.have.length(2);
    });

    it("never give back more than the revenue, and with the whole the whole", () => {
      const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), {
        minLength: 1,
        maxLength: 12,
      });
      fc.assert(
        fc.property(amounts, fc.bigInt({ min: 0n, max: 1_000_000n }), (parts, share) => {
          const amount = parts.reduce((sum, part) => sum + part, 0n);
          const revenue = (amount * share) / 1_000_000n;
          const refunds = parts.map((part, index) => ({
            ...{ id: `r-${index}`, saleId: "s", amount: part, decimals: 2, reason: "" },
            ...{ occurredAt: index, source: "endpoint", from: "", total: undefined },
          })) as Parameters<typeof reverseRevenue>[0];
          const reversed = reverseRevenue(refunds, amount, revenue).map((one) => one.amount);
          expect(reversed.every((one) => one >= 0n)).to.equal(true);
          expect(reversed.reduce((sum, one) => sum + one, 0n)).to.equal(revenue);
        }),
      );
    });

    for (const [what, rules, place] of [
      ["no list", {}, "rules: found nothing"],
      [
        "an unknown verdict",
        { rules: [{ name: "a", when: { kind: "x" }, verdict: "keep" }] },
        "rules[0].verdict",
      ],
      [
        "an empty condition",
        { rules: [{ name: "a", when: {}, verdict: "include" }] },
        "rules[0].when",
      ],
      [
        "a name twice",
        { rules: [1, 2].map(() => ({ name: "a", when: { kind: "x" }, verdict: "include" })) },
        'rules[1].name: found "a" a second time',
      ],
      [
        "a time that is none",
        { rules: [{ name: "a", when: { occurred: { from: "2026-13-01" } }, verdict: "include" }] },
        "rules[0].when.occurred.from",
      ],
    ] as const) {
      it(`are refused with ${what}`, async () => {
        expect((await refusal(prepare({ files: {}, rules }))).message).to.include(place);
      });
    }
  });

  it("takes touches up to some seconds after the sale for before it", async () => {
    const files = {
      "sales.csv": [
        SALES,
        "s-1,c-1,initial,1,USDC,2026-01-01T12:00:00Z,",
        "s-2,c-1,renewal,1,USDC,2026-01-01T12:10:00Z,",
      ],
      "touches.csv": [
        TOUCHPOINTS,
        ...["11:59:59", "12:00:30", "12:01:00", "12:01:01", "12:10:05"].map(
          (time, index) => `c-1,p-${index},r,,2026-01-01T${time}Z`,
        ),
        "c-2,p-9,r,,2026-01-01T12:00:30Z",
      ],
    };
    const timesAt = async (skew: number) =>
      Object.fromEntries(
        (await prepare({ files, skew })).touchpoints.map((line) => {
          const fields = line.split(",");
          return [fields[1], fields[4]?.slice(11, 19)];
        }),
      );
    expect(await timesAt(60)).to.deep.equal({
      ...{ "p-0": "11:59:59", "p-1": "12:00:00", "p-2": "12:00:00", "p-3": "12:01:01" },
      ...{ "p-4": "12:10:00", "p-9": "12:00:30" },
    });
    expect((await timesAt(0))["p-1"]).to.equal("12:00:30");
  });

  it("has Stripe's refunds without their sale reviewed, for nobody knows what of them is tax", async () => {
    const header =
      "balance_transaction_id,created_utc,currency,gross,reporting_category,source_id,charge_id";
    const refund = "txn_1,2026-02-01 08:00:00,eur,-20.00,refund,re_1,ch_0";
    const { refunds, review } = await prepare({ files: { "balance.csv": [header, refund] } });
    expect(refunds).to.deep.equal([]);
    expect(review[0]).to.include("re_1").and.include("(no sale)");
  });

  it("runs as a user runs it, and writes no formulas for spreadsheets", async () => {
    const sales = await folder.write(
      "cli-sales.csv",
      `${SALES}\ns-1,jo,initial,10,USDC,2026-01-01,\n=cmd,ann,gift,10,USDC,2026-01-01,\n`,
    );
    const rules = await folder.write(
      "cli-rules.json",
      JSON.stringify({ rules: [{ name: "gifts", when: { kind: "gift" }, verdict: "exclude" }] }),
    );
    const salt = await folder.write("salt", "0123456789abcdef0123456789abcdef\n");
    const out = folder.path("cli-out");
    const command = ["sales", "prepare", "--input", sales, "--rules", rules, "--out", out];
    const options = ["--salt-file", salt, "--skew", "60", "--time-zone", "Europe/Berlin", "--json"];
    const { status, stdout, stderr } = await hardhat("http://127.0.0.1:9", [
      ...command,
      ...options,
    ]);
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal({
      ...{ out, touchpoints: 0, sales: 1, refunds: 0, excluded: 1, review: 0 },
      ...{
        repeated: 0,
        otherVisits: 0,
        nobody: { sales: [], codes: 0, codeNames: [], links: 0, touches: 0 },
        unread: [],
      },
    });
    const pseudonym = createHmac("sha256", "0123456789abcdef0123456789abcdef").update("jo");
    expect(await readFile(join(out, "sales.csv"), "utf8")).to.include(
      `s-1,${pseudonym.digest("hex")}`,
    );
    expect(await readFile(join(out, "excluded.csv"), "utf8")).to.include("sale,'=cmd,");
    const bad = await hardhat("http://127.0.0.1:9", [...command, "--time-zone", "Mars/Olympus"]);
    expect(bad.status).to.equal(1);
    expect(bad.stderr).to.include("Mars/Olympus").and.include("Europe/Berlin");
  });
});
