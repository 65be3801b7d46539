import { planSignerCommand } from "../../planCommand.ts";

/** `equity alive`: the operator shows that it is there. */
export default planSignerCommand(async ({ act }) => {
  const { transactionHash } = await act("alive", []);
  return {
    json: { transaction: transactionHash },
    text: "The operator has shown that it is there.",
  };
});
