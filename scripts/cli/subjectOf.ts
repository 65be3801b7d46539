import type { Output } from "./Output.ts";

/** The document of a command names its program, or its plan, first. */
export function subjectOf({ json }: Output): { program?: unknown; plan?: unknown } {
  return {
    ...("program" in json && { program: json.program }),
    ...("plan" in json && { plan: json.plan }),
  };
}
