import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { expect } from "chai";
import { toFunctionSelector } from "viem";
import { programAbi } from "../../generated/abis.ts";

interface Descriptor {
  readonly display: {
    readonly formats: Record<
      string,
      {
        readonly intent: string;
        readonly fields: readonly {
          readonly path: string;
          readonly params?: { tokenPath?: string };
        }[];
      }
    >;
  };
}

/** What people sign most: explorer and wallet must have words for it. */
const SAID = ["claim", "post", "accept", "dispute", "proposeMove", "finishMove"];

describe("What a hardware wallet says of what is signed", () => {
  const files = globSync("erc7730/*.json").toSorted();

  for (const file of files) {
    it(`${file} keeps to the schema`, async () => {
      const schema = JSON.parse(await readFile("schema/erc7730.schema.json", "utf8"));
      const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
      const document = JSON.parse(await readFile(file, "utf8"));
      expect(validate(document), JSON.stringify(validate.errors)).to.equal(true);
      // The schema refuses what is no format of the standard.
      document.display.formats["made(uint256 up)"] = { intent: "x", fields: [{ path: "up" }] };
      expect(validate(document)).to.equal(false);
    });
  }

  it("is of each message that a party can sign, of all its fields, as the contracts have its type", async () => {
    const { display }: Descriptor = JSON.parse(
      await readFile("erc7730/eip712-Program.json", "utf8"),
    );
    const sources = globSync("contracts/{base,modules}/*.sol").map((file) => readFileSync(file));
    // Types that are written over several lines stand in several strings.
    const written = sources.join("\n").replaceAll(/"\s+"/g, "");
    const types = [...written.matchAll(/"([A-Z]\w+\([^"]*uint256 deadline\))"/g)].map(
      ([, type]) => type,
    );
    expect(types).to.include.members([
      "Consent(uint256 line,bytes32 termsHash,uint256 nonce,uint256 deadline)",
    ]);
    expect(Object.keys(display.formats).toSorted()).to.deep.equal([...new Set(types)].toSorted());
    for (const [type, { fields }] of Object.entries(display.formats)) {
      expect(
        fields.map(({ path }) => path),
        type,
      ).to.include("deadline");
    }
  });

  it("is of functions that the program has, and names what they take", async () => {
    const { display }: Descriptor = JSON.parse(
      await readFile("erc7730/calldata-Program.json", "utf8"),
    );
    const selectors = new Map(
      programAbi
        .filter((item) => item.type === "function")
        .map((item) => [toFunctionSelector(item), item.name] as const),
    );
    const names = Object.keys(display.formats).map((signature) => {
      const name = selectors.get(toFunctionSelector(`function ${signature}`));
      expect(name, signature).to.equal(signature.slice(0, signature.indexOf("(")));
      return name;
    });
    expect(names).to.include.members(SAID);
    for (const [signature, { fields }] of Object.entries(display.formats))
      for (const { path, params } of fields) {
        const parameter = path.split(".").findLast((part) => part !== "[]") ?? "";
        expect(signature, path).to.match(new RegExp(`\\b${parameter}\\b`));
        if (params?.tokenPath !== undefined) expect(signature).to.include(params.tokenPath);
      }
  });
});
