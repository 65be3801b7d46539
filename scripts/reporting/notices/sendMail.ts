import { createTransport } from "nodemailer";
import { printable } from "../../../core/text/printable.ts";
import type { Delivery, DeliveryAttempt } from "./Delivery.ts";
import type { MailServer } from "./Subscription.ts";

const PATIENCE = 15_000;

/** Sends a notice by e-mail. Its Message-ID is the delivery's, so that a second copy can be told for what it is. */
export async function sendMail(
  server: MailServer,
  email: string,
  delivery: Delivery,
): Promise<DeliveryAttempt> {
  const { host, port, security, login, from } = server;
  const transport = createTransport({
    ...{ host, port, secure: security === "tls", requireTLS: security === "starttls" },
    ...{ ignoreTLS: security === "none", ...(login && { auth: login }) },
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail({
      ...{ from, to: email, subject: printable(delivery.subject), text: textOf(delivery) },
      messageId: `<${delivery.id}@${domainOf(from)}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return { outcome: "sent" };
  } catch (error) {
    return toDelivery(error);
  } finally {
    transport.close();
  }
}

/** What the server says of this message or its receiver is for good from 500 on; of anything else it may change its mind. */
function toDelivery(error: unknown): DeliveryAttempt {
  const { message, code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const isForGood = (responseCode ?? 0) >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  return { outcome: isForGood ? "refused" : "failed", why: printable(message) };
}

function domainOf(from: string): string {
  return /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost";
}

/** The notice's details, one a line. */
function textOf({ subject, body }: Delivery): string {
  const { timestamp, data } = JSON.parse(body) as { timestamp: string; data: object };
  const details = Object.entries(data).flatMap(([name, value]) => lines(name, value));
  return [printable(subject), "", `time: ${timestamp}`, ...details, ""].join("\n");
}

function lines(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => lines(name, one));
  if (typeof value !== "object" || value === null) return [`${name}: ${printable(String(value))}`];
  const parts = Object.entries(value).map(([key, one]) => `${key} ${printable(String(one))}`);
  return [`${name}: ${parts.join(", ")}`];
}
