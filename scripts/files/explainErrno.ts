const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder, not a file",
  ENOTDIR: "a part of it is a file, not a folder",
  EACCES: "this account may not use it",
  EPERM: "this account may not use it",
  EROFS: "it lies where nothing can be written",
  ENOSPC: "the disk is full",
  EDQUOT: "this account's part of the disk is full",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "it is too long",
  EEXIST: "it is there already",
  ENOTEMPTY: "the folder is not empty",
};

/** What an error number of the operating system means, in words. */
export function explainErrno(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return WORDS[String(code)] ?? (error instanceof Error ? error.message : String(error));
}
