import type { Locator, Page } from "@playwright/test";

/** A card of the page, by its heading. */
export function region(page: Page, name: string | RegExp): Locator {
  return page.getByRole("region", { name, exact: true });
}
