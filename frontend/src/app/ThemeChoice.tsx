import { type ReactElement, useState } from "react";
import { Choice } from "../components/Choice";
import { Icon } from "../components/Icon";
import { applyTheme, storedTheme, type Theme } from "./theme";

const OPTIONS = [
  { value: "system", name: "Theme of the system", label: <Icon name="screen" /> },
  { value: "light", name: "Light theme", label: <Icon name="sun" /> },
  { value: "dark", name: "Dark theme", label: <Icon name="moon" /> },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeChoice(): ReactElement {
  const [theme, setTheme] = useState(storedTheme);
  function choose(chosen: Theme): void {
    applyTheme(chosen);
    setTheme(chosen);
  }
  return <Choice label="Theme" onChoose={choose} options={OPTIONS} value={theme} />;
}
