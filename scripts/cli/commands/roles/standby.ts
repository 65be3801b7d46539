import { signerCommand } from "../../signerCommand.ts";

/** `roles standby`: operator or guardian make the standby the attributor, at once. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("appointStandby", []);
  return {
    json: { transaction: transactionHash },
    text: "The standby is the attributor now; nobody is the standby.",
  };
});
