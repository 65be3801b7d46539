import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { expect } from "chai";
import { type Abi, toFunctionSelector } from "viem";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { programAbi } from "../../generated/abis/Program.ts";

interface Descriptor {
  readonly metadata: { readonly enums?: Readonly<Record<string, object>> };
  readonly display: {
    readonly formats: Record<
      string,
      {
        readonly intent: string;
        readonly fields: readonly {
          readonly path: string;
          readonly params?: { tokenPath?: string; $ref?: string };
        }[];
      }
    >;
  };
}

/** What each contract's words are of. */
const CONTRACTS: readonly {
  readonly name: string;
  readonly abi: Abi;
  readonly sources: string;
  /** Types that OpenZeppelin's code has. */
  readonly inherited: readonly string[];
  /** What people sign most: explorer and wallet must have words for it. */
  readonly said: readonly string[];
  /** What nobody signs, where there are words for all else. */
  readonly unsaid?: readonly string[];
}[] = [
  {
    ...{ name: "Program", abi: programAbi, sources: "contracts/{base,modules}/*.sol" },
    inherited: [],
    said: ["claim", "post", "accept", "dispute", "proposeMove", "finishMove"],
  },
  {
    ...{ name: "EquityPlan", abi: equityPlanAbi, sources: "contracts/equity/**/*.sol" },
    inherited: ["Delegation(address delegatee,uint256 nonce,uint256 expiry)"],
    said: ["claim", "grant", "resign", "dismiss", "dismissForCause", "acceptOffer", "proposePower"],
    unsaid: ["initialize", "pushToken"],
  },
];
const VOTES = "node_modules/@openzeppelin/contracts/governance/utils/Votes.sol";

async function read(file: string): Promise<Descriptor> {
  return JSON.parse(await readFile(file, "utf8"));
}

/** Fields name what the function takes, and lists that the file has. */
function expectFields(
  [signature, { fields }]: [string, Descriptor["display"]["formats"][string]],
  enums: Descriptor["metadata"]["enums"],
): void {
  for (const { path, params } of fields) {
    const parameter = path.split(".").findLast((part) => part !== "[]") ?? "";
    expect(signature, path).to.match(new RegExp(`\\b${parameter}\\b`));
    if (params?.tokenPath !== undefined) expect(signature).to.include(params.tokenPath);
    const list = params?.$ref?.split(".").at(-1);
    if (list !== undefined) expect(enums).to.have.property(list);
  }
}

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

  for (const { name, abi, sources, inherited, said, unsaid } of CONTRACTS) {
    it(`is of each message that can be signed for others to post, of all its fields, as the contracts have its type: ${name}`, async () => {
      const { display } = await read(`erc7730/eip712-${name}.json`);
      const files = globSync(sources).map((file) => readFileSync(file));
      // Types that are written over several lines stand in several strings.
      const written = files.join("\n").replaceAll(/"\s+"/g, "");
      const types = [...written.matchAll(/"([A-Z]\w+\([^"]*uint256 deadline\))"/g)].map(
        ([, type]) => type,
      );
      expect(types).to.have.length.greaterThan(8);
      for (const type of inherited) expect(await readFile(VOTES, "utf8")).to.include(`"${type}"`);
      const all = [...new Set([...types, ...inherited])];
      expect(Object.keys(display.formats).toSorted()).to.deep.equal(all.toSorted());
      for (const [type, { fields }] of Object.entries(display.formats)) {
        const last = fields.at(-1)?.path;
        expect(last, type).to.equal(inherited.includes(type) ? "expiry" : "deadline");
      }
    });

    it(`is of functions that there are, and names what they take: ${name}`, async () => {
      const { display, metadata } = await read(`erc7730/calldata-${name}.json`);
      const functions = abi.filter((item) => item.type === "function");
      const selectors = new Map(
        functions.map((item) => [toFunctionSelector(item), item.name] as const),
      );
      const names = Object.keys(display.formats).map((signature) => {
        const found = selectors.get(toFunctionSelector(`function ${signature}`));
        expect(found, signature).to.equal(signature.slice(0, signature.indexOf("(")));
        return found;
      });
      expect(names).to.include.members([...said]);
      const writes = functions.filter(({ stateMutability }) =>
        ["nonpayable", "payable"].includes(stateMutability),
      );
      const rest = writes.filter((one) => !names.includes(one.name)).map((one) => one.name);
      expect(rest).to.have.members([...(unsaid ?? rest)]);
      for (const format of Object.entries(display.formats)) expectFields(format, metadata.enums);
    });
  }

  it("has the numbers of powers and ways as the contracts have them", async () => {
    const { metadata } = await read("erc7730/calldata-EquityPlan.json");
    expect(metadata.enums).to.deep.equal({
      power: { 0: "operator", 1: "arbiter", 2: "guardian", 3: "treasury", 4: "tax account" },
      way: { 0: "hand-over", 1: "joint", 2: "notice" },
    });
  });
});
