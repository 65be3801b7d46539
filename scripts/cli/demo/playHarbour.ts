import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { deployProgram } from "../../chain/deploy/deployProgram.ts";
import { enrollPartners } from "../../chain/partners/enrollPartners.ts";
import { createPlan } from "../../equity/create/createPlan.ts";
import { makeGrants } from "../../equity/grant/makeGrants.ts";
import { QUIET } from "../../QUIET.ts";
import claim from "../commands/claim.ts";
import claimUnits from "../commands/equity/claim.ts";
import finishLeave from "../commands/equity/finishLeave.ts";
import offer from "../commands/equity/offer.ts";
import pause from "../commands/equity/pause.ts";
import resign from "../commands/equity/resign.ts";
import source from "../commands/equity/source.ts";
import sync from "../commands/equity/sync.ts";
import fund from "../commands/program/fund.ts";
import addReserve from "../commands/reserve/add.ts";
import { ACCOUNTS } from "./ACCOUNTS.ts";
import { demoFile } from "./demoFile.ts";
import { saleMoments } from "./rowMoments.ts";
import type { Stage } from "./Stage.ts";
import type { Story } from "./Story.ts";

/** A program whose team has a line by units that vest, and whose host waits for a part of the least that it was promised. */
export async function playHarbour(stage: Stage): Promise<Story> {
  const { chain, account } = stage;
  const file = (name: string) => demoFile(`harbour/${name}`);
  // The terms name the plan, so it is there before the program.
  const plan = await createPlan(chain, { ...stage, plan: await stage.copy(file("plan.json")) });
  const terms = await stage.copy(file("terms.json"), (text) => giveTeam(text, plan.address));
  const program = await deployProgram(chain, { ...stage, terms });
  const of = { program: program.address };
  const by = { plan: plan.address };
  const open = async () => {
    const partners = await stage.copy(file("partners.csv"));
    await enrollPartners(program, { file: partners, account, progress: QUIET });
    await stage.run(fund, { ...of, currency: "USDC", amount: "36000" });
    await stage.run(fund, { ...of, currency: "ETH", amount: "8" });
    await stage.run(addReserve, { ...of, line: "hosting", currency: "USDC", amount: "2800" });
    const grants = await stage.copy(file("grants.csv"));
    await makeGrants(plan, { file: grants, account, progress: QUIET });
    await stage.run(source, { ...of, ...by, line: "team" });
  };
  /** What is locked of the team's line, into the plan and onto its units. */
  const share = async () => {
    await stage.run(claim, { ...of, line: "team" });
    await stage.run(sync, by);
  };
  const leaves = { ...by, grant: "4", date: stage.moved("2025-10-05"), from: ACCOUNTS.tom };
  const offered = { ...by, grant: "3", currency: "USDC", price: "7500" };
  return {
    ...{ program, plan },
    moments: [
      { at: "2025-06-30T12:00:00Z", act: open },
      ...(await saleMoments(stage, program, file("sales.csv"))),
      { at: "2025-08-31T10:00:00Z", act: share },
      stage.at("2025-09-01T10:00:00Z", resign, leaves),
      stage.at("2025-09-02T10:00:00Z", claimUnits, { ...by, grant: "1" }),
      { at: "2025-09-30T10:00:00Z", act: share },
      stage.at("2025-10-06T10:00:00Z", finishLeave, { ...by, grant: "4" }),
      { at: "2025-10-30T10:00:00Z", act: share },
      stage.at("2025-10-31T10:00:00Z", claim, { ...of, line: "hosting" }),
      stage.at("2025-11-10T10:00:00Z", pause, { ...by, grant: "2" }),
      stage.at("2025-11-23T10:00:00Z", offer, offered),
    ],
  };
}

/** Terms whose line for the team is held by an address. */
function giveTeam(text: string, holder: string): string {
  const { standing = [], ...terms }: TermsFile = JSON.parse(text);
  const lines = standing.map((line) => (line.name === "team" ? { ...line, holder } : line));
  return JSON.stringify({ ...terms, standing: lines });
}
