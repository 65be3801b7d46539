import { useSyncExternalStore } from "react";
import { type Route, readRoute } from "../lib/site/Route";

/** Where the visitor is, from the part of the address after “#”. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return readRoute(hash);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
