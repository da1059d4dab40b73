/** What every runner needs. */

import type { Client } from "openapi-fetch";

import type { paths } from "../../generated/api.js";

export const BASE_URL = "https://api.woodpecker.co/rest";

/** Fails on a key that stands for a rule which is not checked here. */
export function known(value: object, ...keys: string[]): void {
  for (const key of Object.keys(value)) if (!keys.includes(key)) throw new Error(`unknown key ${key}`);
}

/** A call that the types would refuse, such as one of a path that the spec does not have. */
export function call(client: Client<paths>, method: string, path: string, options: Record<string, unknown>) {
  return client.request(method as "get", path as "/v1/me", options);
}
