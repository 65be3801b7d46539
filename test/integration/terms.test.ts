import { expect } from "chai";
import { zeroAddress } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { ALL_KINDS, GROSS, NET, NO_ROLE, NOT_PAID } from "../../core/deal/Terms.ts";
import { encodeTerms } from "../../core/terms/encodeTerms.ts";
import schema from "../../schema/terms.schema.json" with { type: "json" };
import { readTermsFile } from "../../scripts/files/json/readTermsFile.ts";
import { exampleFile } from "./support/files.ts";
import { refusal } from "./support/refusal.ts";
import { HOLDER, TERMS } from "./support/terms.ts";
import {
  ACCOUNT,
  DEPLOYMENT,
  expectMistake,
  type MistakeCase,
  openTermsFiles,
  type TermsFiles,
  USDC,
} from "./support/termsFiles.ts";

describe("Terms files", () => {
  let files: TermsFiles;
  before(async () => {
    files = await openTermsFiles();
  });
  after(() => files.remove());

  const encode = (terms: unknown) => files.encode(terms);
  const mistakesIn = (terms: unknown) => files.mistakesIn(terms);

  it("have a description of each field in the schema", () => {
    const fieldsOf = (part: object, path: string): string[] =>
      Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
        if (typeof value !== "object" || value === null) return [];
        const own = name === "properties" ? Object.entries(value as object) : [];
        const silent = own
          .filter(([, field]) => !isDescribed(field))
          .map(([key]) => `${path}.${key}`);
        return [...silent, ...fieldsOf(value, `${path}.${name}`)];
      });
    const isDescribed = (field: { readonly description?: string; readonly $ref?: string }) => {
      const name = field.$ref?.split("/").at(-1) ?? "";
      const definitions: Readonly<Record<string, { readonly description?: string }>> = schema.$defs;
      return (field.description ?? definitions[name]?.description ?? "") !== "";
    };
    expect(fieldsOf(schema, "schema")).to.deep.equal([]);
  });

  describe("that are right", () => {
    it("become the terms that the factory takes", async () => {
      const terms = await encode(TERMS);
      expect(terms.name).to.equal("Test collective");
      expect(terms.start).to.equal(1_735_689_600);
      expect(terms.period).to.equal(2_592_000);
      expect(terms.ceiling).to.equal(600_000);
      expect(terms.commission).to.equal(1_000_000);
      expect(terms.residualRole).to.equal(NO_ROLE);
      expect(terms.currencies).to.deep.equal([ETHER, USDC]);
      // Plain transfers count as the first kind.
      expect(terms.kinds).to.deep.equal(["renewal", "initial", "expansion"]);
      expect(terms.tiers).to.deep.equal(["junior", "senior"]);
      expect(terms.roles.map(({ name, stage }) => [name, stage])).to.deep.equal([
        ["integration", GROSS],
        ["coach", GROSS],
        ["support", NET],
      ]);
      expect(terms.roles[1]?.rates).to.deep.equal([NOT_PAID, NOT_PAID, 200_000]);
      expect(terms.roles[1]?.tiers).to.deep.equal([0, 25_000]);
      expect(terms.roles[1]?.tenure).to.deep.equal([0, 10_000]);
      expect(terms.standing[0]).to.deep.include({
        holder: HOLDER,
        kinds: ALL_KINDS,
        starts: 1_735_689_600,
        ends: 0,
      });
    });

    it("leave to the deployment what they do not say", async () => {
      const { starts: _, ...open } = TERMS;
      const terms = await encode({ ...open, currencies: ["USDC"] });
      expect(terms.start).to.equal(DEPLOYMENT.time);
      expect(terms.standing[0]?.starts).to.equal(DEPLOYMENT.time);
      expect(terms.currencies).to.deep.equal([zeroAddress, USDC]);
      expect(
        new Set([terms.operator, terms.attributor, terms.arbiter, terms.treasury]),
      ).to.deep.equal(new Set([ACCOUNT]));
    });

    it("can give the residual to a role that has no rate of its own", async () => {
      const terms = await encode({
        ...TERMS,
        ceiling: "100%",
        roles: { ...TERMS.roles, seller: {} },
        residual: { role: "seller" },
      });
      expect(terms.residualRole).to.equal(3);
      expect(terms.roles[3]?.rates).to.deep.equal([NOT_PAID, NOT_PAID, NOT_PAID]);
    });

    it("count a role that only has additions from a base of nothing", async () => {
      const terms = await encode({ ...TERMS, roles: { loyal: { tenure: ["30%", "20%", "10%"] } } });
      expect(terms.roles[0]?.rates).to.deep.equal([0, 0, 0]);
    });

    it("read network and volume bonuses", async () => {
      const terms = await encode({
        ...TERMS,
        roles: {
          affiliate: {
            rates: { "*": "20%" },
            network: { every: 10, add: "1%", max: "10%" },
            volume: { every: { USDC: "10000.5" }, add: "0.5%", max: "5%" },
            ceiling: "45%",
          },
        },
      });
      expect(terms.roles[0]?.network).to.deep.equal({ every: 10n, add: 10_000, max: 100_000 });
      expect(terms.roles[0]?.volume).to.deep.equal({
        every: [0n, 10_000_500_000n],
        add: 5_000,
        max: 50_000,
      });
    });

    for (const example of ["saas", "tech-partnership"]) {
      it(`are those of examples/${example}`, async () => {
        const terms = encodeTerms(
          "terms.json",
          await readTermsFile(exampleFile(example, "terms.json")),
          DEPLOYMENT,
        );
        expect(terms.standing.length).to.be.greaterThan(0);
      });
    }
  });

  describe("that are wrong name the path, what was found and what is allowed", () => {
    const cases: MistakeCase[] = [
      ["an unknown field", { colour: "red" }, "colour", "an unknown field", '"kinds"'],
      [
        "a missing field",
        { period: undefined },
        "period",
        "nothing",
        'it must be given, such as "period": "30d". Length of a settlement period',
      ],
      ["a number for a percentage", { ceiling: 60 }, "ceiling", "60", "a percentage"],
      ["a percentage above 100 %", { ceiling: "100.1%" }, "ceiling", '"100.1%"', '"100%"'],
      [
        "a percentage that is no whole ppm",
        { ceiling: "33.33333%" },
        "ceiling",
        '"33.33333%"',
        "four decimals",
      ],
      ["a period in weeks", { period: "4w" }, "period", '"4w"', '"30d" or "12h"'],
      [
        "a period longer than the books can count",
        { period: "50000d" },
        "period",
        '"50000d"',
        '"49710d"',
      ],
      ["a fraction of a hold", { holdPeriods: 0.5 }, "holdPeriods", "0.5", "integer"],
      [
        "a date that does not exist",
        { starts: "2025-02-30" },
        "starts",
        '"2025-02-30"',
        "2026-01-31",
      ],
      ["a kind named twice", { kinds: ["a", "a"] }, "kinds", '["a","a"]', "duplicate"],
      [
        "an unknown kind of plain transfers",
        { received: "gift" },
        "received",
        '"gift"',
        '"initial"',
      ],
      [
        "an unknown kind in a rate",
        { roles: { r: { rates: { gift: "5%" } } } },
        "roles.r.rates.gift",
        '"gift"',
        '"initial"',
      ],
      [
        "an unknown kind of a standing line",
        { standing: [{ name: "a", holder: HOLDER, rate: "1%", kinds: ["gift"] }] },
        "standing[0].kinds[0]",
        '"gift"',
        '"initial"',
      ],
      [
        "an unknown role in the residual",
        { residual: { role: "seller" } },
        "residual.role",
        '"seller"',
        '"integration"',
      ],
      [
        "a residual for nobody",
        { residual: "charity" },
        "residual",
        '"charity"',
        '"operator", or {"role": name}',
      ],
      [
        "an unknown stage",
        { roles: { r: { of: "left" } } },
        "roles.r.of",
        '"left"',
        '"gross", "net" or "referral"',
      ],
      [
        "an address with a wrong checksum",
        { treasury: HOLDER.replace("a0Ee", "A0Ee") },
        "treasury",
        "0xA0Ee",
        "checksum",
      ],
      [
        "no address",
        { standing: [{ name: "a", holder: "0x…", rate: "1%" }] },
        "standing[0].holder",
        '"0x…"',
        "40 hexadecimal digits",
      ],
      [
        "the zero address",
        { operator: zeroAddress },
        "operator",
        "the zero address",
        "someone holds",
      ],
      [
        "neither rate nor tenure",
        { standing: [{ name: "a", holder: HOLDER }] },
        "standing[0]",
        "neither",
        "`rate`",
      ],
      [
        "both rate and tenure",
        { standing: [{ name: "a", holder: HOLDER, rate: "1%", tenure: ["1%"] }] },
        "standing[0]",
        "both",
        "`tenure`",
      ],
      [
        "an end before the start",
        {
          standing: [
            { name: "a", holder: HOLDER, rate: "1%", starts: "2025-03-01", ends: "2025-02-01" },
          ],
        },
        "standing[0].ends",
        '"2025-02-01"',
        "2025-03-01",
      ],
      [
        "an end before the program's start",
        { standing: [{ name: "a", holder: HOLDER, rate: "1%", ends: "2024-02-01" }] },
        "standing[0].ends",
        "before",
        "after",
      ],
      [
        "two standing lines of one name",
        {
          standing: [
            { name: "a", holder: HOLDER, rate: "1%" },
            { name: "a", holder: HOLDER, rate: "1%" },
          ],
        },
        "standing[1].name",
        "twice",
        "no other",
      ],
      [
        "a standing line with a role's name",
        { standing: [{ name: "coach", holder: HOLDER, rate: "1%" }] },
        "standing[0].name",
        "twice",
        "no other",
      ],
      [
        "a reserved name",
        { standing: [{ name: "residual", holder: HOLDER, rate: "1%" }] },
        "standing[0].name",
        '"residual"',
        "another name",
      ],
      [
        "a name with a separator",
        { kinds: ["a:b"] },
        "kinds[0]",
        '"a:b"',
        'without line breaks, ":"',
      ],
      [
        "too many tokens",
        { currencies: ["A", "B", "C", "D", "E", "F", "G", "H"] },
        "currencies",
        "8 tokens",
        "7 tokens",
      ],
    ];
    for (const one of cases) it(one[0], () => expectMistake(files, TERMS, one));

    it("all at once", async () => {
      const mistakes = await mistakesIn({
        ...TERMS,
        ceiling: "33.33333%",
        starts: "2025-13-01",
        received: "gift",
      });
      expect(mistakes.map(({ path }) => path)).to.have.members(["ceiling", "starts", "received"]);
    });

    it("a role named twice, of which JSON would keep the last", async () => {
      const text = JSON.stringify(TERMS).replace(
        '"support":',
        '"coach":{"rates":{"*":"1%"}},"support":',
      );
      const mistakes = await mistakesIn(text);
      expect(mistakes).to.deep.equal([
        { path: "roles.coach", found: "this name twice", allowed: "each name once" },
      ]);
    });

    it("what is no JSON", async () => {
      const [mistake] = await mistakesIn("{ name: 1 }");
      expect(mistake?.found).to.include("JSON");
    });

    it("a file that is not there", async () => {
      const error = await refusal(readTermsFile("/nowhere/terms.json"));
      expect(error.message).to.include("/nowhere/terms.json").and.include("no such file");
    });
  });

  describe("that could pay out more than their ceiling", () => {
    it("are refused with each contribution", async () => {
      const mistakes = await mistakesIn({ ...TERMS, ceiling: "40%" });
      expect(mistakes).to.have.length(1);
      // 15 + (20 + 1 + 2.5) + 2 = 40.5 %, and 5 % of the other 59.5 %.
      expect(mistakes[0]?.found).to.equal(
        'that a sale of the kind "expansion" could pay out 43.475 %: moderators 2 % + integration 15 % + coach 23.5 % + support 5 % of what is left',
      );
      expect(mistakes[0]?.allowed).to.include("at most 40 %");
    });

    it("are accepted at exactly their ceiling", async () => {
      expect((await encode({ ...TERMS, ceiling: "43.475%" })).ceiling).to.equal(434_750);
      expect(await mistakesIn({ ...TERMS, ceiling: "43.4749%" })).to.have.length(1);
    });

    it("count the moment at which standing lines are highest together", async () => {
      const line = (name: string, starts: string, ends: string) => ({
        name,
        holder: HOLDER,
        rate: "20%",
        starts,
        ends,
      });
      const apart = [line("a", "2025-01-01", "2025-06-01"), line("b", "2025-06-01", "2025-12-01")];
      const together = [
        line("a", "2025-01-01", "2025-06-02"),
        line("b", "2025-06-01", "2025-12-01"),
      ];
      const base = { ...TERMS, roles: {}, ceiling: "30%" };
      expect((await encode({ ...base, standing: apart })).standing).to.have.length(2);
      expect((await mistakesIn({ ...base, standing: together })).length).to.equal(3);
    });

    it("include the deal of the design, which adds up to 112 %", async () => {
      const mistakes = await mistakesIn({
        name: "Acme SaaS ecosystem",
        currencies: ["USDC"],
        period: "30d",
        ceiling: "60%",
        kinds: ["initial", "renewal", "expansion"],
        roles: {
          integration: { of: "gross", rates: { "*": "15%" }, missing: "residual" },
          coach: { of: "gross", rates: { expansion: "20%" } },
          affiliate: {
            of: "gross",
            rates: { "*": "20%" },
            tenure: ["0%", "2%", "4%", "6%", "8%", "10%"],
            network: { every: 10, add: "1%", max: "10%" },
            volume: { every: "10000", add: "0.5%", max: "5%" },
            tiers: { associate: "0%", partner: "5%" },
            ceiling: "45%",
          },
        },
        standing: [
          { name: "moderators", holder: HOLDER, rate: "2%", kinds: ["*"] },
          {
            name: "tech",
            holder: HOLDER,
            tenure: ["30%", "20%", "10%"],
            starts: "2026-01-01",
            ends: "2029-01-01",
          },
        ],
        residual: "operator",
      });
      expect(mistakes.map(({ found }) => found).join())
        .to.include("112 %")
        .and.include("affiliate 45 %");
    });
  });
});
