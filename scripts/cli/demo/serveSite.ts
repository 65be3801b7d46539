import { join } from "node:path";
import { type PreviewServer, preview } from "vite";
import { freePort } from "../local/freePort.ts";

/** What the site shows where its address names no program. */
export interface ProgramsFile {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly programs: readonly { readonly address: string; readonly name: string }[];
  readonly explorer: string | null;
  readonly tokens: readonly { readonly address: string; readonly symbol: string }[];
}

export const USUAL_SITE_PORT = 5173;

/** Serves a built site on 127.0.0.1, with its `programs.json`. Returns its URL. */
export async function serveSite(
  root: string,
  outDir: string,
  programs: ProgramsFile,
): Promise<string> {
  const port = await freePort(USUAL_SITE_PORT);
  await preview({
    configFile: join(root, "frontend", "vite.config.ts"),
    logLevel: "warn",
    build: { outDir },
    preview: { host: "127.0.0.1", port, strictPort: true },
    plugins: [
      {
        name: "programs-file",
        configurePreviewServer: ({ middlewares }: PreviewServer) => {
          middlewares.use("/programs.json", (_request, response) => {
            response.setHeader("content-type", "application/json");
            response.end(JSON.stringify(programs));
          });
        },
      },
    ],
  });
  return `http://127.0.0.1:${port}`;
}
