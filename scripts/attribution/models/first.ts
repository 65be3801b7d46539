import { shareWhole } from "./shareWhole.ts";
import type { TouchModel } from "./TouchModel.ts";

export const first: TouchModel = {
  parts: { first: "the first touch has all" },
  options: [],
  read: () => ({}),
  share: () => shareWhole((from) => from),
  partSql: () => "CASE WHEN number = 1 THEN 1 ELSE 0 END",
};
