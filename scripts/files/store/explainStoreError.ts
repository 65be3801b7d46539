import { TributaryError } from "../../../core/TributaryError.ts";

/** SQLite's result codes, without what they add in their higher bytes. */
const CODES = new Map<number, Trouble>([
  [3, "shut"],
  [5, "busy"],
  [6, "busy"],
  [8, "shut"],
  [10, "failing"],
  [11, "damaged"],
  [13, "full"],
  [14, "shut"],
  [23, "shut"],
  [26, "damaged"],
]);
/** The operating system's own. */
const ERRNOS = new Map<string, Trouble>([
  ["EACCES", "shut"],
  ["EPERM", "shut"],
  ["EROFS", "shut"],
  ["ENOTDIR", "shut"],
  ["EISDIR", "shut"],
  ["EEXIST", "shut"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EFBIG", "full"],
  ["EIO", "failing"],
]);

type Trouble = "busy" | "damaged" | "failing" | "full" | "shut";

/** What is said of a store of one kind. */
interface StoreKind {
  /** Such as "journal". */
  readonly name: string;
  /** What to do where it is damaged. */
  readonly mend: string;
}

const SENTENCES: Readonly<Record<Trouble, (store: string, kind: StoreKind) => [string, string]>> = {
  busy: (store) => [
    `Another process keeps the ${store} from being written.`,
    "Wait until it ends, or stop it; then run this again.",
  ],
  damaged: (store, { mend }) => [`The ${store} is damaged.`, mend],
  failing: (store) => [
    `The disk does not read or write the ${store}.`,
    "See that it has room and is sound, then run this again: what is done already is not done twice.",
  ],
  full: (store) => [
    `There is no room to write the ${store}.`,
    "Make room on its disk, then run this again: it goes on where it stopped, and nothing is done twice.",
  ],
  shut: (store) => [
    `The ${store} cannot be opened or written.`,
    "Give a file that may be written, in a folder that may be written.",
  ],
};

/** What is the matter with a store, in words, where an error is of its database or its file; else the error itself. */
export function explainStoreError(error: unknown, path: string, kind: StoreKind): unknown {
  if (!(error instanceof Error) || error instanceof TributaryError) return error;
  const trouble = troubleOf(error);
  if (trouble === undefined) return error;
  const [sentence, todo] = SENTENCES[trouble](`${kind.name} ${path}`, kind);
  const explained = new TributaryError(sentence, { found: error.message, todo });
  explained.cause = error;
  return explained;
}

function troubleOf(error: Error): Trouble | undefined {
  if (!("code" in error)) return undefined;
  if (error.code !== "ERR_SQLITE_ERROR") return ERRNOS.get(String(error.code));
  const code = "errcode" in error ? Number(error.errcode) & 0xff : 0;
  return CODES.get(code) ?? "failing";
}
