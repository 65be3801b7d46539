import type { TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

const MOST_KINDS = 16;

/** One kind of sale as a program knows it: for all products, or for one class of them. */
interface Kind {
  readonly name: string;
  readonly plain: string;
  readonly product: string | undefined;
  readonly isOutcome: boolean;
}

/** The kinds of a terms file: the one of plain transfers first, classes of products last. */
export interface Kinds {
  readonly list: readonly Kind[];
  readonly products: readonly string[];
}

/** A class of products becomes kinds of its own, `kind/class`, where some role's rates name it. */
export function parseKinds(reader: TermsReader, file: TermsFile): Kinds {
  const { products = [], outcomes = {} } = file;
  const isOutcome = (name: string) => Object.hasOwn(outcomes, name);
  const plain = order(reader, file);
  const keys = Object.values(file.roles ?? {}).flatMap((role) => Object.keys(role.rates ?? {}));
  const classes = plain.flatMap((kind) =>
    products
      .filter(
        (product) =>
          keys.includes(`${kind}/${product}`) ||
          (keys.includes(`*/${product}`) && !isOutcome(kind)),
      )
      .map((product) => ({
        name: `${kind}/${product}`,
        plain: kind,
        product,
        isOutcome: isOutcome(kind),
      })),
  );
  const list = [
    ...plain.map((kind) => ({
      name: kind,
      plain: kind,
      product: undefined,
      isOutcome: isOutcome(kind),
    })),
    ...classes,
  ];
  if (list.length > MOST_KINDS) {
    reader.note(
      "products",
      `${classes.length} kinds for classes of products, beside ${plain.length} kinds for all`,
      `at most ${MOST_KINDS} in all: name rates for fewer kinds and classes`,
    );
  }
  return { list, products };
}

/** The kind of plain transfers first, as the program counts them. */
function order(reader: TermsReader, { kinds, received, outcomes = {} }: TermsFile): string[] {
  if (received !== undefined && !kinds.includes(received)) {
    reader.unknown("received", "kind", received, { names: kinds });
    return [...kinds];
  }
  const first = received ?? kinds[0] ?? "";
  if (Object.hasOwn(outcomes, first)) {
    reader.note(
      "received",
      `the outcome "${first}"`,
      "a kind that is no outcome, for plain transfers to the program count as it",
    );
  }
  return [first, ...kinds.filter((kind) => kind !== first)];
}
