// The last requests, the latest first, each with the rule that decided it.

import { element, empty, pill, show } from "./dom.js";

let rules = {};
let names = new Map();
let entries = [];
let paused = false;
const list = element("ol", { className: "list", tabIndex: 0 });
list.setAttribute("aria-label", "The last requests, the latest first");
const filter = element("input", { type: "search", placeholder: "Filter: path, operation, status, company", className: "grow", oninput: draw });
filter.setAttribute("aria-label", "Filter the requests");
const pause = element("button", { type: "button", className: "small", textContent: "Pause", onclick: togglePause });

export function buildRequests(place, knownRules) {
  rules = knownRules;
  place.append(
    element("header", {}, element("h2", { id: "requests-title", textContent: "Live requests" }), pause),
    element("div", { className: "row tools" }, filter),
    list,
  );
  draw();
}

export function showRequests(latest) {
  if (paused) return;
  entries = latest;
  draw();
}

export function nameCompanies(state) {
  names = new Map(state.agencies.flatMap(({ companies }) => companies.map(({ id, name }) => [String(id), name])));
  draw();
}

export function statusKind(status) {
  if (status === 0) return "";
  return status < 300 ? "good" : status < 500 ? "warn" : "bad";
}

function togglePause() {
  paused = !paused;
  pause.textContent = paused ? "Resume" : "Pause";
}

function draw() {
  const wanted = filter.value.trim().toLowerCase();
  const shown = entries.filter((entry) => !wanted || textOf(entry).includes(wanted)).reverse();
  if (shown.length) show(list, ...shown.map(item));
  else show(list, element("li", {}, empty(entries.length ? "No request matches the filter." : "No requests yet. Send one to see it here.")));
}

function textOf({ method, path, operation, status, company, key }) {
  return `${method} ${path} ${operation ?? ""} ${status} ${company ?? ""} ${names.get(company) ?? ""} ${key}`.toLowerCase();
}

function item({ time, method, path, operation, status, company, key, row }) {
  const status_ = status ? pill(status, statusKind(status)) : pill("–");
  if (!status) status_.title = "No response yet, or none ever";
  const who = company === null ? `${key === "none" ? "no" : key} key` : `${key} key for ${names.get(company) ?? "company"} (${company})`;
  const rule = rules[row];
  return element(
    "li",
    { className: "request" },
    status_,
    element("code", { className: "path", textContent: `${method} ${path}` }),
    element("time", { textContent: time.slice(11), title: `${time} UTC` }),
    element("span", { className: "detail", textContent: `${operation ?? "no such operation"} · ${who}` }),
    rule && element("span", { className: "detail" }, element("span", { className: "rule", title: `Rule ${row}`, textContent: row }), `${rule.request} → ${rule.result}`),
  );
}
