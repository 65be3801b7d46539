import type { Time } from "../deal/Terms.ts";
import { EquityError } from "./EquityError.ts";
import type { PlanBooks } from "./PlanBooks.ts";

/** From now on an exit's triggers count. */
export function declareExit(books: PlanBooks, time: Time): void {
  if (books.exit !== undefined) throw new EquityError("isExited", `${books.exit}`, "one exit");
  books.exit = time;
}
