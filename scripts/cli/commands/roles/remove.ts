import { signerCommand } from "../../signerCommand.ts";

/** `roles remove`: operator or guardian take the attributor its power, at once. */
export default signerCommand(async ({ act }) => {
  const { transactionHash } = await act("removeAttributor", []);
  return {
    json: { transaction: transactionHash },
    text: "Nobody posts or refunds any more, until there is another attributor: `roles standby`, or `roles propose --power attributor`.",
  };
});
