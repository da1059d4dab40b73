// Agencies and companies with their keys; thousands of them are searched and paged.

import { copyButton, element, empty, option, pill, show } from "./dom.js";

const PAGE = 25;
let state = { agencies: [] };
let page = 0;
let use = () => {};
const search = element("input", { type: "search", placeholder: "Search by name or id", className: "grow", oninput: first });
search.setAttribute("aria-label", "Search companies");
const which = element("select", { onchange: first }, option("", "Active and inactive"), option("active", "Active"), option("inactive", "Inactive"));
which.setAttribute("aria-label", "Which companies");
const list = element("div");

export const companies = {
  id: "companies",
  title: "Companies",
  build(place, onUse) {
    use = onUse;
    place.append(element("div", { className: "row" }, search, which), list);
  },
  update(latest) {
    state = latest;
    draw();
  },
};

function first() {
  page = 0;
  draw();
}

// The companies that match, and each agency before its own.
function matching() {
  const wanted = search.value.trim().toLowerCase();
  const fits = ({ id, name, active }) =>
    (!wanted || name.toLowerCase().includes(wanted) || String(id).includes(wanted)) &&
    (!which.value || active === (which.value === "active"));
  const filtered = Boolean(wanted || which.value);
  return state.agencies
    .map((agency) => ({ agency, found: agency.companies.filter(fits) }))
    .filter(({ found }) => found.length || !filtered)
    .flatMap(({ agency, found }) => (found.length ? found.map((company) => ({ agency, company })) : [{ agency, company: null }]));
}

function draw() {
  const all = matching();
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  page = Math.min(page, pages - 1);
  const items = [];
  let last = null;
  for (const { agency, company } of all.slice(page * PAGE, (page + 1) * PAGE)) {
    if (agency !== last) items.push(agencyItem(agency));
    last = agency;
    if (company) items.push(companyItem(agency, company));
  }
  const text = state.agencies.length ? "No company matches the search." : "This world has no agency.";
  show(
    list,
    items.length ? element("ul", { className: "list" }, ...items) : empty(text),
    pages > 1 ? pager(all.length, pages) : null,
  );
}

function pager(total, pages) {
  const turn = (by) => () => {
    page += by;
    draw();
  };
  const last = Math.min(total, (page + 1) * PAGE);
  const button = (text, by, disabled) => {
    const made = element("button", { type: "button", textContent: text, disabled, onclick: turn(by) });
    made.dataset.key = text;
    return made;
  };
  return element(
    "div",
    { className: "pages" },
    button("Previous", -1, page === 0),
    element("span", { className: "muted", textContent: `${page * PAGE + 1} to ${last} of ${total}` }),
    button("Next", 1, page === pages - 1),
  );
}

function agencyItem(agency) {
  const full = agency.access === "full";
  return element(
    "li",
    { className: "agency" },
    element("div", { className: "row" }, element("h3", { textContent: agency.name }), full ? null : pill(agency.access.replaceAll("_", " "), "warn")),
    keyLine(agency.hq_key, "HQ key", `of ${agency.name}`, `agency ${agency.id}`),
  );
}

function keyLine(key, kind, whose, id) {
  if (!key) return element("div", { className: "key muted", textContent: `no ${kind}` });
  const code = element("code", { textContent: key });
  return element("div", { className: "key" }, element("span", { className: "muted", textContent: kind }), code, copyButton(() => key, `the ${kind} ${whose}`, `copy ${id}`));
}

function companyItem(agency, company) {
  const { id, name, active, client_key: key } = company;
  const button = (text, label, chosen) => {
    const made = element("button", { type: "button", className: "small", textContent: text, onclick: () => use(chosen) });
    made.setAttribute("aria-label", label);
    made.dataset.key = `${text} ${id}`;
    return made;
  };
  return element(
    "li",
    { className: "company" },
    element(
      "div",
      {},
      element("span", { className: "name", textContent: name }),
      element("span", { className: "muted mono", textContent: ` ${id} ` }),
      active ? null : pill("inactive", "warn"),
    ),
    keyLine(key, "client key", `of ${name}`, id),
    element(
      "div",
      { className: "row" },
      agency.hq_key && button("Try with HQ key", `Try with HQ key for ${name}`, { label: `HQ key, for ${name} (${id})`, key: agency.hq_key, company: id }),
    ),
  );
}
