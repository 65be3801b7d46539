import type { HardhatPlugin } from "hardhat/types/plugins";

/** Hardhat marks a file's statements anew for every file that imports it; once is enough. */
export const instrumentOnce: HardhatPlugin = {
  id: "instrument-once",
  hookHandlers: {
    solidity: async () => ({
      default: async () => {
        const marked = new Map<string, Promise<string>>();
        return {
          preprocessProjectFileBeforeBuilding(context, name, path, content, version, next) {
            const text = marked.get(name) ?? next(context, name, path, content, version);
            marked.set(name, text);
            return text;
          },
        };
      },
    }),
  },
};
