import { writeFileSync } from "node:fs";
import type { AbiFunction } from "viem";
import { ACTS } from "../../core/signing/ACTS.ts";
import { programAbi } from "../../generated/abis.ts";
import { JOIN } from "../../scripts/chain/partners/signJoining.ts";
import { CALLS } from "./clearSigning/CALLS.ts";
import { MESSAGES } from "./clearSigning/MESSAGES.ts";
import { signatureOf, toFormat } from "./clearSigning/toFormat.ts";

// Writes erc7730/: what a hardware wallet says of what is signed, in the form of ERC-7730. The deployments of the factory are
// filled in where it is deployed: a wallet asks whether the factory told of the program.

const functions = programAbi.filter((item): item is (typeof programAbi)[number] & AbiFunction => {
  return item.type === "function" && item.name in CALLS;
});
const formats = functions.map((item) => {
  const intent = CALLS[item.name as keyof typeof CALLS];
  if (intent === undefined) throw new RangeError(item.name);
  return [signatureOf(item.name, item.inputs), toFormat(item.name, item.inputs, intent)] as const;
});

write("calldata-Program.json", {
  context: {
    $id: "Tributary program",
    contract: {
      factory: {
        deployments: [],
        deployEvent:
          "ProgramCreated(address indexed program,address indexed operator,bytes32 indexed termsHash,string name,string uri)",
      },
    },
  },
  metadata: { owner: "Tributary program" },
  display: { formats: Object.fromEntries(formats) },
});

// Each program is the verifying contract of what is signed for it, so the domain's names alone say what the file is of.
const acts = Object.entries({ ...ACTS, join: { type: "Join", fields: JOIN } });
const messages = acts.map(([name, { type, fields }]) => {
  const intent = MESSAGES[name as keyof typeof MESSAGES];
  return [signatureOf(type, fields), toFormat(type, fields, intent)] as const;
});

write("eip712-Program.json", {
  context: {
    $id: "Tributary program",
    eip712: { domain: { name: "Tributary", version: "1" } },
  },
  metadata: { owner: "Tributary program" },
  display: { formats: Object.fromEntries(messages) },
});

function write(name: string, content: object): void {
  const document = { $schema: "../schema/erc7730.schema.json", ...content };
  writeFileSync(
    new URL(`../../erc7730/${name}`, import.meta.url),
    `${JSON.stringify(document, undefined, 2)}\n`,
  );
}
