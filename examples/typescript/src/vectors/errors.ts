/** `errors.json`: what a response becomes. */

import { isDeepStrictEqual } from "node:util";

import { connect } from "../client.js";
import { contract } from "../contract.js";
import { ApiError } from "../errors.js";
import { BASE_URL, call, known } from "./vector.js";

export interface ErrorsCase {
  operation: string;
  answer: { status: number; headers: Record<string, string>; body: string };
  expect: { kind: string; timestamp?: string | null };
}

export async function errorsPass({ operation, answer, expect }: ErrorsCase): Promise<boolean> {
  known(answer, "status", "headers", "body");
  known(expect, "kind", "status", "title", "detail", "code", "timestamp");
  const { method, path, declared } = operationOf(operation);
  // As bytes, because fetch gives a text a content type.
  const body = answer.body === "" ? null : new TextEncoder().encode(answer.body);
  const context = declared["x-route-family"] === "agency" ? null : { company: 880101 };
  const client = connect({ kind: "hq", value: "hq-key" }, context, BASE_URL, async () => new Response(body, answer));
  const parameters = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 1]));
  const options = { params: { path: parameters }, ...(declared.requestBody && { body: {} }) };
  const outcome = await call(client, method, path, options).then(() => ({ kind: "success" }), fields);
  const moment = expect.timestamp ? { timestamp: new Date(expect.timestamp) } : {};
  return isDeepStrictEqual(outcome, { ...expect, ...moment });
}

function fields(error: unknown): object {
  if (!(error instanceof ApiError)) throw error;
  const { kind, status, title, detail, code, timestamp } = error;
  return kind === "unexpected_response" ? { kind, status } : { kind, status, title, detail, code, timestamp };
}

function operationOf(id: string) {
  for (const [path, item] of Object.entries(contract.paths))
    for (const [method, declared] of Object.entries(item))
      if (declared.operationId === id) return { method, path, declared };
  throw new Error(`the spec has no operation ${id}`);
}
