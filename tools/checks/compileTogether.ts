import type { SolidityCompilerConfig } from "hardhat/types/config";
import type { HardhatPlugin } from "hardhat/types/plugins";

/**
 * Makes overrides that are equal the same one: Hardhat compiles files in one go only where they
 * share the very object, and else each file anew, with all that it imports.
 */
export const compileTogether: HardhatPlugin = {
  id: "compile-together",
  hookHandlers: {
    config: async () => ({
      default: async () => ({
        async resolveUserConfig(userConfig, resolveVariable, next) {
          const config = await next(userConfig, resolveVariable);
          for (const profile of Object.values(config.solidity.profiles)) {
            const known = new Map<string, SolidityCompilerConfig>();
            for (const [file, compiler] of Object.entries(profile.overrides)) {
              const key = JSON.stringify(compiler);
              known.set(key, known.get(key) ?? compiler);
              profile.overrides[file] = known.get(key) ?? compiler;
            }
          }
          return config;
        },
      }),
    }),
  },
};
