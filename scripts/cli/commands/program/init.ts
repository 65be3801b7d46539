import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { zeroAddress } from "viem";
import { decimalsOf } from "../../../../core/currency/decimalsOf.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { encodeTerms } from "../../../../core/terms/encodeTerms.ts";
import { safeguardsMissing } from "../../../chain/deploy/refuseCareless.ts";
import { explainErrno } from "../../../files/explainErrno.ts";
import { parseTermsFile } from "../../../files/json/parseTermsFile.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { fillDeal } from "../../init/fillDeal.ts";
import { Interview } from "../../init/Interview.ts";
import { readExamples } from "../../init/readExamples.ts";
import { type InitOption, readOwnParts } from "../../init/readOwnParts.ts";

const LIVE = `

A live network takes them with a guardian, a postingLimit and not all powers at one address; docs/deploying.md says why.`;

/** `program init`: writes a terms file that deploys, from an example and one's own names, dates and addresses. */
export default chainlessCommand<InitOption | "out", "force">(
  async ({ out = "terms.json", force, json: _json, ...options }, { config }) => {
    const { root } = config.paths;
    const interview = process.stdin.isTTY
      ? new Interview(process.stdin, process.stderr)
      : undefined;
    try {
      const { example, own } = await readOwnParts(options, await readExamples(root), interview);
      const today = Math.floor(Date.now() / 86_400_000) * 86_400;
      const $schema = relative(dirname(resolve(out)), join(root, "schema", "terms.schema.json"));
      const terms = { $schema, ...fillDeal(example.file, own, today) };
      const text = `${JSON.stringify(terms, undefined, 2)}\n`;
      // What is written deploys: it is read as `program deploy` reads it.
      const deployment = { account: zeroAddress, time: today, tokens: new Map() };
      const parsed = parseTermsFile(out, text, decimalsOf);
      encodeTerms(out, parsed, deployment);
      const isCareless = safeguardsMissing(zeroAddress, parsed).length > 0;
      await write(out, text, force);
      return {
        json: { file: out, example: example.name, name: own.name },
        text: `${out} has the terms of ${own.name}, after the example ${example.name}. Change its rates as you like; docs/terms.md explains each. Then:

  npx hardhat simulate --terms ${out} --sales sales.csv --partners partners.csv
  npx hardhat program deploy --network localhost --terms ${out}${isCareless ? LIVE : ""}`,
      };
    } finally {
      interview?.close();
    }
  },
);

async function write(path: string, text: string, force: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new TributaryError(`There is a file ${path} already.`, {
        todo: "Give another with --out, or --force to overwrite it.",
      });
    throw new TributaryError(`Cannot write ${path}: ${explainErrno(error)}.`, {
      todo: "Give a path with --out whose folder exists and can be written.",
    });
  }
}
