// Failures on demand: some to add at once, a form for the others, and those that are active.

import { element, empty, notice, option, pill, show } from "./dom.js";
import { operations, send } from "./mock.js";

const KINDS = {
  status: "an error response",
  reset: "connection reset",
  close: "connection closed, no response",
  hang: "no response until released",
  truncated: "response ends in the middle",
  slow: "response a byte at a time",
};
const READY = [
  ["503 twice, retry after 1 s", { kind: "status", status: 503, times: 2, headers: { "Retry-After": "1" } }],
  ["Runs, but the connection resets", { kind: "reset", when: "after" }],
  ["Hangs", { kind: "hang" }],
  ["Half of the JSON", { kind: "truncated", when: "after" }],
  ["A gateway's page", { status: 502, body: "<h1>Bad Gateway</h1>", content_type: "text/html" }],
];
const active = element("div");
const problem = element("p", { className: "problems", role: "alert" });
let form;
let seen = "";

export const faults = {
  id: "faults",
  title: "Faults",
  build(place) {
    form = fields();
    place.append(
      element("p", { className: "muted", textContent: "A fault applies to the next requests that match it. Add a common one:" }),
      element("div", { className: "row" }, ...READY.map(([text, fault]) => element("button", { type: "button", className: "small", textContent: text, onclick: () => add(fault) }))),
      form,
      problem,
      active,
    );
  },
  update(latest) {
    const text = JSON.stringify(latest);
    if (text === seen) return;
    seen = text;
    draw(latest);
  },
};

let changed = () => {};

export function onFaultsChanged(callback) {
  changed = callback;
}

function fields() {
  const kind = element("select", { name: "kind" }, ...Object.entries(KINDS).map(([value, text]) => option(value, text)));
  const status = labelled("Status", element("input", { name: "status", type: "number", min: 200, max: 599, value: 500 }));
  const pause = labelled("Seconds between bytes", element("input", { name: "pause", type: "number", min: 0, step: "any", value: 0.01 }));
  const fits = () => {
    status.hidden = ["close", "hang"].includes(kind.value);
    pause.hidden = kind.value !== "slow";
  };
  kind.addEventListener("change", fits);
  const operation = element("select", { name: "operation" }, option("", "any"));
  operations().then((all) => operation.append(...all.map(({ id }) => option(id))));
  const made = element(
    "form",
    { className: "fields", noValidate: true, onsubmit: submit },
    labelled("What happens", kind),
    status,
    pause,
    labelled("When", element("select", { name: "when" }, option("before", "before the operation runs"), option("after", "after it ran"))),
    labelled("Operation", operation),
    labelled("Company", element("input", { name: "company", inputMode: "numeric", placeholder: "any" })),
    labelled("How many requests", element("input", { name: "times", inputMode: "numeric", placeholder: "all", value: "1" })),
    labelled("After how many others", element("input", { name: "after", inputMode: "numeric", value: "0" })),
    element("div", { className: "actions" }, element("button", { className: "primary", textContent: "Add this fault" })),
  );
  fits();
  return made;
}

function labelled(text, control) {
  return element("label", {}, text, control);
}

function submit(event) {
  event.preventDefault();
  const values = Object.fromEntries(new FormData(form));
  // What is no number goes as it is: the mock says what is wrong with it.
  const number = (text) => (/^[0-9.]+$/.test(text) ? Number(text) : text);
  const fault = { kind: values.kind, when: values.when, after: number(values.after), times: values.times === "" ? null : number(values.times) };
  if (values.operation) fault.operation = values.operation;
  if (values.company) fault.company = number(values.company);
  if (!["close", "hang"].includes(values.kind)) fault.status = number(values.status);
  if (values.kind === "slow") fault.pause = number(values.pause);
  add(fault);
}

async function add(fault) {
  await apply("POST", "_mock/faults", fault, "Fault added");
}

async function apply(method, path, body, done) {
  const problems = await send(method, path, body);
  problem.textContent = problems ? problems.join("; ") : "";
  if (!problems) notice(done);
  changed();
}

function draw({ hanging, faults: all }) {
  const release = () => apply("POST", "_mock/faults/release", undefined, "Released");
  show(
    active,
    element(
      "div",
      { className: "row" },
      element("h3", { className: "grow", textContent: "Active faults" }),
      hanging ? button(`Release ${hanging} that ${hanging === 1 ? "hangs" : "hang"}`, "release", release) : null,
      all.length ? button("Remove all", "remove all", () => apply("DELETE", "_mock/faults", undefined, "All faults removed")) : null,
    ),
    all.length ? element("ul", { className: "list" }, ...all.map(item)) : empty("None. Requests get the mock's own responses."),
  );
}

function button(text, key, onclick) {
  const made = element("button", { type: "button", className: "small", textContent: text, onclick });
  made.dataset.key = key;
  return made;
}

function item(fault) {
  const { number, kind, when, status, operation, company, after, times, applied } = fault;
  const left = times === null ? null : times - applied;
  const which = [operation ?? "any operation", company === null ? null : `company ${company}`, fault.key === null ? null : "one key"];
  const counts = [`${applied} of ${times ?? "all"} so far`, after ? `after ${after} others` : null];
  const remove = button("Remove", `remove ${number}`, () => apply("DELETE", `_mock/faults/${number}`, undefined, "Fault removed"));
  remove.setAttribute("aria-label", `Remove the fault ${number}, ${KINDS[kind]}`);
  return element(
    "li",
    { className: "fault" },
    element(
      "div",
      {},
      element("div", { className: "row" }, element("strong", { textContent: kind === "status" ? `${status}` : KINDS[kind] }), when === "after" ? pill("after it ran", "warn") : null, left === 0 ? pill("done") : null),
      element("span", { className: "muted", textContent: [...which, ...counts].filter(Boolean).join(" · ") }),
    ),
    remove,
  );
}
