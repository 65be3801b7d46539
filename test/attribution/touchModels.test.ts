import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { createModel } from "../../scripts/attribution/models/createModel.ts";
import {
  DEFAULT_PARAMETERS,
  type ModelParameters,
} from "../../scripts/attribution/models/ModelParameters.ts";
import { TOUCH_MODEL_NAMES } from "../../scripts/attribution/models/TOUCH_MODELS.ts";
import { attributed } from "./attributed.ts";
import { writeJourneys } from "./journeys.ts";

const DAY = 86_400;
const ONE = 1_000_000;
const SALE = 2_000_000_000;

/** The shares of a path's touches by their ages. */
function sharesOf(
  parameters: Partial<ModelParameters> & Pick<ModelParameters, "model">,
  ages: readonly number[],
  roles?: readonly number[],
): number[] {
  const length = ages.length;
  const shares = new Int32Array(length);
  const touches = {
    seconds: Uint32Array.from(ages, (age) => SALE - age),
    parties: new Int32Array(length),
    groups: Int32Array.from(roles ?? ages.map(() => 0)),
  };
  createModel({ ...DEFAULT_PARAMETERS, ...parameters }, () => [])(touches, 0, length, shares, SALE);
  return [...shares];
}

describe("attribution: touch models", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tributary-models-"));
  });
  after(() => rm(folder, { recursive: true }));

  describe("published results", () => {
    const twice = [{ path: "Direct > Organic > Direct", sales: 1, amount: "140" }];
    const conversions = [
      { path: "direct", sales: 2 },
      { path: "search > email", sales: 3 },
      { path: "search > social > email", sales: 5 },
    ];

    it("Direct > Organic > Direct worth 140: linear 46.667 each", async () => {
      expect(
        sharesOf({ model: "linear" }, [3, 2, 1]).map((share) => toCents(share * 140)),
      ).to.deep.equal([46.667, 46.667, 46.667]);
      const { shares } = await attributed(await writeJourneys(folder, twice), { model: "linear" });
      expect(shares).to.deep.equal({ Direct: 0.666667, Organic: 0.333333 });
    });

    it("Direct > Organic > Direct worth 140: position 56, 28, 56", async () => {
      expect(
        sharesOf({ model: "position" }, [3, 2, 1]).map((share) => (share * 140) / ONE),
      ).to.deep.equal([56, 28, 56]);
      const { totals } = await attributed(await writeJourneys(folder, twice), {
        model: "position",
      });
      expect([totals.amount(0, 0), totals.amount(0, 1)]).to.deep.equal([112_000_000n, 28_000_000n]);
    });

    it("direct 2, search > email 3, search > social > email 5: linear 2, 19/6, 19/6, 5/3", async () => {
      const { shares } = await attributed(await writeJourneys(folder, conversions), {
        model: "linear",
      });
      expect(shares.direct).to.equal(2);
      // Whole weights: each of the five sales of three touches may be a millionth off.
      expect(shares.search).to.be.closeTo(19 / 6, 5e-6);
      expect(shares.email).to.be.closeTo(19 / 6, 5e-6);
      expect(shares.social).to.be.closeTo(5 / 3, 5e-6);
    });

    it("a 4, a > b 6: shapley a 7, b 3", async () => {
      const files = await writeJourneys(folder, [
        { path: "a", sales: 4 },
        { path: "a > b", sales: 6 },
      ]);
      expect((await attributed(files, { model: "shapley" })).shares).to.deep.equal({ a: 7, b: 3 });
    });

    for (const by of ["partner", "channel"] as const) {
      it(`C1 > C2 > C3 a sale worth 1,000, C1 and C2 > C3 none: markov 200, 400, 400, by ${by}`, async () => {
        const files = await writeJourneys(folder, [
          { path: "C1 > C2 > C3", sales: 1, amount: "1000" },
          { path: "C1", sales: 0, nulls: 1 },
          { path: "C2 > C3", sales: 0, nulls: 1 },
        ]);
        const { totals, weights } = await attributed(files, { model: "markov", by });
        expect([0, 1, 2].map((party) => totals.amount(0, party))).to.deep.equal([
          200_000_000n,
          400_000_000n,
          400_000_000n,
        ]);
        expect(weights.map(({ player, weight }) => [player, weight])).to.deep.equal([
          ["C1", 200_000],
          ["C2", 400_000],
          ["C3", 400_000],
        ]);
      });
    }
  });

  it("first and last take all", () => {
    expect(sharesOf({ model: "first" }, [9, 5, 5])).to.deep.equal([ONE, 0, 0]);
    expect(sharesOf({ model: "last" }, [9, 5, 5])).to.deep.equal([0, 0, ONE]);
  });

  it("linear gives what is left over to the earlier touches", () => {
    expect(sharesOf({ model: "linear" }, [6, 5, 4, 3, 2, 1])).to.deep.equal([
      166_667, 166_667, 166_667, 166_667, 166_666, 166_666,
    ]);
  });

  it("time-decay halves each half-life, whenever the last touch was", () => {
    for (const later of [0, 1, 400 * DAY]) {
      const ages = [14, 7, 0].map((days) => days * DAY + later);
      expect(sharesOf({ model: "time-decay" }, ages)).to.deep.equal([142_857, 285_714, 571_429]);
    }
    expect(sharesOf({ model: "time-decay", halfLife: DAY }, [31 * DAY, 0])).to.deep.equal([0, ONE]);
  });

  it("time-decay is the power of two to a millionth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 * DAY }),
        fc.integer({ min: 3_600, max: 60 * DAY }),
        (age, halfLife) => {
          const [older = 0] = sharesOf({ model: "time-decay", halfLife }, [age, 0]);
          const part = 2 ** (-age / halfLife);
          expect(older / ONE).to.be.closeTo(part / (part + 1), 1.5e-6);
        },
      ),
    );
  });

  it("position: U and W by their lengths", () => {
    const u = (length: number) => sharesOf({ model: "position" }, countdown(length));
    const w = (length: number) => sharesOf({ model: "position", position: "w" }, countdown(length));
    expect([u(1), u(2), u(4)]).to.deep.equal([
      [ONE],
      [500_000, 500_000],
      [400_000, 100_000, 100_000, 400_000],
    ]);
    expect(w(3)).to.deep.equal([333_334, 333_333, 333_333]);
    expect(w(4)).to.deep.equal([300_000, 300_000, 100_000, 300_000]);
    expect(w(5)).to.deep.equal([300_000, 50_000, 300_000, 50_000, 300_000]);
  });

  it("roles gives each role the whole, and shares it inside", () => {
    expect(sharesOf({ model: "roles" }, [4, 3, 2, 1], [0, 1, 0, 0])).to.deep.equal([
      333_334,
      ONE,
      333_333,
      333_333,
    ]);
    expect(sharesOf({ model: "roles", within: "last" }, [4, 3, 2, 1], [0, 1, 0, 1])).to.deep.equal([
      0,
      0,
      ONE,
      ONE,
    ]);
  });

  it("every model's weights add up to the whole, for any path", () => {
    const touch = fc.record({
      gap: fc.integer({ min: 0, max: 20 * DAY }),
      role: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(touch, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(...TOUCH_MODEL_NAMES),
        fc.constantFrom("u" as const, "w" as const),
        (path, model, position) => {
          let age = 0;
          const ages = path.map(({ gap }) => (age += gap)).reverse();
          const roles = path.map(({ role }) => role);
          expect(sum(sharesOf({ model, position }, ages))).to.equal(ONE);
          const shares = sharesOf({ model: "roles", within: model, position }, ages, roles);
          for (const role of new Set(roles)) {
            expect(sum(shares.filter((_, place) => roles[place] === role))).to.equal(ONE);
          }
          expect(Math.min(...shares)).to.be.at.least(0);
        },
      ),
    );
  });
});

function countdown(length: number): number[] {
  return Array.from({ length }, (_, place) => length - place);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function toCents(product: number): number {
  return Math.round(product / 1_000) / 1_000;
}
