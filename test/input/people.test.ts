import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import { readMapping } from "../../scripts/ingest/mapping/readMapping.ts";
import { prepareFiles } from "../../scripts/ingest/prepareFiles.ts";
import { fits } from "../../scripts/ingest/rules/fits.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { storeEvent } from "../../scripts/ingest/store/storeEvent.ts";
import { parseStripeEvent } from "../../scripts/ingest/stripe/parseStripeEvent.ts";
import type { StripeEvent } from "../../scripts/ingest/stripe/StripeEvent.ts";
import { hardhat } from "../integration/support/cli.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";
import { anEvent } from "./support.ts";

const SALES = "sale_id,customer_id,kind,amount,currency,occurred_at,product";
const TOUCHPOINTS = "customer_id,partner,role,channel,occurred_at";
const VISITS = "customer_id,url,occurred_at,consent";
const PAYMENTS =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,Status,PaymentIntent ID,Customer ID,Customer Email";
const CODES = [{ code: "ana10", partner: "Ana", role: "seller" }];
const LINKS = [
  { parameter: "via", partners: { ana: "Ana", ben: "Ben" }, role: "seller" },
  { utm: { source: "linkedin" }, partner: "Ben", role: "seller" },
];

interface Case {
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly mapping?: object;
  readonly rules?: object;
  readonly events?: readonly object[];
}

describe("Who is who among inputs", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const prepare = async ({ files, events = [], ...options }: Case) => {
    number += 1;
    const [source, out] = [folder.path(`in-${number}`), folder.path(`out-${number}`)];
    await mkdir(source);
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(source, name), `${lines.join("\n")}\n`);
    const asFile = (name: string, json: object | undefined) =>
      json === undefined ? undefined : folder.write(`${number}-${name}`, JSON.stringify(json));
    const mapping = await asFile("mapping.json", options.mapping);
    const rules = await asFile("rules.json", options.rules);
    if (events.length > 0) {
      const keep = keptFieldsOf(await readMapping(mapping));
      const store = openStore(join(source, "store.sqlite"));
      for (const event of events as StripeEvent[]) {
        const facts = parseStripeEvent(event, keep);
        if (facts !== undefined) storeEvent(store, event, facts, 0);
      }
      store.close();
    }
    const prepared = await prepareFiles({
      ...{ paths: [source], mapping, rules, skew: 0, zone: "UTC", saltFile: undefined, out },
      onFile: () => undefined,
    });
    const linesOf = async (name: string) => {
      const text = await readFile(join(out, name), "utf8");
      return text.replace("\uFEFF", "").trim().split("\n").slice(1);
    };
    return {
      ...{ source, mapping, out, nobody: prepared.nobody },
      sales: await linesOf("sales.csv"),
      touchpoints: await linesOf("touchpoints.csv"),
      excluded: await linesOf("excluded.csv"),
      review: await linesOf("review.csv"),
    };
  };
  const customers = (lines: readonly string[]) => lines.map((line) => line.split(",")[1]);
  const credits = (lines: readonly string[]) => lines.map((line) => line.split(",").at(-1));

  describe("a sale without a customer", () => {
    const sale = (id: string, rest: string) =>
      `${id},,initial,60,USDC,2026-02-03T10:00:00Z,,${rest}`;

    it("is credited to the partner whose code was used, and touches nobody else's path", async () => {
      const { sales, touchpoints, nobody } = await prepare({
        files: {
          "sales.csv": [
            `${SALES},code`,
            sale("g-1", "ANA10"),
            sale("g-2", " ana10\u200b"),
            sale("g-3", '"FREESHIP, Ana10"'),
            "g-4,cust-7,initial,60,USDC,2026-02-03T11:00:00Z,,ANA10",
            sale("g-5", ""),
            sale("g-6", "ana1O"),
          ],
        },
        mapping: { codes: CODES },
      });
      const credit = "Ana:seller:1";
      expect(credits(sales)).to.deep.equal([credit, credit, credit, "", "", ""]);
      expect(touchpoints).to.deep.equal(["cust-7,Ana,seller,code,2026-02-03T11:00:00Z"]);
      expect(nobody).to.deep.equal({
        ...{ sales: ["g-5", "g-6"], codes: 1, codeNames: ["ana1O"], links: 0, touches: 0 },
      });
    });

    it("is credited to the partner whose link it names, in whichever column", async () => {
      const { sales, excluded, review, nobody } = await prepare({
        files: {
          "sales.csv": [
            `${SALES},landing_page,Referring Site,via,UTM source,consent`,
            sale("g-1", "/?via=Ana,,,,"),
            sale("g-2", ",https://blog.example/?VIA=ben/,,,"),
            sale("g-3", ",,ana,,"),
            sale("g-4", ",,,LinkedIn,"),
            sale("g-5", "/?via=anna,,,,"),
            sale("g-6", "/?via=ana&via=ben,,,,"),
            sale("g-7", "/?via=ana,,,,no"),
            sale("g-8", ",,zoe,,"),
          ],
        },
        mapping: { links: LINKS, codes: CODES },
      });
      const [ana, ben] = ["Ana:seller:1", "Ben:seller:1"];
      expect(credits(sales)).to.deep.equal([ana, ben, ana, ben, "", "", "", ""]);
      expect(excluded[0]).to.match(
        /^link,g-5,.*\(unknown link\).*via=anna \(did you mean ""ana""\?\)/,
      );
      expect(review[0]).to.match(/^link,g-6,.*\(several partners\).*Ana, Ben/);
      expect(nobody).to.deep.include({ sales: ["g-5", "g-6", "g-7", "g-8"], links: 2 });
    });

    it("keeps credits that it has, and has each partner once in each role", async () => {
      const { sales } = await prepare({
        files: {
          "sales.csv": [
            `${SALES},code,landing,credits`,
            sale("g-1", "ana10,/?via=ana,"),
            sale("g-2", "ana10,/?via=ben,"),
            sale("g-3", "ana10,/?via=ben,Cleo:coach:2"),
          ],
        },
        mapping: { links: LINKS, codes: CODES },
      });
      const both = "Ana:seller:1;Ben:seller:1";
      expect(credits(sales)).to.deep.equal(["Ana:seller:1", both, "Cleo:coach:2"]);
    });

    it("is credited once to a partner that codes, links and deals spell differently", async () => {
      const time = { registered: "2026-01-01", expires: "2027-01-01", alone: true };
      const { sales } = await prepare({
        files: {
          "sales.csv": [
            `${SALES},code,landing`,
            sale("g-1", "ana10,/?via=ana"),
            "s-2,c-2,initial,60,USDC,2026-02-03T10:00:00Z,,,",
          ],
        },
        mapping: {
          links: LINKS,
          codes: [{ ...CODES[0], partner: "ANA " }],
          deals: ["ana", "Ana"].map((partner) => ({
            ...{ customer: "c-2", partner, role: "seller" },
            ...time,
          })),
        },
      });
      expect(credits(sales)).to.deep.equal(["Ana:seller:1", "Ana:seller:1"]);
    });

    it("is told of in words", async () => {
      const lines = Array.from({ length: 12 }, (_, index) => sale(`g-${index + 10}`, "other"));
      const { source, mapping, out } = await prepare({
        files: {
          "sales.csv": [`${SALES},code`, ...lines],
          "visits.csv": [
            VISITS,
            "v-1,/?via=zoe,2026-02-01,yes",
            "v-1,/,2026-02-01,yes",
            "undefined,/?via=ana,2026-02-01,yes",
          ],
        },
        mapping: { codes: CODES, links: LINKS },
      });
      const command = ["sales", "prepare", "--input", source, "--out", out];
      const { stdout } = await hardhat("http://127.0.0.1:9", [
        ...command,
        "--mapping",
        mapping ?? "",
      ]);
      expect(stdout).to.include(
        "12 sales have no customer, 12 codes counted for nobody, 1 link counted for nobody, 1 touch is of nobody's name.",
      );
      expect(stdout).to.include(
        "g-10, g-11, g-12, g-13, g-14, g-15, g-16, g-17, g-18, g-19 and 2 more",
      );
      expect(stdout).to.match(/Codes of nobody at their time: \S+(, \S+){0,9}( and \d+ more)?\./);
      expect(stdout).to.include("1 visit came by no partner's link");
    }).timeout(120_000);
  });

  it("a sale with a customer has its own link as a touch, once", async () => {
    const { touchpoints } = await prepare({
      files: {
        "sales.csv": [
          `${SALES},landing_page`,
          "s-1,c-1,initial,10,USDC,2026-02-03T10:00:00Z,,/?via=ana",
          "s-2,c-2,initial,10,USDC,2026-02-03T10:00:00Z,,/?via=ana",
          "s-3,c-3,initial,10,USDC,2026-02-03T10:00:00Z,,/?via=ana",
        ],
        "visits.csv": [
          VISITS,
          "c-1,/?via=ana,2026-02-03T09:59:00Z,yes",
          "c-2,/?via=ana,2026-01-03T09:59:00Z,yes",
        ],
      },
      mapping: { links: LINKS, consent: { withdrawn: ["c-3"] } },
    });
    expect(touchpoints).to.deep.equal([
      "c-2,Ana,seller,link,2026-01-03T09:59:00Z",
      "c-1,Ana,seller,link,2026-02-03T09:59:00Z",
      "c-2,Ana,seller,link,2026-02-03T10:00:00Z",
    ]);
  });

  describe("an e-mail address", () => {
    it("of a guest is a customer, in Stripe's payments and in a sales file, in any case", async () => {
      const { sales, touchpoints } = await prepare({
        files: {
          "payments.csv": [
            PAYMENTS,
            "ch_g,2026-03-02 09:00:00,60.00,0.00,usd,Paid,pi_g,,Lea@Example.org",
          ],
          "sales.csv": [
            `${SALES},email`,
            "s-1,,initial,10,USDC,2026-03-03T00:00:00Z,,LEA@example.org",
          ],
          "touches.csv": [TOUCHPOINTS, "lea@EXAMPLE.org,Ana,seller,link,2026-03-01"],
        },
      });
      expect(customers(sales)).to.deep.equal(["lea@example.org", "lea@example.org"]);
      expect(touchpoints).to.deep.equal(["lea@example.org,Ana,seller,link,2026-03-01T00:00:00Z"]);
    });

    it("is kept of Stripe's events where there is no other name, or along with others", async () => {
      const guest = { customer: null, client_reference_id: null };
      const { sales, nobody } = await prepare({
        files: { "touches.csv": [TOUCHPOINTS, "guest.one@example.org,Ana,seller,,2026-01-01"] },
        events: [session("guest", guest, "Guest.One@example.org")],
      });
      expect(customers(sales)).to.deep.equal(["guest.one@example.org"]);
      expect(nobody.sales).to.deep.equal([]);
    });
  });

  describe("a name that stands for nobody", () => {
    for (const name of [
      ...[
        "undefined",
        "NULL",
        "0",
        "guest",
        "Guest customer",
        "n/a",
        "N/A",
        "-",
        "—",
        "NaN",
        "none",
      ],
      ...["unknown", "(not set)", "[object Object]", "00000000-0000-0000-0000-000000000000", "-1"],
      ...["test@test.com", "Test@Test", "none@none.de", "no-reply@shop.example", "anonymous"],
    ]) {
      it(`makes one customer of nobody: ${name}`, async () => {
        const { sales, touchpoints, nobody } = await prepare({
          files: {
            "sales.csv": [
              SALES,
              `s-1,"${name}",initial,10,USDC,2026-03-03,`,
              `s-2,"${name}",initial,10,USDC,2026-03-04,`,
            ],
            "touches.csv": [TOUCHPOINTS, `"${name}",Ana,seller,,2026-03-01`],
          },
        });
        expect(customers(sales)).to.deep.equal(["", ""]);
        expect(touchpoints).to.deep.equal([]);
        expect(nobody).to.deep.include({ sales: ["s-1", "s-2"], touches: 1 });
      });
    }

    for (const name of [
      "guest_12",
      "anna",
      "null.p@example.com",
      "test@acme.com",
      "10",
      "cus_0",
      "nanette",
    ]) {
      it(`is not ${name}`, async () => {
        const { sales } = await prepare({
          files: { "sales.csv": [SALES, `s-1,${name},initial,10,USDC,2026-03-03,`] },
        });
        expect(customers(sales)).to.deep.equal([name]);
      });
    }

    it("leaves Stripe's customers apart, whose other names stay", async () => {
      const { sales, touchpoints } = await prepare({
        files: { "touches.csv": [TOUCHPOINTS, "cus_u1,Ana,seller,,2026-01-01"] },
        events: [
          session("u1", { customer: "cus_u1", client_reference_id: "undefined" }),
          session("u2", { customer: "cus_u2", client_reference_id: "undefined" }),
        ],
      });
      expect(customers(sales).sort()).to.deep.equal(["cus_u1", "cus_u2"]);
      expect(touchpoints[0]).to.match(/^cus_u1,/);
    });

    it("may be one that the mapping names", async () => {
      const { sales } = await prepare({
        files: { "sales.csv": [SALES, "s-1,Till 4,initial,10,USDC,2026-03-03,"] },
        mapping: { customers: { nobody: ["till 4"] } },
      });
      expect(customers(sales)).to.deep.equal([""]);
    });
  });

  describe("a name that several customers share", () => {
    const shared = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        session(`k${index}`, { customer: `cus_${index}`, client_reference_id: "till" }),
      );
    const files = { "touches.csv": [TOUCHPOINTS, "cus_1,Ana,seller,,2026-01-01"] };

    it("joins two, as a guest who came again, and is told", async () => {
      const { sales, review } = await prepare({ files, events: shared(2) });
      expect(new Set(customers(sales))).to.have.property("size", 1);
      expect(review).to.have.length(1);
      expect(review[0]).to.match(/^name,,till,.*\(shared name\).*makes one of the 2 customers/);
    });

    it("joins no more, but where the mapping says so", async () => {
      const { sales, touchpoints, review } = await prepare({ files, events: shared(4) });
      expect(customers(sales).sort()).to.deep.equal(["cus_0", "cus_1", "cus_2", "cus_3"]);
      expect(touchpoints[0]).to.match(/^cus_1,/);
      expect(review[0]).to.match(/joins none of the 4 customers.*customers.same/);
      const same = [["till", "cus_0", "cus_1", "cus_2", "cus_3"]];
      const vouched = await prepare({ files, events: shared(4), mapping: { customers: { same } } });
      expect(new Set(customers(vouched.sales))).to.have.property("size", 1);
      expect(vouched.review).to.deep.equal([]);
    });

    it("makes nobody's first payment another's, for mappings and for rules", async () => {
      const { sales } = await prepare({
        files: {},
        events: [
          ...shared(4),
          session("again", { customer: "cus_0", client_reference_id: "till" }),
        ],
        mapping: { kinds: [{ when: { first_payment: false }, kind: "later" }] },
        rules: {
          rules: [
            { name: "new", when: { first_payment: true }, verdict: "include" },
            { name: "later", when: { kind: "later" }, verdict: "include" },
          ],
          otherwise: "exclude",
        },
      });
      const bought = sales.map((line) => line.split(",").slice(1, 3).join(" "));
      expect(bought.sort()).to.deep.equal([
        ...["cus_0 initial", "cus_0 later", "cus_1 initial", "cus_2 initial", "cus_3 initial"],
      ]);
    });

    it("may be an e-mail address, or stand for many of these", async () => {
      const rows = [1, 2, 3].map(
        (index) =>
          `ch_${index},2026-03-02 09:00:0${index},60.00,0.00,usd,Paid,pi_${index},cus_${index},office@agency.example`,
      );
      const { sales } = await prepare({ files: { "payments.csv": [PAYMENTS, ...rows] } });
      expect(customers(sales)).to.deep.equal(["cus_1", "cus_2", "cus_3"]);
      const mails = ["a@x.example", "b@x.example", "c@x.example"];
      const events = mails.map((mail, index) =>
        session(`m${index}`, { customer: null, client_reference_id: "kiosk" }, mail),
      );
      expect(customers((await prepare({ files: {}, events })).sales).sort()).to.deep.equal(mails);
    });

    it("is told where it is an e-mail address of several ids that another system gave", async () => {
      const rows = [101, 102, 103].map(
        (id) => `s-${id},${id},initial,10,USDC,2026-03-03T00:00:00Z,,office@agency.example`,
      );
      const { sales, review } = await prepare({
        files: { "sales.csv": [`${SALES},email`, ...rows] },
      });
      expect(new Set(customers(sales))).to.have.property("size", 1);
      expect(review[0]).to.match(/^name,,office@agency.example,.*makes one of the 3 customers/);
    });

    it("is not one of a customer who comes by several devices", async () => {
      const events = ["v-1", "v-2", "v-3"].map((reference) =>
        session(reference, { customer: "cus_1", client_reference_id: reference }, "lea@x.example"),
      );
      const { sales, review } = await prepare({ files: {}, events });
      expect(new Set(customers(sales))).to.have.property("size", 1);
      expect(review).to.deep.equal([]);
    });
  });

  describe("a partner's link", () => {
    const ADDRESSES: readonly [address: string, partner: string][] = [
      ["https://shop.example/?via=Ana", "Ana"],
      ["https://shop.example/?VIA=ana", "Ana"],
      ["https://shop.example/?utm_source=LinkedIn", "Ben"],
      ["https://shop.example/?UTM_Source=linkedin/", "Ben"],
      ["https://shop.example/?via=ana/", "Ana"],
      ["https://shop.example/?x=1&amp;via=ana", "Ana"],
      ["https://shop.example/?x=1&amp;amp;via=ben", "Ben"],
      ["https://shop.example/?x=1&#38;via=ana", "Ana"],
      ["https://shop.example/#/pricing?via=ana", "Ana"],
      ["https://shop.example/?x=1#via=ana", "Ana"],
      ["https://shop.example/p&via=ana", "Ana"],
      ["https://shop.example/p%3Fvia=ana", "Ana"],
      ["https://shop.example/?x=1;via=ana", "Ana"],
      ["https://shop.example/?via=%20ana%E2%80%8B.", "Ana"],
      ["https://shop.example/?via=zoe&via=ana", "Ana"],
      ["https://shop.example/?via=ana&via=ANA", "Ana"],
    ];
    for (const [address, partner] of ADDRESSES) {
      it(`is found in ${address}`, async () => {
        const { touchpoints, nobody } = await prepare({
          files: { "visits.csv": [VISITS, `v-1,${address},2026-02-01,yes`] },
          mapping: { links: LINKS },
        });
        expect(touchpoints).to.deep.equal([`v-1,${partner},seller,link,2026-02-01T00:00:00Z`]);
        expect(nobody.links).to.equal(0);
      });
    }

    it("of two partners is of neither, and wants a review", async () => {
      const { touchpoints, review, nobody } = await prepare({
        files: { "visits.csv": [VISITS, "v-1,/?via=ana&via=ben,2026-02-01,yes"] },
        mapping: { links: LINKS },
      });
      expect(touchpoints).to.deep.equal([]);
      expect(review[0]).to.match(/\(several partners\).*via=ana and via=ben.*Ana, Ben/);
      expect(nobody.links).to.equal(1);
    });

    it("whose value is of two partners by another case is refused", async () => {
      const error = await refusal(
        prepare({
          files: { "visits.csv": [VISITS] },
          mapping: {
            links: [{ parameter: "via", partners: { ana: "Ana", ANA: "Ben" }, role: "seller" }],
          },
        }),
      );
      expect(error.message).to.include("links[0].partners.ANA").and.include('"ana" is of "Ana"');
    });
  });

  it("a partner has one spelling among touchpoints, the mapping's first", async () => {
    const { touchpoints } = await prepare({
      files: {
        "touches.csv": [
          TOUCHPOINTS,
          "c-1,ANA,seller,,2026-01-01",
          "c-1,ben,seller,,2026-01-02",
          "c-1,Ben,seller,,2026-01-03",
          "c-1,Jose\u0301,seller,,2026-01-04",
          "c-1,Jos\u00e9,seller,,2026-01-05",
        ],
      },
      mapping: { codes: CODES },
    });
    expect(touchpoints.map((line) => line.split(",")[1])).to.deep.equal([
      ...["Ana", "Ben", "Ben", "Jos\u00e9", "Jos\u00e9"],
    ]);
  });

  it("rules know names however their accents are composed", async () => {
    const when = { product: ["Cafe\u0301"], attributes: { plan: "Pr\u00e9mium*" } };
    const { sales, excluded } = await prepare({
      files: {
        "sales.csv": [
          `${SALES},plan`,
          "s-1,c-1,initial,9,USDC,2026-01-05,Caf\u00e9,Pre\u0301mium 1",
          "s-2,c-2,initial,9,USDC,2026-01-05,Caf\u00e9,free",
        ],
      },
      rules: { rules: [{ name: "house", when, verdict: "exclude" }] },
    });
    expect(sales.map((line) => line.split(",")[0])).to.deep.equal(["s-2"]);
    expect(excluded.map((line) => line.split(",")[1])).to.deep.equal(["s-1"]);
  });

  it("patterns fit with any number of stars, and no text takes long", () => {
    for (const pattern of ["anna", "a*a", "*", "**", "an*", "*na", "a*n*a", "*nn*", "b", "an*na"])
      expect(fits("anna", ["x", pattern]), pattern).to.equal(pattern !== "b");
    for (const pattern of ["", "ann", "anna*anna", "ann*na", "*n*n*n*", "a.*", "ANNA"])
      expect(fits("anna", pattern), pattern).to.equal(false);
    expect(fits("a\nb", "a*b")).to.equal(true);
    expect(fits("a".repeat(100_000), "*a*a*a*a*b")).to.equal(false);
  });

  it("rules know codes and e-mail addresses in any case", async () => {
    const { sales } = await prepare({
      files: {
        "sales.csv": [
          `${SALES},code`,
          "s-1,Jo@Example.com,initial,10,USDC,2026-03-03,,",
          "s-2,c-2,initial,10,USDC,2026-03-04,,staff-1",
          "s-3,c-3,initial,10,USDC,2026-03-04,,",
        ],
      },
      rules: {
        rules: [
          { name: "own", when: { customer: "*@EXAMPLE.com" }, verdict: "exclude" },
          { name: "staff", when: { code: "STAFF*" }, verdict: "exclude" },
        ],
      },
    });
    expect(sales.map((line) => line.split(",")[0])).to.deep.equal(["s-3"]);
  });
});

function session(id: string, names: object, email?: string) {
  return anEvent("checkout.session.completed", {
    ...{ id: `cs_${id}`, payment_intent: `pi_${id}`, payment_status: "paid", mode: "payment" },
    ...{ amount_total: 1_000, currency: "usd", ...names },
    ...(email === undefined ? {} : { customer_details: { email } }),
  });
}
