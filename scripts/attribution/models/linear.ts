import { shareByPosition } from "./shareByPosition.ts";
import type { TouchModel } from "./TouchModel.ts";

export const linear: TouchModel = {
  parts: { linear: "the same for each" },
  options: [],
  read: () => ({}),
  share: () => shareByPosition(() => 1),
  partSql: () => "1",
};
