/** The spec at run time: what the generated types cannot tell, because they are gone by then. */

import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";

interface Response {
  readonly $ref?: string;
  readonly content?: { readonly "application/json"?: { readonly schema: object } };
}

interface Operation {
  readonly operationId: string;
  readonly "x-route-family": "agency" | "account";
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, Response>>;
}

interface Contract {
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

export const contract = JSON.parse(
  readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8"),
) as Contract;

// Not strict, because OpenAPI's schemas have keywords of their own. Formats are the server's business.
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Whether a value fits the schema of the operation's result; null for an operation without a response body. */
export function resultCheck(method: string, path: string): ((value: unknown) => boolean) | null {
  const responses = Object.entries(contract.paths[path]?.[method.toLowerCase()]?.responses ?? {});
  const schemas = responses
    .filter(([status]) => status.startsWith("2"))
    .map(([, response]) => resolved(response).content?.["application/json"]?.schema);
  const schema = schemas.find((found) => found !== undefined);
  return schema === undefined ? null : compiled(schema);
}

const checks = new Map<object, (value: unknown) => boolean>();

function compiled(schema: object): (value: unknown) => boolean {
  const check = checks.get(schema) ?? ajv.compile({ ...schema, components: contract.components });
  checks.set(schema, check);
  return check;
}

function resolved(response: Response): Response {
  const name = response.$ref?.split("/").at(-1);
  return name === undefined ? response : (contract.components.responses[name] ?? response);
}
