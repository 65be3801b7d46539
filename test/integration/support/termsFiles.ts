import { expect } from "chai";
import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import { type Deployment, encodeTerms } from "../../../core/terms/encodeTerms.ts";
import { readTermsFile } from "../../../scripts/files/json/readTermsFile.ts";
import { openFolder } from "./files.ts";
import { refusal } from "./refusal.ts";

export const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
export const USDC = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
export const DEPLOYMENT: Deployment = {
  account: ACCOUNT,
  time: 1_700_000_000,
  tokens: new Map([["USDC", USDC]]),
};

export type TermsFiles = Awaited<ReturnType<typeof openTermsFiles>>;

/** Reads terms as a command does: from a file. */
export async function openTermsFiles() {
  const folder = await openFolder();
  const encode = async (terms: unknown) => {
    const text = typeof terms === "string" ? terms : JSON.stringify(terms);
    const file = await folder.write("terms.json", text);
    return encodeTerms(file, await readTermsFile(file), DEPLOYMENT);
  };
  /** What is wrong with terms that are refused. */
  const mistakesIn = async (terms: unknown) => {
    const error = await refusal(encode(terms));
    expect(error).to.be.instanceOf(JsonFileError);
    return (error as JsonFileError).mistakes;
  };
  return { encode, mistakesIn, remove: () => folder.remove() };
}

/** A mistake: what it is, the change to good terms, then the path, what was found and what is allowed. */
export type MistakeCase = [
  what: string,
  change: object,
  path: string,
  found: string,
  allowed: string,
];

/** Refuses terms for one mistake alone at its path, told as it should be. */
export async function expectMistake(
  files: TermsFiles,
  terms: object,
  [, change, path, found, allowed]: MistakeCase,
): Promise<void> {
  const mistakes = await files.mistakesIn({ ...terms, ...change });
  const own = mistakes.filter((mistake) => mistake.path === path);
  expect(own, JSON.stringify(mistakes)).to.have.length(1);
  expect(own[0]?.found).to.include(found);
  expect(own[0]?.allowed).to.include(allowed);
}
