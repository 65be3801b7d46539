import { createModel } from "../../../scripts/attribution/models/createModel.ts";
import { DEFAULT_PARAMETERS } from "../../../scripts/attribution/models/ModelParameters.ts";
import { TOUCH_MODEL_NAMES } from "../../../scripts/attribution/models/TOUCH_MODELS.ts";
import { WEIGHT } from "../../../scripts/attribution/models/WEIGHT.ts";
import { openFiles } from "../../../scripts/attribution/openFiles.ts";
import { rolesOf } from "../../../scripts/attribution/partyGroups.ts";
import { shareSales } from "../../../scripts/attribution/shareSales.ts";
import { Totals } from "../../../scripts/attribution/Totals.ts";

// The measured process of `npm run bench -- attribution`: six models over the files of the command line, figures as JSON.

const [sales = "", touchpoints = "", memory] = process.argv.slice(2);
const files = await openFiles({
  sales,
  touchpoints,
  memory: Number(memory),
  needsChannels: false,
  needsAll: false,
});
const models = [...TOUCH_MODEL_NAMES, "roles" as const].map((model) => ({
  share: createModel({ ...DEFAULT_PARAMETERS, model }, () => []),
  totals: new Totals(files.touches.parties.length, files.sales.currencies.length),
}));
const { attributed, touches } = await shareSales(files, {
  lookback: undefined,
  groupOf: rolesOf(files.touches.parties),
  models,
});
await files.database.close();
for (const { totals } of models.slice(0, TOUCH_MODEL_NAMES.length)) {
  const sum = totals.weights.reduce((all, weight) => all + weight, 0);
  if (sum !== attributed * WEIGHT) throw new Error("the weights do not add up to the sales");
}
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: performance.now() / 1_000,
    cpuSeconds: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS * 1_024,
    attributed,
    touches,
  }),
);
