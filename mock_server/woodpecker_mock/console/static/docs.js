// The reference of the API: Swagger UI on this mock's document, which sends to this mock and to nothing else.

import { fillIdentities, firstIdentity } from "./identities.js";
import { read } from "./mock.js";

const whom = document.getElementById("whom");
let identity = null;

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

// The field shows whom the requests are for, not an example.
function withoutExample(spec) {
  for (const parameter of Object.values(spec.components.parameters)) {
    if (parameter.name === "x-company-id") delete parameter.example;
  }
  return spec;
}

const [state, spec] = await Promise.all([read("_mock/state"), read("docs/openapi.json").then(withoutExample)]);
identity = firstIdentity(state);
const listed = fillIdentities(whom, state, identity);
const ui = openReference(spec, { onComplete: () => useIdentity(ui, spec.paths) });
whom.addEventListener("change", () => {
  identity = listed[Number(whom.value)];
  useIdentity(ui, spec.paths);
});
