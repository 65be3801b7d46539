import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Crash } from "./app/Crash";
import { applyTheme } from "./app/theme";
import { fetchRevertWords } from "./lib/errors/revertWords";
import "./main.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root element");

applyTheme();

// The node is asked even where the browser believes itself offline: it may run on this very machine.
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: "always" } } });

createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
);

// Whoever acts may be refused; until then the page has better to fetch.
window.addEventListener("load", () => void fetchRevertWords());
