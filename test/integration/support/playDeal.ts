import { zeroAddress } from "viem";
import { parseTime } from "../../../core/text/parseTime.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { readHistory } from "../../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../../scripts/chain/moveClock.ts";
import { openProgram, type Program } from "../../../scripts/chain/openProgram.ts";
import { send } from "../../../scripts/chain/send.ts";
import claim from "../../../scripts/cli/commands/claim.ts";
import buyout from "../../../scripts/cli/commands/line/buyout.ts";
import execute from "../../../scripts/cli/commands/line/execute.ts";
import exit from "../../../scripts/cli/commands/line/exit.ts";
import notice from "../../../scripts/cli/commands/line/notice.ts";
import resume from "../../../scripts/cli/commands/line/resume.ts";
import sell from "../../../scripts/cli/commands/line/sell.ts";
import withdrawNotice from "../../../scripts/cli/commands/line/withdrawNotice.ts";
import withdrawOffer from "../../../scripts/cli/commands/line/withdrawOffer.ts";
import payMilestones from "../../../scripts/cli/commands/milestones/pay.ts";
import accept from "../../../scripts/cli/commands/partners/accept.ts";
import admit from "../../../scripts/cli/commands/partners/admit.ts";
import attest from "../../../scripts/cli/commands/partners/attest.ts";
import cancelMove from "../../../scripts/cli/commands/partners/cancelMove.ts";
import enroll from "../../../scripts/cli/commands/partners/enroll.ts";
import graduate from "../../../scripts/cli/commands/partners/graduate.ts";
import leave from "../../../scripts/cli/commands/partners/leave.ts";
import move from "../../../scripts/cli/commands/partners/move.ts";
import recovery from "../../../scripts/cli/commands/partners/recovery.ts";
import sign from "../../../scripts/cli/commands/partners/sign.ts";
import status from "../../../scripts/cli/commands/partners/status.ts";
import tier from "../../../scripts/cli/commands/partners/tier.ts";
import withhold from "../../../scripts/cli/commands/partners/withhold.ts";
import fund from "../../../scripts/cli/commands/program/fund.ts";
import add from "../../../scripts/cli/commands/reserve/add.ts";
import close from "../../../scripts/cli/commands/sales/close.ts";
import dispute from "../../../scripts/cli/commands/sales/dispute.ts";
import post from "../../../scripts/cli/commands/sales/post.ts";
import reattribute from "../../../scripts/cli/commands/sales/reattribute.ts";
import refund from "../../../scripts/cli/commands/sales/refund.ts";
import uphold from "../../../scripts/cli/commands/sales/uphold.ts";
import makeVoid from "../../../scripts/cli/commands/sales/void.ts";
import consent from "../../../scripts/cli/commands/terms/consent.ts";
import propose from "../../../scripts/cli/commands/terms/propose.ts";
import withdraw from "../../../scripts/cli/commands/terms/withdraw.ts";
import { type Audit, auditProgram } from "../../../scripts/reporting/audit/auditProgram.ts";
import { ADVISER, AMENDED, DEAL } from "./deal.ts";
import { openFolder } from "./files.ts";
import { ANA, BEN, CLEO, refundsFile, salesFile } from "./seed.ts";
import { HOLDER } from "./terms.ts";
import { jsonOf } from "./verbs.ts";
import { openWorld, type World } from "./world.ts";

/** The wallet that ben moves to. */
export const NEW_BEN = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";

const PARTNERS = `partner,wallet,tier,joined_at,referrer
ana,${ANA},junior,2024-06-01,
ben,${BEN},junior,2025-01-01,ana
cleo,${CLEO},junior,2025-01-01,ben
`;
const DORA = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
const NEWCOMERS = `partner,wallet,tier,joined_at,referrer
dora,${DORA},junior,2025-01-04,cleo
`;

/** A deal that was played, and the audits after each of its days. */
export interface Deal {
  readonly world: World;
  readonly program: Program;
  readonly audits: readonly { readonly day: string; readonly audit: Audit }[];
  close(): Promise<void>;
}

type Verb = Parameters<typeof jsonOf>[1];

/** Plays half a year of a deal by the commands that people would give, and audits it after each day. */
export async function playDeal(): Promise<Deal> {
  const folder = await openFolder();
  const world = await openWorld("2025-01-05T00:00:00Z");
  const { address } = await world.deployTerms(DEAL, folder);
  let offer: Record<string, unknown> = {};
  const audits: { day: string; audit: Audit }[] = [];
  const run = (verb: Verb, options: object = {}) =>
    jsonOf<Record<string, unknown>>(world, verb, { program: address, ...options });
  const on = async (day: string, play: () => Promise<void>) => {
    await moveClock(world.chain, parseTime(day) ?? 0);
    await play();
    const program = await openProgram(world.chain, address);
    audits.push({ day, audit: await auditProgram(program, await readHistory(program)) });
  };
  const postSales = async (...lines: string[]) =>
    run(post, { sales: await salesFile(folder, ...lines) });

  const transfer = (value: bigint) =>
    world.chain.wallet.sendTransaction({
      account: world.account,
      chain: world.chain.wallet.chain,
      to: address,
      value,
    });
  /** Settles a line, or some segments of the residual, of the first token. */
  const settle = async (functionName: "settleLine" | "claimResidual", what: bigint) => {
    const [, usdc = zeroAddress] = (await openProgram(world.chain, address)).terms.currencies;
    const call = { account: world.account, address, abi: programAbi } as const;
    if (functionName === "settleLine")
      await send(world.chain, { ...call, functionName, args: [what, usdc] });
    else await send(world.chain, { ...call, functionName, args: [usdc, what] });
  };

  await on("2025-01-06", async () => {
    await run(enroll, { file: await folder.write("partners.csv", PARTNERS) });
    await run(accept, { from: ANA });
    await run(accept, { from: BEN });
    const newcomers = await folder.write("newcomers.csv", NEWCOMERS);
    const signed = await run(sign, { file: newcomers, from: DORA });
    await run(admit, { file: await folder.write("dora.json", JSON.stringify(signed)) });
    await run(attest, { partner: "ana", score: "7", evidence: await folder.write("e", "good") });
    await run(withhold, { rate: "10%", from: BEN });
    await run(recovery, { partner: "ana", address: CLEO, from: ANA });
    await run(add, { line: "adviser", currency: "USDC", amount: "1" });
    await run(fund, { currency: "USDC", amount: "100" });
    await postSales(
      "s-1,c,initial,100,USDC,2025-01-06,p,ben:seller:1;cleo:coach:1",
      "s-2,c,initial,200,USDC,2025-01-06,p,ana:seller:2;cleo:seller:1;cleo:trust:1;ana:coach:1;ben:support:1",
      "s-3,c,renewal,60.123457,USDC,2025-01-06,p,ana:seller:1",
      "s-4,c,initial,30,USDC,2025-01-06,p,ben:seller:1;ana:coach:1",
      "s-5,c,initial,40,USDC,2025-01-06,p,ben:seller:1",
      "s-6,c,initial,30,USDC,2025-01-06,p,cleo:seller:1;ana:support:1",
      "s-7,c,renewal,20,USDC,2025-01-06,p,cleo:seller:1",
      "c-1,c,completion,50,USDC,2025-01-06,p,ben:seller:1",
      "e-1,c,initial,3.000000000000000007,ETH,2025-01-06,p,ben:seller:1;cleo:trust:1",
    );
    await run(refund, { file: await refundsFile(folder, "r-1,s-1,10,part,") });
  });
  await on("2025-01-20", async () => {
    await run(dispute, { sale: "s-3", role: "seller", reason: "not ana's", from: CLEO });
    await postSales("s-14,c,initial,25,USDC,2025-01-20,p,ben:seller:1");
    await transfer(1_000_000_007n);
    await run(refund, { file: await refundsFile(folder, "r-2,s-7,20,whole,") });
  });
  await on("2025-02-05", async () => {
    await run(dispute, { sale: "s-2", reason: "shares", from: ANA });
    await run(dispute, { sale: "s-4", role: "seller", reason: "no sale", from: CLEO });
    await run(dispute, { sale: "s-5", reason: "mine", evidence: "0x".padEnd(66, "7"), from: BEN });
    await run(dispute, { sale: "s-5", role: "seller", reason: "no, mine", from: CLEO });
    await run(dispute, { sale: "s-6", reason: "mine", from: ANA });
    await run(refund, { file: await refundsFile(folder, "r-3,s-6,7,part,") });
    await run(exit, { line: "moderators", from: HOLDER });
    await run(notice, { line: "helpers", remedy: "suspend", reason: "no effort" });
    await run(notice, { line: "profit", remedy: "end", reason: "by mistake" });
    await run(withdrawNotice, { line: "profit" });
    await postSales(
      "s-8,c,initial,150,USDC,2025-01-06,p,ana:seller:1;ben:coach:1",
      "s-9,c,renewal,80,USDC,2025-01-06,p,ben:seller:1",
    );
  });
  await on("2025-02-10", async () => {
    await run(uphold, { sale: "s-2", reason: "as posted" });
    await run(makeVoid, { sale: "s-4", reason: "never bought" });
    await run(exit, { line: "moderators" });
    await run(buyout, { line: "tech", currency: "USDC", price: "9" });
    await run(withdrawOffer, { line: "tech" });
    await run(tier, { partner: "cleo", tier: "senior", reason: "grew" });
    await run(move, { partner: "ana", to: NEW_BEN, from: ANA });
    await run(cancelMove, { partner: "ana", from: CLEO });
    await run(move, { partner: "ben", to: NEW_BEN, from: BEN });
  });
  await on("2025-02-13", async () => {
    await run(move, { partner: "ben", to: NEW_BEN, from: NEW_BEN });
  });
  await on("2025-03-05", async () => {
    await run(reattribute, { sale: "s-5", partners: "cleo;cleo;cleo", reason: "cleo's" });
    await settle("claimResidual", 1n);
    await settle("settleLine", 3n);
    await postSales("s-10,c,initial,120,USDC,2025-01-06,p,ben:seller:1;ana:trust:1");
  });
  await on("2025-03-12", async () => {
    await run(execute, { line: "helpers" });
    await run(graduate);
    await run(add, { line: "adviser", currency: "USDC", amount: "40" });
    await run(add, { currency: "USDC", amount: "10" });
    await run(payMilestones, { partner: "ana", currency: "USDC", from: ANA });
    await run(claim, { all: true });
    await run(fund, { currency: "USDC", amount: "50" });
    offer = await run(buyout, { line: "tech", currency: "USDC" });
  });
  await on("2025-03-20", async () => {
    const terms = await folder.write("amended.json", JSON.stringify(AMENDED));
    await run(propose, { terms, uri: "https://example.org/amendment", text: terms });
    await run(consent, { line: "profit", from: ADVISER });
    await run(consent, { line: "adviser", from: ADVISER });
  });
  await on("2025-04-05", async () => {
    await run(sell, { line: "tech", currency: "USDC", price: String(offer.price), from: HOLDER });
    await run(resume, { line: "helpers" });
    await run(close, { sale: "s-3" });
    await run(close, { sale: "s-6" });
    await run(status, { partner: "cleo", status: "suspended", reason: "away" });
    await postSales("s-11,c,renewal,90,USDC,2025-01-06,p,ana:seller:1;ben:seller:1");
  });
  await on("2025-05-06", async () => {
    await run(status, { partner: "cleo", status: "active", reason: "back" });
    await run(leave, { reason: "done", from: CLEO });
    await postSales(
      "s-12,c,renewal,100,USDC,2025-01-06,p,ana:seller:1",
      "s-13,c,upgrade,70,USDC,2025-01-06,p,ben:seller:1;ben:coach:1",
    );
    await run(claim, { partner: "treasury" });
    const terms = await folder.write("again.json", JSON.stringify({ ...AMENDED, name: "Again" }));
    await run(propose, { terms });
    await run(withdraw);
  });
  await on("2025-07-10", async () => {
    await run(claim, { partner: "adviser" });
    await run(claim, { partner: "tech" });
    await run(claim, { all: true });
    await run(claim, { partner: "tax account" });
  });
  return {
    world,
    program: await openProgram(world.chain, address),
    audits,
    close: async () => {
      await world.close();
      await folder.remove();
    },
  };
}
