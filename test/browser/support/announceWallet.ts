/// <reference lib="dom" />

type Listener = (value: unknown) => void;
type Answer = { readonly result: unknown; readonly error?: { code: number; message: string } };

declare global {
  interface Window {
    testWalletRequest: (call: unknown) => Promise<Answer>;
  }
}

/** Runs in the page: a provider that passes every request on to the test, announced as EIP-6963 has it. */
export function announceWallet(): void {
  const listeners = new Map<string, Set<Listener>>();
  const provider = {
    async request(call: unknown): Promise<unknown> {
      const { result, error } = await window.testWalletRequest(call);
      if (error === undefined) return result;
      throw Object.assign(new Error(error.message), { code: error.code });
    },
    on(event: string, listener: Listener): void {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event: string, listener: Listener): void {
      listeners.get(event)?.delete(listener);
    },
  };
  window.addEventListener("test:chain", (event) => {
    const id: number = event instanceof CustomEvent ? event.detail : 0;
    for (const listener of listeners.get("chainChanged") ?? []) listener(`0x${id.toString(16)}`);
  });
  const info = {
    uuid: "4c4ad2f6-8a3b-4d6a-9c0e-7d5b1e2f3a4b",
    name: "Test Wallet",
    icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    rdns: "org.example.testwallet",
  };
  const announce = (): void => {
    const detail = Object.freeze({ info, provider });
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  };
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
