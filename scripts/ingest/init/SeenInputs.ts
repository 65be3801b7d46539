/** How often each of some texts was seen, by the text. */
export type Counts = ReadonlyMap<string, number>;

/** A currency of the inputs. */
export interface SeenCurrency {
  /** In capitals. */
  readonly code: string;
  readonly sales: number;
  /** What the exports converted all of its sales to; undefined where not all were, or to several. */
  readonly convertedTo: string | undefined;
}

/** What files have that a mapping has to name. */
export interface SeenInputs {
  readonly sales: number;
  /** Of sources that do not have the program's names already. */
  readonly currencies: readonly SeenCurrency[];
  readonly kinds: Counts;
  readonly products: Counts;
  readonly codes: Counts;
  /** Attributes that seem to hold codes; what they hold is among those. */
  readonly codeFields: readonly string[];
  /** Customers with more than one sale, where all sales have the kind `initial`: such sources tell no first payment from later ones. */
  readonly returning: number;
  /** The keys of metadata. */
  readonly metadata: Counts;
  /** Values of parameters of visited addresses, by the parameter. */
  readonly parameters: ReadonlyMap<string, Counts>;
  readonly visits: number;
}
