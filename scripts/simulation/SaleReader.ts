import { REFERRED } from "../../core/deal/Terms.ts";
import { indexByName } from "../../core/ids/indexByName.ts";
import type { Credit } from "../../core/spec/AttributedSale.ts";
import { findKind } from "../../core/terms/findKind.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";
import type { NamedCredit } from "../files/columns/splitCredits.ts";
import { RefusedRowError } from "../files/table/RefusedRowError.ts";
import { copyName } from "./copyName.ts";
import type { PastSale } from "./PastSale.ts";
import type { SimulatedTerms } from "./SimulatedTerms.ts";

/** A partner who can be credited. */
interface SimulatedPartner {
  readonly name: string;
}

/** A sale as one terms file understands it. */
export interface UnderstoodSale {
  readonly kind: number;
  readonly currency: number;
  readonly credits: readonly Credit[];
}

/** Gives the names in past sales the meaning that one terms file gives them, each once. */
export class SaleReader {
  readonly #file: string;
  readonly #simulated: SimulatedTerms;
  readonly #partners: readonly SimulatedPartner[];
  readonly #named: (name: string) => readonly SimulatedPartner[];
  /** By kind, then by product. */
  readonly #kinds = new Map<string, Map<string, number>>();
  readonly #currencies = new Map<string, number>();
  /** By the copy of the partners. */
  readonly #credits: Map<NamedCredit, Credit>[] = [];

  /** @param partners Those who can be credited, copies not counted. */
  constructor(file: string, simulated: SimulatedTerms, partners: readonly SimulatedPartner[]) {
    this.#file = file;
    this.#simulated = simulated;
    this.#partners = partners;
    this.#named = indexByName(partners);
  }

  /** @param copy Which copy of each partner the sale goes to. */
  read(sale: PastSale, copy: number): UnderstoodSale {
    const credits = this.#creditsOf(copy);
    return {
      kind: this.#kindOf(sale),
      currency: this.#currencyOf(sale),
      credits: sale.credits.map((named) => {
        const known = credits.get(named);
        if (known !== undefined) return known;
        const credit = this.#understand(sale, named, copy);
        credits.set(named, credit);
        return credit;
      }),
    };
  }

  #creditsOf(copy: number): Map<NamedCredit, Credit> {
    const known = this.#credits[copy];
    if (known !== undefined) return known;
    const opened = new Map<NamedCredit, Credit>();
    this.#credits[copy] = opened;
    return opened;
  }

  #kindOf(sale: PastSale): number {
    const products = this.#kinds.get(sale.kind) ?? new Map<string, number>();
    const known = products.get(sale.product);
    if (known !== undefined) return known;
    const { kinds } = this.#simulated.terms;
    const kind = findKind(kinds, sale.kind, sale.product);
    if (kind < 0) throw this.#mistake(sale, "kind", `the unknown kind "${sale.kind}"`, kinds);
    products.set(sale.product, kind);
    this.#kinds.set(sale.kind, products);
    return kind;
  }

  #currencyOf(sale: PastSale): number {
    const known = this.#currencies.get(sale.currency);
    if (known !== undefined) return known;
    const { symbols } = this.#simulated;
    const currency = symbols.indexOf(sale.currency);
    if (currency < 0) {
      const allowed = symbols.filter((symbol) => symbol !== undefined);
      throw this.#mistake(sale, "currency", `the unknown currency "${sale.currency}"`, allowed);
    }
    this.#currencies.set(sale.currency, currency);
    return currency;
  }

  #understand(sale: PastSale, { partner, role, weight }: NamedCredit, copy: number): Credit {
    const { roles } = this.#simulated.terms;
    const index = roles.findIndex(({ name, stage }) => name === role && stage !== REFERRED);
    if (index < 0) {
      const credited = roles.filter(({ stage }) => stage !== REFERRED).map(({ name }) => name);
      throw this.#mistake(sale, "credits", `the unknown role "${role}"`, credited);
    }
    const [known, ...others] = this.#named(partner);
    if (known === undefined || others.length > 0) {
      const near = didYouMean(
        partner,
        this.#partners.map(({ name }) => name),
      );
      const found = known === undefined ? "the unknown partner" : "the name of several partners,";
      const allowed = [`a partner of the partners file${near}`];
      throw this.#mistake(sale, "credits", `${found} "${partner}"`, allowed);
    }
    return { partner: copyName(known.name, copy), role: index, weight };
  }

  #mistake({ line }: PastSale, column: string, found: string, allowed: readonly string[]) {
    const terms = this.#simulated.file;
    const known = allowed.length === 1 ? `${allowed[0]}` : listOf(allowed);
    return new RefusedRowError(this.#file, line, column, `found ${found}`, `${known} (${terms})`);
  }
}
