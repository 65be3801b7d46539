import type { Hex } from "viem";
import { nameOfId } from "../ids/nameOfId.ts";

/** What a contract refuses, in words, and what to do about it. */
export type Sentence = readonly [sentence: string, todo?: string];

/** An error's values, in order, as words. */
export type Tell = (...values: readonly unknown[]) => Sentence;

/** A sale's or a refund's id in quotes. */
export function idText(id: unknown): string {
  return `"${nameOfId(id as Hex)}"`;
}
