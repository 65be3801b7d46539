import type { ProgramState } from "./ProgramState";
import { stageOfAmendment } from "./stageOfAmendment";

/** Where one of the texts that are agreed lies. */
export interface AgreedText {
  readonly name: "First terms file" | "Amendment in force";
  /** Empty where none was given; undefined until it is read. */
  readonly uri: string | undefined;
}

/** The text of a program's first terms and, where other terms came into force, that of the newest of these. */
export function agreedTexts({
  past,
  isWhole,
  head,
}: Pick<ProgramState, "past" | "isWhole" | "head">): AgreedText[] {
  const first = past.uri ?? (isWhole ? "" : undefined);
  const amendment = past.amendments.findLast(
    (one) => stageOfAmendment(one, head.time) === "In force",
  );
  return [
    { name: "First terms file", uri: first },
    ...(amendment === undefined
      ? []
      : [{ name: "Amendment in force", uri: amendment.uri } as const]),
  ];
}
