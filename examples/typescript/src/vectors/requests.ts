/** `policy.json` and `redirects.json`: the headers that go with a request, or why it is not sent. */

import { isDeepStrictEqual } from "node:util";

import createClient from "openapi-fetch";

import type { paths } from "../../generated/api.js";
import { headerPolicy, PolicyError, REASONS, type Context, type Key } from "../policy.js";
import { BASE_URL, call, known } from "./vector.js";

interface Who {
  key: Key;
  context: { company: number; company_text?: string } | { own_account: true } | null;
  base_url?: string;
}

interface Outcome {
  headers?: Record<string, string>;
  refused?: string;
  or_refused?: string;
}

export interface PolicyCase extends Who {
  request: { method: string; path: string };
  expect: Outcome;
}

export interface RedirectsCase extends Who {
  hops: { url: string; method: string; body: boolean; expect: Outcome }[];
}

export async function policyPasses({ request, expect, ...who }: PolicyCase): Promise<boolean> {
  known(request, "method", "path");
  return matches(expect, await send(who, request.method, who.base_url ?? BASE_URL, request.path, false));
}

/** The client follows no redirect, so each hop is a request that the program makes by itself. */
export async function redirectsPass({ hops, ...who }: RedirectsCase): Promise<boolean> {
  let url = new URL(who.base_url ?? BASE_URL);
  for (const [index, hop] of hops.entries()) {
    known(hop, "redirect_status", "url", "method", "body", "expect");
    url = new URL(hop.url, url);
    const passed = await send(who, hop.method, url.origin, url.pathname + url.search, hop.body);
    if (!matches(hop.expect, passed) || (passed.refused !== undefined && index < hops.length - 1)) return false;
  }
  return true;
}

async function send(who: Who, method: string, baseUrl: string, path: string, body: boolean): Promise<Outcome> {
  const { key, context, base_url = BASE_URL } = who;
  known(key, "kind", "value");
  let sent: Request | undefined;
  const client = createClient<paths>({
    baseUrl,
    fetch: async (request) => {
      sent = request;
      return new Response();
    },
  });
  try {
    client.use(headerPolicy(key, contextOf(context), base_url));
    await call(client, method, path, body ? { body: {} } : {});
  } catch (error) {
    if (error instanceof PolicyError && sent === undefined) return { refused: error.reason };
    throw error;
  }
  if (sent?.redirect !== "manual") throw new Error("fetch would follow a redirect by itself");
  return {
    headers: Object.fromEntries([...sent.headers].filter(([name]) => ["x-api-key", "x-company-id"].includes(name))),
  };
}

function contextOf(context: Who["context"]): Context {
  if (context === null) return null;
  known(context, "own_account", "company", "company_text");
  if ("own_account" in context) return { ownAccount: true };
  // JSON.parse has rounded the integers above 2^53; they are there as text, too.
  return { company: context.company_text === undefined ? context.company : BigInt(context.company_text) };
}

function matches(expected: Outcome, passed: Outcome): boolean {
  known(expected, "headers", "refused", "or_refused");
  const reasons = [expected.refused, expected.or_refused].filter((reason) => reason !== undefined);
  for (const reason of reasons) if (!(reason in REASONS)) throw new Error(`unknown reason ${reason}`);
  if (passed.refused !== undefined) return reasons.includes(passed.refused);
  return isDeepStrictEqual(passed.headers, expected.headers);
}
