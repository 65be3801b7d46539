import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { Webhook } from "standardwebhooks";
import { mayConnect } from "../../scripts/reporting/notices/addresses.ts";
import type { Delivery } from "../../scripts/reporting/notices/Delivery.ts";
import { NOTICE_KINDS } from "../../scripts/reporting/notices/Notice.ts";
import { readSubscriptions } from "../../scripts/reporting/notices/readSubscriptions.ts";
import type { MailServer } from "../../scripts/reporting/notices/Subscription.ts";
import { sendMail } from "../../scripts/reporting/notices/sendMail.ts";
import { sendWebhook } from "../../scripts/reporting/notices/sendWebhook.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Receiver, SECRET, startReceiver } from "./support/receiver.ts";
import { refusal } from "./support/refusal.ts";

const DELIVERY: Delivery = {
  ...{ id: "ntc_00112233445566778899aabbccddeeff", subscription: "ana x", attempts: 0 },
  ...{ type: "sale.posted", subject: "Acme: Earned: 20 USDC, sale s-1" },
  body: JSON.stringify({
    type: "sale.posted",
    timestamp: "2025-01-06T00:00:00.000Z",
    data: { sale: "s-1", amount: "20", lines: [{ role: "seller", rate: "20 %", amount: "20" }] },
  }),
};

describe("Sending a notice", () => {
  describe("to a webhook", () => {
    let receiver: Receiver;

    beforeEach(async () => {
      receiver = await startReceiver();
    });
    afterEach(() => receiver.close());

    const send = (url: string, isLocal: boolean, patience?: number) =>
      sendWebhook({ url: new URL(url), secrets: [SECRET] }, DELIVERY, isLocal, patience);

    it("is signed, and told by the library from one that was changed", async () => {
      expect(await send(receiver.url, true)).to.deep.equal({ outcome: "sent" });
      const [one] = receiver.received;
      expect(one?.text).to.equal(DELIVERY.body);
      const headers = one?.headers as Record<string, string>;
      const verify = (text: string) => new Webhook(SECRET).verify(text, headers);
      expect(verify(DELIVERY.body)).to.have.property("type", "sale.posted");
      expect(() => verify(DELIVERY.body.replace("20", "21"))).to.throw("No matching signature");
      expect(one?.headers).to.include({
        "webhook-id": DELIVERY.id,
        "content-type": "application/json",
      });
    });

    it("connects to nothing but public addresses, whatever the name", async () => {
      const { port } = new URL(receiver.url);
      const hosts = [
        ...["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]", "0.0.0.0"],
        ...["[::ffff:127.0.0.1]", "[::]", "10.0.0.1", "172.16.0.1", "192.168.1.1"],
        ...["169.254.169.254", "[fe80::1]", "[fd00::1]", "100.64.0.1", "[64:ff9b::7f00:1]"],
      ];
      for (const host of hosts) {
        const delivery = await send(`http://${host}:${port}/`, false, 2_000);
        expect(delivery, host).to.have.property("outcome", "failed");
        expect(delivery, host).to.have.property("why").that.includes("no public address");
      }
      // Where it is allowed, this machine, and no other of these.
      expect(await send(`http://127.0.0.1:${port}/`, true)).to.deep.equal({ outcome: "sent" });
      const metadata = await send("http://169.254.169.254/latest", true, 2_000);
      expect(metadata).to.have.property("why").that.includes("no public address");
      expect(receiver.received).to.have.length(1);
      for (const address of ["8.8.8.8", "172.15.0.1", "172.32.0.1", "2606:4700::1111"])
        expect(mayConnect(address, false), address).to.equal(true);
      for (const address of ["", "example.org", "::ffff:8.8.8.8"])
        expect(mayConnect(address, true), address).to.equal(false);
    });

    it("ends where no answer comes in time", async () => {
      receiver.answer = () => undefined;
      const delivery = await send(receiver.url, true, 300);
      expect(delivery).to.deep.equal({
        outcome: "failed",
        why: "it did not answer within 0.3 seconds",
      });
    });

    it("fails where nobody listens, and speaks TLS with whom it trusts only", async () => {
      expect(await send("http://localhost:1/", true)).to.have.property("outcome", "failed");
      const plain = await send(receiver.url.replace("http:", "https:"), true);
      expect(plain).to.have.property("outcome", "failed");
    });
  });

  describe("by e-mail", () => {
    let server: SMTPServer;
    let mail: MailServer;
    let mails: string[];
    /** What the server says to a receiver. */
    let objection: (Error & { responseCode?: number }) | undefined;

    const listen = async (options: SMTPServerOptions = {}) => {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        onRcptTo: (_address, _session, callback) => callback(objection),
        onData(stream, _session, callback) {
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            mails.push(Buffer.concat(chunks).toString());
            callback();
          });
        },
        ...options,
      });
      server.on("error", () => undefined);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.server.address() as AddressInfo;
      const from = "Acme <revenue@acme.example>";
      mail = { host: "localhost", port, security: "none", login: undefined, from };
    };

    beforeEach(() => {
      mails = [];
      objection = undefined;
    });
    afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

    it("arrives with the delivery's own Message-ID and every detail", async () => {
      await listen();
      for (let copy = 0; copy < 2; copy++)
        expect(await sendMail(mail, "ana@example.org", DELIVERY)).to.deep.equal({
          outcome: "sent",
        });
      expect(mails).to.have.length(2);
      for (const text of mails) {
        expect(text).to.include(`Message-ID: <${DELIVERY.id}@acme.example>`);
        expect(text).to.include("From: Acme <revenue@acme.example>");
        expect(text).to.include("To: ana@example.org");
        expect(text).to.include("Subject: Acme: Earned: 20 USDC, sale s-1");
        expect(text).to.include("Auto-Submitted: auto-generated");
        expect(text).to.match(/time: 2025-01-06T00:00:00.000Z\r\nsale: s-1\r\namount: 20\r\n/);
        expect(text).to.include("lines: role seller, rate 20 %, amount 20");
      }
    });

    it("shows hostile names as text, and gives them no header", async () => {
      await listen();
      const hostile = "x\r\nBcc: all@example.org\r\n\r\n<b>hello</b>";
      const data = { sale: hostile, lines: [{ role: hostile }] };
      const body = JSON.stringify({ type: "t", timestamp: "now", data });
      await sendMail(mail, "ana@example.org", { ...DELIVERY, subject: hostile, body });
      const [text = ""] = mails;
      const [head = "", rest = ""] = text.split("\r\n\r\n");
      expect(head).to.not.match(/^bcc:/im);
      expect(rest.replaceAll("=\r\n", "")).to.not.match(/^bcc:/im);
      expect(head).to.include("Content-Type: text/plain");
    });

    it("is tried again after a passing objection, and not after a final one", async () => {
      await listen();
      objection = Object.assign(new Error("try later"), { responseCode: 451 });
      const later = await sendMail(mail, "ana@example.org", DELIVERY);
      expect(later).to.include({ outcome: "failed" });
      objection = Object.assign(new Error("no such mailbox"), { responseCode: 550 });
      const never = await sendMail(mail, "ana@example.org", DELIVERY);
      expect(never)
        .to.include({ outcome: "refused" })
        .and.property("why")
        .includes("no such mailbox");
      objection = undefined;
      expect(await sendMail(mail, "ana@example.org", DELIVERY)).to.deep.equal({ outcome: "sent" });
      expect(mails).to.have.length(1);
    });

    it("logs in where it is told to, and fails without losing the delivery where that is refused", async () => {
      await listen({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, callback) =>
          username === "acme" && password === "right"
            ? callback(null, { user: "acme" })
            : callback(new Error("wrong password")),
      });
      const login = { user: "acme", pass: "right" };
      const to = "ana@example.org";
      expect(await sendMail({ ...mail, login }, to, DELIVERY)).to.deep.equal({ outcome: "sent" });
      const wrong = await sendMail({ ...mail, login: { ...login, pass: "x" } }, to, DELIVERY);
      expect(wrong).to.include({ outcome: "failed" });
    });

    it("says nothing to a server without TLS, or with a certificate that nobody vouches for", async () => {
      await listen();
      const plain = await sendMail({ ...mail, security: "starttls" }, "a@b.example", DELIVERY);
      expect(plain).to.include({ outcome: "failed" });
      await new Promise<void>((resolve) => server.close(() => resolve()));
      // The library's own certificate, which it signed itself.
      await listen({ disabledCommands: [] });
      const unknown = await sendMail({ ...mail, security: "starttls" }, "a@b.example", DELIVERY);
      expect(unknown)
        .to.include({ outcome: "failed" })
        .and.property("why")
        .matches(/certificate/);
      expect(mails).to.deep.equal([]);
    });
  });

  describe("to subscriptions", () => {
    let folder: Folder;

    before(async () => {
      folder = await openFolder();
      await folder.write("secret", `${SECRET}\n`);
      await folder.write("password", "p4ss\n");
    });
    after(() => folder.remove());

    const webhook = { partner: "ana", webhook: "https://example.org/x", secretFile: "secret" };
    const mail = { host: "smtp.example.org", port: 465, security: "tls", from: "a@example.org" };
    const read = async (file: unknown, isLocal = false) =>
      readSubscriptions(await folder.write("s.json", JSON.stringify(file)), isLocal);
    const refused = async (file: unknown, isLocal = false) =>
      (await refusal(read(file, isLocal))).message;

    it("reads who is told what, and the secrets from their files", async () => {
      const email = {
        partner: "*",
        email: "ops@example.org",
        notices: ["lock"],
        since: "2025-01-01",
      };
      const login = { ...mail, user: "acme", passwordFile: "password" };
      const found = await read({ mail: login, subscriptions: [webhook, email] });
      expect(found.mail?.login).to.deep.equal({ user: "acme", pass: "p4ss" });
      const [first, second] = found.subscriptions;
      expect(first?.target).to.deep.equal({
        url: new URL("https://example.org/x"),
        secrets: [SECRET],
      });
      expect([...(first?.kinds ?? [])]).to.deep.equal([...NOTICE_KINDS]);
      expect(second).to.deep.include({ partner: undefined, since: 1_735_689_600 });
    });

    it("names every kind of notice that there is", async () => {
      const path = new URL("../../schema/subscriptions.schema.json", import.meta.url);
      const schema = JSON.parse(await readFile(path, "utf8"));
      const { items } = schema.properties.subscriptions.items.properties.notices;
      expect(items.enum).to.deep.equal([...NOTICE_KINDS]);
    });

    for (const [what, listed, expected] of [
      ["http", { ...webhook, webhook: "http://example.org/x" }, "subscriptions[0].webhook"],
      ["http on this machine", { ...webhook, webhook: "http://localhost/x" }, "an https address"],
      ["another scheme", { ...webhook, webhook: "file:///etc/passwd" }, "an https address"],
      [
        "a password in the address",
        { ...webhook, webhook: "https://a:b@example.org" },
        "a password",
      ],
      ["no address", { ...webhook, webhook: "example.org" }, '"example.org"'],
      ["no secret", { partner: "ana", webhook: "https://example.org" }, "a secretFile"],
      ["neither", { partner: "ana" }, "either a webhook or an email"],
      ["both", { ...webhook, email: "a@example.org" }, "either a webhook or an email"],
      [
        "two receivers",
        { partner: "ana", email: "a@example.org,b@example.org" },
        "an e-mail address",
      ],
      ["another kind", { ...webhook, notices: ["rain"] }, '"amendment"'],
      ["a time that is none", { ...webhook, since: "soon" }, "subscriptions[0].since"],
      ["an unknown field", { ...webhook, url: "x" }, "an unknown field"],
      [
        "e-mail without a server",
        { partner: "ana", email: "a@example.org" },
        "mail: found nothing",
      ],
    ] as const) {
      it(`refuses ${what}`, async () => {
        expect(await refused({ subscriptions: [listed] })).to.include(expected);
      });
    }

    it("refuses one subscription twice, mail in the clear, half a login and a secret that is none", async () => {
      expect(await refused({ subscriptions: [webhook, webhook] })).to.include("a second time");
      const clear = { ...mail, security: "none" };
      expect(await refused({ mail: clear, subscriptions: [webhook] })).to.include("mail.security");
      const half = { ...mail, user: "acme" };
      expect(await refused({ mail: half, subscriptions: [webhook] })).to.include("a passwordFile");
      const injected = { ...mail, from: "a@example.org\r\nBcc: b@example.org" };
      expect(await refused({ mail: injected, subscriptions: [webhook] })).to.include("mail.from");
      await folder.write("bad", "hunter2\n");
      const message = await refused({ subscriptions: [{ ...webhook, secretFile: "bad" }] });
      expect(message).to.include("whsec_").and.not.include("hunter2");
      const missing = { subscriptions: [{ ...webhook, secretFile: "nowhere" }] };
      expect(await refused(missing)).to.include("there is no such file");
      const remote = { ...webhook, webhook: "http://example.org/x" };
      expect(await refused({ subscriptions: [remote] }, true)).to.include("of this machine");
    });
  });
});
