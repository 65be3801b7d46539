import { expect } from "chai";
import type { PostedLine } from "../../core/batches/PostedSale.ts";
import { HOW_PROVED } from "../../core/history/HOW_PROVED.ts";
import type { PlacedLog } from "../../core/history/PlacedLog.ts";
import { toId } from "../../core/ids/toId.ts";
import { foldsOf } from "../../core/ledger/foldsOf.ts";
import type { History } from "../../core/ledger/History.ts";
import { FIRST_POOL } from "../../core/ledger/PartnerState.ts";
import type { EventNamed, ProgramEvent, ProgramEventName } from "../../core/logs/decodeEvents.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { changeLines, changeSale } from "./support/changeSale.ts";
import { type Deal, playDeal } from "./support/playDeal.ts";
import { BEN, CLEO } from "./support/seed.ts";
import { tamper } from "./support/tamper.ts";

/** Every event of a deal that is not of all programs. */
const EVENTS: ProgramEventName[] = [
  "TermsAccepted",
  "ScoreAttested",
  "MilestoneReached",
  "MilestonePaid",
  "WithholdingSet",
  "RecoverySet",
  "MoveProposed",
  "MoveCancelled",
  "WalletMoved",
  "Withheld",
  "ReserveAdded",
  "GuaranteesPaid",
  "ArrearsGrown",
  "ArrearsPaid",
  "ExitAgreed",
  "BuyoutOffered",
  "BuyoutWithdrawn",
  "BuyoutAccepted",
  "NoticeGiven",
  "NoticeWithdrawn",
  "LineEnded",
  "LineSuspended",
  "LineResumed",
  "AmendmentProposed",
  "ConsentNeeded",
  "ConsentGiven",
  "AmendmentWithdrawn",
  "SalePosted",
  "BatchPosted",
  "SaleRefunded",
  "SaleDisputed",
  "SaleReattributed",
  "DisputeSettled",
  "Folded",
];

describe("The audit of a whole deal", () => {
  let deal: Deal;
  let program: Program;
  let history: History;

  before(async () => {
    deal = await playDeal();
    program = deal.program;
    history = await readHistory(program);
  });
  after(() => deal.close());

  it("finds a program with every event of a deal equal", async () => {
    const audit = await auditProgram(program, history);
    expect(audit.differences).to.deep.equal([]);
    expect(audit).to.deep.include({ equal: true });
    const names = new Set(history.events.map(({ event }) => event.eventName));
    expect([...names].sort()).to.include.members(EVENTS);
  });

  it("finds each event that is said to be folded in the history", () => {
    const folded = new Set(
      foldsOf(history.events).flatMap(({ logs }) => logs.map((log) => placeOf(log))),
    );
    const creation = history.events[0]?.event.transactionHash;
    const missing = history.events
      .map(({ event }) => event)
      .filter((event) => HOW_PROVED[event.eventName].how === "folded")
      .filter((event) => event.transactionHash !== creation && !folded.has(placeOf(event)));
    // Pools that an amendment brings are in no history.
    const others = missing.filter(
      (event) => event.eventName !== "PartnerEnrolled" || event.args.number < FIRST_POOL,
    );
    expect(others.map(({ eventName }) => eventName)).to.deep.equal([]);
  });

  it("has found it equal after each step of the deal", () => {
    expect(deal.audits).to.have.length(11);
    expect(deal.audits.filter(({ audit }) => !audit.equal)).to.deep.equal([]);
  });

  const differencesIn = async (changed: History) => {
    const { equal, differences } = await auditProgram(program, changed);
    expect(equal).to.equal(false);
    return differences.map(({ what, found }) => `${what}: ${found}`).join("\n");
  };

  describe("notices where it is left out:", () => {
    // A notice that was withdrawn and would have lapsed by now leaves no trace.
    for (const name of EVENTS.filter((one) => one !== "NoticeWithdrawn")) {
      it(name, async () => {
        await differencesIn(tamper(history, name, () => undefined));
      });
    }
  });

  describe("notices a lie:", () => {
    const lie =
      <Name extends ProgramEventName>(
        name: Name,
        change: (args: EventNamed<Name>["args"]) => object,
        expected: string,
      ) =>
      async () => {
        const changed = tamper<Name>(history, name, (args) => ({
          ...args,
          ...change(args),
        }));
        expect(await differencesIn(changed)).to.include(expected);
      };
    const first = (amounts: readonly bigint[]) => amounts.with(0, (amounts[0] ?? 0n) + 1n);

    it(
      "a line with clauses that settles more",
      lie("LineSettled", ({ amount }) => ({ amount: amount + 1n }), "settled on 2025-03-05"),
    );
    it(
      "a residual that is more",
      lie("ResidualSettled", ({ amount }) => ({ amount: amount + 1n }), "residual: settled on"),
    );
    it(
      "a guarantee out of another pot",
      lie(
        "GuaranteesPaid",
        ({ fromResidual, fromReserve }) => ({
          fromResidual: fromResidual - 1n,
          fromReserve: fromReserve + 1n,
        }),
        "guarantees out of reserves: settled on",
      ),
    );
    it(
      "arrears that grow less",
      lie("ArrearsGrown", ({ amount }) => ({ amount: amount - 1n }), "new arrears: settled on"),
    );
    it(
      "arrears paid that there never were",
      lie("ArrearsPaid", ({ amount }) => ({ amount: amount * 9n }), "arrears"),
    );
    it(
      "a reserve made up",
      lie(
        "ReserveAdded",
        ({ amount }) => ({ amount: amount + 1n }),
        "paid arrears that it does not have",
      ),
    );
    it(
      "a milestone that pays more",
      lie("MilestoneReached", ({ amount }) => ({ amount: amount + 1n }), "milestone 0"),
    );
    it(
      "more withheld than was chosen",
      lie("Withheld", ({ amount }) => ({ amount: amount + 1n }), `payment of ${BEN}: withheld`),
    );
    it(
      "more frozen than is left",
      lie("SaleDisputed", ({ frozen }) => ({ frozen: first(frozen) }), "s-3: line 0: frozen"),
    );
    it(
      "a dispute with another deadline",
      lie("SaleDisputed", () => ({ deadline: 1 }), "s-3: deadline"),
    );
    it(
      "a dispute that gives back more",
      lie(
        "DisputeSettled",
        ({ amounts }) => ({ amounts: first(amounts) }),
        "s-2: line 0: given back",
      ),
    );
    it(
      "a line sold for another price",
      lie("BuyoutAccepted", ({ price }) => ({ price: price + 1n }), "no such offer"),
    );
    it(
      "a line that ends at once",
      lie("LineEnded", ({ from }) => ({ from: from - 1 }), "moderators: ends"),
    );
    it(
      "a line that is suspended later",
      lie("LineSuspended", ({ from }) => ({ from: from + 1 }), "LineSuspended"),
    );
    it(
      "an amendment without its notice",
      lie("AmendmentProposed", ({ from }) => ({ from: from - 2_592_000 }), "in force from"),
    );
    it(
      "a wallet moved elsewhere",
      lie("WalletMoved", () => ({ wallet: CLEO }), "waits"),
    );
    it("a referrer paid at another rate", async () => {
      expect(await differencesIn(withLine("scout", (line) => ({ ...line, rate: 1 })))).to.include(
        "s-1: line 0: scout: rate in ppm",
      );
    });
    it("a referrer passed over", async () => {
      const changed = withLine("scout", () => undefined);
      expect(await differencesIn(changed)).to.include("lines of who referred its partner");
    });
    it("a pool's share for somebody else", async () => {
      expect(
        await differencesIn(withLine("trust", (line) => ({ ...line, partner: 1 }))),
      ).to.include("community: earned in USDC");
    });
    it("a credit that did not share what nobody filled", async () => {
      expect(
        await differencesIn(withLine("coach", (line) => ({ ...line, rate: 60_000 }))),
      ).to.include("rate in ppm: 60000");
    });
    it("an outcome of another amount", async () => {
      const changed = tamper(
        history,
        "SalePosted",
        (args) => changeSale(args, ({ amount }) => ({ amount: amount + 1n })),
        ({ saleId }) => saleId === toId("c-1"),
      );
      expect(await differencesIn(changed)).to.include("c-1: amount of the outcome");
    });

    const roleNamed = (name: string) => program.terms.roles.findIndex((role) => role.name === name);
    const withLine = (role: string, change: (line: PostedLine) => PostedLine | undefined) =>
      tamper(
        history,
        "SalePosted",
        (args) =>
          changeLines(args, (line) => (line.role === roleNamed(role) ? change(line) : line)),
        ({ saleId }) => saleId === toId("s-1"),
      );
  });
});

function placeOf({ transactionHash, logIndex }: PlacedLog | ProgramEvent): string {
  return `${transactionHash} ${logIndex}`;
}
