import type { NoticeKind } from "./Notice.ts";

/** Who is told what, and where. */
export interface Subscription {
  /** What tells it apart in the outbox: who and where. */
  readonly key: string;
  /** A name or wallet; undefined for everybody. */
  readonly partner: string | undefined;
  readonly kinds: ReadonlySet<NoticeKind>;
  /** Told from then on; undefined where from the first run on. */
  readonly since: number | undefined;
  readonly target: WebhookTarget | MailTarget;
}

export interface WebhookTarget {
  readonly url: URL;
  /** The one in use first; two while one replaces the other. */
  readonly secrets: readonly string[];
}

interface MailTarget {
  readonly email: string;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly from: string;
}
