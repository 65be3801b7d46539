import { bandsByGrant } from "../../../scripts/equity/report/Band.ts";
import { drawExit } from "../../../scripts/equity/report/drawExit.ts";
import { PICTURE_STYLE } from "../../../scripts/simulation/report/PICTURE_STYLE.ts";
import { exitOf } from "./exitOf.ts";
import type { DealPlan } from "./readPlans.ts";

const FONT =
  "ui-sans-serif, system-ui, -apple-system, Segoe UI, Liberation Sans, Arial, sans-serif";

/** Who has what of a plan's exit, by its price, as a picture of its own. */
export function drawPrices(one: DealPlan): string {
  const { report, exit } = exitOf(one);
  const drawn = drawExit(
    exit,
    bandsByGrant(report, exit),
    `${one.plan.name}: who has what of an exit`,
  );
  const root = `<svg xmlns="http://www.w3.org/2000/svg" font-family="${FONT}" `;
  return `${drawn.replace("<svg ", root).replace(">", `><style>${PICTURE_STYLE}</style>`)}\n`;
}
