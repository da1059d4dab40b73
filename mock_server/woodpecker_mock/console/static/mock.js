// The mock's JSON routes. Paths are relative, for a mock behind a path of another server.

export async function read(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// Sends a change; null if it was accepted, else what is wrong, as a list of texts.
export async function send(method, path, body) {
  const json = body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(path, { method, ...json });
  } catch {
    return ["The mock does not answer."];
  }
  if (response.ok) return null;
  const answer = await response.json().catch(() => ({}));
  return answer.problems ?? [answer.detail ?? `The mock answered ${response.status}.`];
}

let reading;

// The operations of the spec, in its order.
export function operations() {
  reading ??= read("docs/openapi.json").then(({ paths }) =>
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, operation]) => operation.operationId)
        .map(([method, operation]) => ({
          id: operation.operationId,
          method: method.toUpperCase(),
          path,
          summary: operation.summary,
          family: operation["x-route-family"],
          body: Boolean(operation.requestBody),
        })),
    ),
  );
  return reading;
}
