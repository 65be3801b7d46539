import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { HEADERS, META_POLICY } from "./headers/HEADERS.ts";
import { headersFile } from "./headers/headersFile.ts";

/** The built site has its policy in the page and its headers in a file; the development server works with inline scripts and styles. */
const security: Plugin = {
  name: "security",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: META_POLICY },
      injectTo: "head-prepend",
    },
  ],
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "_headers", source: headersFile() });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  // Routes are in the part after "#": a path that is not a file is not found.
  appType: "mpa",
  plugins: [react(), tailwindcss(), security],
  worker: { format: "es" },
  // As a host would that reads `_headers`.
  preview: { headers: HEADERS },
  build: {
    rolldownOptions: {
      // Named in a part of a library that the site has no use for and that is left out.
      external: ["node:worker_threads"],
      output: {
        codeSplitting: {
          // What seldom changes is fetched seldom.
          groups: [{ name: "react", test: /node_modules\/(react|react-dom|scheduler)\// }],
        },
      },
    },
  },
  resolve: {
    alias: {
      "@core": fileURLToPath(new URL("../core", import.meta.url)),
      "@generated": fileURLToPath(new URL("../generated", import.meta.url)),
    },
  },
});
