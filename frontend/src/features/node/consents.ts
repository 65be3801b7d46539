const KEY = "tributary.nodes";

/** Where the browser forbids storage, a consent lasts as long as the page. */
const ofThisPage = new Set<string>();

/** Whether the visitor has agreed to a link's node in this session: this tab, until it is closed. */
export function hasConsented(rpcUrl: string): boolean {
  return ofThisPage.has(rpcUrl) || stored().includes(rpcUrl);
}

export function giveConsent(rpcUrl: string): void {
  ofThisPage.add(rpcUrl);
  store([...stored(), rpcUrl]);
}

function stored(): readonly string[] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function store(list: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // See `ofThisPage`.
  }
}
