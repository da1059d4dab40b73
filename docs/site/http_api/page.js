// The reader's choice of light or dark on the other pages, else the system's.
const chosen = JSON.parse(localStorage.getItem(new URL("..", location).pathname + ".__palette") ?? "null");
const dark = chosen ? chosen.color.scheme === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.classList.toggle("dark-mode", dark);

SwaggerUIBundle({
  spec: window.spec,
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  // Reads and writes no address elsewhere.
  validatorUrl: null,
  queryConfigEnabled: false,
});
