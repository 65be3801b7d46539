import { compile } from "../../../chain/deploy/compile.ts";
import { findContracts } from "../../../chain/deploy/findContracts.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { command } from "../../command.ts";
import { parseService, verifyContracts } from "../../verify/verifyContracts.ts";

/** `program verify`: publishes the source of a program's contracts on Etherscan, Blockscout and Sourcify. */
export default command<"program" | "service">(async (chain, options, hre) => {
  const services = parseService(options.service);
  const program = await openNamedProgram(chain, options);
  await compile(hre);
  const contracts = await findContracts(program);
  const { json, lines, failed } = await verifyContracts(hre, {
    ...{ deployed: program, name: "program", code: "Program", contracts, services },
  });
  const reader = contracts.find(({ contract }) => contract.endsWith(":ProgramReader"));
  const note = `The program itself, ${program.address}, is a minimal proxy to Program with its terms behind it, which explorers find by ERC-1967's slot; whether one shows Program's functions there is to be seen on its page. The reader at ${reader?.address} answers in words on all of them.`;
  return {
    json: { program: program.address, ...json },
    text: [...lines, note].join("\n"),
    failed,
  };
});
