import { oneOf } from "./oneOf.ts";
import { type PartAt, shareByPosition } from "./shareByPosition.ts";
import type { TouchModel } from "./TouchModel.ts";

interface Position {
  /** 40/20/40 with the middle shared, or 30/30/30 for first, middle and last with 10 for the others. */
  readonly position: "u" | "w";
}

/** 40/20/40: the middle touches share 20. Two touches get half each. */
const U_SHAPED: PartAt = (place, length) => {
  if (length <= 2) return 1;
  return place === 0 || place === length - 1 ? 2 * (length - 2) : 1;
};

/**
 * 30/30/30 for the first, the middle and the last touch; the others share 10. Of an even number the earlier of the
 * two in the middle counts. Up to three touches get the same.
 */
const W_SHAPED: PartAt = (place, length) => {
  if (length <= 3) return 1;
  const isPeak = place === 0 || place === length - 1 || place === (length - 1) >> 1;
  return isPeak ? 3 * (length - 3) : 1;
};

export const position: TouchModel<Position, "position"> = {
  parts: {
    "position u":
      "2 (n − 2) for the first and the last, 1 for each between: 40/20/40; half each for two touches",
    "position w":
      "3 (n − 3) for the first, the middle ⌊(n − 1) ÷ 2⌋ and the last, 1 for the others: 30/30/30 and 10; the same for each of up to three",
  },
  options: [
    {
      name: "position",
      description: "position: u (40/20/40, the default) or w (30/30/30/10)",
    },
  ],
  read: ({ position: text = "u" }) => ({ position: oneOf("position", text, ["u", "w"]) }),
  share: ({ position: form }) => shareByPosition(form === "u" ? U_SHAPED : W_SHAPED),
  partSql: ({ position: form }, { divide }) =>
    form === "u"
      ? "CASE WHEN length <= 2 THEN 1 WHEN number = 1 OR number = length THEN 2 * (length - 2) ELSE 1 END"
      : `CASE WHEN length <= 3 THEN 1 WHEN number = 1 OR number = length OR number = ${divide("length + 1", "2")}
      THEN 3 * (length - 3) ELSE 1 END`,
};
