import { parseEther } from "viem";
import { deployProgram } from "../../chain/deploy/deployProgram.ts";
import { enrollPartners } from "../../chain/partners/enrollPartners.ts";
import { waitFor } from "../../chain/send.ts";
import { QUIET } from "../../QUIET.ts";
import claim from "../commands/claim.ts";
import buyout from "../commands/line/buyout.ts";
import fund from "../commands/program/fund.ts";
import { exampleFile } from "./demoFile.ts";
import { refundMoments, saleMoments } from "./rowMoments.ts";
import type { Stage } from "./Stage.ts";
import type { Story } from "./Story.ts";

/** The example tech-partnership, in two currencies; then its operator offers to buy a line out. */
export async function playLumen(stage: Stage): Promise<Story> {
  const { chain, account } = stage;
  const file = (name: string) => exampleFile(`tech-partnership/${name}`);
  const terms = await stage.copy(file("terms.json"));
  const program = await deployProgram(chain, { ...stage, terms });
  const of = { program: program.address };
  const open = async () => {
    const partners = await stage.copy(file("partners.csv"));
    await enrollPartners(program, { file: partners, account, progress: QUIET });
    await stage.run(fund, { ...of, currency: "USDC", amount: "56000" });
    await stage.run(fund, { ...of, currency: "ETH", amount: "8" });
  };
  /** A plain transfer of ETH, as a marketplace would pay in. */
  const transfer = async (ether: string) => {
    const { wallet } = chain;
    const payment = { to: program.address, value: parseEther(ether) };
    const from = { account, chain: wallet.chain };
    await waitFor(chain, await wallet.sendTransaction({ ...from, ...payment }));
  };
  const licences = { ...of, line: "lumen licences" };
  return {
    program,
    moments: [
      { at: "2022-12-31T10:00:00Z", act: open },
      ...(await saleMoments(stage, program, file("sales.csv"))),
      ...(await refundMoments(stage, program, file("refunds.csv"))),
      { at: "2025-06-25T10:00:00Z", act: () => transfer("1.25") },
      { at: "2025-06-27T16:20:00Z", act: () => transfer("0.8") },
      stage.at("2025-09-01T10:00:00Z", claim, licences),
      stage.at("2025-11-21T10:00:00Z", buyout, { ...licences, currency: "USDC" }),
    ],
  };
}
