// A table of many rows of which one page is in the document. Texts become text nodes, never markup.

const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...content.filter((one) => one != null));
  return made;
};

const number = (value) => value.toLocaleString("en");
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

// What is missing comes last in either direction.
const compare = (a, b, direction) => {
  if (a == null || b == null) return (a == null) - (b == null);
  return direction * (typeof a === "number" ? a - b : collator.compare(a, b));
};

class Table {
  // columns: { label, value(row), cell(row), number, first: 1 or -1 for the first click }
  constructor(place, { columns, rows, nouns, sorted, direction, chooser, size = 50 }) {
    Object.assign(this, { columns, rows, nouns, sorted, direction, size, page: 0, matches: () => true });
    this.caption = element("caption");
    this.body = element("tbody");
    this.heads = columns.map((column, index) =>
      element("th", { scope: "col", class: column.number && "number" },
        element("button", { type: "button", onclick: () => this.sort(index) }, column.label)));
    const table = element("table", {}, this.caption, element("thead", {}, element("tr", {}, ...this.heads)), this.body);
    this.nothing = element("p", { class: "nothing", hidden: true }, `No ${nouns[0]} matches.`);
    this.where = element("span", { role: "status" });
    this.back = element("button", { type: "button", onclick: () => this.turn(-1) }, "Previous");
    this.next = element("button", { type: "button", onclick: () => this.turn(1) }, "Next");
    const pages = element("div", { class: "pages" }, this.where, element("div", {}, this.back, this.next));
    place.append(element("div", { class: "table" }, table, this.nothing, pages));
    // On a narrow screen the heads of the columns are not there to be clicked.
    this.chooser = chooser;
    columns.forEach((column, index) => chooser.append(element("option", { value: index }, column.label)));
    chooser.addEventListener("change", () => this.sort(Number(chooser.value)));
    this.update();
  }

  filter(matches) {
    this.matches = matches;
    this.page = 0;
    this.update();
  }

  sort(index) {
    const first = this.columns[index].first ?? 1;
    this.direction = index === this.sorted ? -this.direction : first;
    this.sorted = index;
    this.page = 0;
    this.update();
  }

  turn(by) {
    this.page += by;
    this.draw();
    this.body.closest(".table").scrollIntoView({ block: "nearest" });
  }

  update() {
    const { value } = this.columns[this.sorted];
    this.shown = this.rows.filter(this.matches);
    const keys = new Map(this.shown.map((row) => [row, value(row)]));
    this.shown.sort((a, b) => compare(keys.get(a), keys.get(b), this.direction));
    this.heads.forEach((head, index) => {
      if (index === this.sorted) head.setAttribute("aria-sort", this.direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    this.chooser.value = this.sorted;
    this.draw();
  }

  draw(size = this.size) {
    const count = this.shown.length;
    const begin = size === this.size ? this.page * size : 0;
    const end = Math.min(begin + size, count);
    this.body.replaceChildren(...this.shown.slice(begin, end).map((row) => this.line(row)));
    const all = this.rows.length;
    const cut = size !== this.size && end < count ? `, the first ${number(end)} of them` : "";
    this.caption.textContent = `${count === all ? "" : `${number(count)} of `}${number(all)} ${this.nouns[all === 1 ? 0 : 1]}${cut}`;
    this.nothing.hidden = count > 0;
    this.where.textContent = count ? `${number(begin + 1)}–${number(end)} of ${number(count)}` : "";
    this.back.disabled = this.page === 0;
    this.next.disabled = end >= count;
    this.where.parentElement.hidden = count <= this.size;
  }

  line(row) {
    return element("tr", {}, ...this.columns.map((column, index) => {
      const content = column.cell(row);
      const kind = [column.number && "number", content === "" && "empty"].filter(Boolean).join(" ");
      return index === 0
        ? element("th", { scope: "row", class: kind || null }, content)
        : element("td", { "data-label": column.label, class: kind || null }, content);
    }));
  }
}
