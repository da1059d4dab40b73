/** Makes generated/ from the spec: the types, and beside them the spec, for what types cannot tell at run time. */

import { copyFile, mkdir, writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";

const spec = new URL("../../spec/dist/openapi-3.1.json", import.meta.url);
const generated = new URL("generated/", import.meta.url);
const options = {
  // What has a default may be left out of a request; by itself the tool demands it.
  defaultNonNullable: false,
};

await mkdir(generated, { recursive: true });
await writeFile(new URL("api.d.ts", generated), astToString(await openapiTS(spec, options)));
await copyFile(spec, new URL("openapi.json", generated));
