import { expect } from "chai";
import fc from "fast-check";
import { countTransitions } from "../../scripts/attribution/countTransitions.ts";
import { markovWeights } from "../../scripts/attribution/markovWeights.ts";
import { removalEffects } from "../../scripts/attribution/removalEffects.ts";
import { START } from "../../scripts/attribution/Transitions.ts";
import { createPaths } from "../../tools/bench/createPaths.ts";
import { aPathTable, type Path, toCounted } from "./aPathTable.ts";
import { exactEffects } from "./exactEffects.ts";
import { plainEffects } from "./plainEffects.ts";

const CHANNELS = 4;
const orders = [1, 2] as const;

describe("attribution: markov", () => {
  // C1 > C2 > C3 one sale worth 1,000; C1 and C2 > C3 none.
  const published: Path[] = [
    { steps: [0, 1, 2], conversions: 1, nulls: 0 },
    { steps: [0], conversions: 0, nulls: 1 },
    { steps: [1, 2], conversions: 0, nulls: 1 },
  ];

  it("published: removal effects 1/2, 1, 1 and values 200, 400, 400", () => {
    const effects = effectsOf(3, published, 1);
    expect(effects).to.deep.equal([0.5, 1, 1]);
    const values = markovWeights(Float64Array.from(effects)).map((weight) => weight / 1_000);
    expect(values).to.deep.equal([200, 400, 400]);
  });

  it("order 2 remembers whence they came: who came to the second channel from the other one never bought", () => {
    const paths: Path[] = [
      { steps: [0, 2], conversions: 1, nulls: 0 },
      { steps: [1, 2], conversions: 0, nulls: 1 },
    ];
    expect(effectsOf(3, paths, 1)).to.deep.equal([0.5, 0.5, 1]);
    expect(effectsOf(3, paths, 2)).to.deep.equal([1, 0, 1]);
  });

  for (const order of orders) {
    it(`is exact to 1e-12 against fractions, order ${order}`, () => {
      fc.assert(
        fc.property(aPathTable(CHANNELS), (paths) => {
          const effects = effectsOf(CHANNELS, paths, order);
          for (const [channel, exact] of exactEffects(CHANNELS, paths, order).entries()) {
            const expected = exact === undefined ? 0 : Number(exact.over) / Number(exact.under);
            expect(Math.abs((effects[channel] ?? 0) - expected)).to.be.lessThan(1e-12);
          }
        }),
      );
    });

    it(`gives a channel on no path, or on none with a sale after it, nothing, order ${order}`, () => {
      const leading: Path[] = [
        { steps: [0, 1], conversions: 3, nulls: 1 },
        { steps: [0, 2], conversions: 0, nulls: 2 },
      ];
      const effects = effectsOf(CHANNELS, leading, order);
      expect(effects).to.deep.equal([1, 1, 0, 0]);
      expect(markovWeights(Float64Array.from(effects))).to.deep.equal([500_000, 500_000, 0, 0]);
    });

    it(`does not depend on the channels' numbers, order ${order}`, () => {
      const numbers = fc.shuffledSubarray([0, 1, 2, 3], { minLength: CHANNELS });
      fc.assert(
        fc.property(aPathTable(CHANNELS), numbers, (paths, renamed) => {
          const other = paths.map((path) => ({
            ...path,
            steps: path.steps.map((step) => renamed[step] ?? 0),
          }));
          const effects = effectsOf(CHANNELS, other, order);
          for (const [channel, effect] of effectsOf(CHANNELS, paths, order).entries()) {
            expect(effects[renamed[channel] ?? 0]).to.be.closeTo(effect, 1e-14);
          }
        }),
      );
    });

    it(`does not depend on how equal paths are counted, to the bit, order ${order}`, () => {
      fc.assert(
        fc.property(aPathTable(CHANNELS), (paths) => {
          const single = paths.flatMap(({ steps, conversions, nulls }) => [
            ...Array.from({ length: conversions }, () => ({ steps, conversions: 1, nulls: 0 })),
            ...Array.from({ length: nulls }, () => ({ steps, conversions: 0, nulls: 1 })),
          ]);
          expect(effectsOf(CHANNELS, single.reverse(), order)).to.deep.equal(
            effectsOf(CHANNELS, paths, order),
          );
        }),
      );
    });

    it(`gives equal weights to channels that are alike, order ${order}`, () => {
      const mirrored = fc.tuple(aPathTable(CHANNELS)).map(([paths]) => [
        ...paths,
        ...paths.map((path) => ({
          ...path,
          steps: path.steps.map((step) => CHANNELS - 1 - step),
        })),
      ]);
      fc.assert(
        fc.property(mirrored, (paths) => {
          const weights = markovWeights(Float64Array.from(effectsOf(CHANNELS, paths, order)));
          expect(weights.reduce((sum, weight) => sum + weight, 0)).to.equal(1_000_000);
          // Of a pair that is alike the first may have the odd unit.
          expect((weights[0] ?? 0) - (weights[3] ?? 0)).to.be.within(0, 1);
          expect((weights[1] ?? 0) - (weights[2] ?? 0)).to.be.within(0, 1);
        }),
      );
    });
  }

  it("merging equal channels in a row changes nothing in order 1", () => {
    fc.assert(
      fc.property(aPathTable(CHANNELS), (paths) => {
        const merged = paths.map((path) => ({
          ...path,
          steps: path.steps.filter((step, index) => step !== path.steps[index - 1]),
        }));
        expect(effectsOf(CHANNELS, merged, 1)).to.deep.equal(effectsOf(CHANNELS, paths, 1));
      }),
    );
  });

  it("keeps rare ways: one sale in a billion paths through a channel", () => {
    const paths: Path[] = [
      { steps: [0], conversions: 999_999_999, nulls: 1e12 },
      { steps: [1, 0], conversions: 0, nulls: 7 },
      { steps: [1], conversions: 1, nulls: 0 },
    ];
    const [, exact] = exactEffects(2, paths, 1);
    const [, effect = 0] = effectsOf(2, paths, 1);
    expect(effect / (Number(exact?.over) / Number(exact?.under))).to.be.closeTo(1, 1e-14);
  });

  for (const channels of [5, 70]) {
    it(`agrees with a solution for each channel, ${channels} channels`, () => {
      const transitions = countTransitions(createPaths(channels, 2_000), 1);
      const effects = removalEffects(transitions);
      for (const [channel, expected] of plainEffects(transitions).entries()) {
        expect(Math.abs((effects[channel] ?? 0) - expected)).to.be.lessThan(1e-12);
      }
    });
  }

  it("has no effects where there were no sales", () => {
    expect(effectsOf(2, [{ steps: [0, 1], conversions: 0, nulls: 3 }], 1)).to.deep.equal([0, 0]);
  });

  it("refuses more states than memory holds, and says what to do", () => {
    const from = new Int32Array(5_001).fill(START);
    const to = Int32Array.from(from, (_, channel) => channel);
    const count = new Float64Array(5_001).fill(1);
    const found = "Found: 5001 channels. Allowed: at most 5000.";
    expect(() => removalEffects({ channels: 5_001, from, to, count })).to.throw(found);
    const steps = Array.from(to);
    expect(() => effectsOf(5_001, [{ steps, conversions: 1, nulls: 0 }], 1)).to.throw(found);
  });

  it("refuses more pairs in order 2 before it counts them", () => {
    const steps = Array.from({ length: 5_050 }, (_, place) =>
      place % 2 === 0 ? place / 2 : 9_999,
    );
    expect(() => effectsOf(10_000, [{ steps, conversions: 1, nulls: 0 }], 2)).to.throw(
      "Found: 5050 pairs of channels. Allowed: at most 5000.",
    );
  });

  it("takes no more memory for channels that are on no path", () => {
    const paths = [{ steps: [999_999, 3], conversions: 1, nulls: 1 }];
    for (const order of orders) {
      const effects = effectsOf(1_000_000, paths, order);
      expect([effects[3], effects[999_999], effects[0]]).to.deep.equal([1, 1, 0]);
    }
  });
});

function effectsOf(channels: number, paths: readonly Path[], order: 1 | 2): number[] {
  return [...removalEffects(countTransitions(toCounted(channels, paths), order))];
}
