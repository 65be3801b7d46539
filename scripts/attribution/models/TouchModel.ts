import type { Dialect } from "./Dialect.ts";
import type { ShareTimes } from "./Touches.ts";

/** An option of a model, as the command line has it. */
export interface ModelOption<Name extends string> {
  readonly name: Name;
  readonly description: string;
}

/** Common table expressions that a model puts before the parts, and the one that these read in place of `path`. */
export interface SqlSteps {
  readonly sql: string;
  readonly last: string;
}

/**
 * A model that shares one sale among its touches, by nothing else than their order and times: in TypeScript and in SQL, to the same
 * unit. `Own` are the parameters that it has of its own.
 */
export interface TouchModel<Own = unknown, Option extends string = never> {
  /** The parts of a path of n touches in words, for docs/attribution.md: a row, or one for each of its forms. */
  readonly parts: Readonly<Record<string, string>>;
  readonly options: readonly ModelOption<Option>[];
  /** Its parameters of what the command line gives; those that are not given have their defaults. */
  readonly read: (given: Readonly<Partial<Record<Option, string | undefined>>>) => Own;
  readonly share: (own: Own) => ShareTimes;
  /** A touch's part by `number` and `length`, whole numbers from 1 on, and what its steps add. */
  readonly partSql: (own: Own, dialect: Dialect) => string;
  /**
   * Steps over `path(sale_id, currency, amount, partner, role, age, number, length)` that keep these columns, but for `age`.
   * @param one The columns that name what is shared: the sale, or a role of it.
   */
  readonly stepsSql?: (own: Own, one: string, dialect: Dialect) => SqlSteps;
}
