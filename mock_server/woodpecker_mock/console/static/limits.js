// How many requests of each account run and wait, and what became of the others.

import { element, empty, pill, show } from "./dom.js";

const MOST = 50;
let names = new Map();
let state = { limits: null, accounts: {} };
const search = element("input", { type: "search", placeholder: "Search by name or id", className: "grow", oninput: draw });
search.setAttribute("aria-label", "Search accounts");
const rule = element("p", { className: "muted" });
const list = element("div");

export const limits = {
  id: "limits",
  title: "Limits",
  build(place) {
    place.append(rule, element("div", { className: "row" }, search), list);
  },
  update(latest) {
    state = latest;
    draw();
  },
  name(world) {
    names = new Map();
    for (const agency of world.agencies) {
      names.set(String(agency.id), `${agency.name}, own account`);
      for (const { id, name } of agency.companies) names.set(String(id), name);
    }
    draw();
  },
};

export function waiting({ accounts }) {
  return Object.values(accounts).reduce((sum, { queued }) => sum + queued, 0);
}

function draw() {
  const { limits: set, accounts } = state;
  rule.textContent = set
    ? `Of each account ${count(set.running, "request runs", "requests run")} at once and ${count(set.queued, "waits", "wait")}, each for up to ${set.wait} s. The others are rejected.`
    : "There are no limits: every request runs at once.";
  const wanted = search.value.trim().toLowerCase();
  const found = Object.entries(accounts)
    .filter(([id]) => !wanted || id.includes(wanted) || (names.get(id) ?? "").toLowerCase().includes(wanted))
    .sort(([, one], [, other]) => other.running + other.queued - one.running - one.queued || other.highest - one.highest || other.ran - one.ran);
  const more = found.length - MOST;
  show(
    list,
    found.length
      ? element("ul", { className: "list" }, ...found.slice(0, MOST).map((one) => item(set, ...one)))
      : empty(wanted ? "No account matches the search." : "No account has had a request yet."),
    more > 0 ? element("p", { className: "muted", textContent: `and ${more} more, which the search finds` }) : null,
  );
}

function count(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}

function item(set, id, { running, queued, highest, ran, rejected, abandoned }) {
  const bad = rejected ? pill(`${rejected} rejected`, "bad") : null;
  return element(
    "li",
    { className: "limit" },
    element("span", {}, names.get(id) ?? "an account that is gone", element("span", { className: "muted mono", textContent: ` ${id} ` }), bad),
    slots(set, running, queued),
    element("span", { className: "numbers", textContent: `${ran} ran, ${highest} at once at most${abandoned ? `, ${abandoned} abandoned` : ""}` }),
  );
}

function slots(set, running, queued) {
  const box = element("span", { className: "slots", role: "img" });
  box.setAttribute("aria-label", `${running} running, ${queued} waiting`);
  box.title = `${running} running, ${queued} waiting`;
  const squares = Math.min(12, Math.max(running, set?.running ?? 1));
  const circles = Math.min(12, Math.max(queued, set?.queued ?? 0));
  for (let i = 0; i < squares; i += 1) box.append(element("i", { className: i < running ? "runs" : "" }));
  for (let i = 0; i < circles; i += 1) box.append(element("i", { className: i < queued ? "place waits" : "place" }));
  return box;
}
