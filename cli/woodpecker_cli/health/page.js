// The two tables of the page, its filters, its theme, and what is printed.

const at = (id) => document.getElementById(id);
const data = JSON.parse(at("data").textContent);
const findings = data.findings.map(([word, label, level, levelNumber]) => ({ word, label, level, levelNumber }));
const LEVELS = ["ok", "notice", "warning", "problem"];
const MOST_PRINTED = 2000;

const clients = data.clients.map(([id, name, level, mailboxes, sent, limit, counts, error]) =>
  ({ id, name: name ?? `Client ${id}`, level, mailboxes, sent, limit, counts, error,
     text: `${name} ${id}`.toLowerCase(), weight: counts.reduce((sum, count, index) => sum + count * 1000 ** findings[index].levelNumber, 0) }));
const mailboxes = data.mailboxes.map(([client, address, provider, level, found, error, sent, limit, from, to, warmup]) =>
  ({ client: clients[client], address, provider, level, found, error, sent, limit, from, to, warmup,
     text: `${address} ${clients[client].name} ${provider} ${error ?? ""}`.toLowerCase() }));

const chip = (finding, count) =>
  element("span", { class: `chip ${finding.level}` }, count > 1 ? `${number(count)} × ${finding.label}` : finding.label);

const withError = (chips, error) => {
  const cell = element("div", {}, element("div", { class: "chips" }, ...chips));
  if (error) cell.append(element("div", { class: "error" }, error));
  return cell;
};
const well = () => element("span", { class: "chip ok" }, "OK");

const use = (sent, limit) => {
  if (sent == null && limit == null) return "";
  const part = limit > 0 ? Math.min(sent / limit, 1) : 1;
  const full = element("i");
  full.style.width = `${100 * part}%`;
  const bar = element("span", { class: `use ${part * 100 >= data.near_limit ? "warning" : ""}`, "aria-hidden": "true" }, full);
  return element("span", {}, `${sent == null ? "?" : number(sent)} of ${limit == null ? "?" : number(limit)}`, bar);
};
const share = (one) => (one.sent == null || one.limit == null ? null : one.limit > 0 ? one.sent / one.limit : 1);

const day = (text) => (text == null ? "" : text.replace("T00:00:00", "").replace(/T23:59:59|[+-]\d\d:?\d\d$|Z$/g, "").replace("T", " "));

const time = (text) => element("span", { class: "time" }, day(text));

const clientTable = new Table(at("client-table"), {
  nouns: ["client", "clients"],
  rows: clients,
  chooser: at("client-sort"),
  sorted: 1,
  direction: -1,
  columns: [
    { label: "Client", value: (one) => one.name, cell: (one) => toClient(one) },
    { label: "Findings", first: -1, value: (one) => one.weight,
      cell: (one) => withError(one.weight ? one.counts.map((count, index) => count > 0 && chip(findings[index], count)).filter(Boolean) : [well()], one.error) },
    { label: "Mailboxes", number: true, first: -1, value: (one) => one.mailboxes, cell: (one) => number(one.mailboxes) },
    { label: "Sent today", number: true, first: -1, value: share, cell: (one) => use(one.sent, one.limit) },
    { label: "Id", number: true, value: (one) => one.id, cell: (one) => String(one.id ?? "") },
  ],
});

const mailboxTable = new Table(at("mailbox-table"), {
  nouns: ["mailbox", "mailboxes"],
  rows: mailboxes,
  chooser: at("mailbox-sort"),
  sorted: 2,
  direction: -1,
  columns: [
    { label: "Mailbox", value: (one) => one.address, cell: (one) => one.address },
    { label: "Client", value: (one) => one.client.name, cell: (one) => toClient(one.client) },
    { label: "Findings", first: -1, value: (one) => one.found.reduce((sum, index) => sum + 1000 ** findings[index].levelNumber, 0),
      cell: (one) => withError(one.found.length ? one.found.map((index) => chip(findings[index], 1)) : [well()], one.error) },
    { label: "Sent today", number: true, first: -1, value: share, cell: (one) => use(one.sent, one.limit) },
    { label: "Frozen", value: (one) => one.from, cell: (one) => (one.from == null ? "" : element("span", {}, time(one.from), " to ", time(one.to))) },
    { label: "Warm-up", value: (one) => one.warmup, cell: (one) => one.warmup ?? "" },
    { label: "Provider", value: (one) => one.provider, cell: (one) => one.provider ?? "" },
  ],
});

function toClient(client) {
  return element("button", { type: "button", class: "client", onclick: () => choose(client) }, client.name);
}

// ---- Filters

let only = null;

const choose = (client) => {
  only = client;
  at("one-client").hidden = client === null;
  at("one-client").textContent = client === null ? "" : `Client: ${client.name} ✕`;
  filterMailboxes();
  if (client !== null) at("mailboxes").scrollIntoView();
};

// "" for all, a finding's word, or a level's.
const accepts = (wanted) => {
  if (!wanted) return () => true;
  const level = LEVELS.indexOf(wanted);
  if (level === 0) return (found) => found.every((index) => findings[index].levelNumber < 2);
  if (level > 0) return (found) => found.some((index) => findings[index].levelNumber >= level);
  return (found) => found.some((index) => findings[index].word === wanted);
};

const filterMailboxes = () => {
  const text = at("mailbox-search").value.trim().toLowerCase();
  const wanted = accepts(at("mailbox-finding").value);
  mailboxTable.filter((one) => (only === null || one.client === only) && one.text.includes(text) && wanted(one.found));
  press(at("mailbox-finding").value);
};

const filterClients = () => {
  const text = at("client-search").value.trim().toLowerCase();
  const wanted = accepts(at("client-finding").value);
  clientTable.filter((one) => one.text.includes(text) && wanted(one.counts.flatMap((count, index) => (count > 0 ? [index] : []))));
};

const tiles = [...document.querySelectorAll("button.tile")];
const press = (word) => tiles.forEach((tile) => tile.setAttribute("aria-pressed", tile.dataset.show === word));
const show = (word) => {
  const isOff = at("mailbox-finding").value === word;
  at("mailbox-finding").value = at("client-finding").value = isOff ? "" : word;
  filterMailboxes();
  filterClients();
  press(isOff ? "" : word);
};
tiles.forEach((tile) => tile.addEventListener("click", () => show(tile.dataset.show)));

for (const select of [at("client-finding"), at("mailbox-finding")]) {
  select.append(...[["problem", "Problems"], ["warning", "Problems and warnings"], ["ok", "Neither"]].map(([value, label]) => element("option", { value }, label)));
  select.append(...findings.map((one) => element("option", { value: one.word }, one.label)));
}
at("mailbox-finding").addEventListener("change", filterMailboxes);
at("client-finding").addEventListener("change", filterClients);
at("one-client").addEventListener("click", () => choose(null));
for (const [id, filter] of [["mailbox-search", filterMailboxes], ["client-search", filterClients]]) {
  let pending;
  at(id).addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(filter, 120);
  });
  at(id).form.addEventListener("submit", (event) => event.preventDefault());
}

// ---- Theme

const dark = matchMedia("(prefers-color-scheme: dark)");
const kept = (() => { try { return localStorage; } catch { return {}; } })();  // a file may have none
const theme = () => document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
const label = () => { at("theme").textContent = theme() === "dark" ? "Light" : "Dark"; };
if (["light", "dark"].includes(kept.theme)) document.documentElement.dataset.theme = kept.theme;
at("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = kept.theme = theme() === "dark" ? "light" : "dark";
  label();
});
dark.addEventListener("change", label);
label();

// ---- Print: what is shown, on all its pages

const printed = matchMedia("print");
const drawForPrint = () => [clientTable, mailboxTable].forEach((table) => table.draw(printed.matches ? MOST_PRINTED : undefined));
printed.addEventListener("change", drawForPrint);
if (printed.matches) drawForPrint();
at("print").addEventListener("click", () => print());
