import { expect } from "chai";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { crashEverywhere, type Run } from "./support/crashEverywhere.ts";
import { openPostingWorld, type PostingWorld } from "./support/openPostingWorld.ts";
import { postNaively } from "./support/postNaively.ts";

/** More than any run of these has steps: so many single crashes at least are played. */
const STEPS = 20;

describe("A poster that crashes", function () {
  this.timeout(600_000);
  let world: PostingWorld;
  let post: Run;
  let refund: Run;

  beforeEach(async () => {
    world = await openPostingWorld();
    const { program, account, sales, refunds } = world;
    const shared = { account, progress: quietProgress(), settings: { pollingInterval: 1 } };
    post = (journal, observe) => postSales(program, { ...shared, file: sales, journal, observe });
    refund = (journal, observe) =>
      refundSales(program, { ...shared, file: refunds, journal, observe });
  });
  afterEach(() => world.close());

  it("at any step, posts each sale once and funds it once", async () => {
    const { faults, plays } = await crashEverywhere(world, post, 1);
    expect(faults).to.deep.equal([]);
    expect(plays).to.be.greaterThan(STEPS);
  });

  it("at any step and at any step of the next run, posts each sale once and funds it once", async () => {
    const { faults, plays } = await crashEverywhere(world, post, 2);
    expect(faults).to.deep.equal([]);
    expect(plays).to.be.greaterThan((STEPS * STEPS) / 2);
  });

  it("at any two steps of refunding, refunds each once", async () => {
    await post(world.newJournal(), () => {});
    await world.mark();
    const { faults, plays } = await crashEverywhere(world, refund, 2);
    expect(faults).to.deep.equal([]);
    expect(plays).to.be.greaterThan(STEPS);
  });

  it("without a journal of what it sent is caught by the same test", async () => {
    const naive: Run = (journal, observe) => postNaively(world, journal, observe);
    const { faults, plays } = await crashEverywhere(world, naive, 1);
    expect(plays).to.equal(5);
    expect(faults.map((fault) => fault.split(":")[0])).to.deep.equal(["funded", "sent", "mined"]);
  });
});
