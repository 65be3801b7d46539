import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The development server works with scripts and styles in the page, which the built site forbids. */
const allowInlineWhileDeveloping: Plugin = {
  name: "allow-inline-while-developing",
  apply: "serve",
  transformIndexHtml: (html, { server }) =>
    server === undefined
      ? html
      : html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  // Routes are in the part after "#": a path that is not a file is not found.
  appType: "mpa",
  plugins: [react(), tailwindcss(), allowInlineWhileDeveloping],
  worker: { format: "es" },
  build: {
    rolldownOptions: {
      // Named in a part of a library that the site has no use for and that is left out.
      external: ["node:worker_threads"],
      output: {
        codeSplitting: {
          // What seldom changes is fetched seldom.
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: "chain",
              test: /node_modules\/(@noble|@tanstack|@wagmi|abitype|ox|viem|wagmi)\//,
            },
          ],
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
