/** The generated client with the header policy before a request and typed errors after it. */

import createClient, { type Client, type Middleware } from "openapi-fetch";

import type { paths } from "../generated/api.js";
import { resultCheck } from "./contract.js";
import { errorOf } from "./errors.js";
import { headerPolicy, type Context, type Key } from "./policy.js";

/** A client that acts for one account. Its calls throw an `ApiError`, or a `PolicyError` if nothing was sent. */
export function connect(key: Key, context: Context, baseUrl: string, fetch = globalThis.fetch): Client<paths> {
  const client = createClient<paths>({ baseUrl, fetch });
  client.use(errors, headerPolicy(key, context, baseUrl));
  return client;
}

// Without it, an empty 403 comes back as neither data nor error.
const errors: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const { status, headers } = response;
    const error = errorOf(
      { status, headers, body: await response.clone().text() },
      resultCheck(request.method, schemaPath),
    );
    if (error !== null) throw error;
  },
};
