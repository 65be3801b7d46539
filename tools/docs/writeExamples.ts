import { globSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { drawDeal } from "./deals/drawDeal.ts";
import { drawPrices } from "./deals/drawPrices.ts";
import { partsOf } from "./deals/partsOf.ts";
import { readDeal } from "./deals/readDeal.ts";
import { readPlans } from "./deals/readPlans.ts";
import { STORIES } from "./deals/STORIES.ts";
import { showDeal } from "./deals/showDeal.ts";

// Writes the README and the pictures of each deal in examples/ from its terms, its sales, its plans and what is expected of them.

for (const expected of globSync("examples/*/expected.json")) {
  const folder = dirname(expected);
  const name = basename(folder);
  const story = STORIES[name];
  if (story === undefined) throw new Error(`tools/docs/deals/STORIES.ts has nothing on ${name}`);
  const deal = await readDeal(name);
  const plans = await readPlans(name);
  writeFileSync(join(folder, "README.md"), showDeal(deal, story, plans));
  writeFileSync(join(folder, "deal.svg"), drawDeal(deal, partsOf(deal.file)));
  for (const plan of plans)
    writeFileSync(join(folder, `${plan.name}-prices.svg`), drawPrices(plan));
}
