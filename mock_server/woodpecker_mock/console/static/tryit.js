// A curl line to copy, which the page can also send itself.

import { copyButton, element, option, pill } from "./dom.js";
import { fillIdentities, firstIdentity } from "./identities.js";
import { operations } from "./mock.js";
import { statusKind } from "./requests.js";

let identity = null;
let listed = [];
let choices = [];
const whom = element("select", { onchange: () => choose(listed[Number(whom.value)]) });
const what = element("select", { onchange: update });
const command = element("pre", { className: "command", tabIndex: 0 });
command.setAttribute("aria-label", "The request as a curl command");
command.setAttribute("role", "region");
const answer = element("span", { role: "status" });

export async function buildTry(place) {
  place.append(
    element(
      "header",
      {},
      element("h2", { id: "try-title", textContent: "Try it" }),
      element("span", { className: "base" }, element("code", { textContent: base() }), copyButton(base, "the base URL")),
    ),
    element(
      "div",
      { className: "body" },
      element(
        "div",
        { className: "row" },
        element("label", { className: "grow" }, "Key", whom),
        element("label", { className: "grow" }, "Request", what),
      ),
      command,
      element(
        "div",
        { className: "row" },
        element("button", { type: "button", className: "primary", textContent: "Send", onclick: transmit }),
        copyButton(() => command.textContent, "the curl command"),
        answer,
      ),
    ),
  );
  choices = (await operations()).filter(({ method, path }) => method === "GET" && !path.includes("{"));
  what.replaceChildren(...choices.map(({ id, path, summary }) => option(id, `${path}: ${summary}`)));
  what.value = "listMailboxes";
  update();
}

export function tryWith(state) {
  const known = state.agencies.some(
    (agency) => agency.hq_key === identity?.key || agency.companies.some((one) => one.client_key === identity?.key),
  );
  if (!known) identity = firstIdentity(state);
  listed = fillIdentities(whom, state, identity);
  update();
}

export function choose(chosen) {
  identity = chosen;
  update();
}

function base() {
  return new URL("rest", location.href).href;
}

function request() {
  const operation = choices.find(({ id }) => id === what.value);
  const headers = {};
  if (identity) headers["x-api-key"] = identity.key;
  // An agency route names its company in the path.
  if (identity?.company && operation?.family === "account") headers["x-company-id"] = String(identity.company);
  return { url: `${base()}${operation?.path ?? ""}`, headers };
}

function update() {
  const { url, headers } = request();
  const lines = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)} \\\n     `);
  command.textContent = `curl ${lines.join("")}${url}`;
}

// As a shell reads it, on every system that has one.
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

async function transmit() {
  const { url, headers } = request();
  const began = performance.now();
  try {
    const response = await fetch(url, { headers });
    const text = await response.text();
    const took = Math.round(performance.now() - began);
    answer.replaceChildren(pill(response.status, statusKind(response.status)), ` ${text.length} characters in ${took} ms`);
  } catch {
    answer.replaceChildren(pill("no response", "bad"));
  }
}
