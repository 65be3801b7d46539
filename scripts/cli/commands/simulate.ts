import { requireOption } from "../../../core/requireOption.ts";
import { readPartnersFile } from "../../chain/partners/readPartnersFile.ts";
import { PARTNER_COLUMNS } from "../../files/columns/PARTNER_COLUMNS.ts";
import { createProgress } from "../../Progress.ts";
import { writeReport } from "../../reporting/reports/writeReport.ts";
import { describeComparison } from "../../simulation/describeComparison.ts";
import { describeSimulation } from "../../simulation/describeSimulation.ts";
import { readPast } from "../../simulation/readPast.ts";
import { readScenario } from "../../simulation/readScenario.ts";
import { readSimulatedTerms } from "../../simulation/readSimulatedTerms.ts";
import { countSales } from "../../simulation/replay.ts";
import { drawReport } from "../../simulation/report/drawReport.ts";
import { AS_IT_WAS } from "../../simulation/Scenario.ts";
import type { Simulation } from "../../simulation/Simulation.ts";
import { simulateTerms } from "../../simulation/simulateTerms.ts";
import { toSimulationJson } from "../../simulation/toSimulationJson.ts";
import { chainlessCommand } from "../chainlessCommand.ts";

/** `simulate`: what one or several deals would have paid of past sales, with no chain. */
export default chainlessCommand<"terms" | "sales" | "partners" | "refunds" | "scenario" | "report">(
  async (options) => {
    const files = requireOption("terms", options.terms, "one terms file or several, with commas");
    const sales = requireOption("sales", options.sales, "a sales file with credits");
    const partners = requireOption("partners", options.partners, "the partners file");
    const scenario =
      options.scenario === undefined ? AS_IT_WAS : await readScenario(options.scenario);
    const progress = createProgress();
    const past = await readPast(sales, options.refunds, progress);
    const first = (past.sales[0]?.time ?? 0) + scenario.shift;
    const simulations: Simulation[] = [];
    for (const file of files.split(",")) {
      const simulated = await readSimulatedTerms(file.trim(), first);
      const listed = await readPartnersFile(partners, simulated.terms, {
        ...PARTNER_COLUMNS,
        mayBeCut: true,
      });
      const inputs = { simulated, past, partners: listed, scenario };
      simulations.push(
        await progress.during(
          `Simulating ${file.trim()}, in sales`,
          countSales(past, scenario),
          () => simulateTerms(inputs, (count) => progress.add(count)),
        ),
      );
    }
    if (options.report !== undefined)
      await writeReport(options.report, { ".html": () => drawReport(simulations) });
    const [simulation, ...others] = simulations;
    if (simulation === undefined) throw new RangeError("no terms file");
    const json = toSimulationJson(simulation);
    const written = options.report === undefined ? [] : [`The report is in ${options.report}.`];
    if (others.length === 0) {
      return { json, text: [describeSimulation(simulation), ...written].join("\n\n") };
    }
    return {
      json: { ...json, comparison: simulations.map(toSimulationJson) },
      text: [
        ...simulations.map(describeSimulation),
        `Side by side\n\n${describeComparison(simulations)}`,
        ...written,
      ].join("\n\n\n"),
    };
  },
);
