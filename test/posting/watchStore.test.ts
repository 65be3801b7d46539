import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { decodeSale } from "../../core/batches/decodeSale.ts";
import { toId } from "../../core/ids/toId.ts";
import { parseModel } from "../../scripts/attribution/models/parseModel.ts";
import { readEventsNamed } from "../../scripts/chain/history/readEventsNamed.ts";
import watch from "../../scripts/cli/commands/sales/watch.ts";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import { NO_MAPPING } from "../../scripts/ingest/mapping/Mapping.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { storeEvent } from "../../scripts/ingest/store/storeEvent.ts";
import { parseStripeEvent } from "../../scripts/ingest/stripe/parseStripeEvent.ts";
import type { StripeEvent } from "../../scripts/ingest/stripe/StripeEvent.ts";
import type { Sources } from "../../scripts/posting/watch/Sources.ts";
import { anEvent, INVOICE, RENEWAL, refunded, SESSION, SUBSCRIBED } from "../input/support.ts";
import { refusalOf } from "../integration/support/verbs.ts";
import { openPostingWorld, type PostingWorld } from "./support/openPostingWorld.ts";
import { watchWhile } from "./support/watchWhile.ts";

const LINEAR = {
  ...{ model: "linear", lookback: undefined, halfLife: undefined, position: undefined },
  ...{ within: undefined, by: undefined, order: undefined, game: undefined, every: undefined },
};

describe("Watching the endpoint's store", function () {
  this.timeout(120_000);
  let world: PostingWorld;
  let folder: string;
  let journal: string;
  let sources: Partial<Sources>;

  beforeEach(async () => {
    world = await openPostingWorld();
    journal = world.newJournal();
    folder = `${journal}-inputs`;
    await mkdir(folder);
    await write("rates.csv", "date,currency,rate\n2025-01-01,EUR,1\n");
    sources = {
      store: join(folder, "store.sqlite"),
      mapping: await write("mapping.json", JSON.stringify(MAPPING)),
      attribution: { touchpoints: undefined, model: parseModel(LINEAR) },
    };
  });
  afterEach(() => world.close());

  const MAPPING = { currencies: { eur: { to: "USDC", by: "rates" } }, rates: "rates.csv" };

  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const touched = async (...lines: string[]): Promise<Partial<Sources>> => {
    const header = "customer_id,partner,role,channel,occurred_at";
    const touchpoints = await write("touchpoints.csv", `${[header, ...lines].join("\n")}\n`);
    return { ...sources, attribution: { touchpoints, model: parseModel(LINEAR) } };
  };
  const receives = (...events: object[]) => {
    const store = openStore(sources.store ?? "");
    for (const event of events as StripeEvent[]) {
      const facts = parseStripeEvent(event, keptFieldsOf(NO_MAPPING));
      if (facts !== undefined) storeEvent(store, event, facts, Math.floor(Date.now() / 1_000));
    }
    store.close();
  };
  const posted = async () =>
    (await readEventsNamed(world.program, ["SalePosted"])).map(({ args }) => [
      args.saleId,
      decodeSale(args).lines.length,
    ]);
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await sleep(50);
  };
  const untilPosted = (count: number) => until(async () => (await posted()).length === count);

  const TOUCH = "visitor-2,ana,integration,link,2025-12-30";

  it("waits for the session that says who the customer is", async () => {
    const given = { ...(await touched(TOUCH)), settle: 6 };
    receives(anEvent("invoice.paid", INVOICE));
    const watched = await watchWhile(world, journal, given, async ({ notes }) => {
      await sleep(2_000);
      expect(await posted()).to.deep.equal([]);
      receives(anEvent("checkout.session.completed", SUBSCRIBED));
      await until(async () => (await posted()).length === 1 || notes.length > 1);
    });
    expect(watched).to.deep.include({ posted: 1, failures: 0 });
    expect(await posted()).to.deep.equal([[toId("in_1"), 1]]);
  });

  it("posts what has settled while others have not, and goes on after a restart", async () => {
    const given = { ...(await touched(TOUCH)), settle: 6 };
    receives(anEvent("invoice.paid", RENEWAL), anEvent("checkout.session.completed", SUBSCRIBED));
    await watchWhile(world, journal, given, () => sleep(1_500));
    expect(await posted()).to.deep.equal([]);
    await sleep(1_500);
    receives(anEvent("checkout.session.completed", SESSION));
    await watchWhile(world, journal, given, () => untilPosted(2));
    expect((await posted()).map(([id]) => id)).to.have.members([toId("in_1"), toId("in_2")]);
    await watchWhile(world, journal, given, () => untilPosted(3));
  });

  it("is not held up by a shop that never rests", async () => {
    receives(anEvent("checkout.session.completed", SUBSCRIBED));
    let rests = false;
    const selling = async () => {
      for (let number = 0; !rests; number++) {
        receives(anEvent("customer.created", {}), anEvent("invoice_payment.paid", other(number)));
        await sleep(200);
      }
    };
    const other = (number: number) => ({ invoice: `in_x${number}`, payment: {} });
    const sold = selling();
    await watchWhile(world, journal, { ...(await touched(TOUCH)), settle: 1 }, () =>
      untilPosted(1),
    ).finally(() => {
      rests = true;
    });
    await sold;
  });

  it("takes codes and deals of the mapping for touchpoints, as `sales prepare` does", async () => {
    const [ana, ben] = [
      { partner: "ana", role: "integration" },
      { partner: "ben", role: "support" },
    ];
    const deal = { customer: "cus_2", ...ben, registered: "2025-12-01", expires: "2026-12-01" };
    const mapping = { ...MAPPING, codes: [{ code: "promo_ANA10", ...ana }], deals: [deal] };
    await write("mapping.json", JSON.stringify(mapping));
    receives(
      anEvent("checkout.session.completed", SESSION),
      anEvent("invoice.paid", { ...INVOICE, customer: "cus_3" }),
      anEvent("invoice.paid", RENEWAL),
    );
    await watchWhile(world, journal, sources, () => untilPosted(3));
    expect(new Map((await posted()) as [string, number][])).to.deep.equal(
      new Map([
        [toId("pi_1"), 1],
        [toId("in_1"), 0],
        [toId("in_2"), 1],
      ]),
    );
  });

  it("tells once of a refund that came back after it was made", async () => {
    receives(
      anEvent("checkout.session.completed", SESSION),
      anEvent("charge.refunded", refunded(1_900)),
    );
    await watchWhile(world, journal, await touched(TOUCH), async ({ notes }) => {
      await until(async () => (await world.read()).refunded.length === 1);
      const failed = {
        id: "re_1",
        amount: 1_900,
        status: "failed",
        charge: "ch_1",
        currency: "eur",
      };
      receives(anEvent("refund.failed", failed));
      const told = () => notes.filter((note) => note.includes("came back"));
      await until(async () => told().length > 0);
      receives(anEvent("invoice.paid", RENEWAL));
      await untilPosted(2);
      expect(told()).to.deep.equal([
        "Refund ch_1@1900: 19 EUR of it came back at the source. What of that was made on chain stays there; " +
          "the charge's next refund makes up for it, or settle it with the partners.",
      ]);
    });
  });

  it("takes the options of models that `sales attribute` takes", async () => {
    const options = { program: world.program.address, store: "s", mapping: "m" };
    const refused = (more: object) => refusalOf(world.world, watch, { ...options, ...more });
    expect(await refused({ model: "position", position: "v" })).to.include("--position");
    expect(await refused({ model: "roles", within: "markov" })).to.include("--within");
    expect(await refused({ model: "markov", order: "3" })).to.include("--order");
    expect(await refused({ model: "linear", settle: "soon" })).to.include("--settle");
    expect(await refused({})).to.include("--model");
    expect(await refused({ model: "linear", mapping: undefined })).to.include("--touchpoints");
  });
});
