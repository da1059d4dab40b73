// The console: reads the mock's JSON routes once a second while the page can be seen, and hands it to the views.

import { companies } from "./companies.js";
import { element, pill } from "./dom.js";
import { faults, onFaultsChanged } from "./faults.js";
import { limits, waiting } from "./limits.js";
import { read } from "./mock.js";
import { mutants, onMutantsChanged } from "./mutants.js";
import { buildRequests, nameCompanies, showRequests } from "./requests.js";
import { onWorldChanged, settings } from "./settings.js";
import { buildTry, choose, tryWith } from "./tryit.js";

const VIEWS = [companies, limits, faults, mutants, settings];
const PHONE = matchMedia("(max-width: 63.99rem)");
const requests = document.getElementById("requests");
const links = new Map();
const panes = new Map();
const last = {};
let world = null;

function build() {
  const nav = document.querySelector(".views");
  const view = document.getElementById("view");
  for (const { id, title } of [{ id: "requests", title: "Requests" }, ...VIEWS]) {
    const badge = pill("", "warn");
    badge.hidden = true;
    const link = element("a", { href: `#${id}` }, title, badge);
    links.set(id, { link, badge });
    nav.append(link);
  }
  for (const one of VIEWS) {
    const pane = element("section", { hidden: true }, element("h2", { className: "unseen", textContent: one.title }));
    pane.setAttribute("aria-label", one.title);
    one.build(pane, use);
    panes.set(one.id, pane);
    view.append(pane);
  }
  addEventListener("hashchange", navigate);
  PHONE.addEventListener("change", navigate);
  onFaultsChanged(poll);
  onMutantsChanged(poll);
  onWorldChanged(() => Promise.all([poll(), readWorld()]));
  navigate();
}

function navigate() {
  const asked = location.hash.slice(1);
  // Where there is room for both, the requests are always there, beside a view.
  const known = panes.has(asked) || (asked === "requests" && PHONE.matches);
  const current = known ? asked : PHONE.matches ? "requests" : "companies";
  for (const [id, { link }] of links) {
    if (id === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const [id, pane] of panes) pane.hidden = id !== current;
  document.getElementById("view").hidden = current === "requests";
  document.getElementById("try").hidden = requests.hidden = PHONE.matches && current !== "requests";
}

function use(identity) {
  choose(identity);
  tryWith(world);
  if (PHONE.matches) location.hash = "requests";
  document.getElementById("try").scrollIntoView({ block: "nearest" });
}

function badge(id, number, text) {
  const { badge: shown } = links.get(id);
  shown.hidden = !number;
  shown.textContent = number;
  shown.title = `${number} ${text}`;
}

async function readWorld() {
  world = await read("_mock/state");
  companies.update(world);
  limits.name(world);
  nameCompanies(world);
  tryWith(world);
}

// Hands on what differs from the last time.
function handOn(name, latest, receive) {
  const text = JSON.stringify(latest);
  if (last[name] === text) return false;
  last[name] = text;
  receive(latest);
  return true;
}

async function poll() {
  const names = ["requests", "limits", "faults", "mutants", "settings"];
  const [log, accounts, active, bugs, set] = await Promise.all(names.map((name) => read(`_mock/${name}`)));
  const news = handOn("requests", log, showRequests);
  handOn("limits", accounts, limits.update);
  handOn("faults", active, faults.update);
  handOn("mutants", bugs, mutants.update);
  handOn("settings", set, settings.update);
  badge("limits", waiting(accounts), "waiting");
  badge("faults", active.faults.filter(({ times, applied }) => times === null || applied < times).length, "active");
  badge("mutants", bugs.filter(({ enabled }) => enabled).length, "on");
  // What was written may have changed companies or keys.
  if (news && hasNewWrites(log)) await readWorld();
}

function hasNewWrites(log) {
  const writes = log.filter(({ method, status }) => method !== "GET" && status > 0 && status < 400);
  const latest = JSON.stringify([writes.length, writes.at(-1)]);
  const changed = latest !== last.writes;
  last.writes = latest;
  return changed;
}

async function run() {
  const gone = element("p", { className: "card empty", role: "alert", hidden: true, textContent: "The mock does not answer. This page tries again every second." });
  document.querySelector("main").before(gone);
  for (;;) {
    if (document.visibilityState === "visible") {
      try {
        await poll();
        if (!gone.hidden || world === null) await readWorld();
        gone.hidden = true;
      } catch {
        gone.hidden = false;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

addEventListener("focus", () => readWorld().catch(() => {}));
build();
await Promise.all([read("_mock/rules").then((rules) => buildRequests(requests, rules)), buildTry(document.getElementById("try"))]);
await run();
