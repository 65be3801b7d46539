import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { JsonFileError } from "../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../core/json/JsonMistake.ts";
import { readTermsFile } from "../../scripts/files/json/readTermsFile.ts";
import { exampleFile, type Folder, openFolder } from "./support/files.ts";

const HOLDER = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";

describe("A terms file's mistakes, of shape, of meaning and in its sums, come at once", () => {
  let folder: Folder;
  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  async function mistakesIn(terms: unknown): Promise<readonly JsonMistake[]> {
    const file = await folder.write("terms.json", JSON.stringify(terms));
    try {
      await readTermsFile(file);
      return [];
    } catch (error) {
      if (error instanceof JsonFileError) return error.mistakes;
      throw error;
    }
  }

  const pathsIn = async (terms: unknown) => (await mistakesIn(terms)).map(({ path }) => path);

  it("each with its place, what was found, what is allowed and what was probably meant", async () => {
    const mistakes = await mistakesIn({
      ...{ name: "Acme", currencies: ["USDC"], period: "30 days", holdPeriods: -1 },
      ...{ kinds: ["initial", "renewal"], receved: "initial", ceiling: "40%" },
      roles: {
        integration: { of: "gros", rates: { "*": "15" }, missing: { pool: "loyalti" } },
        coach: { rates: { renewel: "20%", "*": "55%" }, tenur: ["1%"] },
        trainer: { rates: { "*": "33.33333%" } },
      },
      pools: { loyalty: "0x12" },
      standing: [
        { name: "mods", holder: HOLDER, rate: "2%", kinds: ["initail"] },
        { name: "tech", tenure: ["30%"], starts: "2026-01-01", ends: "2025-01-01" },
      ],
      residual: { role: "coch" },
    });
    expect(mistakes.map(({ path }) => path)).to.have.members([
      "receved",
      "period",
      "holdPeriods",
      "roles.integration.of",
      "roles.integration.rates.*",
      "roles.coach.tenur",
      "pools.loyalty",
      "standing[1].holder",
      "residual.role",
      "roles.integration.missing.pool",
      "roles.coach.rates.renewel",
      "roles.trainer.rates.*",
      "standing[0].kinds[0]",
      "standing[1].ends",
      "ceiling",
      "ceiling",
    ]);
    const meant = mistakes.flatMap(
      ({ allowed }) => /did you mean "(\w+)"/.exec(allowed)?.[1] ?? [],
    );
    expect(meant).to.have.members([
      ...["received", "gross", "tenure", "coach", "loyalty", "renewal", "initial"],
    ]);
    expect(mistakes.find(({ path }) => path === "roles.integration.missing.pool")).to.deep.include({
      allowed: 'the only pool that there is (did you mean "loyalty"?)',
    });
  });

  it("what stands in for a part that cannot be read brings no mistake of its own", async () => {
    const terms = {
      ...{ name: "Acme", currencies: ["USDC"], period: "30d", kinds: ["initial"] },
      roles: { coach: { rates: { "*": "20%" }, missing: { pool: "loyalty" } } },
      pools: { loyalty: HOLDER },
      standing: [{ name: "mods", holder: HOLDER, rate: "2%" }],
    };
    expect(await pathsIn({ ...terms, kinds: undefined })).to.deep.equal(["kinds"]);
    expect(await pathsIn({ ...terms, ceiling: 5 })).to.deep.equal(["ceiling"]);
    expect(await pathsIn({ ...terms, pools: { loyalty: 5 } })).to.deep.equal(["pools.loyalty"]);
    expect(await pathsIn({ ...terms, standing: ["mods"] })).to.deep.equal(["standing[0]"]);
    expect(await pathsIn([terms])).to.deep.equal([""]);
  });

  for (const example of ["value-stack", "tech-partnership", "ecommerce-collective"]) {
    it(`whatever one part of ${example} is turned into, with what is wrong elsewhere`, async function () {
      this.timeout(120_000);
      const text = await readFile(exampleFile(example, "terms.json"), "utf8");
      let told = 0;
      for (const place of placesIn(JSON.parse(text))) {
        for (const value of [5, "nothing of ours", {}, undefined]) {
          const broken = put(JSON.parse(text), place, value);
          const alone = await pathsIn(broken);
          const both = await pathsIn({ ...broken, moveDelay: "999d" });
          if (place[0] === "moveDelay") continue;
          expect(both, JSON.stringify([place, value])).to.have.members([...alone, "moveDelay"]);
          told += alone.length;
        }
      }
      expect(told).to.be.greaterThan(50);
    });
  }
});

type Place = readonly (string | number)[];

function placesIn(json: unknown, at: Place = []): Place[] {
  if (typeof json !== "object" || json === null) return at.length === 0 ? [] : [at];
  const inside = Object.entries(json).flatMap(([name, value]) => placesIn(value, [...at, name]));
  return at.length === 0 ? inside : [at, ...inside];
}

function put(json: Record<string, unknown>, place: Place, value: unknown): object {
  let container: Record<string | number, unknown> = json;
  for (const part of place.slice(0, -1)) container = container[part] as Record<string, unknown>;
  const last = place.at(-1) ?? "";
  if (value === undefined) delete container[last];
  else container[last] = value;
  return json;
}
