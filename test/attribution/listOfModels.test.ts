import { readFile } from "node:fs/promises";
import { expect } from "chai";
import schema from "../../schema/evidence.schema.json" with { type: "json" };
import { DEFAULT_PARAMETERS, MODELS } from "../../scripts/attribution/models/ModelParameters.ts";
import { parseModel } from "../../scripts/attribution/models/parseModel.ts";
import {
  TOUCH_MODEL_NAMES,
  TOUCH_MODELS,
  TOUCH_OPTIONS,
} from "../../scripts/attribution/models/TOUCH_MODELS.ts";
import { DIALECTS } from "../../scripts/attribution/sql/DIALECTS.ts";
import { touchModelSql } from "../../scripts/attribution/sql/touchModelSql.ts";

describe("attribution: the list of models", () => {
  it("is the table of docs/attribution.md", async () => {
    const docs = await readFile("docs/attribution.md", "utf8");
    const [, table = ""] = /\| model \| parts .*?\|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(docs) ?? [];
    const rows = Object.values(TOUCH_MODELS).flatMap(({ parts }) =>
      Object.entries(parts).map(([name, text]) => `| ${name} | ${text} |`),
    );
    const found = table.split("\n").filter((row) => row !== "" && !row.startsWith("| roles "));
    expect(found).to.deep.equal(rows);
    const [, listed = ""] = /\| `--model M` \| (.*) \|/.exec(docs) ?? [];
    expect(listed).to.equal(MODELS.map((name) => `\`${name}\``).join(", "));
    for (const { name } of TOUCH_OPTIONS)
      expect(docs).to.include(`| \`--${name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)} `);
  });

  it("is what schema/evidence.schema.json allows", () => {
    const { model } = schema.$defs.sales.properties;
    expect(model.properties.model.enum).to.deep.equal(MODELS);
    expect(model.properties.within.enum).to.deep.equal(TOUCH_MODEL_NAMES);
    for (const { name } of TOUCH_OPTIONS) expect(model.properties).to.have.property(name);
  });

  const none = {
    ...{ lookback: undefined, within: undefined, by: undefined, order: undefined },
    ...{ game: undefined, every: undefined, halfLife: undefined, position: undefined },
  };

  it("says of each model what its options are by default", () => {
    for (const model of MODELS)
      expect(parseModel({ ...none, model })).to.deep.equal({ ...DEFAULT_PARAMETERS, model });
  });

  it("says which model was probably meant", () => {
    expect(() => parseModel({ ...none, model: "shaply" })).to.throw('did you mean "shapley"?');
    expect(() => parseModel({ ...none, model: "uniform" })).to.throw(/Allowed: (?!.*did you)/);
  });

  it("gives each model one query in each dialect", () => {
    for (const model of TOUCH_MODEL_NAMES)
      for (const dialect of Object.values(DIALECTS))
        expect(touchModelSql({ ...DEFAULT_PARAMETERS, model }, dialect)).to.match(
          /^WITH touched AS/,
        );
  });
});
