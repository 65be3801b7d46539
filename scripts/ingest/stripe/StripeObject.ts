/**
 * An object of Stripe's as JSON. An endpoint keeps the API version it was created with, and fields have moved between
 * versions, so each is looked up where old and new versions have it.
 */
export class StripeObject {
  readonly #json: unknown;

  constructor(json: unknown) {
    this.#json = json;
  }

  /** What is at a path such as `payments.data`; undefined where nothing is. */
  at(path: string): unknown {
    return path.split(".").reduce<unknown>((value, name) => {
      if (typeof value !== "object" || value === null) return undefined;
      return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    }, this.#json);
  }

  /** A text at the first of some paths that has one; empty where none has. */
  text(...paths: string[]): string {
    for (const path of paths) {
      const value = this.at(path);
      if (typeof value === "string" && value !== "") return value;
    }
    return "";
  }

  /** The id of what is at the first of some paths that has one: given as an id, or whole. */
  id(...paths: string[]): string {
    return this.text(...paths.flatMap((path) => [path, `${path}.id`]));
  }

  /** A whole number at the first of some paths that has one; 0 where none has. */
  number(...paths: string[]): number {
    return this.numberIf(...paths) ?? 0;
  }

  /** The same; undefined where none has. */
  numberIf(...paths: string[]): number | undefined {
    for (const path of paths) {
      const value = this.at(path);
      if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    }
    return undefined;
  }

  /** The text that it is itself; empty where it is more than that. */
  plain(): string {
    return typeof this.#json === "string" ? this.#json : "";
  }

  /** What is at a path, as an object of its own; undefined where nothing is. */
  part(path: string): StripeObject | undefined {
    const value = this.at(path) ?? undefined;
    return value === undefined ? undefined : new StripeObject(value);
  }

  /** The parts of a list, which is given plainly or with its `data`. */
  list(path: string): StripeObject[] {
    const value = this.at(path);
    const list = Array.isArray(value) ? value : this.at(`${path}.data`);
    return Array.isArray(list) ? list.map((one) => new StripeObject(one)) : [];
  }
}
