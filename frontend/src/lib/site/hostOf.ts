/** The host of a web address with its port: what to know it by. Letters beyond ASCII stand in their encoded form (“xn--…”). */
export function hostOf(url: string): string {
  return new URL(url).host;
}
