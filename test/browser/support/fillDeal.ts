import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, keccak256, parseUnits, stringToHex, zeroHash } from "viem";
import { toId } from "../../../core/ids/toId.ts";
import { accountAt } from "./accountAt.ts";
import { LINES } from "./dealTermsOf.ts";
import type { Subject } from "./fillProgram.ts";
import { DAY } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

interface Deal extends Subject {
  readonly connection: Connection;
}

const SUSPEND = 1;
const END = 2;
const [FIRST = 0, SECOND = 0, THIRD = 0] = ACTORS.partners;
const usdc = (amount: string): bigint => parseUnits(amount, 6);

/** Lets a period of a deal pass: afterwards something of each kind is under way, and something of each kind is over. */
export async function fillDeal(
  connection: Connection,
  subject: Subject,
  period: number,
): Promise<void> {
  const deal = { ...subject, connection };
  if (period === 0) await open(deal);
  await post(deal, period);
  const steps = [begin, move, suspend, argue];
  await steps[period]?.(deal);
}

function by(index: number): { account: Address } {
  return { account: accountAt(index).address };
}

function contractOf({ connection, program }: Deal) {
  return connection.viem.getContractAt("IProgram", program);
}

async function open(deal: Deal): Promise<void> {
  const { connection, program, token, rename } = deal;
  const contract = await contractOf(deal);
  const currency = await connection.viem.getContractAt("TestToken", token);
  const joined = Number((await contract.read.terms()).start) - 100 * DAY;
  const enrolled = ["northwind", "contoso", "fabrikam"].map((name, index) => ({
    wallet: accountAt(ACTORS.partners[index] ?? 0).address,
    name: rename(name),
    tier: 0,
    joined,
    referrer: index === 1 ? 1 : 0,
  }));
  await contract.write.enroll([enrolled]);
  const funds = usdc("100000");
  const reserve = usdc("4000");
  await currency.write.mint([accountAt(ACTORS.operator).address, funds + reserve]);
  await currency.write.approve([program, funds + reserve]);
  await contract.write.fund([token, funds]);
  await contract.write.addReserve([token, reserve]);
}

/** Of each period: a sale with all roles, one without a seller, and a bonus. */
async function post(deal: Deal, period: number): Promise<void> {
  const contract = await contractOf(deal);
  const sale = (
    name: string,
    kind: bigint,
    amount: string,
    credits: readonly [bigint, bigint][],
  ) => ({
    id: toId(`${name}-${period}`),
    kind,
    amount: usdc(amount),
    credits: credits.map(([partner, role]) => ({ partner, role, weight: 1n })),
  });
  await contract.write.post([
    deal.token,
    [
      sale("FULL", 0n, "12000", [
        [1n, 0n],
        [3n, 1n],
        [2n, 2n],
      ]),
      sale("OPEN", 1n, "3456.789012", [[2n, 2n]]),
      sale("DONE", 2n, "50", [[1n, 3n]]),
    ],
    zeroHash,
  ]);
}

/** Acceptance, another tier, a score, a first dispute, and the proposal of a move. */
async function begin(deal: Deal): Promise<void> {
  const contract = await contractOf(deal);
  const terms = await contract.read.termsHash();
  await contract.write.accept([terms], by(FIRST));
  await contract.write.accept([terms], by(SECOND));
  await contract.write.setWithholding([accountAt(FIRST).address, 100_000], by(FIRST));
  await contract.write.setTier([2n, 1, deal.rename("brought three customers")]);
  await contract.write.attest([1n, 60, zeroHash]);
  await contract.write.dispute([toId("OPEN-0"), deal.rename("I sold this"), zeroHash], by(FIRST));
  await contract.write.upholdSale(
    [toId("OPEN-0"), deal.rename("no seller was named")],
    by(ACTORS.arbiter),
  );
  const to = accountAt(ACTORS.moved[0]).address;
  await contract.write.proposeMove([accountAt(SECOND).address, to], by(SECOND));
}

async function move(deal: Deal): Promise<void> {
  const contract = await contractOf(deal);
  await contract.write.finishMove([accountAt(SECOND).address], by(ACTORS.moved[0]));
  await giveNotice(deal, LINES.suspended, SUSPEND, "did not work for a quarter");
}

async function suspend(deal: Deal): Promise<void> {
  const contract = await contractOf(deal);
  await contract.write.executeNotice([BigInt(LINES.suspended)], by(ACTORS.arbiter));
}

async function giveNotice(deal: Deal, line: number, remedy: number, why: string): Promise<void> {
  const contract = await contractOf(deal);
  const evidence = keccak256(stringToHex("minutes"));
  await contract.write.giveNotice(
    [BigInt(line), remedy, deal.rename(why), evidence],
    by(ACTORS.arbiter),
  );
}

/** What is under way in the end: an open dispute, a void sale, notices, an offer, arrears, a move, an amendment. */
async function argue(deal: Deal): Promise<void> {
  const { token, rename } = deal;
  const contract = await contractOf(deal);
  await contract.write.dispute(
    [toId("FULL-3"), rename("the coach was another"), zeroHash],
    by(FIRST),
  );
  await contract.write.dispute([toId("OPEN-3"), "", zeroHash], by(THIRD));
  await contract.write.voidSale([toId("OPEN-3"), rename("never delivered")], by(ACTORS.arbiter));
  await contract.write.reachMilestone([1n, 0n, token]);
  await contract.write.claimResidual([token, 64n]);
  await giveNotice(deal, LINES.noticed, END, "works for a competitor");
  await contract.write.offerBuyout([BigInt(LINES.offered), token, usdc("2000")]);
  await contract.write.agreeExit([BigInt(LINES.beyond), true]);
  const to = accountAt(ACTORS.moved[1]).address;
  await contract.write.proposeMove([accountAt(THIRD).address, to], by(THIRD));
  await amend(deal);
}

/** Ends a line, adds another for its holder and a milestone, and pays coaches more. */
async function amend(deal: Deal): Promise<void> {
  const { rename } = deal;
  const contract = await contractOf(deal);
  const terms = await contract.read.terms();
  const period = Number(await contract.read.currentPeriod());
  const from = terms.start + (period + 2) * terms.period;
  const finder = terms.standing[LINES.amended];
  if (finder === undefined) throw new Error("The deal has no line to amend.");
  await contract.write.proposeAmendment([
    {
      ...terms,
      roles: terms.roles.map((role, index) =>
        index === 1
          ? { ...role, rates: role.rates.map((rate, kind) => (kind === 0 ? 60_000 : rate)) }
          : role,
      ),
      milestones: [
        ...terms.milestones,
        { name: rename("veteran"), bySales: true, threshold: 50n, pays: usdc("500") },
      ],
      standing: [
        ...terms.standing.map((line, index) =>
          index === LINES.amended ? { ...line, ends: from } : line,
        ),
        { ...finder, name: rename("finder, second term"), starts: from, rates: [20_000] },
      ],
    },
    rename("https://example.org/acme/amendment.pdf"),
    keccak256(stringToHex("amendment")),
  ]);
}
