import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { HEADERS, META_POLICY } from "../../frontend/headers/HEADERS.ts";
import { nginxConfig } from "../../frontend/headers/nginxConfig.ts";
import { expect, test } from "./support/test.ts";

// What browsers are told about the site stands in one place; here it is compared wherever it comes out.

const FRAME = "frame-ancestors 'none'";

test("the page, the server, the file for hosts and the lines for nginx say the same", async ({
  page,
  site,
}) => {
  const policy = HEADERS["Content-Security-Policy"] ?? "";
  expect(policy).toBe(`${META_POLICY}; ${FRAME}`);
  const response = await page.goto(site.url);
  const sent = response?.headers() ?? {};
  for (const [name, value] of Object.entries(HEADERS)) expect(sent[name.toLowerCase()]).toBe(value);
  // A page's own policy may not name who frames it.
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    "content",
    policy.replace(`; ${FRAME}`, ""),
  );
  const file = await (await fetch(new URL("_headers", site.url))).text();
  const [path, ...lines] = file.trimEnd().split("\n");
  expect(path).toBe("/*");
  const inFile = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1));
  expect(Object.fromEntries(inFile.map((one) => [one?.[0], one?.[1]]))).toEqual(HEADERS);
  const document = await readFile("docs/site.md", "utf8");
  expect(/```nginx\n([^`]+)\n```/.exec(document)?.[1]).toBe(nginxConfig());
  const inNginx = nginxConfig()
    .split("\n")
    .map((line) => /^add_header ([\w-]+) "([^"]+)" always;$/.exec(line)?.slice(1));
  expect(Object.fromEntries(inNginx.map((one) => [one?.[0], one?.[1]]))).toEqual(HEADERS);
});

test("another page cannot show the site inside itself", async ({ page, site, complaints }) => {
  const other = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe src="${site.url}"></iframe>`);
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const refused = page.waitForEvent("requestfailed", (request) => request.url() === site.url);
  await page.goto(`http://127.0.0.1:${port}/`);
  expect((await refused).failure()?.errorText).toBe("net::ERR_BLOCKED_BY_RESPONSE");
  await expect(page.frameLocator("iframe").locator("#root")).toHaveCount(0);
  // That the policy did it is complained of, as it should be.
  complaints.length = 0;
  other.close();
});

test("the site reads what its document shows as programs.json", async ({ page, site }) => {
  const document = await readFile("docs/site.md", "utf8");
  const [example = ""] = document.matchAll(/```json\n(\{\n[^`]+)\n```/g).map(([, text]) => text);
  await site.setPrograms(JSON.parse(example));
  // Its nodes are examples: nobody is to be asked.
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(site.url);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The node does not answer: https://mainnet.base.org");
  await expect(alert).toContainText("https://base.example.org");
  await site.setPrograms(undefined);
});
