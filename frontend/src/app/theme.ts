export type Theme = "system" | "light" | "dark";

const KEY = "tributary.theme";

/** The visitor's choice, kept in this browser. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    // A browser may forbid storage; the system's theme needs none.
    return "system";
  }
}

/** Shows the page in a theme, the stored one if none is given, and remembers a given one. */
export function applyTheme(theme: Theme = storedTheme()): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It then lasts as long as the page.
  }
}
