import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { deployProgram } from "../../chain/deploy/deployProgram.ts";
import { enrollPartners } from "../../chain/partners/enrollPartners.ts";
import { QUIET } from "../../QUIET.ts";
import claim from "../commands/claim.ts";
import move from "../commands/partners/move.ts";
import status from "../commands/partners/status.ts";
import fund from "../commands/program/fund.ts";
import dispute from "../commands/sales/dispute.ts";
import voidSale from "../commands/sales/void.ts";
import propose from "../commands/terms/propose.ts";
import { ACCOUNTS } from "./ACCOUNTS.ts";
import { demoFile, exampleFile } from "./demoFile.ts";
import { refundMoments, saleMoments } from "./rowMoments.ts";
import type { Stage } from "./Stage.ts";
import type { Story } from "./Story.ts";

/** The example saas; then a month with what else partners, operator and arbiter do: moves, disputes, other terms. */
export async function playNorthwind(stage: Stage): Promise<Story> {
  const { chain, account } = stage;
  const file = (name: string) => exampleFile(`saas/${name}`);
  const terms = await stage.copy(file("terms.json"));
  const program = await deployProgram(chain, { ...stage, terms });
  const of = { program: program.address };
  const { hookline, paperCrane, paperCraneNew, lena, lenaNew } = ACCOUNTS;
  const open = async () => {
    const partners = await stage.copy(file("partners.csv"));
    await enrollPartners(program, { file: partners, account, progress: QUIET });
    await stage.run(fund, { ...of, currency: "USDC", amount: "6500" });
  };
  const moves = { ...of, partner: "Paper Crane", to: paperCraneNew };
  const suspends = { ...of, partner: "Growth Guild", status: "suspended" };
  const unsigned = { ...of, sale: "S-1053", reason: "the customer never signed" };
  const claimed = { ...of, sale: "S-1051", role: "integration", reason: "it runs on ours" };
  const amended = await stage.copy(file("terms.json"), endLine);
  return {
    program,
    moments: [
      { at: "2025-06-30T10:00:00Z", act: open },
      ...(await saleMoments(stage, program, file("sales.csv"))),
      ...(await saleMoments(stage, program, demoFile("northwind/sales.csv"))),
      ...(await refundMoments(stage, program, file("refunds.csv"))),
      ...(await refundMoments(stage, program, demoFile("northwind/refunds.csv"))),
      stage.at("2025-10-27T10:00:00Z", move, { ...moves, from: paperCrane }),
      stage.at("2025-11-02T10:00:00Z", claim, { ...of, partner: "Hookline Labs" }),
      stage.at("2025-11-05T10:00:00Z", move, { ...moves, from: paperCraneNew }),
      stage.at("2025-11-12T10:00:00Z", status, { ...suspends, reason: "answers nobody" }),
      stage.at("2025-11-19T10:00:00Z", dispute, { ...unsigned, from: hookline }),
      stage.at("2025-11-20T10:00:00Z", propose, { ...of, terms: amended }),
      stage.at("2025-11-22T10:00:00Z", voidSale, unsigned),
      stage.at("2025-11-24T10:00:00Z", dispute, { ...claimed, from: hookline }),
      stage.at("2025-11-25T10:00:00Z", move, {
        ...{ ...of, partner: "Lena Fischer", to: lenaNew, from: lena },
      }),
    ],
  };
}

/** The moderators' line ends with a period and goes on with another at a lower rate, which its holder has to agree to. */
function endLine(text: string): string {
  const { standing = [], ...terms }: TermsFile = JSON.parse(text);
  const lines = standing.flatMap((line) => [
    { ...line, ends: "2025-12-28" },
    { ...line, name: `${line.name}, second term`, rate: "1.5%", starts: "2025-12-28" },
  ]);
  return JSON.stringify({ ...terms, standing: lines });
}
