import { join } from "node:path";
import { type Address, parseEther, parseUnits } from "viem";
import { parseTime } from "../../../core/text/parseTime.ts";
import { deployProgram } from "../../chain/deploy/deployProgram.ts";
import { addFunds } from "../../chain/funds/addFunds.ts";
import { moveClock } from "../../chain/moveClock.ts";
import { accountOf, type Chain } from "../../chain/openChain.ts";
import type { Program } from "../../chain/openProgram.ts";
import { enrollPartners } from "../../chain/partners/enrollPartners.ts";
import { waitFor } from "../../chain/send.ts";
import type { Progress } from "../../Progress.ts";
import { postSalesOnTime } from "../../posting/sales/postSalesOnTime.ts";
import { refundSalesOnTime } from "../../posting/sales/refundSales.ts";
import { DEMO_ENDS, DEMO_PROGRAMS, type DemoProgram } from "./demoPrograms.ts";

export interface SeededProgram {
  readonly program: Program;
  readonly folder: string;
}

/** Deploys the demo's programs and plays their files: partners, funds, sales and refunds, each on its date. */
export async function seedPrograms(
  chain: Chain,
  ignitionFolder: string,
  progress: Progress,
): Promise<SeededProgram[]> {
  const account = await accountOf(chain, undefined);
  const seeded: SeededProgram[] = [];
  for (const { folder } of DEMO_PROGRAMS) {
    const terms = join(folder, "terms.json");
    const program = await deployProgram(chain, { terms, account, ignitionFolder });
    seeded.push({ program, folder });
  }
  for (const [index, one] of DEMO_PROGRAMS.entries()) {
    const program = seeded[index]?.program;
    if (program !== undefined) await play(program, one, progress);
  }
  await moveClock(chain, parseTime(DEMO_ENDS) ?? 0);
  return seeded;
}

async function play(
  program: Program,
  { folder, funds, transfers }: DemoProgram,
  progress: Progress,
): Promise<void> {
  const account = await accountOf(program.chain, undefined);
  progress.note(`${program.terms.name}: ${program.address}`);
  const at = (file: string) => ({ file: join(folder, file), account, progress });
  await enrollPartners(program, at("partners.csv"));
  for (const { currency: symbol, amount } of funds) {
    const currency = program.currencies.find((one) => one.symbol === symbol);
    if (currency === undefined) throw new RangeError(`${folder} has no ${symbol}`);
    await addFunds(program, account, currency, parseUnits(amount, currency.decimals));
  }
  const posting = await postSalesOnTime(program, at("sales.csv"));
  const refunding = await refundSalesOnTime(program, at("refunds.csv"));
  const [refused] = [...posting.refused, ...refunding.refused];
  if (refused !== undefined) throw new RangeError(refused.why);
  for (const { ether, at: date } of transfers) {
    await moveClock(program.chain, parseTime(date) ?? 0);
    await transfer(program, account, parseEther(ether));
  }
}

async function transfer(
  { chain, address }: Program,
  account: Address,
  value: bigint,
): Promise<void> {
  const { wallet } = chain;
  const hash = await wallet.sendTransaction({ account, chain: wallet.chain, to: address, value });
  await waitFor(chain, hash);
}
