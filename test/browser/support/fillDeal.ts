import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, keccak256, parseUnits, stringToHex, zeroHash } from "viem";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import { toId } from "../../../core/ids/toId.ts";
import { FOR_MILESTONES } from "../../../core/ledger/lineEvents.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import { accountAt } from "./accountAt.ts";
import { LINES } from "./dealTermsOf.ts";
import type { Subject } from "./fillProgram.ts";
import { postLate, postSales, type UntimedSale } from "./postSales.ts";
import { showPosted } from "./showPosted.ts";
import { DAY } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

interface Deal extends Subject {
  readonly connection: Connection;
}

const SUSPEND = 1;
const END = 2;
/** The role that completions pay. */
const FINISHER = 3n;
const [FIRST = 0, SECOND = 0, THIRD = 0] = ACTORS.partners;
/** The numbers of everybody whom a line may go to: the pool too. */
const PARTNERS = [1, 2, 3, FIRST_POOL];
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
  await contract.write.addReserve([FOR_MILESTONES, token, reserve]);
}

/** Of each period: a sale with all roles, one without a seller, and a bonus. */
async function post(deal: Deal, period: number): Promise<void> {
  const { connection, program, token: currency } = deal;
  const sales = [
    full(`FULL-${period}`),
    saleOf(`OPEN-${period}`, 1, "3456.789012", [[2, 2]]),
    done(`DONE-${period}`),
  ];
  await postSales(connection, { program, currency, partners: PARTNERS, sales });
}

/** With all roles. */
function full(name: string): UntimedSale {
  return saleOf(name, 0, "12000", [
    [1, 0],
    [3, 1],
    [2, 2],
  ]);
}

function done(name: string): UntimedSale {
  return saleOf(name, 2, "50", [[1, 3]]);
}

function saleOf(
  name: string,
  kind: number,
  amount: string,
  credits: readonly [partner: number, role: number][],
): UntimedSale {
  return {
    id: toId(name),
    kind,
    amount: usdc(amount),
    payer: undefined,
    credits: credits.map(([partner, role]) => ({ partner, role, weight: 1 })),
  };
}

/** A sale as disputes take it. */
async function show({ connection, program }: Deal, name: string, which = 0): Promise<ShownSale> {
  return showPosted(await connection.viem.getPublicClient(), program, toId(name), which);
}

/** Acceptance, another tier, a score, a first dispute, and the proposal of a move. */
async function begin(deal: Deal): Promise<void> {
  const contract = await contractOf(deal);
  const terms = await contract.read.termsHash();
  await contract.write.accept([accountAt(FIRST).address, terms], by(FIRST));
  await contract.write.accept([accountAt(SECOND).address, terms], by(SECOND));
  await contract.write.setWithholding([accountAt(FIRST).address, 100_000], by(FIRST));
  await contract.write.setTier([2n, 1, deal.rename("brought three customers")]);
  await contract.write.attest([1n, 60, zeroHash]);
  const sale = await show(deal, "OPEN-0");
  await contract.write.dispute(
    [accountAt(FIRST).address, sale, 0n, deal.rename("I sold this"), zeroHash],
    by(FIRST),
  );
  await contract.write.upholdSale([sale, deal.rename("no seller was named")], by(ACTORS.arbiter));
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
    [
      accountAt(FIRST).address,
      await show(deal, "FULL-3"),
      0n,
      rename("the coach was another"),
      zeroHash,
    ],
    by(FIRST),
  );
  const open = await show(deal, "OPEN-3");
  await contract.write.dispute([accountAt(THIRD).address, open, 0n, "", zeroHash], by(THIRD));
  await contract.write.voidSale([open, rename("never delivered")], by(ACTORS.arbiter));
  const given = await show(deal, "DONE-3");
  await contract.write.dispute(
    [accountAt(THIRD).address, given, FINISHER, rename("it was contoso"), zeroHash],
    by(THIRD),
  );
  await contract.write.dispute(
    [accountAt(SECOND).address, given, FINISHER, rename("it was us"), zeroHash],
    by(ACTORS.moved[0]),
  );
  await contract.write.reattributeSale([given, [2n], ""], by(ACTORS.arbiter));
  await postTwice(deal);
  await contract.write.reachMilestone([1n, 0n, token]);
  await contract.write.claimResidual([token, 64n]);
  await giveNotice(deal, LINES.noticed, END, "works for a competitor");
  await contract.write.offerBuyout([BigInt(LINES.offered), token, usdc("2000")]);
  await contract.write.agreeExit([BigInt(LINES.beyond), true]);
  const to = accountAt(ACTORS.moved[1]).address;
  await contract.write.proposeMove([accountAt(THIRD).address, to], by(THIRD));
  await amend(deal);
}

/** Sales that were posted before: one that is void, one that anyone may make void, and one for the arbiter to decide. */
async function postTwice(deal: Deal): Promise<void> {
  const { connection, program, token: currency } = deal;
  const contract = await contractOf(deal);
  const sales = [full("FULL-2"), done("DONE-3"), saleOf("OPEN-2", 1, "5000", [[2, 2]])];
  await postLate(connection, { program, currency, partners: PARTNERS, sales });
  await contract.write.voidDuplicate([await show(deal, "FULL-2"), await show(deal, "FULL-2", 1)]);
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
        {
          ...{ name: rename("veteran"), sales: 50, earned: [] },
          pays: terms.currencies.map((_, index) => (index === 1 ? usdc("500") : 0n)),
        },
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
