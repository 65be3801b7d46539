import { shareWhole } from "./shareWhole.ts";
import type { TouchModel } from "./TouchModel.ts";

export const last: TouchModel = {
  parts: { last: "the last touch has all" },
  options: [],
  read: () => ({}),
  share: () => shareWhole((_from, to) => to - 1),
  partSql: () => "CASE WHEN number = length THEN 1 ELSE 0 END",
};
