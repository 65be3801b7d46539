import { arbitraryBookkeeping, arbitraryPricing } from "./arbitraryScenario.ts";
import { checkScenarios } from "./checkScenarios.ts";
import { type Chain, openChain } from "./openChain.ts";
import { reached } from "./reached.ts";

const cases = Number(process.env.FUZZ_CASES ?? 400);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Posting costs more than previewing and shares its arithmetic: every fifth sale is posted. */
const posted = Math.ceil(cases / 5);

describe(`contract against spec (FUZZ_CASES=${cases} FUZZ_SEED=${seed})`, () => {
  let chain: Chain;
  before(async () => {
    chain = await openChain();
  });

  it("previews what the spec says a sale pays, under random terms", async function () {
    this.timeout(0);
    const wanted = { name: "previewed", scenarios: arbitraryPricing, cases: cases - posted, seed };
    await checkScenarios(chain, wanted);
  });

  it("keeps the spec's books of posts, refunds, revenue, tiers and claims", async function () {
    this.timeout(0);
    const wanted = { name: "posted", scenarios: arbitraryBookkeeping, cases: posted, seed };
    await checkScenarios(chain, wanted);
    if (process.env.FUZZ_REACHED === undefined) return;
    for (const [what, times] of reached()) console.log(`      ${`${times}`.padStart(7)}  ${what}`);
  });
});
