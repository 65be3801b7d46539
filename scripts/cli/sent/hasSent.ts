let sent = false;

/** Called when a transaction goes out. */
export function noteSent(): void {
  sent = true;
}

/** Whether this process has sent a transaction, or tried to. */
export function hasSent(): boolean {
  return sent;
}
