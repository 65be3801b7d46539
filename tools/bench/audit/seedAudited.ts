import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import hre from "hardhat";
import { type Hex, numberToHex, parseUnits } from "viem";
import { addFunds } from "../../../scripts/chain/funds/addFunds.ts";
import { accountOf, openChain } from "../../../scripts/chain/openChain.ts";
import { openProgram } from "../../../scripts/chain/openProgram.ts";
import { readPartners } from "../../../scripts/chain/partners/readPartners.ts";
import { companionsOf } from "../../../scripts/posting/lanes/companionsOf.ts";
import { encodeBatch } from "../../../scripts/posting/lanes/encodeBatch.ts";
import { toBatchSale } from "../../../scripts/posting/sales/groupByCurrency.ts";
import { readSalesFile } from "../../../scripts/posting/sales/readSalesFile.ts";
import { makePartners, makeTerms, writeInput } from "./makeFiles.ts";
import { runCommand } from "./runCommand.ts";

/** Sales per transaction: each of three partners, of whom most are in their period for the first time, below the 2^24 gas of a transaction. */
const BATCH = 50;
const GAS = 16_000_000n;

/** The lane without windows. */
const LATE = { lane: 0, from: 0, until: 0 };

export interface Audited {
  readonly program: string;
  /** The folder of its evidence. */
  readonly evidence: string;
}

/** How much there is, and how far apart. */
export interface Seed {
  readonly sales: number;
  readonly partners: number;
  /** Empty blocks between two batches. */
  readonly blocksApart: number;
}

/** Puts a program with its sales, half a year of them, on a node, each batch with its evidence. */
export async function seedAudited(url: string, folder: string, seed: Seed): Promise<Audited> {
  const { sales: count } = seed;
  const terms = join(folder, "terms.json");
  await writeFile(terms, JSON.stringify(makeTerms()));
  const deployed = await runCommand(url, ["program", "deploy", "--terms", terms, "--json"]);
  const { program } = JSON.parse(deployed.stdout);
  const partners = join(folder, "partners.csv");
  await writeFile(partners, makePartners(seed.partners));
  await runCommand(url, ["partners", "enroll", "--program", program, "--file", partners]);
  const files = { sales: join(folder, "sales.csv"), touchpoints: join(folder, "touches.csv") };
  await writeInput(files, count, seed.partners);
  const salt = join(folder, "salt");
  await writeFile(salt, randomBytes(32).toString("hex"));
  const [out, evidence] = [join(folder, "attributed.csv"), join(folder, "evidence")];
  const options = { ...files, out, evidence, "salt-file": salt, model: "linear" };
  const attributed = await runCommand(url, [
    ...["sales", "attribute", "--json"],
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ]);
  const posting = { file: out, evidence: JSON.parse(attributed.stdout).evidence };
  await post(url, program, posting, seed.blocksApart);
  return { program, evidence };
}

async function post(
  url: string,
  address: string,
  { file, evidence }: { readonly file: string; readonly evidence: Hex },
  blocksApart: number,
): Promise<void> {
  const connection = await hre.network.create({ network: "localhost", override: { url } });
  const chain = await openChain(connection);
  const account = await accountOf(chain, undefined);
  const program = await openProgram(chain, address);
  const [currency] = program.currencies.filter(({ symbol }) => symbol === "USDC");
  if (currency === undefined) throw new RangeError("the program has no USDC");
  await addFunds(program, account, currency, parseUnits("50000000", currency.decimals));
  const partners = await readPartners(program);
  const { listed } = await readSalesFile(file, program, partners);
  const setting = { currency, companions: companionsOf(program.terms, partners), evidence };
  let head = 0n;
  for (let from = 0; from < listed.length; from += BATCH) {
    const batch = listed.slice(from, from + BATCH);
    const sales = batch.map((sale) => toBatchSale(sale, undefined));
    const encoded = encodeBatch(setting, { ...LATE, sales }, head);
    head = encoded.head;
    const hash = await chain.wallet.sendTransaction({
      account,
      chain: chain.wallet.chain,
      to: program.address,
      data: encoded.data,
      gas: GAS,
    });
    const { status } = await chain.client.getTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`The post ${hash} failed.`);
    const seconds = Math.floor((180 * 86_400 * batch.length) / listed.length);
    if (blocksApart > 0) {
      const params = [numberToHex(blocksApart), "0x0"];
      await connection.provider.request({ method: "hardhat_mine", params });
    }
    await connection.provider.request({ method: "evm_increaseTime", params: [seconds] });
  }
  await connection.close();
}
