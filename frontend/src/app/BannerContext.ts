import { createContext, type ReactNode } from "react";

/** What every page has above its head, if anything. */
export const BannerContext = createContext<ReactNode>(null);
