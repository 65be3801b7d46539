import type { Locator } from "@playwright/test";

/** The amount under a name in a list of figures; its `value` is exact. */
export function figure(region: Locator, name: string): Locator {
  const term = region.page().getByRole("term").getByText(name, { exact: true });
  return region.locator("dl > div").filter({ has: term }).locator("data");
}
