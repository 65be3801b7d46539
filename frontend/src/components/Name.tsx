import { joinWords } from "@core/text/joinWords";
import { mixedScripts } from "@core/text/mixedScripts";
import { printableName } from "@core/text/printableName";
import type { ReactElement } from "react";
import { Badge } from "./Badge";

/** A name that somebody else chose: text only, kept from changing what stands around it, flagged where its letters may deceive. */
export function Name({ text }: { text: string }): ReactElement {
  const name = printableName(text);
  const scripts = mixedScripts(name);
  return (
    <>
      <bdi className="wrap-anywhere">{name || "(no name)"}</bdi>
      {scripts.length > 0 && (
        <>
          {" "}
          <Badge icon="warning" tone="warn">
            {joinWords(scripts)} letters
          </Badge>
        </>
      )}
    </>
  );
}
