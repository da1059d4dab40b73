// Swagger UI as the mock and the documentation show it. No module: a page that is opened from a folder may load none.

// Parts of Swagger UI that are in the way here, or that no screen reader can use.
const plugin = ({ React }) => ({
  wrapComponents: {
    // There is one server, and the field at the top has the key.
    ServersContainer: () => () => null,
    // A link inside of the button that opens an operation: the address changes without it, too.
    DeepLink: () => ({ text }) => React.createElement("span", null, text),
    // The operations first; what is to be read before is a click away.
    InfoContainer: (Original) => (props) =>
      React.createElement("details", { className: "about" }, React.createElement("summary", null, "About this API: keys, routes, limits, errors"), React.createElement(Original, props)),
  },
});

// What scrolls has to be reached by the keyboard, and what can be chosen from needs a name.
function completeForAssistance() {
  for (const scrolls of document.querySelectorAll("#swagger-ui :is(pre, .microlight):not([tabindex])")) scrolls.tabIndex = 0;
  for (const field of document.querySelectorAll("#swagger-ui :is(select, textarea):not([aria-label])")) {
    const parameter = field.closest("tr")?.dataset.paramName;
    field.setAttribute("aria-label", parameter ?? (field.matches("textarea") ? "Request body" : "Example"));
  }
}

function applyMode(dark) {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

// Shows a document in #swagger-ui.
function openReference(spec, options) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  applyMode(dark);
  dark.addEventListener("change", applyMode);
  new MutationObserver(completeForAssistance).observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
  return SwaggerUIBundle({
    spec,
    dom_id: "#swagger-ui",
    // No service elsewhere checks the document.
    validatorUrl: null,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    deepLinking: true,
    filter: true,
    syntaxHighlight: { theme: "obsidian" },
    defaultModelsExpandDepth: -1,
    plugins: [plugin],
    ...options,
  });
}
