import type { SolidityHooks } from "hardhat/types/hooks";

/** The first place is what a warning is of; its notes may point elsewhere. */
const FIRST_PLACE = /-->\s+(\S+)/;
const IN_PACKAGE = /^(?:\.\/)?(?:node_modules\/|npm\/|@)/;

export default async (): Promise<Partial<SolidityHooks>> => ({
  async getCompilationJobErrors(context, job, output, next) {
    const errors = await next(context, job, output);
    return errors.filter(
      ({ severity, formattedMessage = "" }) =>
        severity === "error" || !IN_PACKAGE.test(FIRST_PLACE.exec(formattedMessage)?.[1] ?? ""),
    );
  },
});
