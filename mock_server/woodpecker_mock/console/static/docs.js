// The reference of the API: Swagger UI on this mock's document, which sends to this mock and to nothing else.

import { fillIdentities, firstIdentity } from "./identities.js";
import { read } from "./mock.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const whom = document.getElementById("whom");
let identity = null;

function applyMode() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

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

function useIdentity(ui, paths) {
  if (!identity) return;
  ui.preauthorizeApiKey("apiKey", identity.key);
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation["x-route-family"] === "account") {
        ui.specActions.changeParam([path, method], "x-company-id", "header", identity.company === null ? undefined : String(identity.company), false);
      }
    }
  }
}

// What scrolls has to be reached by the keyboard, and what can be chosen from needs a name.
function completeForAssistance() {
  for (const scrolls of document.querySelectorAll("#swagger-ui :is(pre, .microlight):not([tabindex])")) scrolls.tabIndex = 0;
  for (const field of document.querySelectorAll("#swagger-ui :is(select, textarea):not([aria-label])")) {
    const parameter = field.closest("tr")?.dataset.paramName;
    field.setAttribute("aria-label", parameter ?? (field.matches("textarea") ? "Request body" : "Example"));
  }
}

// The field shows whom the requests are for, not an example.
function withoutExample(spec) {
  for (const parameter of Object.values(spec.components.parameters)) {
    if (parameter.name === "x-company-id") delete parameter.example;
  }
  return spec;
}

applyMode();
new MutationObserver(completeForAssistance).observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
dark.addEventListener("change", applyMode);
const [state, spec] = await Promise.all([read("_mock/state"), read("docs/openapi.json").then(withoutExample)]);
identity = firstIdentity(state);
const listed = fillIdentities(whom, state, identity);
const ui = SwaggerUIBundle({
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
  onComplete: () => useIdentity(ui, spec.paths),
});
whom.addEventListener("change", () => {
  identity = listed[Number(whom.value)];
  useIdentity(ui, spec.paths);
});
