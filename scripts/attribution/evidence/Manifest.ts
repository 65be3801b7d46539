import type { ModelParameters } from "../models/ModelParameters.ts";

/** The version of the form that evidence has; another one is another number. */
export const FORMAT = "tributary-evidence/1";
/** The version of the models: raised whenever the same files and parameters would give other weights. */
export const MODELS_VERSION = 2;

/** What a batch on chain commits to, by its hash: the files it follows from, by the hashes in their names, and how. */
export type Manifest = SalesManifest | RefundsManifest;

export interface SalesManifest {
  readonly format: typeof FORMAT;
  readonly of: "sales";
  /** How customers are hidden in the files. */
  readonly customers: "hmac-sha256";
  readonly files: {
    /** What was attributed: `customer_id,partner,role,channel,occurred_at`. */
    readonly touchpoints: string;
    /** Of what: `sale_id,customer_id,kind,amount,currency,occurred_at,product,credits`; these credits were known before. */
    readonly sales: string;
    /** What came of it: `sale_id,credits`. */
    readonly credits: string;
  };
  readonly model: ModelParameters;
  readonly modelsVersion: number;
  /** What the weights of one sale's touches add up to. */
  readonly weight: number;
}

export interface RefundsManifest {
  readonly format: typeof FORMAT;
  readonly of: "refunds";
  readonly files: {
    /** `refund_id,sale_id,amount,reason,occurred_at`. */
    readonly refunds: string;
  };
}

/** A manifest as its file has it: JSON without spaces, keys in the order of their letters, no end of line. */
export function encodeManifest(manifest: Manifest): string {
  return JSON.stringify(sorted(manifest));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
