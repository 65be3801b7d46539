import { globSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect } from "chai";
import { formatUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { drawDeal } from "../../tools/docs/deals/drawDeal.ts";
import { partsOf } from "../../tools/docs/deals/partsOf.ts";
import { readDeal } from "../../tools/docs/deals/readDeal.ts";
import { roleRate } from "../../tools/docs/deals/roleRate.ts";

for (const name of globSync("examples/*/expected.json").map((file) => basename(dirname(file)))) {
  describe(`The picture of ${name}`, () => {
    it("has all who may earn, each amount of the sale, and bands as thick as these", async () => {
      const deal = await readDeal(name);
      const picture = drawDeal(deal, partsOf(deal.file));
      const earners = [
        ...Object.keys(deal.file.roles ?? {}),
        ...(deal.file.standing ?? []).map((line) => line.name),
      ];
      for (const earner of earners) expect(picture).to.match(new RegExp(`[>,] ?${earner}<`));
      const { lines, sale } = deal;
      const paid = lines.filter(({ amount }) => amount > 0n);
      for (const { amount } of paid) {
        expect(picture).to.include(`>${formatUnits(amount, decimalsOf(sale.currency))}<`);
      }
      const [all = 0, ...bands] = picture
        .matchAll(/<rect [^>]* height="([\d.]+)"/g)
        .map(([, height]) => Number(height))
        .toArray();
      const shares = bands.map((height) => height / all).toSorted((a, b) => a - b);
      const due = paid
        .map(({ amount }) => Number(amount) / Number(sale.amount))
        .toSorted((a, b) => a - b);
      expect(bands).to.have.length(paid.length);
      for (const [index, share] of due.entries()) {
        expect(shares[index]).to.be.closeTo(share, 0.002);
      }
    });
  });
}

describe("A role's rate in a few words", () => {
  it("says what it is of, and what may come on top", () => {
    expect(roleRate({ rates: { "*": "15%", "*/fresh": "10%" } }, undefined)).to.deep.equal([
      "fresh 10 %, else 15 %",
    ]);
    const role = {
      of: "net",
      rates: { cross_sale: "20%" },
      tenure: ["0%", "4%", "2%"],
      tiers: { gold: "4.5%", silver: "1%" },
      network: { every: 10, add: "1%", max: "9%" },
      ceiling: "30%",
    } as const;
    expect(roleRate(role, "25%")).to.deep.equal([
      "cross sale 20 % of a commission of 25 %, of what is left",
      "up to +4.5 % by tier, +4 % by year, +9 % by network",
      "never above 30 %",
    ]);
  });
});
