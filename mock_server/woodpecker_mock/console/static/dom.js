// Elements made from text only: whatever a name contains, it stays text.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

// Replaces what is in a container; the element with the same data-key keeps the focus.
export function show(container, ...children) {
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  container.replaceChildren(...children.filter((child) => child != null));
  if (focused !== undefined) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

export function option(value, text = value) {
  return element("option", { value, textContent: text });
}

export function pill(text, kind = "") {
  return element("span", { className: `pill ${kind}`, textContent: text });
}

export function empty(text) {
  return element("p", { className: "empty", textContent: text });
}

let clearing;

export function notice(text) {
  document.getElementById("notice").textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => notice(""), 4000);
}

export function copyButton(text, label, key) {
  const copy = async () => notice((await copied(text())) ? `Copied: ${label}` : "The browser does not allow copying here.");
  const button = element("button", { type: "button", className: "small", textContent: "Copy", onclick: copy });
  button.setAttribute("aria-label", `Copy ${label}`);
  if (key !== undefined) button.dataset.key = key;
  return button;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http, and from another machine, browsers have only the old way.
    const area = element("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
