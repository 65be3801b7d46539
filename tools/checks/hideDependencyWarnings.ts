import type { HardhatPlugin } from "hardhat/types/plugins";

/** Warnings about the code of dependencies are theirs to mend: a build prints those about our own alone. */
export const hideDependencyWarnings: HardhatPlugin = {
  id: "tributary-hide-dependency-warnings",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        getCompilationJobErrors: async (context, job, output, next) => {
          const errors = await next(context, job, output);
          return errors?.filter(
            ({ severity, formattedMessage }) =>
              severity === "error" || formattedMessage?.includes("node_modules/") !== true,
          );
        },
      }),
    }),
  },
};
