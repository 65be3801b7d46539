/** "1 sale", "1,200 sales": a number of things with their word, which takes an s where there are several unless told otherwise. */
export function counted(count: number | bigint, one: string, several = `${one}s`): string {
  return `${count.toLocaleString("en")} ${Number(count) === 1 ? one : several}`;
}
