import { openSigner, type Signer } from "../chain/openSigner.ts";
import type { CommandOptions } from "./CommandOptions.ts";
import { command } from "./command.ts";
import type { Output } from "./Output.ts";

/** The action of a task that signs: opens the program and its account first. Its document begins with the program's address. */
export function signerCommand<Text extends string = never, Flag extends string = never>(
  run: (
    signer: Signer,
    options: CommandOptions<Text | "program" | "from", Flag>,
  ) => Promise<Output>,
) {
  return command<Text | "program" | "from", Flag>(async (chain, options) => {
    const signer = await openSigner(chain, options);
    const { json, ...rest } = await run(signer, options);
    return { json: { program: signer.program.address, ...json }, ...rest };
  });
}
