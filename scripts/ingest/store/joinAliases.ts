import type { DatabaseSync } from "node:sqlite";

/** Puts ids that belong to one sale into one group, along with all that they were grouped with before. */
export function joinAliases(store: DatabaseSync, ids: readonly string[]): void {
  const find = store.prepare("SELECT grp FROM aliases WHERE alias = ?");
  const groups = new Set(
    ids.map((id) => find.get(id)?.grp).filter((grp): grp is string => typeof grp === "string"),
  );
  const [group = ids[0] ?? "", ...others] = groups;
  const move = store.prepare("UPDATE aliases SET grp = ? WHERE grp = ?");
  for (const other of others) move.run(group, other);
  const add = store.prepare("INSERT OR IGNORE INTO aliases (alias, grp) VALUES (?, ?)");
  for (const id of ids) add.run(id, group);
}
