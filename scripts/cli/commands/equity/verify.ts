import { compile } from "../../../chain/deploy/compile.ts";
import { findPlanContracts } from "../../../equity/chain/findPlanContracts.ts";
import { planCommand } from "../../planCommand.ts";
import { parseService, verifyContracts } from "../../verify/verifyContracts.ts";

/** `equity verify`: publishes the source of an equity plan's contracts on Etherscan, Blockscout and Sourcify. */
export default planCommand<"service">(async (plan, options, hre) => {
  const services = parseService(options.service);
  await compile(hre);
  const contracts = await findPlanContracts(plan);
  const { json, lines, failed } = await verifyContracts(hre, {
    ...{ deployed: plan, name: "plan", code: "EquityPlan", contracts, services },
  });
  const note = `The plan itself, ${plan.address}, is a minimal proxy to EquityPlan with its settings behind it, which explorers find by ERC-1967's slot; whether one shows EquityPlan's functions there is to be seen on its page.`;
  return { json, text: [...lines, note].join("\n"), failed };
});
