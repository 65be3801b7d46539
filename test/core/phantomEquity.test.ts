import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { readGrants } from "../../scripts/equity/readGrants.ts";
import { readHappenings } from "../../scripts/equity/readHappenings.ts";
import { readPlan } from "../../scripts/equity/readPlan.ts";
import { simulatePlan } from "../../scripts/equity/simulatePlan.ts";
import { toPlanJson } from "../../scripts/equity/toPlanJson.ts";
import { exampleFile } from "../integration/support/files.ts";

const at = (name: string) => exampleFile("phantom-equity", name);

describe("The plans of the example phantom-equity", () => {
  for (const name of ["profit", "exit"]) {
    it(`have the expected units and money, to the last unit: ${name}`, async () => {
      const expected = JSON.parse(await readFile(at("plans-expected.json"), "utf8"));
      const plan = await readPlan(at(`${name}-plan.json`));
      const grants = await readGrants(at(`${name}-grants.csv`), plan.terms);
      const happenings = await readHappenings(at(`${name}-happenings.csv`), plan, grants);
      expect(expected[name]).to.have.length(3);
      for (const wanted of expected[name]) {
        const time = parseTime(wanted.at);
        if (time === undefined) throw new Error(`no time: ${wanted.at}`);
        const { refused, currencies, ...found } = toPlanJson(
          simulatePlan(plan, grants, happenings, time),
        );
        expect(refused).to.deep.equal([]);
        expect(currencies).to.have.length(1);
        expect(found).to.deep.equal(wanted);
      }
    });
  }
});
