// Settings, reset, and the world as a file.

import { element, notice } from "./dom.js";
import { send } from "./mock.js";

const problem = element("div", { className: "problems", role: "alert" });
const controls = {
  latency: number("latency"),
  batch_seconds: number("batch_seconds"),
  older_totals: element("input", { type: "checkbox", onchange: () => change("older_totals", controls.older_totals.checked) }),
};
let changed = () => {};

export function onWorldChanged(callback) {
  changed = callback;
}

export const settings = {
  id: "settings",
  title: "Settings",
  build(place) {
    const file = element("input", { type: "file", accept: "application/json,.json", hidden: true, onchange: () => load(file) });
    place.append(
      element(
        "ul",
        { className: "list" },
        setting("Latency", "Seconds that each accepted request takes while it counts as running", controls.latency),
        setting("Batches", "Seconds that each mailbox of a batch takes to be connected", controls.batch_seconds),
        setting("Older totals", "Deliverability names its totals as an older page of the vendor does", controls.older_totals),
        setting("Guests", "Invited guests are listed after they have accepted", action("Accept all invitations", () => apply("POST", "_mock/accept", undefined, "All invitations are accepted"))),
        setting("Log and counts", "Requests, executed operations and limits start again; the world stays", action("Clear", () => apply("POST", "_mock/reset", undefined, "Log and counts are cleared"))),
        setting("The world", "As it was when the mock was started, without faults, log and counts", resetWorld()),
        setting("Snapshot", "The whole world as a file, to be loaded again as a seed", element("div", { className: "row" }, element("a", { className: "button", href: "_mock/snapshot", download: "world.json", textContent: "Save" }), action("Load a seed…", () => file.click()), file)),
      ),
      problem,
    );
  },
  update(latest) {
    for (const [name, value] of Object.entries(latest)) {
      const control = controls[name];
      if (!control || control === document.activeElement) continue;
      if (typeof value === "boolean") control.checked = value;
      else control.value = value;
    }
  },
};

function number(name) {
  const control = element("input", { type: "number", min: 0, step: "any", onchange: () => change(name, control.value === "" ? null : Number(control.value)) });
  return control;
}

function setting(title, text, control) {
  const id = `setting-${title.toLowerCase().replaceAll(" ", "-")}`;
  if (control.matches("input")) {
    control.setAttribute("aria-labelledby", id);
    control.setAttribute("aria-describedby", `${id}-text`);
  }
  return element("li", { className: "setting" }, element("h3", { id, textContent: title }), element("p", { id: `${id}-text`, textContent: text }), control);
}

function action(text, onclick) {
  return element("button", { type: "button", textContent: text, onclick });
}

// The button asks once more: what was changed in the world is lost.
function resetWorld() {
  const ask = () => {
    yes.hidden = no.hidden = false;
    button.hidden = true;
    no.focus();
  };
  const back = () => {
    yes.hidden = no.hidden = true;
    button.hidden = false;
    button.focus();
  };
  const reset = async () => {
    back();
    await apply("POST", "_mock/reset?world=true", undefined, "The world is as it was at the start");
  };
  const button = action("Put back…", ask);
  const yes = element("button", { type: "button", className: "danger", textContent: "Put it back", hidden: true, onclick: reset });
  const no = element("button", { type: "button", textContent: "Keep it", hidden: true, onclick: back });
  return element("div", { className: "row" }, button, yes, no);
}

function change(name, value) {
  return apply("PATCH", "_mock/settings", { [name]: value }, "Setting changed");
}

async function load(file) {
  const [chosen] = file.files;
  if (!chosen) return;
  let seed;
  try {
    seed = JSON.parse(await chosen.text());
  } catch {
    problem.textContent = `${chosen.name} is not JSON.`;
    return;
  } finally {
    file.value = "";
  }
  await apply("POST", "_mock/seed", seed, `The world is that of ${chosen.name}`);
}

async function apply(method, path, body, done) {
  const problems = await send(method, path, body);
  problem.replaceChildren(...(problems ?? []).map((text) => element("div", { textContent: text })));
  if (!problems) notice(done);
  changed();
}
