import { dirname, resolve } from "node:path";
import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import schema from "../../../schema/subscriptions.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import { readTextFile } from "../../files/readTextFile.ts";
import { isLoopbackName } from "./addresses.ts";
import { NOTICE_KINDS, type NoticeKind } from "./Notice.ts";
import type { MailServer, Subscription, WebhookTarget } from "./Subscription.ts";

/** A subscriptions file as schema/subscriptions.schema.json describes it. */
interface SubscriptionsFile {
  readonly mail?: {
    readonly host: string;
    readonly port: number;
    readonly security: MailServer["security"];
    readonly user?: string;
    readonly passwordFile?: string;
    readonly from: string;
  };
  readonly subscriptions: readonly Listed[];
}

interface Listed {
  readonly partner: string;
  readonly notices?: readonly NoticeKind[];
  readonly webhook?: string;
  readonly secretFile?: string;
  readonly email?: string;
  readonly since?: string;
}

export interface Subscriptions {
  readonly mail: MailServer | undefined;
  readonly subscriptions: readonly Subscription[];
}

/**
 * Reads who is told what, with the secrets that the file only points to.
 * @param isLocal Whether webhooks on this machine are allowed.
 */
export async function readSubscriptions(path: string, isLocal: boolean): Promise<Subscriptions> {
  const file = await readJsonFile<SubscriptionsFile>(path, schema);
  const folder = dirname(resolve(path));
  const mistakes = [
    ...mailMistakes(file),
    ...file.subscriptions.flatMap((one, at) => mistakesIn(file, one, at, isLocal)),
  ];
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  const subscriptions = await Promise.all(
    file.subscriptions.map((one, at) => toSubscription(path, folder, one, at)),
  );
  return { mail: file.mail && (await toServer(folder, file.mail)), subscriptions };
}

function mailMistakes({ mail, subscriptions }: SubscriptionsFile): JsonMistake[] {
  if (mail === undefined) {
    const at = subscriptions.findIndex(({ email }) => email !== undefined);
    return at < 0
      ? []
      : [{ path: "mail", found: "nothing", allowed: `a server, for subscriptions[${at}].email` }];
  }
  const mistakes: JsonMistake[] = [];
  if (mail.security === "none" && !isLoopbackName(mail.host)) {
    const found = `"none" to ${mail.host}`;
    mistakes.push({ path: "mail.security", found, allowed: '"tls" or "starttls"' });
  }
  if ((mail.user === undefined) !== (mail.passwordFile === undefined)) {
    const allowed = "both a user and a passwordFile, or neither";
    mistakes.push({ path: "mail", found: "one of the two", allowed });
  }
  return mistakes;
}

function mistakesIn(
  { subscriptions }: SubscriptionsFile,
  listed: Listed,
  at: number,
  isLocal: boolean,
): JsonMistake[] {
  const { webhook, secretFile, email, since } = listed;
  const path = `subscriptions[${at}]`;
  const mistakes: JsonMistake[] = [];
  if ((webhook === undefined) === (email === undefined)) {
    const found = webhook === undefined ? "neither" : "both";
    mistakes.push({ path, found, allowed: "either a webhook or an email" });
  }
  if ((webhook === undefined) !== (secretFile === undefined))
    mistakes.push({ path, found: "one of the two", allowed: "a secretFile with each webhook" });
  if (webhook !== undefined) mistakes.push(...urlMistakes(`${path}.webhook`, webhook, isLocal));
  if (since !== undefined && parseTime(since) === undefined)
    mistakes.push({ path: `${path}.since`, found: `"${since}"`, allowed: TIME_FORMAT });
  if (subscriptions.findIndex((other) => keyOf(other) === keyOf(listed)) < at)
    mistakes.push({ path, found: `${keyOf(listed)} a second time`, allowed: "each once" });
  return mistakes;
}

function urlMistakes(path: string, text: string, isLocal: boolean): JsonMistake[] {
  const allowed = isLocal
    ? "an https address, or an http one of this machine"
    : "an https address, such as https://example.org/tributary";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return [{ path, found: `"${text}"`, allowed }];
  if (url.username !== "" || url.password !== "" || url.hash !== "")
    return [{ path, found: "a name, a password or a # in the address", allowed }];
  const isFine =
    url.protocol === "https:" ||
    (url.protocol === "http:" && isLocal && isLoopbackName(url.hostname));
  return isFine ? [] : [{ path, found: `"${text}"`, allowed }];
}

function keyOf({ partner, webhook, email }: Listed): string {
  return `${partner} ${webhook ?? email}`;
}

async function toSubscription(
  path: string,
  folder: string,
  listed: Listed,
  at: number,
): Promise<Subscription> {
  const { partner, notices, since, email, webhook, secretFile } = listed;
  const target =
    webhook === undefined
      ? { email: email ?? "" }
      : await toWebhook(path, resolve(folder, secretFile ?? ""), webhook, at);
  return {
    key: keyOf(listed),
    partner: partner === "*" ? undefined : partner,
    kinds: new Set(notices ?? NOTICE_KINDS),
    since: since === undefined ? undefined : parseTime(since),
    target,
  };
}

async function toWebhook(
  path: string,
  file: string,
  webhook: string,
  at: number,
): Promise<WebhookTarget> {
  const secrets = (await readTextFile(file)).split(/\r?\n/).filter((line) => line.trim() !== "");
  const isSecret = (text: string) => /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(text);
  if (secrets.length > 0 && secrets.length <= 2 && secrets.every(isSecret))
    return { url: new URL(webhook), secrets };
  // What was found is a secret.
  const found = `${file}, which holds something else`;
  const allowed = "one or two lines, each whsec_ and 24 to 64 bytes in base64";
  throw new JsonFileError(path, [{ path: `subscriptions[${at}].secretFile`, found, allowed }]);
}

async function toServer(
  folder: string,
  { user, passwordFile, ...mail }: NonNullable<SubscriptionsFile["mail"]>,
): Promise<MailServer> {
  if (user === undefined || passwordFile === undefined) return { ...mail, login: undefined };
  const pass = (await readTextFile(resolve(folder, passwordFile))).replace(/\r?\n$/, "");
  return { ...mail, login: { user, pass } };
}
