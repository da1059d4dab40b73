// Named bugs, each with a switch.

import { element, empty, notice, option, pill } from "./dom.js";
import { send } from "./mock.js";

let boxes = new Map();
let changed = () => {};
const search = element("input", { type: "search", placeholder: "Search names and descriptions", className: "grow", oninput: filter });
search.setAttribute("aria-label", "Search mutants");
const kind = element("select", { onchange: filter }, option("", "All kinds"), option("on", "Switched on"));
kind.setAttribute("aria-label", "Which mutants");
const off = element("button", { type: "button", className: "small", textContent: "Switch all off", onclick: disableAll });
const list = element("ul", { className: "list" });
const none = empty("No mutant matches the search.");

export const mutants = {
  id: "mutants",
  title: "Mutants",
  build(place) {
    place.append(
      element("p", { className: "muted", textContent: "A mutant is a bug of the API that stays on until it is switched off: a test suite that still passes has a gap." }),
      element("div", { className: "row" }, search, kind, off),
      list,
      none,
    );
  },
  update(latest) {
    if (boxes.size === 0) buildSwitches(latest);
    for (const { name, enabled } of latest) boxes.get(name).box.checked = enabled;
    off.disabled = !latest.some(({ enabled }) => enabled);
    filter();
  },
};

export function onMutantsChanged(callback) {
  changed = callback;
}

function buildSwitches(all) {
  kind.append(...[...new Set(all.map((one) => one.kind))].map((one) => option(`kind ${one}`, one)));
  boxes = new Map(all.map((mutant) => [mutant.name, switchFor(mutant)]));
  list.append(...[...boxes.values()].map(({ item }) => item));
}

function switchFor({ name, kind: of, description }) {
  const box = element("input", { type: "checkbox", role: "switch", onchange: () => flip(name, box) });
  const text = element(
    "span",
    { className: "text" },
    element("code", { textContent: name }),
    " ",
    pill(of),
    element("span", { className: "muted", textContent: description }),
  );
  return { box, of, text: `${name} ${description}`.toLowerCase(), item: element("li", {}, element("label", { className: "switch" }, box, text)) };
}

function filter() {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const { box, of, text, item } of boxes.values()) {
    const fits = kind.value === "on" ? box.checked : !kind.value || kind.value === `kind ${of}`;
    item.hidden = !(fits && text.includes(wanted));
    shown += item.hidden ? 0 : 1;
  }
  none.hidden = shown > 0;
}

async function flip(name, box) {
  const on = box.checked;
  const problems = await send(on ? "POST" : "DELETE", `_mock/mutants/${encodeURIComponent(name)}`);
  notice(problems?.join("; ") ?? `${name} is ${on ? "on" : "off"}`);
  changed();
}

async function disableAll() {
  const problems = await send("DELETE", "_mock/mutants");
  notice(problems?.join("; ") ?? "All mutants are off");
  changed();
}
