/** Which headers go with a request to the Woodpecker API, or why it is not sent: spec/conformance/README.md. */

import type { Middleware } from "openapi-fetch";

export const REASONS = {
  account_route_without_context: "an HQ key has to name the account: a company, or its own",
  agency_route_with_client_key: "agency routes need the HQ key",
  agency_route_with_company: "an agency route acts for the agency; where a company is meant, the path names it",
  ambiguous_path: "a server may read the path as another route",
  body_to_other_origin: "a body was to leave the base URL",
  company_mismatch: "the call names another company in x-company-id than it acts for; leave the header out",
  company_with_client_key: "a client key acts for its own account alone",
  insecure_base_url: "http would show the key; it is for localhost, 127.0.0.0/8 and ::1",
  invalid_base_url: "the base URL is an absolute http or https URL without a user, a query or a fragment",
  invalid_company_id: "a company id is a positive integer of signed 64 bits, above 2^53 as a bigint",
  invalid_key: "a key is 1 to 512 visible ASCII characters",
} as const;

const LOOPBACK = /^(localhost\.?|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Nothing was sent. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";

  constructor(readonly reason: keyof typeof REASONS) {
    super(`${reason}: ${REASONS[reason]}`);
  }
}

export type Key = { readonly kind: "hq" | "client"; readonly value: string };

/** Whom requests act for; null if nothing was given. */
export type Context = { readonly company: number | bigint } | { readonly ownAccount: true } | null;

/**
 * Puts the headers on every request of a client, which then acts for one account. `use` it last, so that no other
 * middleware changes a request after it. Throws a `PolicyError` for a key, an id or a base URL that cannot be used.
 */
export function headerPolicy(key: Key, context: Context, baseUrl: string): Middleware {
  if (typeof key.value !== "string" || !/^[\x21-\x7e]{1,512}$/.test(key.value)) throw new PolicyError("invalid_key");
  const company = context && "company" in context ? companyText(context.company) : null;
  const base = checkedBase(baseUrl);
  const root = base.pathname.replace(/\/$/, "");

  function headersFor(url: URL, hasBody: boolean): Record<string, string> {
    if (origin(url) !== origin(base) || !`${url.pathname}/`.startsWith(`${root}/`)) {
      if (hasBody) throw new PolicyError("body_to_other_origin");
      return {};
    }
    const path = url.pathname.slice(root.length);
    const route = path.split("/").slice(1, 3).join("/");
    if (isAmbiguous(path) || !/^[a-z0-9_/-]*$/.test(route)) throw new PolicyError("ambiguous_path");
    const isAgency = route === "v2/agency";
    if (isAgency && key.kind === "client") throw new PolicyError("agency_route_with_client_key");
    if (isAgency && context !== null) throw new PolicyError("agency_route_with_company");
    if (key.kind === "client" && company !== null) throw new PolicyError("company_with_client_key");
    if (!isAgency && key.kind === "hq" && context === null) throw new PolicyError("account_route_without_context");
    return company === null ? { "x-api-key": key.value } : { "x-api-key": key.value, "x-company-id": company };
  }

  return {
    onRequest({ request }) {
      const decided = headersFor(new URL(request.url), request.body !== null);
      const headers = new Headers(request.headers);
      // The generated types let a call name a company by itself.
      const named = headers.get("x-company-id");
      if (named !== null && "x-api-key" in decided && named !== company) throw new PolicyError("company_mismatch");
      headers.delete("x-api-key");
      headers.delete("x-company-id");
      for (const [name, value] of Object.entries(decided)) headers.set(name, value);
      // By itself, fetch follows a redirect to any host and takes both headers along.
      return new Request(request, { headers, redirect: "manual" });
    },
  };
}

function companyText(id: number | bigint): string {
  // A number that is no safe integer may have been another id before it was rounded.
  const isExact = typeof id === "bigint" || Number.isSafeInteger(id);
  if (!isExact || id <= 0 || id >= 2n ** 63n) throw new PolicyError("invalid_company_id");
  return String(id);
}

function checkedBase(text: string): URL {
  if (!URL.canParse(text) || /[?#]/.test(text)) throw new PolicyError("invalid_base_url");
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || isAmbiguous(url.pathname))
    throw new PolicyError("invalid_base_url");
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) throw new PolicyError("insecure_base_url");
  return url;
}

/** `URL` writes hosts, addresses and ports in one way only, but leaves the dot at the end of a name. */
const origin = (url: URL): string => `${url.protocol}//${url.hostname.replace(/\.$/, "")}:${url.port}`;

/** `URL` has resolved dot segments and backslashes, and what came of them is what is sent; these remain. */
function isAmbiguous(path: string): boolean {
  const escaped = (path.match(/%[0-9a-f]{2}/gi) ?? []).map((escape) => parseInt(escape.slice(1), 16));
  return /;|\/\//.test(path) || escaped.some((code) => /[\w.~/\\;%\x00-\x1f\x7f-]/.test(String.fromCharCode(code)));
}
