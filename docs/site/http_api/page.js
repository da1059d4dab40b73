// The reference on the site: requests go to a mock on this machine, with the key in the field at the top.

const key = document.getElementById("key");
key.value = exampleKey;
key.form.addEventListener("submit", (event) => event.preventDefault());

const useKey = () => ui.preauthorizeApiKey("apiKey", key.value);
const ui = openReference(spec, { onComplete: useKey });
key.addEventListener("input", useKey);
